"""What staff follow: which version, since when, resting on what; and what may not be published at all."""

from datetime import date, timedelta

import pytest

from throughline.base import clock
from throughline.base.errors import Refused
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration
from throughline.plan import actions, queries
from throughline.plan.parts import Line


@pytest.fixture
def begin(home):
    def made(kind="routine", title="Quiet afternoon", **content):
        person = content.pop("person", home.jo)
        return actions.begin(person=person, kind=kind, title=title, by=home.amina, **content)

    return made


def titles(home, as_at=None):
    return [each.version.title for each in queries.followed(home.sight(home.jo), as_at)]


def test_it_works(home, begin):
    version = begin()
    assert titles(home) == []
    actions.publish(version=version, message="From Monday", decision=home.decides(home.jo, "Quiet afternoons"), by=home.amina)
    assert titles(home) == ["Quiet afternoon"]


def test_staff_follow_the_version_that_was_published_last(home, begin):
    first = begin()
    second = actions.write(item=first.item, title="Quieter", by=home.amina)
    actions.publish(version=second, message="New", by=home.amina)
    actions.publish(version=first, message="Back to how it was", by=home.amina)
    assert titles(home) == ["Quiet afternoon"]


def test_a_service_led_item_can_be_published_and_says_so(home, begin):
    actions.publish(version=begin(), message="We start with this", by=home.amina)
    (publication,) = queries.followed(home.sight(home.jo))
    assert publication.decision is None
    assert publication.version.own_words is None


def test_a_decision_can_be_cited_later_for_the_same_version(home, begin):
    version = begin()
    actions.publish(version=version, message="We start with this", by=home.amina)
    actions.publish(version=version, message="Jo decided", decision=home.decides(home.jo, "Yes"), by=home.amina)
    (publication,) = queries.followed(home.sight(home.jo))
    assert publication.decision is not None


def test_ending_keeps_the_item_and_nobody_follows_it(home, begin):
    version = begin()
    actions.publish(version=version, message="New", by=home.amina)
    actions.end(item=version.item, message="Jo does not need it now", by=home.amina)
    assert titles(home) == []
    (ended,) = queries.ended(home.sight(home.jo))
    assert (ended.last_title, ended.message) == ("Quiet afternoon", "Jo does not need it now")
    assert queries.unpublished(home.sight(home.jo)) == []
    with pytest.raises(Refused, match="ended already"):
        actions.end(item=version.item, message="Again", by=home.amina)


def test_what_ended_can_be_taken_up_again(home, begin):
    version = begin()
    actions.end(item=version.item, message="Not now", by=home.amina)
    again = actions.write(item=version.item, title="Quiet, again", by=home.amina)
    assert [each.pk for each in queries.unpublished(home.sight(home.jo))] == [again.pk]
    actions.publish(version=again, message="Jo asks for it", by=home.amina)
    assert titles(home) == ["Quiet, again"]


def test_what_waits_is_newer_than_anything_staff_followed(home, begin):
    first = begin()
    second = actions.write(item=first.item, title="Second", by=home.amina)
    actions.publish(version=second, message="New", by=home.amina)
    actions.publish(version=first, message="Back", by=home.amina)
    assert queries.unpublished(home.sight(home.jo)) == []
    third = actions.write(item=first.item, title="Third", by=home.amina)
    assert [each.pk for each in queries.unpublished(home.sight(home.jo))] == [third.pk]


def test_what_staff_followed_on_a_past_day(home, begin, at):
    with at("2026-03-02 10:00"):
        first = begin()
    with at("2026-03-05 10:00"):
        actions.publish(version=first, message="New", by=home.amina)
    with at("2026-04-02 10:00"):
        second = actions.write(item=first.item, title="Quieter", by=home.amina)
        actions.publish(version=second, message="Jo wants it quieter", by=home.amina)
    with at("2026-05-04 10:00"):
        actions.end(item=first.item, message="Jo moved on", by=home.amina)
    days = {"2026-03-04": [], "2026-03-05": ["Quiet afternoon"], "2026-04-02": ["Quieter"], "2026-05-03": ["Quieter"], "2026-05-04": []}
    found = {day: titles(home, clock.end_of(date.fromisoformat(day))) for day in days}
    assert found == days


