"""A 200 MB file in bounded memory, and a process killed half-way. Programs of their own, on databases of their own."""

import json
import signal

import pytest

from .folders import JOS_LIFE, ROWS, jos_life, record, write

MEGABYTE = 1024 * 1024
LONG = 19_000  # characters of one note
NOTES = 11_200  # of that length: 200 MB

MEASURED = """
import resource, sys
from pathlib import Path
import django; django.setup()
from throughline.exchange import commands
from throughline.exchange.format import tables
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
code = commands.import_(Path(sys.argv[1]), check=False, by=None, out=sys.stderr)
print(code, before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def long_notes(folder, count, length):
    """Jo's life, and then a great many notes."""
    life = jos_life()
    del life["practice_dailynote"]
    folder = write(folder, life)
    text = "Jo hummed. " * (length // 11)
    with open(folder / "practice_dailynote.jsonl", "w") as out:
        for number in range(count):
            note = record(f"note-{number}", "2026-03-03T09:00:00Z", day="2026-03-03", text=f"{number} {text}")
            out.write(json.dumps(note) + "\n")
    return folder


@pytest.mark.slow
def test_a_200_mb_file_in_bounded_memory(places, tmp_path):
    folder = long_notes(tmp_path / "in", NOTES, LONG)
    size = (folder / "practice_dailynote.jsonl").stat().st_size
    assert size > 200 * MEGABYTE
    place = places.empty()
    code, before, after = place.run("-c", MEASURED, str(folder)).splitlines()[-1].split()
    assert code == "0"
    # A batch of the longest notes, read, made and bound, is what stands in memory (95 MB seen); the file is not.
    assert (int(after) - int(before)) * 1024 < 160 * MEGABYTE
    assert place.count("practice.DailyNote") == NOTES


def test_killed_half_way(places, tmp_path):
    """Nothing of it is there, and the same folder comes in afterwards."""
    folder = long_notes(tmp_path / "in", 12_000, 60)
    place = places.empty()
    process = place.start("-c", KILLED, str(folder))
    assert process.stdout.readline() == "writing\n"
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert [place.count(model) for model in ("people.Person", "practice.DailyNote", "base.Event", "exchange.IdMap")] == [0, 0, 0, 0]
    said = place.throughline("import", folder)
    notes = 12_000
    assert f"{ROWS - len(JOS_LIFE['practice_dailynote']) + notes:,} rows and 0 files came in" in said
    assert place.count("practice.DailyNote") == 12_000


# Says when it is in the middle of the notes, and waits there to be killed.
KILLED = """
import sys, time
from pathlib import Path
import django; django.setup()
from throughline.base import bulk
from throughline.exchange import commands
insert, inserted = bulk.insert, []
def slowly(model, rows):
    insert(model, rows)
    if model.__name__ == "DailyNote":
        inserted.append(len(rows))
        if len(inserted) == 4:
            print("writing", flush=True)
            time.sleep(600)
bulk.insert = slowly
commands.import_(Path(sys.argv[1]), check=False, by=None, out=sys.stderr)
"""
