"""What stands behind the question mark opens nothing: every address, with all that any page reads from there, of the person's own."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

import throughline
from throughline.base import clock

from . import planted as planting
from .planted import Planted
from .planted_more import MANAGERS, name_of
from .test_truth_table import all_of, asked, expected, leaks, letter, of_state, own_words, paths

# Pages that are there only with something behind the question mark, for whoever writes about the person at work.
THERE_WITH_IT = {("disagreements:new", "support worker"), ("today:add", "support worker")}
ELSEWHERE = "https://elsewhere.example/"
READ = re.compile(r'GET\.get\(\s*"(\w+)"|"(\w+)" in request\.GET')


def of_the_person(ids: dict[str, Any]) -> dict[str, Any]:
    """Everything that a page reads there and that names a row, with a row that was not shared with everybody."""
    rows = {name: ids[f"{name}_id"] for name in ("voice", "decision", "incident", "item", "conversation", "version", "step")}
    return rows | {
        "p": ids["person_id"],
        "first": ids["person_id"],
        "contact": f"contact-{ids['contact_id']}",
        "new": ids["voice_id"],
        "about": ids["item_id"],
    }


def queries(ids: dict[str, Any]) -> list[str]:
    now = clock.now()
    plain = {"access": 1, "along": 1, "what": "why", "then": "other", "theme": "dark", "screen": "parts", "next": ELSEWHERE, "link": "x"}
    today = {"as_at": clock.today(), "day": clock.today(), "before": now.isoformat(), "paper": "easy", "show": "all", "kind": "routine"}
    past = {"as_at": clock.today() - timedelta(days=1), "day": "tea", "before": "tea", "paper": "a4", "show": "tea", "kind": "lpa_welfare"}
    return [urlencode(plain | of_the_person(ids) | each) for each in (today, past)]


def test_all_that_a_page_reads_is_asked() -> None:
    folder = Path(throughline.__file__).parent
    read = {name for path in folder.rglob("*.py") for found in READ.findall(path.read_text()) for name in found if name}
    rows = dict.fromkeys((f"{name}_id" for name in ("voice", "decision", "incident", "item", "conversation", "version", "step")), "x")
    (query, _past) = queries(rows | {"person_id": "x", "contact_id": "x"})
    assert len(read) > 15 and read - {each.partition("=")[0] for each in query.split("&")} == set()


@pytest.mark.django_db
def test_it_opens_nothing_and_tells_nothing() -> None:
    planted = planting.plant()
    every = [(name, f"{path}?{query}") for name, path in paths(planted) for query in queries(planted.ids)]
    with clock.at(clock.now() + planting.LATER):
        wrong = [each for role in ("support worker", "other home", "administrator", "nobody") for each in of_staff(role, planted, every)]
        for kind, state in (("circle", "live"), ("circle", "never"), ("advocate", "other topic")):
            wrong += of_linked(kind, state, planted.linked[kind, state], every)
    assert not wrong, "\n".join(wrong)


def may_answer(without: str) -> set[str]:
    """A page may find that what was asked is not there, or lead on; what is closed stays as closed as it is."""
    return {"y", ">", "-"} if without in ("y", ">") else {without}


def of_staff(role: str, planted: Planted, every: list[tuple[str, str]]) -> Iterator[str]:
    for name, path in every:
        answer = asked(planted.staff[role], path)
        usual = "y" if (name, role) in THERE_WITH_IT else expected(name, role)
        if letter(answer) not in may_answer(usual) or answer.get("Location", "").startswith(ELSEWHERE):
            yield f"{path} for {role}: {letter(answer)}"
        if (role != "support worker" and leaks(answer, "never")) or MANAGERS in all_of(answer):
            yield f"{path} tells {role} what is not theirs"


def of_linked(kind: str, state: str, client: Client, every: list[tuple[str, str]]) -> Iterator[str]:
    for name, path in every:
        answer = asked(client, path)
        if letter(answer) not in may_answer(of_state(name, kind, state)) or answer.get("Location", "").startswith(ELSEWHERE):
            yield f"{path} for {kind}, {state}: {letter(answer)}"
        if told := leaks(answer, state, name_of(kind, state)) - own_words(name, kind, state):
            yield f"{path} tells {kind}, {state}, of {told}"
