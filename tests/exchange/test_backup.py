"""A backup made while others write, and put back only when it is whole, into an empty place."""

import hashlib
import io
import json
import shutil
import stat

import pytest

from throughline.exchange import commands

from .folders import MORNING, jos_life, record, row, write

SONG = b"Jo sings"
ITS_NAME = hashlib.sha256(SONG).hexdigest()

WRITING = """
import itertools
import django; django.setup()
from throughline.accounts.models import User
from throughline.people.models import Person
from throughline.practice.actions import write_note
jo, amina = Person.objects.get(name="Jo"), User.objects.get(name="Amina")
for number in itertools.count():
    write_note(person=jo, text=f"Note {number}", by=amina)
    print(number, flush=True)
"""

COUNTED = """
from throughline.base.models import Event
from throughline.practice.models import DailyNote
print(DailyNote.objects.count(), Event.objects.filter(verb="practice.note-written").count())
"""


@pytest.fixture(scope="module")
def lived_in(places, tmp_path_factory):
    """A place with Jo's life and Jo's song."""
    life = jos_life()
    about = {"kind": "sound", "media_type": "audio/ogg", "basis": "agreed", "basis_words": "Jo nodded."}
    life["people_file"] = [record("song", MORNING, sha256=ITS_NAME, size=len(SONG), **about)]
    row(life, "conversations_voice", "quiet")["sound"] = "song"
    place = places.empty()
    place.throughline("import", write(tmp_path_factory.mktemp("life") / "in", life, {ITS_NAME: SONG}))
    return place


@pytest.fixture(scope="module")
def saved(lived_in):
    target = lived_in.folder / "saved"
    assert "1 files are in" in lived_in.throughline("backup", target)
    return target


@pytest.fixture
def copied(saved, tmp_path):
    """A backup to spoil."""
    return shutil.copytree(saved, tmp_path / "saved")


def changed_list(folder, **said):
    file = folder / "backup.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | said))


def test_put_back_is_what_was_saved(lived_in, saved, places, tmp_path):
    place = places.empty()
    said = place.throughline("restore", saved)
    assert "Put back the backup of" in said
    lived_in.throughline("export", tmp_path / "before")
    place.throughline("export", tmp_path / "after")
    names = [each.name for each in (tmp_path / "before").iterdir()]
    assert all((tmp_path / "before" / n).read_bytes() == (tmp_path / "after" / n).read_bytes() for n in names if n != "files")
    assert (tmp_path / "after" / "files" / ITS_NAME).read_bytes() == SONG


def test_a_place_where_nothing_has_been_yet(saved, places):
    place = places.nothing("bare")
    place.throughline("restore", saved)
    assert place.count("people.Person") == 2


def test_the_append_only_triggers_stand_after_it(saved, places):
    place = places.empty()
    place.throughline("restore", saved)
    assert place.python("from throughline.base import triggers; print(triggers.missing('default'))").strip() == "[]"


def test_a_backup_while_others_write(lived_in, places):
    """Nobody waits for it, and what it holds is one moment: every note with its event."""
    writer = lived_in.start("-c", WRITING)
    try:
        assert writer.stdout.readline() == "0\n"
        lived_in.throughline("backup", lived_in.folder / "while-writing")
        before = int(writer.stdout.readline())
        later = [int(writer.stdout.readline()) for _ in range(20)]
        assert later[-1] == before + 20
    finally:
        writer.kill()
        writer.wait()
    place = places.empty()
    place.throughline("restore", lived_in.folder / "while-writing")
    notes, events = map(int, place.python(COUNTED).split())
    assert notes > 1
    assert notes == events + 1  # the one of Jo's life came with the import


def test_only_its_owner_can_read_a_backup(saved):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in saved.rglob("*") if each.is_file()} == {0o600}


def test_the_list_has_every_part_and_the_count_of_every_table(saved):
    said = json.loads((saved / "backup.json").read_text())
    names = {each.relative_to(saved).as_posix() for each in saved.rglob("*") if each.is_file()} - {"backup.json"}
    assert {part["name"] for part in said["parts"]} == names
    assert all(hashlib.sha256((saved / part["name"]).read_bytes()).hexdigest() == part["sha256"] for part in said["parts"])
    assert said["rows"]["default"]["people_person"] == 2
    assert said["missing"] == []


