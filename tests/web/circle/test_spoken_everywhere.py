"""Every page that anybody can open, on the truth table's planted life, in a made-up language: no sentence stands outside its marks.

`tests/web/test_translated.py` reads the demo's stories so; here each address is read by whoever may open it, and none is left out.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from tests.web import pseudo

from . import planted as planting
from .planted import Planted
from .test_truth_table import asked, column, paths
from .truth import NAMES, ROWS, STAFF

PAGE = "text/html"
# Addresses that no GET opens as a page: they take what a form sends, lead on, answer a phone or another system, or hand out a file.
NO_PAGE = {
    "account:passkey_remove",
    "account:theme",
    "api:cards",
    "api:note_in",
    "api:notes",
    "api:people",
    "api:person",
    "api:routine_record_in",
    "api:routine_records",
    "api:shifts",
    "api:shifts_in",
    "first_page",
    "mfa_login_webauthn",
    "sync:door",
    "sync:file",
    "team:read",
    "today:note_undo",
    "today:undo",
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.write(folder)
    return folder


@pytest.fixture
def planted(db: None) -> Planted:
    return planting.plant()


def readers(planted: Planted, name: str) -> Iterator[Client]:
    """Whoever may open an address, by its row."""
    may = {who for who, letter in zip(NAMES, ROWS[name].replace("|", ""), strict=True) if letter == "y"}
    staff = (planted.staff[who] for who in (*STAFF, "nobody") if who in may)
    linked = (client for (kind, state), client in planted.linked.items() if column(kind, state) in may)
    for client in (*staff, *linked):
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = pseudo.LANGUAGE
        yield client


def test_no_page_says_anything_that_cannot_be_translated(planted: Planted, catalogue: Path) -> None:
    own, left, unread = pseudo.own_words(), [], set()
    with pseudo.spoken(catalogue):
        for name, path in paths(planted):
            answers = (asked(client, path) for client in readers(planted, name))
            page = next((each for each in answers if each.status_code == 200 and each.get("Content-Type", "").startswith(PAGE)), None)
            if page is None:
                unread.add(name)
            else:
                left += [f"{name}: {each}" for each in pseudo.unmarked(page.content.decode(), own)]
    assert not left, "\n".join(left)
    assert unread == NO_PAGE, f"{sorted(unread ^ NO_PAGE)}"
