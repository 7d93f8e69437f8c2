"""Every page that anybody can open, on the truth table's planted life, in a made-up language: no sentence stands outside its marks.

`tests/web/test_translated.py` reads the demo's stories so; here each address is read by whoever may open it, and none is left out.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web import pseudo

from throughline.base import clock

from . import planted as planting
from .planted import Planted
from .test_truth_table import asked, column, paths
from .truth import AUTHORS, NAMES, ROWS, STAFF

PAGE = "text/html"
# Addresses that no GET opens as a page: they take what a form sends, lead on, answer a phone or another system, or hand out a file.
NO_PAGE = {
    "account:passkey_remove",
    "account:theme",
    "api:activities",
    "api:activity_in",
    "api:api-root",
    "api:cards",
    "api:incident_in",
    "api:incidents",
    "api:missed_medicine",
    "api:missed_medicine_in",
    "api:note_in",
    "api:notes",
    "api:openapi-json",
    "api:people",
    "api:person",
    "api:routine_record_in",
    "api:routine_records",
    "api:shifts",
    "api:shifts_in",
    "api:upset_in",
    "api:upsets",
    "circle:choose",
    "first_page",
    "mfa_login_webauthn",
    "people:file",
    "sync:door",
    "sync:file",
    "sync:manifest",
    "sync:worker",
    "team:read",
    "today:note_undo",
    "today:twice",
    "today:undo",
    "upsets:figures",
}


# What a page has to be asked with.
ASKED = {"today:add": "?what=why", "disagreements:new": "?decision={decision_id}"}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.write(folder)
    return folder


@pytest.fixture
def planted(db: None) -> Planted:
    return planting.plant()


def readers(planted: Planted, name: str) -> Iterator[Client]:
    """Whoever may open an address, by its row; whoever wrote it; the manager where it has to be asked with something."""
    may = {who for who, letter in zip(NAMES, ROWS[name].replace("|", ""), strict=True) if letter == "y"}
    may |= {"manager"} if name in ASKED else set()
    staff = (planted.staff[who] for who in (*STAFF, "nobody") if who in may)
    wrote = (planted.linked[kind, state] for of, kind, state in AUTHORS if of == name)
    linked = (client for (kind, state), client in planted.linked.items() if column(kind, state) in may)
    for client in (*staff, *wrote, *linked):
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = pseudo.LANGUAGE
        yield client


def opened(planted: Planted, name: str, path: str) -> str | None:
    """The page as the first who may opens it; None where nobody is answered with a page."""
    asks = ASKED.get(name, "").format(**{key: value for key, value in planted.ids.items() if isinstance(key, str)})
    answers = (asked(client, f"{path}{asks}") for client in readers(planted, name))
    page = next((each for each in answers if each.status_code == 200 and each.get("Content-Type", "").startswith(PAGE)), None)
    return page.content.decode() if isinstance(page, HttpResponse) else None


def test_no_page_says_anything_that_cannot_be_translated(planted: Planted, catalogue: Path) -> None:
    own, left, unread = pseudo.own_words(), [], set()
    with clock.at(clock.now() + planting.LATER), pseudo.spoken(catalogue):
        for name, path in paths(planted):
            page = opened(planted, name, path)
            if page is None:
                unread.add(name)
            else:
                left += [f"{name}: {each}" for each in pseudo.unmarked(page, own)]
    assert not left, "\n".join(left)
    assert unread == NO_PAGE, f"{sorted(unread ^ NO_PAGE)}"
