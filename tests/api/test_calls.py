"""What goes out and comes in, over the same actions as pages."""

from datetime import timedelta
from typing import Any

import pytest
from tests.api.conftest import NOW, Door, call
from tests.web import arrange

from throughline.base import clock
from throughline.base.ids import new_id
from throughline.practice import actions as practice
from throughline.practice.models import DailyNote, RoutineRecord
from throughline.workforce.models import Shift


def test_the_cards_that_staff_follow(door: Door) -> None:
    version = arrange.routine(door.home)
    arrange.routine(door.home, title="Not published", publish=False)
    (card,) = call(door, "cards", door.home.jo.pk).json()
    assert (card["title"], card["version"], card["version_id"]) == ("Quiet afternoon", 1, str(version.pk))
    assert [step["text"] for step in card["steps"]] == [step.text for step in version.steps.all()]
    assert card["steps"][0]["from_time"] == "13:45"


def test_what_happened_goes_out_as_it_stands(door: Door) -> None:
    record = arrange.recorded(door.home, arrange.routine(door.home))
    note = practice.write_note(person=door.home.jo, text="Jo sang.", by=door.home.amina)
    practice.undo_note(note=practice.write_note(person=door.home.jo, text="x", by=door.home.amina), by=door.home.amina)
    assert [(each["id"], each["author"], each["result"]) for each in call(door, "routine_records", door.home.jo.pk).json()] == [
        (str(record.pk), "Amina", "said_yes")
    ]
    assert [(each["id"], each["text"]) for each in call(door, "notes", door.home.jo.pk).json()] == [(str(note.pk), "Jo sang.")]


def test_a_record_sent_twice_is_one_record(door: Door) -> None:
    step = arrange.routine(door.home).steps.first()
    sent = {"id": str(new_id()), "occurred_at": NOW, "step_id": str(step.pk), "result": "said_no"}
    answers = [call(door, "routine_record_in", door.home.jo.pk, sent=sent) for _ in range(2)]
    assert [(each.status_code, each.json()["outcome"]) for each in answers] == [(201, "new"), (200, "identical")]
    record = RoutineRecord.objects.get()
    assert (str(record.pk), record.author.name, record.result) == (sent["id"], "Care app", "said_no")
    other = call(door, "routine_record_in", door.home.jo.pk, sent=sent | {"result": "said_yes"})
    assert (other.status_code, RoutineRecord.objects.count()) == (409, 1)


def test_a_note_comes_in_for_the_handover(door: Door) -> None:
    sent = {"id": str(new_id()), "occurred_at": NOW, "text": "Jo rang Priya.", "for_handover": True}
    assert call(door, "note_in", door.home.jo.pk, sent=sent).status_code == 201
    assert DailyNote.objects.get().for_handover


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"text": ""}, 422),
        ({"text": "\x00"}, 422),
        ({"text": "  "}, 409),
        ({"for_handover": "yes"}, 422),
        ({"person": "Sam"}, 422),
        ({"occurred_at": 0}, 422),
        ({"occurred_at": "2026-05-19T18:00:00+01:00"}, 409),  # still to come
        ({"occurred_at": "0001-01-01T00:00:00+14:00"}, 409),
        ({"occurred_at": "2026-05-19T12:00:00"}, 409),  # in which zone?
    ],
)
def test_what_cannot_be_kept_says_why(door: Door, change: dict[str, Any], status: int) -> None:
    sent = {"id": str(new_id()), "occurred_at": NOW, "text": "Jo sang."} | change
    answer = call(door, "note_in", door.home.jo.pk, sent=sent)
    assert (answer.status_code, DailyNote.objects.count()) == (status, 0)
    assert answer.json()["faults"]


def test_a_step_that_nobody_follows_or_of_somebody_else_is_not_there(door: Door) -> None:
    unpublished = arrange.routine(door.home, publish=False).steps.first()
    sams = arrange.routine(door.home, person=door.home.sam).steps.first()
    for step in (unpublished, sams):
        sent = {"id": str(new_id()), "occurred_at": NOW, "step_id": str(step.pk), "result": "said_no"}
        assert call(door, "routine_record_in", door.home.jo.pk, sent=sent).status_code == 404


def shift(**changes: str) -> dict[str, str]:
    times = {"from_at": "2026-05-19T14:00:00+01:00", "until_at": "2026-05-19T22:00:00+01:00"}
    return {"email": "amina@example.org", "home": "Elm House"} | times | changes


def test_who_is_on_shift_comes_in_and_goes_out(door: Door) -> None:
    answer = call(door, "shifts_in", sent={"shifts": [shift()]})
    assert (answer.status_code, answer.json()) == (200, {"new": 1, "changed": 0, "called_off": 0, "same": 0})
    (out,) = call(door, "shifts").json()
    assert (out["email"], out["home"]) == ("amina@example.org", "Elm House")
    assert call(door, "shifts", day=str(clock.today() + timedelta(days=1))).json() == []
    assert call(door, "shifts", day="0001-01-01").json() == []


def test_a_rota_with_a_fault_is_not_kept_and_each_fault_has_its_place(door: Door) -> None:
    answer = call(door, "shifts_in", sent={"shifts": [shift(), shift(email="x@example.org"), shift(home="Moon", email="tom@example.org")]})
    assert (answer.status_code, Shift.objects.count()) == (409, 0)
    assert list(answer.json()["faults"]) == ["shifts.2.email", "shifts.3.home"]


def test_a_token_for_one_home_brings_no_shift_of_another(door: Door) -> None:
    sent = {"shifts": [shift(email="oak@example.org", home="Oak Lodge")]}
    assert call(door, "shifts_in", sent=sent, kind="elm").status_code == 409
    assert call(door, "shifts_in", sent=sent).status_code == 200
    assert call(door, "shifts", kind="elm").json() == []
