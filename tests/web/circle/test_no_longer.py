"""What no longer stands is no longer on their pages: words taken back or another's, a say, a sharing, an advocate's sight."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from tests.decisions import test_for_somebody as somebody
from tests.web import arrange

from throughline.access import actions as access
from throughline.agreements import actions as agreements
from throughline.agreements.actions import Answered
from throughline.agreements.parts import AgreementParty, SharedThing
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions

from .living import Life


def agreed_page(life: Life, browser: Any) -> str:
    response = browser.get(reverse("circle:agreed", args=[life.jo.pk]))
    assert response.status_code == 200
    return str(response.content.decode().replace("\xa0", " "))


def over_a_purse(life: Life) -> tuple[Any, Any]:
    """Jo's words over an item about money, which Priya may see; and Priya's browser."""
    browser, voice = life.browser(life.priya), arrange.said(life.home, "I pay for the bus.", topic="money")
    life.item("money", "Purse", own_words=voice)
    life.asks(life.priya, "money")
    assert "I pay for the bus." in agreed_page(life, browser)
    return browser, voice


def test_words_that_jo_took_back_are_not_shown_to_family(life: Life) -> None:
    browser, voice = over_a_purse(life)
    conversations.take_back(voice=voice, kind="withdrawn", reason="", by=life.ruth)
    page = agreed_page(life, browser)
    assert "I pay for the bus." not in page and "Purse title" in page


def test_words_that_were_somebody_elses_are_not_shown_to_family(life: Life) -> None:
    browser, voice = over_a_purse(life)
    conversations.move_voice(voice=voice, to=life.home.sam, reason="Sam said it", by=life.ruth)
    assert "I pay for the bus." not in agreed_page(life, browser)


def test_corrected_words_are_shown_as_corrected(life: Life) -> None:
    browser, voice = over_a_purse(life)
    conversations.correct_voice(voice=voice, reason="A word", words="I pay for the train.", by=life.ruth)
    page = agreed_page(life, browser)
    assert "I pay for the train." in page and "I pay for the bus." not in page


def with_priya(life: Life, **party: Any) -> None:
    """What was agreed with Priya, who hears about money once a month."""
    part = AgreementParty(contact=life.priya, position=1, in_planning="told", in_reviews="told", **({"in_decisions": "told"} | party))
    said = [Answered("agreed", said=JustSaid("said", "Yes, Mum."))]
    shared = [SharedThing(contact=life.priya, about="money", rhythm="monthly")]
    agreements.write_version(person=life.jo, purpose="Jo first", parties=[part], shared=shared, answers=said, by=life.ruth)


def test_what_was_taken_back_is_no_longer_promised(life: Life) -> None:
    browser, permission = life.browser(life.priya), life.asks(life.priya, "money")
    with_priya(life)
    assert "Money: once a month" in agreed_page(life, browser)
    life.takes_back(permission)
    assert "Money: once a month" not in agreed_page(life, browser)


def test_a_say_that_the_law_no_longer_gives_is_no_longer_promised(life: Life) -> None:
    browser, power = life.browser(life.priya), life.power(life.priya, "medication")
    life.asks(life.priya, "money")
    with_priya(life, in_decisions="decides", areas=["medication"])
    assert "Only about: Medication." in agreed_page(life, browser)
    agreements.end_authority(authority=power, why="revoked", on=clock.today(), by=life.ruth)
    page = agreed_page(life, browser)
    assert "Only about: Medication." not in page and "nothing gives you that by law any more" in page


def test_an_advocate_whose_work_somebody_else_took_on_sees_no_more(life: Life) -> None:
    browser = life.browser(life.dan)
    life.item("health", "Tooth")
    work = authority.ask_for_advocate(person=life.jo, kind="imca", contact=life.dan, by=life.ruth)
    until = clock.today() + timedelta(days=90)
    agreements.open_by_law(contact=life.dan, kind="imca", topics=["health"], because="Asked", until=until, advocacy=work, by=life.ruth)
    agreements.keep_step(advocacy=work, kind="met", on=clock.today(), by=life.ruth)
    assert "Tooth title" in agreed_page(life, browser)
    mo = access.add_contact(person=life.jo, name="Mo", kind="advocate", relationship="advocate", by=life.ruth)
    agreements.keep_step(advocacy=work, kind="accepted", on=clock.today(), contact=mo, by=life.ruth)
    assert "Tooth title" not in agreed_page(life, browser)


def by_property_power(life: Life, *topics: str) -> Any:
    """What Priya's power over money decides about who may know what."""
    told = {"how_act": "alone", "areas": ["money", "sharing"], "registered_on": clock.today() - timedelta(days=99)}
    power = authority.write_authority(person=life.jo, kind="lpa_property", holders=[Holder(contact=life.priya)], by=life.ruth, **told)
    authority.see_papers(authority=power, what="pages 1 to 20", seen_on=clock.today(), by=life.ruth)
    about: dict[str, Any] = {"area": "sharing", "impact": "high", "contact": life.priya, "shares": list(topics)}
    question = decisions.ask(person=life.jo, text="May Priya know about it?", by=life.ruth, **about)
    return somebody.by_power(life.home, question, power, somebody.assess(life.home, question))


def test_a_property_attorney_does_not_decide_who_knows_about_health(life: Life) -> None:
    assert by_property_power(life, "health").faults == ["authority-kind"]
    assert by_property_power(life, "money").standing == "valid"
