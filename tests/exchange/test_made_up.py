"""Laws of the exchange, tried on made-up records and made-up faults."""

import io
import json
import string
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughline.base import clock, visible
from throughline.conversations.choices import HowTold, Wish
from throughline.exchange import commands

from .folders import JOS_LIFE, bring_in, content, jos_life, record, row, take_out, write

pytestmark = pytest.mark.django_db

few = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
many = settings(few, max_examples=150)

characters = st.characters(exclude_characters="\x00", exclude_categories=["Cs"])
words = st.text(characters, min_size=1, max_size=200).filter(str.strip).filter(lambda text: not visible.fault(text, one_line=True))
moments = st.datetimes(max_value=clock.moment(date(2024, 1, 1)).replace(tzinfo=None)).map(lambda moment: f"{moment.isoformat()}Z")


@contextmanager
def undone():
    """One made-up case leaves the next one an empty database, and a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        yield Path(folder)
        transaction.set_rollback(True)


@st.composite
def voices(draw):
    """Voices of Jo as nobody would think of them."""
    at = draw(moments)
    own = draw(st.sampled_from([HowTold.SAID, HowTold.WROTE, HowTold.PICKED]))
    return record(
        draw(st.uuids(version=4).map(str)),
        at,
        how_told=own.value,
        words=draw(words),
        wish=draw(st.sampled_from(Wish.values)),
        seen=draw(st.just("") | words),
        others_present=draw(st.just("") | words),
        device_counter=draw(st.none() | st.integers(0, 2**63 - 1)),
        late_because="On paper first.",
    )


@few
@given(said=st.lists(voices(), max_size=6, unique_by=lambda each: each["id"]), note=words)
def test_out_and_in_is_the_identity(said, note):
    with undone() as folder:
        life = jos_life()
        life["conversations_voice"] += said
        row(life, "practice_dailynote", "note")["text"] = note
        code, told = bring_in(write(folder / "in", life))
        assert code == 0, told
        take_out(folder / "first")
        first = content(folder / "first")
        for each in said:
            assert json.dumps(each["words"], ensure_ascii=False).encode() in first["conversations_voice.jsonl"]
    with undone() as folder:
        for name, text in first.items():
            (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "in" / name).write_bytes(text)
        assert bring_in(folder / "in")[0] == 0
        take_out(folder / "second")
        assert content(folder / "second") == first


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(["jo", "sam", "quiet", "2026-13-45"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(string.ascii_letters, max_size=8), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mutated_lives(draw):
    """Jo's life with values changed, fields taken out and added, rows doubled and dropped."""
    life = jos_life()
    for _ in range(draw(st.integers(1, 4))):
        table = draw(st.sampled_from(sorted(JOS_LIFE)))
        if not life[table]:
            continue
        each = draw(st.sampled_from(life[table]))
        change = draw(st.sampled_from(["set", "drop", "add", "double", "lose", "borrow"]))
        name = draw(st.sampled_from(sorted(each) or ["id"]))
        if change == "set":
            each[name] = draw(json_values)
        elif change == "drop":
            each.pop(name, None)
        elif change == "add":
            each[draw(st.sampled_from(["amends", "amendment", "standing", "group", "historic", "number", "x"]))] = draw(json_values)
        elif change == "double":
            life[table].append(dict(each))
        elif change == "lose":
            life[table].remove(each)
        else:
            each[name] = draw(st.sampled_from([v for rows in JOS_LIFE.values() for other in rows for v in other.values()]))
    return life


@many
@given(mutated_lives())
def test_whatever_a_field_holds_the_import_answers(life):
    """With faults or by taking it; never with anything else. What it takes, it takes again as nothing new."""
    with undone() as folder:
        path = write(folder / "in", life)
        code, said = bring_in(path)
        assert (code == 0) != ("fault(s)" in said)
        if code == 0:
            assert bring_in(path)[1].startswith("Nothing to change")
            take_out(folder / "out")


@st.composite
def mutated_bytes(draw):
    """A table's bytes with pieces cut out, doubled or replaced."""
    table = draw(st.sampled_from(sorted(JOS_LIFE)))
    text = bytearray("".join(json.dumps(each) + "\n" for each in JOS_LIFE[table]).encode())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 20)))
        text[at:to] = draw(st.binary(max_size=8) | st.just(b"\n") | st.just(b'"') | st.just(b"\x00"))
    return table, bytes(text)


@many
@given(mutated_bytes())
def test_whatever_a_line_holds_the_import_answers(mutated):
    table, text = mutated
    with undone() as folder:
        path = write(folder / "in", jos_life())
        (path / f"{table}.jsonl").write_bytes(text)
        code, said = bring_in(path)
        assert (code == 0) != ("fault(s)" in said)


@many
@given(st.binary(max_size=400) | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_a_manifest_holds_the_import_answers(text):
    with undone() as folder:
        path = write(folder / "in", {})
        (path / "manifest.json").write_bytes(text)
        assert commands.import_(path, out=io.StringIO()) in (0, 1)
