"""The provider's own words stand wherever we would say ours: on the pages of staff, of the circle and on paper."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.web import arrange, pseudo
from tests.web.test_translated import examples, is_page, paths

from throughline.access import actions
from throughline.authority.legal_texts import LEGAL_TEXTS as OF_AUTHORITIES
from throughline.base import terms
from throughline.decisions.legal_texts import LEGAL_TEXTS as OF_DECISIONS
from throughline.demo.build import Cast

THEIRS = {"person_term": "our guest", "circle_term": "kith and kin", "staff_term": "the <crew> at 100%", "distress_term": "wobbly"}
OURS = re.compile(r"\b(the person(?! who)|family and friends|staff|upset)\b", re.IGNORECASE)
# What is said of the words themselves, on the page that asks for them.
OF_THE_WORDS = re.compile("As in|Used where no name fits")


@pytest.fixture
def theirs(cast: Cast) -> None:
    actions.change_provider(by=cast.ruth, **THEIRS)


def of_ours(html: str, own: pseudo.OwnWords) -> Iterator[str]:
    """The sentences of a page in which one of our words stands, beside the record's own and the law's."""
    return (text for text in pseudo.unmarked(html, own) if OURS.search(text) and not OF_THE_WORDS.search(text))


def the_law() -> set[str]:
    return {each.text for texts in (OF_AUTHORITIES, OF_DECISIONS) for each in texts.values()}


@pytest.mark.parametrize(("who", "at_least"), [("ruth", 40), ("priya_signs_in", 4)])
def test_no_page_says_our_words(cast: Cast, theirs: None, who: str, at_least: int) -> None:
    client = arrange.signed_in(getattr(cast, who))
    client.raise_request_exception = False
    given: dict[str, Any] = examples(cast)
    own = pseudo.own_words()
    own = pseudo.OwnWords([*own.known, *the_law()])
    pages = {path: answer.content.decode() for path in paths(given) if is_page(answer := client.get(path)) and answer.status_code == 200}
    assert len(pages) >= at_least
    assert sum("the &lt;crew&gt; at 100%" in page.lower() for page in pages.values()) >= at_least / 4
    found = {path: left for path, page in pages.items() if (left := list(of_ours(page, own)))}
    assert not found, "\n".join(f"{path}: {left}" for path, left in found.items())


@pytest.mark.parametrize(
    ("address", "about", "said"),
    [
        ("/p/{}/circle/", "jo", "Kith and kin"),
        ("/p/{}/sharing/", "jo", "eeling wobbly"),
        ("/p/{}/who-decides/", "ann", "The &lt;crew&gt; at 100% who are trained for it"),
        ("/t/{}/", "quiet_afternoon", "The &lt;crew&gt; at 100%"),
    ],
)
def test_theirs_stand_there(cast: Cast, theirs: None, address: str, about: str, said: str) -> None:
    page = arrange.signed_in(cast.ruth).get(address.format(getattr(cast, about).pk)).content.decode()
    assert said in page.replace("\xa0", " ")


def test_a_sentence_keeps_its_other_places() -> None:
    with terms.said_with(lambda: {"person": "our guest", "circle": "", "staff": "50% of us", "upset": "wobbly"}):
        assert terms.gettext("%(Staff)s ask %(name)s") % {"name": "Jo"} == "50% of us ask Jo"
        assert terms.gettext("%(Staff)s ask 100%") == "50% of us ask 100%"
        assert terms.gettext("%(Circle)s ask") == "Family and friends ask"
    assert terms.gettext("What do %(staff)s do?") == "What do staff do?"
