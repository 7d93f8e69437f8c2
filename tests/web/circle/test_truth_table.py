"""Every address, for everybody who could come to the door, in every state of permission: the answer, and that no unshared word is in it.

A new address fails here until it has a row; a new name in an address fails until `planted.py` says what stands for it.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse
from tests.architecture.test_addresses import OPEN as TO_ANYBODY
from tests.architecture.test_addresses import addresses

from throughline.base import clock
from throughline.base.models import Topic
from throughline.people.models import PersonRowQuerySet
from throughline.web.circle import shared

from . import planted as planting
from .planted import OTHER, SHARED, Planted, found, never, seen
from .truth import AUTHORS, LINKED, NAMES, ROWS, STAFF

ANSWERS = {200: "y", 302: ">", 403: "x", 404: "-", 405: "."}
# What opens which words: at any time, at reviews.
OPEN = {
    "live": ({SHARED}, {SHARED}),
    "other topic": ({OTHER}, {OTHER}),
    "at reviews": (set(), {SHARED}),
    "by law": ({OTHER}, {OTHER}),
}
NOTHING: tuple[set[str], set[str]] = (set(), set())


def words(state: str) -> set[str]:
    """Every planted word that somebody in a state must not find."""
    at_any_time, at_reviews = OPEN.get(state, NOTHING)
    hidden = {never(topic) for topic in Topic.values} | {seen(topic) for topic in set(Topic.values) - at_any_time}
    return hidden | {found(topic) for topic in set(Topic.values) - at_reviews}


def test_every_address_has_a_row() -> None:
    there = {name for name, _pattern in addresses(get_resolver())}
    assert there - ROWS.keys() == set(), "say in truth.py who may open these"
    assert ROWS.keys() - there == set(), "these addresses are no more"


def test_a_row_has_an_answer_for_everybody() -> None:
    for name, row in ROWS.items():
        assert [len(part) for part in row.split("|")] == [len(STAFF), len(LINKED), 1], name
        assert set(row) <= set(ANSWERS.values()) | {"|"}, name


def paths(planted: Planted) -> Iterator[tuple[str, str]]:
    """Every address, of something about the topic that is shared with some: their row's own page is not theirs all the same."""
    for name, pattern in addresses(get_resolver()):
        given = planted.ids | planted.ids.get(name, {})
        missing = pattern.pattern.converters.keys() - given.keys()
        assert not missing, f"{name}: planted.py has nothing for {missing}"
        yield name, reverse(name, kwargs={key: given[key] for key in pattern.pattern.converters})


def asked(client: Client, path: str) -> HttpResponseBase:
    """A page, without what asking for it changes: signing out signs nobody out."""
    cookies = deepcopy(client.cookies)
    answer = client.get(path)
    client.cookies = cookies
    return answer


def sent_empty(client: Client, path: str) -> HttpResponseBase:
    """A form sent empty, and then as if it had not been."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.post(path, {})
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def all_of(answer: HttpResponseBase) -> str:
    """The body, and every header: names of files, tags, where it leads."""
    body: Any = answer
    content = b"".join(body.streaming_content) if answer.streaming else body.content
    return "\n".join([content.decode("utf-8", "replace"), *(f"{name}: {value}" for name, value in answer.items())])


def letter(answer: HttpResponseBase) -> str:
    return ANSWERS.get(answer.status_code, str(answer.status_code))


def stays(name: str, answer: HttpResponseBase) -> bool:
    """Whether the browser may keep a page, and show it to whoever presses Back after somebody signed out."""
    return answer.status_code != 302 and name not in TO_ANYBODY and "no-store" not in answer.get("Cache-Control", "")


def expected(name: str, who: str) -> str:
    return "".join(ROWS[name].split("|"))[NAMES.index(who)]


def column(kind: str, state: str) -> str:
    """In which column of the table somebody with pages of their own stands."""
    return f"{kind} by law" if state == "by law" else kind


def leaks(answer: HttpResponseBase, state: str) -> set[str]:
    text = all_of(answer)
    return {word for word in words(state) if word in text}


def of_staff(role: str, client: Client, every: list[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the answers to a role of staff. Those who see nobody are told nothing."""
    for name, path in every:
        answer = asked(client, path)
        if letter(answer) != expected(name, role):
            yield f"{name} for {role}: {letter(answer)}"
        if stays(name, answer):
            yield f"{name} stays in the browser of {role}"
        if role in ("administrator", "other home", "nobody") and (told := leaks(answer, "never")):
            yield f"{name} tells {role} of {told}"


