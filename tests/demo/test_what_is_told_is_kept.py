"""What the stories say in words is what was written down: each count that somebody names can be counted in the records."""

from datetime import date, timedelta
from typing import Any

import pytest

from throughline.access import scope
from throughline.base import clock
from throughline.conversations.models import Contribution, Presence
from throughline.decisions import queries_disagreement as disagreements
from throughline.demo.build import Cast
from throughline.plan.models import Publication, Stage
from throughline.practice.models import Activity, DailyNote, Incident, MissedMedicine, RoutineRecord, ScaleAnswer, Upset
from throughline.reviews import queries as answers
from throughline.reviews.models import Review

MORNING, FOUR_WEEKS = 10, timedelta(weeks=4)  # upsets that begin before ten are of the morning


def mornings(cast: Cast, before: date, count: int) -> int:
    """On how many of the mornings before a day Lee was upset."""
    days = {before - timedelta(days=n) for n in range(1, count + 1)}
    moments = Upset.objects.current().filter(person=cast.lee).values_list("occurred_at", flat=True)
    local = [each.astimezone(clock.LONDON) for each in moments]
    return len({each.date() for each in local if each.hour < MORNING} & days)


def said(person: Any, part: str) -> Contribution:
    return Contribution.objects.get(person=person, words__contains=part)


def group(cast: Cast, person: Any, what: str, day: date, count: int) -> list[str]:
    """How the last times before a day went, the oldest first."""
    rows = Activity.objects.current().filter(person=person, what=what, day__lt=day).order_by("-day")[:count]
    return [row.going for row in reversed(rows)]


def test_lees_mornings_were_counted_right(cast: Cast) -> None:
    before, since = said(cast.lee, "18 of the last 31 mornings"), said(cast.lee, "4 of the last 28 mornings")
    first, second = clock.day_of(before.occurred_at), clock.day_of(since.occurred_at)
    assert mornings(cast, first, 31) == 18 and mornings(cast, second, 28) == 4
    assert group(cast, cast.lee, "Art group", first, 4).count("went") == 1
    assert group(cast, cast.lee, "Art group", second, 4) == ["went"] * 4


def own_answers(item: Any) -> list[int]:
    """Which answer of the person's own scale they gave each time; 0 is the one that they want."""
    rows = ScaleAnswer.objects.current().filter(item=item).select_related("answer").order_by("occurred_at")
    return [row.answer.position for row in rows]


@pytest.mark.parametrize("name", ["whose_morning", "battery"])
def test_on_their_own_scale_it_is_better_than_at_first(cast: Cast, name: str) -> None:
    item = getattr(cast, name)
    given, best = own_answers(item), min(own_answers(item))
    assert len(given) >= 6 and given[0] > best and given[-1] == best
    assert set(ScaleAnswer.objects.filter(item=item).values_list("how_told", flat=True)) <= {"picked", "said"}


def test_sam_goes_on_most_thursdays_since_it_is_in_steps_of_sams_own(cast: Cast) -> None:
    began = clock.day_of(Publication.objects.filter(item=cast.group).earliest("occurred_at").occurred_at)
    before = group(cast, cast.sam, "Film group", began, 5)
    since = group(cast, cast.sam, "Film group", cast.today, 8)
    assert "went" not in before and since.count("went") == 6 and "did_not_go" not in since
    week = MissedMedicine.objects.current().filter(person=cast.sam, occurred_at__lt=clock.moment(cast.today - timedelta(days=20), 0))
    assert week.count() == 3


def test_lee_is_upset_less_about_the_scan_since_there_is_a_way_to_talk_of_it(cast: Cast) -> None:
    followed = Publication.objects.get(item=cast.scan_talk).occurred_at
    about = Upset.objects.current().filter(person=cast.lee, before="Somebody spoke of the scan.").order_by("occurred_at")
    minutes = {
        when: [(row.ended_at - row.occurred_at).seconds // 60 for row in rows if row.ended_at]
        for when, rows in (("pushed", about.filter(occurred_at__lt=followed)), ("agreed", about.filter(occurred_at__gt=followed)))
    }
    assert len(minutes["pushed"]) == 5 and len(minutes["agreed"]) == 2
    assert min(minutes["pushed"]) > max(minutes["agreed"])
    assert about.latest("occurred_at").occurred_at < clock.moment(cast.today - timedelta(days=10), 0)
    offered = RoutineRecord.objects.current().filter(item=cast.scan_talk)
    assert offered.count() == 20 and not offered.filter(result="not_offered").exists()
    assert DailyNote.objects.current().filter(item=cast.scan_talk).count() == 4


def test_anns_tablets_are_missed_less_since_trained_staff_give_them(cast: Cast) -> None:
    changed = Publication.objects.get(item=cast.tablets).occurred_at
    missed = MissedMedicine.objects.current().filter(person=cast.ann)
    before = missed.filter(occurred_at__gte=changed - FOUR_WEEKS, occurred_at__lt=changed).count()
    since = missed.filter(occurred_at__gte=changed, occurred_at__lt=changed + FOUR_WEEKS).count()
    counted = said(cast.ann, "four weeks before staff gave them").words
    assert counted.startswith(f"Tablets were missed {before} times") and (before, since) == (7, 1)


def test_ann_goes_on_in_the_chair_and_nobody_was_silenced(cast: Cast) -> None:
    """Incident, review and card say the same, and Gwen's words stand on the card."""
    assert Incident.objects.filter(person=cast.ann, area="community", seen__contains="bicycle").count() == 1
    card = Publication.objects.filter(item=cast.outdoors).latest("sequence").version
    assert Stage.objects.get(version=card, is_current=True).text == "To the river, somebody behind"
    assert {each.contribution.contact_id for each in card.lines.exclude(contribution=None)} >= {cast.gwen.pk}
    assert any("low place" in each.text for each in card.lines.all()) and any("gate is shut" in each.text for each in card.lines.all())
    dispute = disagreements.disputes([cast.chair_disagreement])[0]
    assert dispute.closed is not None and dispute.closed.came_to == "choice_stands"
    looked = Review.objects.current().get(item=cast.outdoors)
    assert looked.took_part == "led" and looked.perspectives.first().party == "person"


def test_what_dan_found_with_sam_is_in_the_card_and_sam_was_told(cast: Cast) -> None:
    assert not cast.sam.contacts.filter(kind="circle").exists()
    looked = Review.objects.current().get(item=cast.group)
    assert looked.led_by == cast.sams_dan and looked.perspectives.first().party == "person"
    mine = [each.voice for each in looked.perspectives.exclude(voice=None)]
    found = answers.answers(scope.sight(cast.ruth, cast.sam.pk))
    assert [found[each.pk].response.state for each in mine if each.pk in found] == ["done"]


def test_each_at_the_meeting_about_nights_shaped_what_jo_decided(cast: Cast) -> None:
    there = Presence.objects.filter(conversation=cast.nights_decision.conversation, attendance="came")
    assert set(there.values_list("party", flat=True)) == {"person", "circle", "advocate", "professional", "staff"}
    weighed = cast.nights_decision.considerations.all()
    assert {each.contribution.contact for each in weighed if each.contribution} >= {cast.priya, cast.dan, cast.dr_shah}
    assert {each.effect for each in weighed} == {"shaped"} and cast.nights_decision.basis == "own_with_support"