def put_back_here(folder):
    """In this process: what is wrong with a backup is seen before the database is touched."""
    out = io.StringIO()
    assert commands.restore(folder, out=out) == 1
    return out.getvalue()


def test_a_part_that_changed(copied):
    part = next(each for each in copied.glob("record.*"))
    whole = bytearray(part.read_bytes())
    whole[len(whole) // 2] ^= 1
    part.write_bytes(whole)
    assert f"{part.name} is missing or not what it was. Nothing was put back." in put_back_here(copied)


def test_a_photo_or_sound_that_is_missing(copied):
    next(copied.glob("files/*/*")).unlink()
    assert "This backup is damaged" in put_back_here(copied)


def test_a_backup_that_was_not_finished(copied):
    (copied / "backup.json").unlink()
    assert "A backup that was not finished has none" in put_back_here(copied)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"format": 2}, "A newer Throughline made this backup"),
        ({"engine": "oracle"}, "This backup is of oracle"),
        ({"parts": []}, "This backup is damaged"),
        ({"parts": [{"name": "../../etc/passwd", "sha256": "", "size": 0}]}, "This backup is damaged"),
        ({"rows": None}, "cannot be read"),
    ],
)
def test_a_list_that_says_something_else(copied, said, answer):
    changed_list(copied, **said)
    assert answer in put_back_here(copied)


def test_counts_that_are_not_those_in_the_list(copied, places):
    said = json.loads((copied / "backup.json").read_text())
    said["rows"]["default"]["people_person"] = 3
    changed_list(copied, **said)
    assert "people_person has 2 rows and should have 3" in places.empty().throughline("restore", copied, expect=1)


def test_nothing_is_written_over_a_record(lived_in, saved):
    before = lived_in.count("practice.DailyNote")
    assert "holds a record, and nothing is written over it" in lived_in.throughline("restore", saved, expect=1)
    assert lived_in.count("practice.DailyNote") == before


def test_a_backup_does_not_write_over_anything(lived_in, saved):
    assert "is there already" in lived_in.throughline("backup", saved, expect=1)


def test_a_sound_that_is_gone_is_said_and_the_rest_is_saved(lived_in, places):
    place = places.empty()
    place.throughline("restore", lived_in.folder / "saved")
    next((place.folder / "files").glob("*/*/*")).unlink()
    said = place.throughline("backup", place.folder / "without", expect=1)
    assert f"The file {ITS_NAME} was missing or changed on this disk" in said
    other = places.empty()
    assert f"The file {ITS_NAME} was missing when the backup was made" in other.throughline("restore", place.folder / "without")


def test_a_database_that_is_not_there(places):
    place = places.nothing("never")
    assert "Run `throughline migrate` first" in place.throughline("backup", place.folder / "saved", expect=1)
    assert not (place.folder / "saved").exists()


def test_a_command_looks_whether_the_database_is_current_and_changes_nothing(places):
    """A server may be running on it; only `migrate` and `run` bring it up to date."""
    place = places.empty()
    place.python("from django.db import connection; connection.cursor().execute(\"DELETE FROM django_migrations WHERE app = 'reviews'\")")
    said = place.throughline("import", place.folder, "--check", expect=1)
    assert "run: throughline migrate" in said and "up to date." not in said


def test_a_sound_from_a_phone_that_stands_in_no_record_yet_is_in_it(lived_in, places):
    """Of a record that waits for a manager, or whose words come next: it is nowhere else."""
    waits = lived_in.folder / "files" / "incoming" / "amina" / "song.whole"
    waits.parent.mkdir(parents=True)
    waits.write_bytes(SONG)
    lived_in.throughline("backup", lived_in.folder / "with-what-waits")
    place = places.empty()
    place.throughline("restore", lived_in.folder / "with-what-waits")
    back = place.folder / "files" / "incoming" / "amina" / "song.whole"
    assert back.read_bytes() == SONG and stat.S_IMODE(back.stat().st_mode) == 0o600
