"""Somebody is written down, invited, and given what Jo says that they may see, on one page; the law of each holds as it does apart."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access.models import Grant, Invitation
from throughline.agreements import actions as sharing
from throughline.agreements.models import SharingPermission
from throughline.agreements.said import JustSaid
from throughline.conversations.models import Voice
from throughline.people.models import Contact

pytestmark = pytest.mark.django_db

PRIYA = {"name": "Priya", "kind": "circle", "relationship": "mum"}
LEVELS = {"topic-daily_life": "may_see", "topic-plans": "at_reviews", "topic-money": "no"}
SAYS = {"basis_words": "Mum comes. Mum sees my days.", "how_told": "picked", "asked_alone": "on"}


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


def sent(house: arrange.House, given: dict[str, str], by: Any = None) -> str:
    """The page that follows, as Ruth gets it if not said otherwise."""
    client = arrange.signed_in(by or house.ruth)
    return client.post(reverse("people:contact_new", args=[house.jo.pk]), given).content.decode()


def test_one_page_and_one_voice(house: arrange.House) -> None:
    page = sent(house, PRIYA | SAYS | LEVELS)
    assert "Daily life: May see" in page and "Plans and reviews: At reviews" in page and "this opens nothing" not in page
    voice, kept = Voice.objects.get(person=house.jo), SharingPermission.objects.all()
    assert (voice.words, voice.how_told) == ("Mum comes. Mum sees my days.", "picked")
    assert {each.voice for each in kept} == {voice} and {each.standing for each in kept} == {"valid"}
    assert all(each.asked_alone for each in kept)
    assert dict(Grant.objects.values_list("topic", "level")) == {"daily_life": "may_see", "plans": "at_reviews"}
    assert Invitation.objects.get().basis_words == voice.words


def test_without_jos_words_nothing_is_kept(house: arrange.House) -> None:
    page = sent(house, PRIYA | LEVELS)
    assert "Write what Jo said. Without it, nobody may see anything." in page
    assert not Contact.objects.filter(person=house.jo).exists() and not SharingPermission.objects.exists()


def test_who_is_only_written_down_sees_nothing(house: arrange.House) -> None:
    sent(house, PRIYA)
    assert Contact.objects.filter(person=house.jo, name="Priya").exists()
    assert not (Invitation.objects.exists() or SharingPermission.objects.exists() or Voice.objects.exists())


def test_who_is_not_to_be_told_is_shut_out_here_too(house: arrange.House) -> None:
    """It is kept as it happened, opens nothing, and the page says so before the link is handed over."""
    said = JustSaid("said", "Mum hears nothing of my money.")
    sharing.keep_from_being_told(person=house.jo, name="Priya", topics=["money"], said=said, by=house.ruth)
    page = sent(house, PRIYA | SAYS | {"topic-money": "may_see", "topic-daily_life": "may_see"})
    assert "Money: this opens nothing" in page and "Daily life: May see" in page
    assert set(Grant.objects.values_list("topic", flat=True)) == {"daily_life"}


@pytest.mark.parametrize("name", ["amina", "neighbour"])
def test_who_may_not_invite_does_not_share_either(house: arrange.House, name: str) -> None:
    sent(house, PRIYA | SAYS | LEVELS, getattr(house, name))
    assert not Contact.objects.filter(person=house.jo).exists() and not Grant.objects.exists()
