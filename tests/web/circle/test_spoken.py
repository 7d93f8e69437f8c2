"""Every sentence on the pages of family and advocates goes through gettext, and every page stands in the law of the web's forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange, pseudo

from throughline.access import actions
from throughline.access.models import CircleMember
from throughline.base import clock

PAGES = ("home", "agreed", "said", "access", "decide", "say", "ask", "notes")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.write(folder)
    return folder


@pytest.fixture
def spoken(catalogue: Path) -> Iterator[None]:
    with pseudo.spoken(catalogue):
        yield


def unmarked(client: Client, path: str, **sent: str) -> list[str]:
    """Sentences on a page, or on the answer to a form, that stand outside the marks of a made-up language."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = pseudo.LANGUAGE
    answer = client.post(path, sent) if sent else client.get(path)
    assert answer.status_code in (200, 403, 404), path
    return pseudo.unmarked(answer.content.decode(), pseudo.own_words())


def test_every_page_of_an_advocate_who_is_an_attorney_too(life, spoken) -> None:
    dan = life.browser(life.dan)
    life.power(life.dan, "money")
    life.asks(life.dan, "money")
    life.asks(life.dan, "health", "at_reviews")
    life.asks(life.dan, "plans", "no")
    version = life.item("money", "Purse", look_again_on=clock.today())
    arrange.recorded(life.home, version)
    life.question("money", "Bank")
    dan.post(reverse("circle:say", args=[life.jo.pk]), {"working": "The bus"})
    dan.post(reverse("circle:notes", args=[life.jo.pk]), {"words": "By the river"})
    for name in PAGES:
        assert unmarked(dan, reverse(f"circle:{name}", args=[life.jo.pk])) == [], name
    assert unmarked(dan, reverse("circle:ask", args=[life.jo.pk]), words="") == []


def test_inviting_and_being_invited(life, spoken) -> None:
    ruth, invite = arrange.signed_in(life.ruth), reverse("circle:invite", args=[life.jo.pk, life.priya.pk])
    assert unmarked(ruth, invite) == []
    for how in ("email", "printed"):
        sent = {"basis": "invited", "basis_words": "Jo", "handed_over": how}
        left = unmarked(ruth, invite, **sent)
        assert [each for each in left if "/invitation/" not in each and not each.replace(" ", "").isdigit()] == []
    made = actions.invite(contact=life.priya, basis="invited", basis_words="Jo", handed_over="printed", by=life.ruth)
    link = reverse("circle:invitation", args=[made.link])
    assert unmarked(Client(), link) == [] and unmarked(Client(), link, code="000000") == []
    life.joins(life.dan)
    assert unmarked(ruth, reverse("circle:end", args=[life.jo.pk, CircleMember.objects.get().pk])) == []
