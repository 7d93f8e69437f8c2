"""Files are kept under the checksum of their bytes."""

import hashlib
import io
import stat

import pytest

from throughline.base import storage

JO_SINGING = b"Jo sings in the kitchen"
ITS_NAME = hashlib.sha256(JO_SINGING).hexdigest()


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.FILES = tmp_path / "files"
    return settings.FILES


def test_what_was_put_is_opened_again():
    stored = storage.put(io.BytesIO(JO_SINGING))
    assert stored == storage.Stored(ITS_NAME, len(JO_SINGING))
    with storage.open(ITS_NAME) as stream:
        assert stream.read() == JO_SINGING


def test_the_same_bytes_twice_are_one_file(folder):
    storage.put(io.BytesIO(JO_SINGING))
    storage.put(io.BytesIO(JO_SINGING))
    assert list(storage.everything()) == [ITS_NAME]
    assert len([f for f in folder.rglob("*") if f.is_file()]) == 1


def test_only_the_owner_can_read_it():
    storage.put(io.BytesIO(JO_SINGING))
    assert stat.S_IMODE(storage.path(ITS_NAME).stat().st_mode) == 0o600


def test_other_bytes_than_expected_are_not_kept(folder):
    with pytest.raises(storage.OtherBytes):
        storage.put(io.BytesIO(b"something else"), expected=ITS_NAME)
    assert not storage.has(ITS_NAME)
    assert not [f for f in folder.rglob("*") if f.is_file()]


def test_a_checksum_is_not_a_way_out_of_the_folder():
    with pytest.raises(ValueError):
        storage.path("../../etc/passwd")


def test_what_is_not_there_says_so():
    with pytest.raises(storage.NotStored):
        storage.open(ITS_NAME)


def test_changed_bytes_are_found():
    storage.put(io.BytesIO(JO_SINGING))
    assert list(storage.verify()) == []
    storage.path(ITS_NAME).write_bytes(b"somebody edited this")
    assert list(storage.verify()) == [ITS_NAME]
