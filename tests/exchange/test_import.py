"""A provider moves in: what another system kept comes in as it was, all of it or nothing."""

import pytest

from throughline.accounts.models import User
from throughline.base.errors import Refused
from throughline.base.models import Event
from throughline.base.numbers import next_number
from throughline.conversations.models import Voice
from throughline.decisions.models import Consideration, Decision
from throughline.exchange.format import tables
from throughline.exchange.models import IdMap, Import
from throughline.people.models import Person, Stay
from throughline.practice.models import RoutineRecord, Tally

from .folders import LATER, NEXT_DAY, ROWS, bring_in, jos_life, record, row, write

pytestmark = pytest.mark.django_db


def counts():
    return {table.name: table.model._base_manager.count() for table in tables()}


def test_jos_life_comes_in(tmp_path):
    code, said = bring_in(write(tmp_path / "in", jos_life()))
    first, *next_ = said.splitlines()
    assert (code, first) == (0, f"{ROWS} rows and 0 files came in; 0 rows are here already.")
    assert "Nobody can sign in yet" in next_[0] and "throughline create-manager --email" in next_[0]
    jo = Person.objects.get(name="Jo")
    assert jo.nhs_number == "9434765919"
    decision = Decision.objects.get()
    assert (decision.person, decision.number, decision.standing, decision.faults) == (jo, 7, "valid", [])
    assert Consideration.objects.get().voice == Voice.objects.get()


def test_a_check_says_so_and_changes_nothing(tmp_path):
    code, said = bring_in(write(tmp_path / "in", jos_life()), check=True)
    assert (code, said) == (0, f"{ROWS} rows and 0 files can come in; 0 rows are here already.\n")
    assert not any(counts().values())
    assert not IdMap.objects.exists() and not Event.objects.exists()


def test_one_event_is_the_sequence_of_every_row(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    event = Event.objects.get()
    assert (event.verb, event.author_id, event.about_id) == ("exchange.imported", None, Import.objects.get().pk)
    assert {Voice.objects.get().sequence, Decision.objects.get().sequence} == {event.pk}
    assert event.detail["conversations_voice"] == 1


def test_the_same_folder_twice_changes_nothing(tmp_path):
    folder = write(tmp_path / "in", jos_life())
    bring_in(folder)
    before = counts()
    assert bring_in(folder) == (0, f"Nothing to change: all {ROWS} rows are here already.\n")
    assert counts() == before
    assert Event.objects.count() == Import.objects.count() == 1


def test_a_folder_that_grew_brings_what_is_new(tmp_path):
    life = jos_life()
    bring_in(write(tmp_path / "in", life))
    life["practice_dailynote"].append(record("second", LATER, day="2026-03-10", text="Jo slept in."))
    assert bring_in(write(tmp_path / "in", life))[1].startswith(f"1 rows and 0 files came in; {ROWS} rows are here already.\n")


def test_text_ids_become_the_same_uuid_each_time(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    kept = IdMap.objects.get(table="people_person", text="jo")
    assert kept.pk == Person.objects.get(name="Jo").pk
    assert (kept.source, kept.pk.version) == ("old-system", 7)


def test_two_systems_may_use_the_same_text_id(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    other = {"people_person": [{"id": "jo", "name": "Another Jo"}]}
    assert bring_in(write(tmp_path / "other", other, source="other-system"), by="amina@elm.example")[0] == 0
    assert Person.objects.filter(name__contains="Jo").count() == 2


def test_joint_events_share_a_group(tmp_path):
    life = jos_life()
    row(life, "practice_dailynote", "note")["group"] = "breakfast"
    row(life, "practice_routinerecord", "up")["group"] = "breakfast"
    bring_in(write(tmp_path / "in", life))
    assert RoutineRecord.objects.get().group is not None
    assert RoutineRecord.objects.filter(group__in=IdMap.objects.filter(table="group").values("pk")).exists()


def test_nobody_comes_in_with_a_password(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_numbers_that_came_in_are_not_given_again(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    assert (next_number("D"), next_number("T")) == (8, 4)


def test_tallies_are_counted(tmp_path):
    life = jos_life()
    again = dict(row(life, "practice_routinerecord", "up"))
    life["practice_routinerecord"] += [
        again | {"id": "undone", "amends": "up", "amendment": "undone", "recorded_at": LATER},
        again | {"id": "no", "result": "said_no"},
    ]
    bring_in(write(tmp_path / "in", life))
    assert list(Tally.objects.values_list("result", "count")) == [("said_no", 1)]


def test_undone_on_a_later_day_counts_one_less_on_that_day(tmp_path):
    life = jos_life()
    up = row(life, "practice_routinerecord", "up")
    up["received_at"] = NEXT_DAY
    undone = up | {"id": "undone", "amends": "up", "amendment": "undone", "recorded_at": LATER, "received_at": LATER}
    life["practice_routinerecord"].append(undone)
    bring_in(write(tmp_path / "in", life))
    counted = {str(day): count for day, count in Tally.objects.values_list("received_on", "count")}
    assert counted == {"2026-03-03": 1, "2026-03-10": -1}


def test_somebody_signs_for_an_import_into_a_record(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    more = {"people_person": [{"id": "lee", "name": "Lee"}]}
    bring_in(write(tmp_path / "more", more))
    assert Event.objects.latest("pk").author_id == User.objects.get(name="Amina").pk


def test_whoever_may_not_set_up_the_provider_brings_nothing_in(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    more = write(tmp_path / "more", {"people_person": [{"id": "lee", "name": "Lee"}]})
    with pytest.raises(Refused, match="Your role"):
        bring_in(more, by="tom@elm.example")
    with pytest.raises(Refused, match="Nobody signs in"):
        bring_in(more, by="nobody@elm.example")
    assert not Person.objects.filter(name="Lee").exists()


def test_one_database_holds_one_provider(tmp_path):
    bring_in(write(tmp_path / "in", jos_life()))
    code, said = bring_in(write(tmp_path / "other", {"accounts_provider": [{"id": "oak", "name": "Oak Care"}]}, source="other"))
    assert code == 1
    assert "found another provider" in said


def test_a_stay_says_no_more_than_it_says(tmp_path):
    """What a folder leaves out gets the default of the model, and nothing else."""
    bring_in(write(tmp_path / "in", jos_life()))
    assert Stay.objects.get().until_on is None
