"""Incidents, missed medicine, activities and upsets of other systems: out as they stand, in through the actions of the pages."""

from datetime import datetime
from typing import Any

import pytest
from tests.api.conftest import NOW, Door, call
from tests.practice.watching import TABLETS, followed

from throughline.access.models import Reading
from throughline.base.ids import new_id
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.practice import actions as practice
from throughline.practice.models import Activity, Crossing, Incident, MissedMedicine, Upset

OVER = "2026-05-19T13:57:00+01:00"
WENT = {"what": "Swimming", "going": "went", "chosen": "own", "feeling": "good", "with_whom": "Lee"}
FELL = {"kind": "fall", "seen": "Jo tripped over the mat and sat down.", "done": "Helped Jo up.", "told": "Ruth, at two."}
MISSED = {"what": "The evening tablet", "why": "said_no", "told": "The pharmacist, at nine.", "advised": "Leave it out."}
UPSET = {"ended_at": OVER, "fast": ["noise"], "seen": "Hummed by the door.", "helped": "The quiet room.", "intensity": 2}

# What each call is sent, the table in which it is kept, and the call with which it is read.
INS: dict[str, tuple[dict[str, Any], Any, str]] = {
    "activity_in": (WENT, Activity, "activities"),
    "incident_in": (FELL, Incident, "incidents"),
    "missed_medicine_in": (MISSED, MissedMedicine, "missed_medicine"),
    "upset_in": (UPSET, Upset, "upsets"),
}


def sent(name: str, **change: Any) -> dict[str, Any]:
    return {"id": str(new_id()), "occurred_at": NOW} | INS[name][0] | change


def same(told: Any, kept: Any) -> bool:
    """A moment is the same in whichever zone it is written."""
    return kept == told or (isinstance(told, str) and told[:2] == "20" and datetime.fromisoformat(kept) == datetime.fromisoformat(told))


@pytest.mark.parametrize("name", INS)
def test_what_is_sent_twice_is_one_record_and_goes_out_as_it_came(door: Door, name: str) -> None:
    _told, table, plural = INS[name]
    given = sent(name)
    answers = [call(door, name, door.home.jo.pk, sent=given) for _ in range(2)]
    assert [(each.status_code, each.json()) for each in answers] == [
        (201, {"id": given["id"], "outcome": "new"}),
        (200, {"id": given["id"], "outcome": "identical"}),
    ]
    assert (table.objects.get().author.name, table.objects.get().person) == ("Care app", door.home.jo)
    (out,) = call(door, plural, door.home.jo.pk).json()
    assert out["author"] == "Care app"
    assert [field for field, told in given.items() if not same(told, out[field])] == []
    assert [reading.page for reading in Reading.objects.filter(person_id=door.home.jo.pk)] == [f"api:{plural}"]


@pytest.mark.parametrize("name", INS)
def test_something_else_under_the_same_id_is_not_taken_for_it(door: Door, name: str) -> None:
    """Other words, another person, or the id of what somebody else wrote: it is said so, and the first stays."""
    table, given = INS[name][1], sent(name)
    call(door, name, door.home.jo.pk, sent=given)
    again = [
        call(door, name, door.home.jo.pk, sent=given | {"occurred_at": "2026-05-19T13:40:00+01:00"}),
        call(door, name, door.home.sam.pk, sent=given),
        call(door, name, door.home.jo.pk, sent=given, kind="elm"),
    ]
    assert [(each.status_code, list(each.json()["faults"])) for each in again] == [(409, ["id"])] * 3
    assert table.objects.get().person == door.home.jo


@pytest.mark.parametrize("name", INS)
def test_a_token_for_one_home_brings_nothing_about_somebody_of_another(door: Door, name: str) -> None:
    answer = call(door, name, door.home.lee.pk, sent=sent(name), kind="elm")
    assert (answer.status_code, INS[name][1].objects.count()) == (404, 0)


