"""A zip is looked at before anything in it is read, and never unpacked."""

import os
import stat
import warnings
import zipfile

import pytest

from throughline.people.models import Person

from .folders import bring_in, content, jos_life, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def packed(tmp_path):
    """A zip of Jo's life, with more in it: (name or ZipInfo, bytes)."""

    def pack(*more, top=""):
        path = tmp_path / "in.zip"
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            warnings.simplefilter("ignore")  # a name twice is what one of the tests wants
            for name, text in content(write(tmp_path / "in", jos_life())).items():
                archive.writestr(top + name, text)
            for name, text in more:
                archive.writestr(name, text)
        return path

    return pack


def test_a_zip_comes_in_like_a_folder(packed):
    assert bring_in(packed())[0] == 0
    assert Person.objects.filter(name="Jo").exists()


def test_the_folder_itself_may_be_in_the_zip(packed):
    assert bring_in(packed(top="old-system/"))[0] == 0


@pytest.mark.parametrize("name", ["../people_person.jsonl", "/etc/passwd", "files/../../x", "C:/x", "a\\..\\b"])
def test_a_path_that_climbs_out(packed, name):
    code, said = bring_in(packed((name, "{}")))
    assert code == 1
    assert "found a path that climbs out" in said or "a name with a character" in said
    assert not Person.objects.exists()


def test_a_link(packed):
    link = zipfile.ZipInfo("people_link.jsonl")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "people_link.jsonl: found a link or special file" in bring_in(packed((link, "/etc/passwd")))[1]


def test_a_name_twice(packed):
    assert "people_person.jsonl: found this name twice" in bring_in(packed(("people_person.jsonl", "{}")))[1]


def test_a_bomb(packed):
    said = bring_in(packed(("files/" + "0" * 64, b"\0" * 100_000_000)))[1]
    assert "the zip: found 100," in said
    assert "expected at most 200 times the size of the zip" in said


def test_a_damaged_zip(packed):
    path = packed()
    whole = path.read_bytes()
    path.write_bytes(whole[:600] + bytes(200) + whole[800:])
    assert bring_in(path)[0] == 1
    path.write_bytes(whole[: len(whole) // 2])
    assert bring_in(path)[0] == 1
    assert not Person.objects.exists()


def test_an_encrypted_file(packed):
    path = packed(("x", "x"))
    whole = bytearray(path.read_bytes())
    at = whole.rfind(b"PK\x01\x02")  # the last entry of the directory
    whole[at + 8] |= 1
    path.write_bytes(whole)
    assert "x: found an encrypted file" in bring_in(path)[1]


def test_a_link_in_a_folder(tmp_path):
    folder = write(tmp_path / "in", jos_life())
    os.symlink("/etc/passwd", folder / "files" / "link")
    assert "files/link: found a link or special file" in bring_in(folder)[1]