def of_linked(kind: str, state: str, client: Client, every: list[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the answers to somebody with pages of their own."""
    who = column(kind, state)
    for name, path in every:
        answer = asked(client, path)
        if letter(answer) != AUTHORS.get((name, kind, state), expected(name, who)):
            yield f"{name} for {who}, {state}: {letter(answer)}"
        if stays(name, answer):
            yield f"{name} stays in the browser of {who}"
        if told := leaks(answer, state) - own_words(name, kind, state):
            yield f"{name} tells {who}, {state}, of {told}"


@pytest.mark.django_db
def test_the_truth_table() -> None:
    planted = planting.plant()
    every = list(paths(planted))
    with clock.at(clock.now() + planting.LATER):
        wrong = [each for role, client in planted.staff.items() for each in of_staff(role, client, every)]
        wrong += [each for (kind, state), client in planted.linked.items() for each in of_linked(kind, state, client, every)]
    assert not wrong, "\n".join(wrong)


def own_words(name: str, kind: str, state: str) -> set[str]:
    """The one note that is planted is an advocate's."""
    return {never("plans")} if (kind, state) == ("advocate", "live") and name in ("circle:notes", "circle:note") else set()


@pytest.mark.django_db
def test_what_is_sent_to_an_address_is_told_no_more() -> None:
    """Forms, refusals and mistakes: of those with most and with nothing, and of whoever is not signed in."""
    planted = planting.plant()
    every = list(paths(planted))
    linked = {(state, kind): client for (kind, state), client in planted.linked.items() if state in ("live", "never")}
    wrong: list[str] = []
    with clock.at(clock.now() + planting.LATER):
        for (state, kind), client in [*linked.items(), (("never", "nobody"), planted.staff["nobody"])]:
            for name, path in every:
                if told := leaks(sent_empty(client, path), state) - own_words(name, kind, state):
                    wrong.append(f"{name} tells {kind}, {state}, of {told}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
def test_what_is_shared_is_there() -> None:
    """The table hides nothing by showing nothing."""
    planted = planting.plant()
    agreed = reverse("circle:agreed", args=[planted.life.jo.pk])
    with clock.at(clock.now() + planting.LATER):
        for kind in ("circle", "advocate"):
            for state, (at_any_time, at_reviews) in OPEN.items():
                text = all_of(planted.linked[kind, state].get(agreed))
                shown = {f"{seen(topic)} {what}" for topic in at_any_time for what in ("summary", "line", "step", "decided")}
                shown |= {f"{found(topic)} because" for topic in at_reviews}
                assert {each for each in shown if each not in text} == set(), (kind, state)


@pytest.mark.django_db
def test_a_hole_in_the_wall_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """With both walls down, the rows' own and that of what they rest on, the table says so."""
    planted = planting.plant()
    home = [("circle:home", reverse("circle:home", args=[planted.life.jo.pk]))]
    client = planted.linked["circle", "live"]
    assert list(of_linked("circle", "live", client, home)) == []
    monkeypatch.setattr(PersonRowQuerySet, "visible_to", lambda rows, sight: rows.filter(person=sight.person_id))
    assert list(of_linked("circle", "live", client, home)) == []  # what the rows rest on still holds
    monkeypatch.setattr(shared, "all_open", lambda sight, topics: True)
    (said,) = of_linked("circle", "live", client, home)
    assert seen("safeguarding") in said


def test_a_planted_leak_is_found() -> None:
    told = HttpResponse(f"Not here: {seen(SHARED)}")
    assert leaks(told, "never") == leaks(told, "at reviews") == {seen(SHARED)} and leaks(told, "live") == set()
    assert leaks(HttpResponse(headers={"Content-Disposition": f"inline; filename={never(SHARED)}.webm"}), "live") == {never(SHARED)}