def unlawful(begin, what):
    """A version that needs a valid decision, written by Amina."""
    if what == "restriction":
        return begin(kind="restriction", title="The front door is locked at night", look_again_on=SOON)
    if what == "money":
        return begin(kind="money_plan", title="£10 a day", controls_money=True, look_again_on=SOON)
    lines = [Line(part="react", text="Stand between Jo and the road")]
    return begin(kind="what_helps", title="Near roads", lines=lines, look_again_on=SOON)


SOON = clock.today() + timedelta(days=60)
NEEDS = ["restriction", "money", "reactive"]
AREA = {"restriction": "restrictions", "money": "money", "reactive": "care"}


@pytest.mark.parametrize("what", NEEDS)
def test_never_without_a_decision(home, begin, what):
    version = unlawful(begin, what)
    with pytest.raises(Refused, match="rests on no decision. Have it decided with the person first"):
        actions.publish(version=version, message="We start with this", by=home.ruth)
    assert titles(home) == []


@pytest.mark.parametrize("what", NEEDS)
def test_with_the_person_s_own_decision(home, begin, what):
    version = unlawful(begin, what)
    decision = home.decides(home.jo, "Yes", area=AREA[what], impact="moderate")
    actions.publish(version=version, message="Jo decided", decision=decision, by=home.ruth)
    assert titles(home) == [version.title]


def test_what_is_said_to_limit_needs_a_decision_about_that_whatever_its_kind(home, begin):
    version = begin(look_again_on=SOON)
    with pytest.raises(Refused, match="It limits the person and rests on no decision."):
        actions.publish(version=version, message="New", limits=True, by=home.ruth)
    about_afternoons = home.decides(home.jo, "Yes", impact="moderate")
    with pytest.raises(Refused, match="about something else"):
        actions.publish(version=version, message="New", decision=about_afternoons, limits=True, by=home.ruth)
    decision = home.decides(home.jo, "Yes", area="restrictions", impact="moderate")
    assert actions.publish(version=version, message="Jo decided", decision=decision, limits=True, by=home.ruth).limits
    assert titles(home) == [version.title]


@pytest.mark.parametrize(("area", "impact"), [("community", "high"), ("", "low")], ids=["about something else", "of low impact"])
@pytest.mark.parametrize("what", NEEDS)
def test_never_on_a_decision_about_something_else_or_of_low_impact(home, begin, what, area, impact):
    version = unlawful(begin, what)
    decision = home.decides(home.jo, "Swim on Mondays", area=area or AREA[what], impact=impact)
    with pytest.raises(Refused, match="about something else"):
        actions.publish(version=version, message="As decided", decision=decision, by=home.ruth)
    assert titles(home) == []


@pytest.mark.parametrize("what", ["routine", *NEEDS])
def test_never_on_a_decision_that_is_not_valid(home, begin, what):
    version = begin() if what == "routine" else unlawful(begin, what)
    with pytest.raises(Refused, match="not valid, so nothing can rest on it"):
        actions.publish(version=version, message="Mum decided", decision=home.decides(home.jo, "No", basis="relative"), by=home.ruth)


@pytest.mark.parametrize("what", ["routine", *NEEDS])
def test_never_on_a_decision_of_another_person(home, begin, what):
    version = begin() if what == "routine" else unlawful(begin, what)
    with pytest.raises(Refused, match="about somebody else"):
        actions.publish(version=version, message="Sam decided", decision=home.decides(home.sam, "Yes"), by=home.ruth)


def test_never_on_a_decision_that_was_decided_again(home, begin):
    first = home.decides(home.jo, "Yes")
    voice = home.says(home.jo, "Yes, but later")
    decisions.decide_again(
        decision=first,
        reason="Jo said more",
        outcome="Later",
        basis="own",
        considered=[Consideration(voice=voice, effect="shaped")],
        by=home.ruth,
    )
    with pytest.raises(Refused, match="decided again since"):
        actions.publish(version=begin(), message="New", decision=first, by=home.ruth)


def test_an_ending_cites_no_decision_that_is_not_valid(home, begin):
    version = begin()
    with pytest.raises(Refused, match="not valid"):
        actions.end(item=version.item, message="Mum says no", decision=home.decides(home.jo, "No", basis="relative"), by=home.ruth)


def test_a_support_worker_publishes_nothing(home, begin):
    with pytest.raises(Refused, match="write and publish the plan"):
        actions.publish(version=begin(), message="New", by=home.tom)
