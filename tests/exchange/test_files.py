"""Sounds and photos come along under their checksums, and nothing comes that no row names."""

import hashlib

import pytest

from throughline.base import storage
from throughline.people.models import File

from .folders import MORNING, bring_in, content, jos_life, record, row, take_out, write

pytestmark = pytest.mark.django_db

SONG = b"Jo sings"
ITS_NAME = hashlib.sha256(SONG).hexdigest()


@pytest.fixture
def life():
    life = jos_life()
    about = {"kind": "sound", "media_type": "audio/ogg", "basis": "agreed", "basis_words": "Jo nodded."}
    life["people_file"] = [record("song", MORNING, sha256=ITS_NAME, size=len(SONG), **about)]
    row(life, "conversations_voice", "quiet")["sound"] = "song"
    return life


def test_a_sound_comes_in_and_goes_out(tmp_path, life):
    assert bring_in(write(tmp_path / "in", life, {ITS_NAME: SONG}))[0] == 0
    assert storage.open(File.objects.get().sha256).read() == SONG
    take_out(tmp_path / "out")
    assert content(tmp_path / "out")[f"files/{ITS_NAME}"] == SONG


def test_bytes_that_are_missing(tmp_path, life):
    said = bring_in(write(tmp_path / "in", life))[1]
    assert f"people_file.jsonl line 1, sha256: found no file of this checksum; expected the file files/{ITS_NAME}." in said


def test_bytes_of_somebody_elses_file_are_not_taken_for_them(tmp_path, life, files):
    """That a checksum is in the store already proves nothing: whoever moves in brings the bytes."""
    (tmp_path / "song").write_bytes(SONG)
    with open(tmp_path / "song", "rb") as song:
        storage.put(song)
    assert bring_in(write(tmp_path / "in", life))[0] == 1


def test_other_bytes_than_the_name_says(tmp_path, life, files):
    said = bring_in(write(tmp_path / "in", life, {ITS_NAME: b"Jo coughs"}))[1]
    assert f"files/{ITS_NAME}: found other bytes than the checksum says" in said
    assert "people_file.jsonl line 1, size: found a file of 9 bytes" in said
    assert not storage.has(ITS_NAME)


def test_a_file_that_no_row_names(tmp_path, life):
    other = hashlib.sha256(b"other").hexdigest()
    said = bring_in(write(tmp_path / "in", life, {ITS_NAME: SONG, other: b"other", "notes.txt": b"x"}))[1]
    assert f"files/{other}: found a file that no row names" in said
    assert "files/notes.txt: found a file that no row names" in said


def test_fewer_files_than_the_manifest_says(tmp_path, life):
    folder = write(tmp_path / "in", life, {ITS_NAME: SONG})
    (folder / "manifest.json").write_text('{"format": 1, "source": "old-system", "files": 2}')
    assert "files/: found 1 files; expected 2 files, as the manifest says." in bring_in(folder)[1]


def test_a_checksum_that_is_none(tmp_path, life):
    row(life, "people_file", "song")["sha256"] = "../../etc/passwd"
    assert (
        "people_file.jsonl line 1, sha256: found “../../etc/passwd”; expected a SHA-256 checksum"
        in bring_in(write(tmp_path / "in", life))[1]
    )


def test_the_same_folder_without_the_bytes_changes_nothing(tmp_path, life):
    bring_in(write(tmp_path / "in", life, {ITS_NAME: SONG}))
    assert bring_in(write(tmp_path / "again", life))[0] == 0


def test_a_refused_import_leaves_no_bytes(tmp_path, life, files, monkeypatch):
    from throughline.exchange import writing

    monkeypatch.setattr(writing, "recount", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        bring_in(write(tmp_path / "in", life, {ITS_NAME: SONG}))
    assert not File.objects.exists()
    assert not storage.has(ITS_NAME)


def test_no_export_without_all_bytes(tmp_path, life):
    bring_in(write(tmp_path / "in", life, {ITS_NAME: SONG}))
    storage.path(ITS_NAME).write_bytes(b"edited")
    code, said = take_out(tmp_path / "out")
    assert (code, "have changed on this disk" in said) == (1, True)
    storage.path(ITS_NAME).unlink()
    assert "is missing on this disk" in take_out(tmp_path / "out")[1]
    assert not (tmp_path / "out").exists()
