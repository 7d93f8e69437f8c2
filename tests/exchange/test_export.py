"""The record goes out, and into an empty database, and out again as the same bytes."""

import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from throughline.accounts.models import User
from throughline.base.errors import NotFound
from throughline.base.models import Event
from throughline.decisions import actions as decisions
from throughline.decisions.models import Decision, Question
from throughline.demo.build import Cast
from throughline.exchange.format import tables
from throughline.people.models import Contact, Draft, Person, Stay
from throughline.practice.models import Tally
from throughline.practice.recount import recount
from throughline.reviews import actions as reviews
from throughline.reviews.models import AskAnswered

from .conftest import take_everybody_away
from .folders import bring_in, content, jos_life, take_out, write


def they_have_their_say(told: Cast) -> None:
    """Priya before the dentist is decided, and Dan as what came of the review that he leads."""
    question = Question.objects.get(person=told.jo, text__icontains="dentist")
    priya = Contact.objects.get(person=told.jo, name="Priya")
    decisions.have_say_on(question=question, contact=priya, said={"request": "Photos first, as last time."}, by=told.priya_signs_in)
    led = AskAnswered.objects.get(person=told.jo, led_by__isnull=False)
    reviews.send_led(asked=led, said={"working": "Jo put the photo of the shop on top."}, by=told.dan_signs_in)


@pytest.fixture
def moved(told, settings, tmp_path) -> tuple[Path, Path]:
    """The stories taken out, and taken out again after they moved into an empty database."""
    first, second = tmp_path / "first", tmp_path / "second"
    they_have_their_say(told)
    code, said = take_out(first)
    assert code == 0, said
    take_everybody_away()
    settings.FILES = tmp_path / "empty-store"
    code, said = bring_in(first)
    assert code == 0, said
    take_out(second)
    return first, second


def test_out_and_in_and_out_are_the_same_bytes(moved):
    first, second = map(content, moved)
    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == set()


def test_every_table_has_rows_in_the_stories(moved):
    """Otherwise the test above would say less than it seems to."""
    counts = json.loads((moved[0] / "manifest.json").read_text())["tables"]
    assert counts.keys() == {table.name for table in tables()}
    assert {name for name, count in counts.items() if not count} <= {"conversations_attempt", "practice_toldapart"}


def test_in_again_changes_nothing(moved):
    events = Event.objects.count()
    for folder in moved:
        assert bring_in(folder)[1].startswith("Nothing to change")
    assert Event.objects.count() == events


def test_no_credentials_sessions_drafts_or_journals(moved):
    everything = b"".join(content(moved[0]).values())
    for word in (b"password", b"argon2", b"last_login", b"sequence", b"session"):
        assert word not in everything
    names = {each.name for each in moved[0].iterdir()}
    assert not names & {"people_draft.jsonl", "base_event.jsonl", "access_reading.jsonl", "practice_tally.jsonl", "base_counter.jsonl"}
    assert not Draft.objects.exists()


def test_only_its_owner_can_read_an_export(moved):
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in moved[1].rglob("*") if each.is_file())
    assert stat.S_IMODE(moved[1].stat().st_mode) == 0o700


def test_tallies_are_the_same_after_the_move(told, settings, tmp_path):
    def counted():
        return set(Tally.objects.exclude(count=0).values_list("person", "item", "day", "received_on", "result", "count"))

    before = counted()
    assert before
    recount()
    assert counted() == before
    take_out(tmp_path / "out")
    take_everybody_away()
    bring_in(tmp_path / "out")
    assert counted() == before


def test_a_zip_is_the_same_bytes_too(told, tmp_path):
    assert take_out(tmp_path / "one.zip")[0] == take_out(tmp_path / "two.zip")[0] == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert "manifest.json" in archive.namelist()
    take_everybody_away()
    assert bring_in(tmp_path / "one.zip")[0] == 0


def test_an_empty_database_goes_out_and_in(tmp_path, db):
    assert take_out(tmp_path / "out") == (0, f"0 rows and 0 files written to {tmp_path / 'out'}.\n")
    assert bring_in(tmp_path / "out")[1].startswith("Nothing to change")


# --- One person ---


def test_one_persons_whole_record(told, settings, tmp_path):
    jo = told.jo
    of_jo = {
        table.name: set(table.model._base_manager.filter(person=jo.pk).values_list("pk", flat=True))
        for table in tables()
        if table.is_of_a_person
    }
    assert take_out(tmp_path / "jo", person=jo.pk)[0] == 0
    others = Person.objects.exclude(pk=jo.pk).values_list("pk", flat=True)
    assert not [each for each in others if str(each).encode() in b"".join(content(tmp_path / "jo").values())]
    take_everybody_away()
    settings.FILES = tmp_path / "empty-store"
    code, said = bring_in(tmp_path / "jo")
    assert code == 0, said
    for table in tables():
        if table.name in of_jo:
            assert set(table.model._base_manager.values_list("pk", flat=True)) == of_jo[table.name]
    take_out(tmp_path / "again", person=jo.pk)
    assert content(tmp_path / "jo") == content(tmp_path / "again")


def test_a_person_brings_no_keys_along(told, tmp_path):
    take_out(tmp_path / "jo", person=told.jo.pk)
    assert not (tmp_path / "jo" / "access_assignment.jsonl").exists()


def test_jo_moves_to_another_provider(told, settings, tmp_path):
    """Jo's record comes whole; where Jo lived before, and who may see whom there, stays with the first provider."""
    take_out(tmp_path / "jo", person=told.jo.pk)
    decisions = Decision.objects.filter(person=told.jo.pk).count()
    take_everybody_away()
    settings.FILES = tmp_path / "empty-store"
    oak = {name: rows for name, rows in jos_life().items() if name.split("_")[0] in {"accounts", "access"}}
    bring_in(write(tmp_path / "oak", oak))
    code, said = bring_in(tmp_path / "jo")
    assert code == 0, said
    assert "begin a stay at a home of yours" in said
    assert Decision.objects.filter(person=told.jo.pk).count() == decisions
    assert not Stay.objects.exists()
    wrote_elsewhere = User.objects.exclude(email__in=["amina@elm.example", "tom@elm.example"])
    assert wrote_elsewhere.exists() and not wrote_elsewhere.filter(is_active=True).exists()
    assert bring_in(tmp_path / "jo")[1].startswith("Nothing to change")


def test_nobody_of_that_id(tmp_path, db):
    with pytest.raises(NotFound, match="no person with the id"):
        take_out(tmp_path / "out", person="01890000-0000-7000-8000-000000000001")


# --- Where it goes ---


def test_an_export_does_not_write_over_anything(tmp_path, db):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("Dear Jo")
    code, said = take_out(tmp_path / "out")
    assert (code, "is there already" in said) == (1, True)
    assert os.listdir(tmp_path / "out") == ["letter.txt"]


def test_half_an_export_never_looks_like_a_whole_one(told, tmp_path, monkeypatch):
    from throughline.exchange import exporting

    monkeypatch.setattr(exporting, "line", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_out(tmp_path / "place" / "out")
    assert os.listdir(tmp_path / "place") == []


def test_that_a_copy_left_is_in_the_journal(told, tmp_path):
    take_out(tmp_path / "jo", person=told.jo.pk)
    event = Event.objects.latest("pk")
    assert (event.verb, event.person_id) == ("exchange.exported", told.jo.pk)
