"""Every page of family, an advocate and an attorney, signed in as Priya, Dan and Gwen of the demo: axe, no sideways scroll."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import get_resolver
from tests.architecture.test_addresses import addresses

from throughline.web.addresses import Policy

from . import walking
from .acting import Party, Stage
from .looking import by_keyboard_of, faults_of, keep_picture

pytestmark = [pytest.mark.browser]

POLICIES = {name: getattr(pattern.callback, "policy", None) for name, pattern in addresses(get_resolver())}
THEIRS = {name for name, policy in POLICIES.items() if policy in (Policy.LINKED, Policy.CIRCLE)}


def test_every_page_of_theirs_passes_axe_and_fits_a_phone(stage: Stage) -> None:
    """Light and dark, at 1280 and 320 px; the forms by keyboard alone. Together the three reach every address of theirs."""
    dan = stage.acting("Dan").about("Jo", "notes/").answers("Keep this note", words="Jo laughed at the photo of the bus.")
    jos = urlsplit(dan.about("Jo").page.url).path
    faults, reached = [], set()
    for party, start in ((dan, ["/circle/", jos]), (stage.acting("Priya"), ["/circle/"]), (stage.acting("Gwen"), ["/circle/"])):
        for found in walked(party, stage.base, start):
            reached.add(found.name)
            faults += by_keyboard_of(party.page, found) + faults_of(party.page, found)
            keep_picture(party.page, found.name)
    assert not faults, "\n".join(faults)
    assert THEIRS - reached == set()


def walked(party: Party, base: str, start: list[str]) -> Iterator[walking.Found]:
    """One page of each address of theirs."""
    others = frozenset(POLICIES.keys() - THEIRS)
    return walking.walk(party.page, base, start, others, examples=1)