@pytest.mark.parametrize(
    ("name", "change", "status", "fault"),
    [
        ("incident_in", {"kind": "mishap"}, 422, "body.given.kind"),
        ("incident_in", {"seen": "  "}, 409, "seen"),
        ("incident_in", {"kind": "injury"}, 409, "injuries"),
        ("incident_in", {"restriction_used": True}, 409, "restriction_words"),
        ("incident_in", {"place": "Kitchen\x00"}, 422, "body.given.place"),
        ("incident_in", {"occurred_at": "2026-05-19T18:00:00+01:00"}, 409, "occurred_at"),  # still to come
        ("missed_medicine_in", {"what": ""}, 422, "body.given.what"),
        ("missed_medicine_in", {"occurred_at": "2026-05-19T12:00:00"}, 409, "occurred_at"),  # in which zone?
        ("activity_in", {"going": "left_early"}, 409, "why"),
        ("activity_in", {"what": " "}, 409, "what"),
        ("activity_in", {"words": "It was loud."}, 422, "body.given.words"),  # it did not hear Jo
        ("upset_in", {"ended_at": "2026-05-19T13:00:00+01:00"}, 409, "ended_at"),  # before it began
        ("upset_in", {"ended_at": "2026-05-19T13:57:00"}, 409, "ended_at"),
        ("upset_in", {"intensity": 6}, 422, "body.given.intensity"),
        ("upset_in", {"fast": ["weather"]}, 422, "body.given.fast.0"),
        ("upset_in", {"restriction_used": True}, 409, "restriction_words"),
    ],
)
def test_what_cannot_be_kept_says_where_and_why(door: Door, name: str, change: dict[str, Any], status: int, fault: str) -> None:
    answer = call(door, name, door.home.jo.pk, sent=sent(name, **change))
    assert (answer.status_code, list(answer.json()["faults"])) == (status, [fault])
    assert not INS[name][1].objects.exists()


def test_an_incident_has_the_part_of_life_of_its_kind_unless_another_is_said(door: Door) -> None:
    for given in ({}, {"area": "community"}):
        call(door, "incident_in", door.home.jo.pk, sent=sent("incident_in", **given))
    assert [each.area for each in Incident.objects.order_by("sequence")] == ["daily_care", "community"]


def test_an_activity_is_of_the_day_on_which_it_happened(door: Door) -> None:
    """Half past midnight in summer: by UTC it is the day before."""
    call(door, "activity_in", door.home.jo.pk, sent=sent("activity_in", occurred_at="2026-05-18T23:30:00Z"))
    assert str(Activity.objects.get().day) == "2026-05-19"


def test_an_upset_may_be_short(door: Door) -> None:
    assert call(door, "upset_in", door.home.jo.pk, sent={"id": str(new_id()), "occurred_at": NOW}).status_code == 201
    (out,) = call(door, "upsets", door.home.jo.pk).json()
    assert (out["ended_at"], out["intensity"], out["fast"]) == (None, None, [])


def test_an_upset_goes_out_with_what_was_chosen_from_the_card(door: Door) -> None:
    home = door.home
    lines = [Line(part="early_sign", text="Humming"), Line(part="do", text="Give the headphones")]
    card = plan.begin(person=home.jo, kind="what_helps", title="What helps", lines=lines, by=home.ruth)
    plan.publish(version=card, message="From today", by=home.ruth)
    practice.keep_upset(person=home.jo, lines=list(card.lines.all()), seen="Paced.", by=home.amina)
    (out,) = call(door, "upsets", home.jo.pk).json()
    assert (out["signs"], out["helps"], out["seen"], out["author"]) == (["Humming"], ["Give the headphones"], "Paced.", "Amina")


def test_what_comes_in_counts_towards_a_threshold_like_what_is_written_here(door: Door) -> None:
    followed(door.home, TABLETS | {"at_least": 1})
    call(door, "missed_medicine_in", door.home.jo.pk, sent=sent("missed_medicine_in"))
    assert Crossing.objects.get().person == door.home.jo


def test_what_was_taken_back_does_not_go_out_and_what_was_put_right_goes_out_once(door: Door) -> None:
    home = door.home
    row = practice.keep_incident(person=home.jo, by=home.amina, **FELL)
    practice.correct_incident(incident=row, reason="It was the step.", by=home.amina, seen="Jo tripped on the step.")
    practice.mistake_incident(incident=practice.keep_incident(person=home.jo, by=home.amina, **FELL), reason="Twice.", by=home.amina)
    assert [each["seen"] for each in call(door, "incidents", home.jo.pk).json()] == ["Jo tripped on the step."]


@pytest.mark.parametrize("name", INS)
def test_a_page_at_a_time_the_latest_first(door: Door, name: str) -> None:
    moments = ["2026-05-17T10:00:00+01:00", "2026-05-19T10:00:00+01:00", "2026-05-18T10:00:00+01:00"]
    over = {"ended_at": None} if name == "upset_in" else {}
    early, late, middle = (sent(name, occurred_at=moment, **over) for moment in moments)
    for each in (early, late, middle):
        assert call(door, name, door.home.jo.pk, sent=each).status_code == 201
    pages = [call(door, INS[name][2], door.home.jo.pk, limit=2, offset=offset).json() for offset in (0, 2)]
    assert [[each["id"] for each in page] for page in pages] == [[late["id"], middle["id"]], [early["id"]]]
