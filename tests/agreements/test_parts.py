"""Who takes part in what: written down where it differs from "the person decides", looked at again, and never a key or a power."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.agreements.circle import Circle, around_jo, attorney, gwen_gives_medication, said
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import circle, scope
from throughline.agreements import actions, queries
from throughline.agreements.models import AreaPart
from throughline.authority import actions as authority
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.practice import actions as practice
from throughline.thread.parts import parts_up_for_review


@pytest.fixture
def people(home: arrange.House) -> Circle:
    return around_jo(home)


def up(home: arrange.House) -> list[Any]:
    return parts_up_for_review(scope.sight(home.ruth, home.jo.pk))


def running(home: arrange.House) -> list[str]:
    return [str(each.part) for each in queries.parts(scope.sight(home.ruth, home.jo.pk)) if each.runs]


# --- seed 002, example 3 ---


def test_a_sister_who_still_gives_medication_after_the_need_has_grown(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    assert up(home) == []
    change = practice.keep_need_change(person=home.jo, area="medication", words="Jo has insulin four times a day now.", by=home.amina)
    [found] = up(home)
    assert (found.taking.part, found.changes) == (part, (change,))
    actions.look_again(
        part=part, verdict="change", because="Insulin needs somebody trained.", said=said("Gwen can still come."), by=home.ruth
    )
    [found] = up(home)
    assert (found.changes, found.is_to_change) == ((), True)
    told = {"team": True, "needs_then": change.words}
    ended = actions.end_part(
        part=part,
        on=clock.today(),
        why="Staff who are trained give it now.",
        replaced_by=told,
        support="Rings on Sundays, and comes along to the clinic.",
        by=home.ruth,
    )
    assert (ended.replaced_by.team, ended.replaced_by.part, ended.replaced_by.area) == (True, "delivers_care", "medication")
    assert running(home) == ["Does some of the support: Medication"]
    [support] = queries.supports(scope.sight(home.ruth, home.jo.pk))
    assert (support.row.contact, support.ended) == (people.gwen, None)
    assert up(home) == []


def test_a_change_elsewhere_puts_nothing_up(home: arrange.House, people: Circle) -> None:
    gwen_gives_medication(home, people.gwen)
    practice.keep_need_change(person=home.jo, area="money", words="Jo has a card now.", by=home.amina)
    assert up(home) == []


def test_a_change_that_was_there_before_the_part_puts_nothing_up(home: arrange.House, people: Circle) -> None:
    practice.keep_need_change(person=home.jo, area="medication", words="Insulin.", by=home.amina)
    gwen_gives_medication(home, people.gwen)
    assert up(home) == []


def test_a_change_that_was_written_down_by_mistake_puts_nothing_up(home: arrange.House, people: Circle) -> None:
    gwen_gives_medication(home, people.gwen)
    change = practice.keep_need_change(person=home.jo, area="medication", words="Insulin.", by=home.amina)
    practice.mistake_need_change(change=change, reason="It was Sam’s.", by=home.amina)
    assert up(home) == []


def test_a_part_is_up_on_its_day_and_then_for_half_a_year_not(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        part = gwen_gives_medication(march, around_jo(march).gwen)
        assert part.look_again_on == date(2026, 9, 1)
    with at("2026-08-31 10:00"):
        assert up(march) == []
    with at("2026-09-01 10:00"):
        assert [each.is_due for each in up(march)] == [True]
        actions.look_again(part=part, verdict="keep", because="It goes well.", by=march.ruth)
        assert up(march) == []


def test_a_part_of_somebody_who_is_gone_is_up(home: arrange.House, people: Circle) -> None:
    gwen_gives_medication(home, people.gwen)
    access.change_contact(contact=people.gwen, ended_on=clock.today(), by=home.ruth)
    assert [each.is_gone for each in up(home)] == [True]


def test_as_at_a_day_before_the_need_grew_nothing_is_up(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        gwen_gives_medication(march, around_jo(march).gwen)
    with at("2026-03-05 10:00"):
        practice.keep_need_change(person=march.jo, area="medication", words="Insulin.", by=march.amina)
        sight = scope.sight(march.ruth, march.jo.pk)
        assert parts_up_for_review(sight, clock.end_of(date(2026, 3, 4))) == []
        assert len(parts_up_for_review(sight)) == 1


# --- a part gives nothing ---


@pytest.mark.parametrize("part", ["contributes", "consulted", "informed", "delivers_care"])
def test_a_part_gives_no_sight(home: arrange.House, people: Circle, part: str) -> None:
    before = circle.open_to([people.gwen])
    gwen_gives_medication(home, people.gwen, part=part)
    assert circle.open_to([people.gwen]) == before
    with pytest.raises(NotFound):
        circle.sight(home.neighbour, home.jo.pk)


def test_a_part_of_a_worker_elsewhere_gives_them_no_sight(home: arrange.House) -> None:
    actions.keep_part(person=home.jo, area="medication", part="delivers_care", staff=home.neighbour, because="x", by=home.ruth)
    actions.keep_support(person=home.jo, staff=home.neighbour, how="They know each other.", by=home.ruth)
    with pytest.raises(NotFound):
        scope.sight(home.neighbour, home.jo.pk)


def test_a_part_carries_no_decision(home: arrange.House, people: Circle) -> None:
    gwen_gives_medication(home, people.gwen, part="contributes")
    asked = arrange.question(home)
    told = {"decided_by_contact": people.gwen}
    assert arrange.decided(home, asked, arrange.said(home), basis="relative", **told).standing == "not_valid"


# --- deciding needs an authority ---


def decides(home: arrange.House, **who: Any) -> AreaPart:
    return actions.keep_part(person=home.jo, area="medication", part="decides", because="They always have.", by=home.ruth, **who)


def refused(home: arrange.House, **who: Any) -> str:
    with pytest.raises(Invalid) as invalid:
        decides(home, **who)
    assert list(invalid.value.faults) == ["part"] and not AreaPart.objects.exists()
    return invalid.value.faults["part"]


def test_a_mum_does_not_decide_because_she_is_mum(home: arrange.House, people: Circle) -> None:
    assert "Being family, paying or caring gives nobody the right" in refused(home, contact=people.priya)


def test_staff_do_not_decide_because_they_are_staff(home: arrange.House) -> None:
    assert "No authority is named" in refused(home, staff=home.ruth)
    assert "No authority is named" in refused(home, team=True)


def test_an_attorney_decides_when_somebody_has_seen_the_papers(home: arrange.House, people: Circle) -> None:
    power = attorney(home, people.priya, seen=False)
    assert "only claimed" in refused(home, contact=people.priya)
    authority.see_papers(authority=power, what="Registered", seen_on=clock.today(), by=home.ruth)
    assert decides(home, contact=people.priya).authority == power


def test_an_attorney_decides_nothing_out_of_scope(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya, areas=["home"])
    assert "does not cover this part of life" in refused(home, contact=people.priya)


def test_an_attorney_for_money_decides_nothing_about_medication(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya, kind="lpa_property", areas=["money"])
    assert "does not reach this part of life" in refused(home, contact=people.priya)


def test_a_power_that_has_ended_lets_nobody_decide(home: arrange.House, people: Circle) -> None:
    power = attorney(home, people.priya)
    authority.end_authority(authority=power, on=clock.today(), why="revoked", by=home.ruth)
    assert "had ended" in refused(home, contact=people.priya)


def test_who_decides_does_so_for_as_long_as_the_power_lets_them(march: arrange.House, at: Any) -> None:
    """By the day: revoked, run out, or corrected so that somebody has to see its papers anew; another power carries it all the same."""
    people = around_jo(march)
    with at("2026-03-02 10:00"):
        attorney(march, people.priya, expires_on=date(2026, 6, 30))
        decides(march, contact=people.priya)
        assert len(running(march)) == 1
    with at("2026-07-01 10:00"):
        assert running(march) == []
        (taken,) = queries.parts(scope.sight(march.ruth, march.jo.pk))
        assert taken.why_not == ["authority-expired"]
        then = queries.parts(scope.sight(march.ruth, march.jo.pk), clock.end_of(date(2026, 6, 30)))
        assert [each.runs for each in then] == [True]
        attorney(march, people.priya)
        assert len(running(march)) == 1


def test_a_revoked_power_ends_the_part_and_one_that_is_corrected_waits_for_its_papers(home: arrange.House, people: Circle) -> None:
    power = attorney(home, people.priya)
    decides(home, contact=people.priya)
    corrected = actions.correct_authority(authority=power, reason="It covers less.", areas=["medication"], by=home.ruth)
    assert running(home) == []
    authority.see_papers(authority=corrected, what="registered", seen_on=clock.today(), by=home.ruth)
    assert len(running(home)) == 1
    actions.end_authority(authority=corrected, on=clock.today(), why="revoked", by=home.ruth)
    assert running(home) == []


def test_a_power_that_is_not_registered_lets_nobody_decide(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya, registered_on=None)
    assert "not registered" in refused(home, contact=people.priya)


def test_the_power_of_one_relative_lets_no_other_decide(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya)
    assert "No authority is named" in refused(home, contact=people.gwen)


# --- what is written down ---


def test_no_part_is_written_down_until_somebody_does(home: arrange.House, people: Circle) -> None:
    assert queries.parts(scope.sight(home.ruth, home.jo.pk)) == [] == up(home)


def test_what_jo_says_about_it_is_jos_voice(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen, said=said("She does it right."))
    assert (part.voice.words, part.voice.topic, part.voice.person) == ("She does it right.", "medication", home.jo)


def test_somebody_elses_people_take_no_part(home: arrange.House) -> None:
    ann = access.add_contact(person=home.sam, name="Ann", kind="circle", relationship="neighbour", by=home.ruth)
    with pytest.raises(Invalid, match="not among Jo’s people"):
        gwen_gives_medication(home, ann)


def test_somebody_elses_words_say_nothing_about_it(home: arrange.House, people: Circle) -> None:
    sams = arrange.conversations.keep_voice(person=home.sam, how_told="said", words="Yes.", by=home.amina)
    with pytest.raises(Invalid):
        gwen_gives_medication(home, people.gwen, said=sams)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"because": " "}, "because"),
        ({"since_on": date(2999, 1, 1)}, "since_on"),
        ({"look_again_on": date(2020, 1, 1)}, "look_again_on"),
        ({"contact": None}, "who"),
        ({"team": True}, "who"),
        ({"area": "tea"}, "area"),
    ],
)
def test_what_is_missing_is_said_at_its_field(home: arrange.House, people: Circle, told: dict[str, Any], field: str) -> None:
    given: dict[str, Any] = {"person": home.jo, "area": "medication", "part": "informed", "contact": people.gwen, "because": "x"}
    with pytest.raises(Invalid) as invalid:
        actions.keep_part(by=home.ruth, **given | told)
    assert list(invalid.value.faults) == [field]


def test_the_same_part_is_written_down_once_and_again_after_it_ended(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    with pytest.raises(Invalid, match="have this part already"):
        gwen_gives_medication(home, people.gwen)
    actions.end_part(part=part, on=clock.today(), why="A pause.", by=home.ruth)
    assert gwen_gives_medication(home, people.gwen)


def test_what_has_ended_is_neither_looked_at_nor_ended_again(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    actions.end_part(part=part, on=clock.today(), why="x", by=home.ruth)
    for again in (
        lambda: actions.end_part(part=part, on=clock.today(), why="x", by=home.ruth),
        lambda: actions.look_again(part=part, verdict="keep", because="x", by=home.ruth),
    ):
        with pytest.raises(Invalid, match="ended already"):
            again()


def test_when_what_takes_its_place_cannot_be_kept_nothing_ends(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    with pytest.raises(Invalid):
        actions.end_part(part=part, on=clock.today(), why="x", replaced_by={"contact": people.priya, "part": "decides"}, by=home.ruth)
    assert running(home) == ["Does some of the support: Medication"]


def test_being_there_ends_too(home: arrange.House, people: Circle) -> None:
    support = actions.keep_support(person=home.jo, contact=people.gwen, how="Rings on Sundays.", by=home.ruth)
    actions.end_support(support=support, on=clock.today(), why="She moved away.", by=home.ruth)
    [found] = queries.supports(scope.sight(home.ruth, home.jo.pk))
    assert found.ended is not None
    with pytest.raises(Invalid, match="ended already"):
        actions.end_support(support=support, on=clock.today(), why="x", by=home.ruth)


def test_a_part_written_down_by_mistake_counts_no_more(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    actions.take_back(row=part, reason="It was Sam’s sister.", by=home.ruth)
    assert queries.parts(scope.sight(home.ruth, home.jo.pk)) == []
    assert AreaPart.objects.count() == 2


def test_a_worker_writes_down_a_change_of_need_and_no_part(home: arrange.House, people: Circle) -> None:
    assert practice.keep_need_change(person=home.jo, area="medication", words="x", by=home.amina)
    with pytest.raises(Refused):
        actions.keep_part(person=home.jo, area="medication", part="informed", contact=people.gwen, because="x", by=home.amina)


def test_a_change_of_need_is_not_to_come(home: arrange.House) -> None:
    with pytest.raises(Invalid):
        practice.keep_need_change(person=home.jo, area="medication", words="x", since_on=clock.today() + timedelta(days=1), by=home.amina)
