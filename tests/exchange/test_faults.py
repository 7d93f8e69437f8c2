"""What is wrong with a folder is said with file, line, field and what was expected; nothing comes in."""

import pytest

from .folders import EVENING, MORNING, bring_in, record, row, write

pytestmark = pytest.mark.django_db


def test_a_truncated_line(tmp_path, life):
    folder = write(tmp_path / "in", life)
    file = folder / "conversations_voice.jsonl"
    file.write_bytes(file.read_bytes()[:-40])
    code, said = bring_in(folder)
    assert code == 1
    assert "conversations_voice.jsonl line 1: found a line that is cut off or is no JSON; expected one JSON object a line" in said


def test_a_file_cut_off_between_two_lines(life, refused):
    said = refused(life, tables={"people_person": 3})
    assert "people_person.jsonl: found 2 rows; expected 3 rows, as the manifest says." in said


def test_a_file_that_the_manifest_counts_is_missing(life, refused):
    del life["practice_dailynote"]
    assert "practice_dailynote.jsonl: found no such file" in refused(life, tables={"practice_dailynote": 1})


@pytest.mark.parametrize(
    ("table", "row_id", "field", "value", "expected"),
    [
        ("people_person", "jo", "name", 12, "text"),
        ("people_person", "jo", "born_on", "1 May 1990", "a day, like 2026-03-03"),
        ("people_person", "jo", "born_on", "2023-02-30", "a day, like 2026-03-03"),
        ("conversations_voice", "quiet", "recorded_at", "2026-03-02T09:00:00", "a time with its zone"),
        ("plan_line", "line-1", "position", "1", "a whole number from 0 to 32767"),
        ("plan_line", "line-1", "position", True, "a whole number from 0 to 32767"),
        ("plan_line", "line-1", "position", 10**30, "a whole number from 0 to 32767"),
        ("plan_step", "step-1", "from_time", 9, "a time of day, like 14:30:00"),
        ("practice_dailynote", "note", "for_handover", "yes", "true or false"),
        ("accounts_user", "amina", "email", "amina", "an e-mail address"),
        ("decisions_decision", "decided", "faults", "none", "a list of codes"),
        ("people_person", "jo", "name", None, "a value"),
        ("conversations_voice", "quiet", "person", ["jo"], "an id, as text"),
    ],
)
def test_a_wrong_type(life, refused, table, row_id, field, value, expected):
    row(life, table, row_id)[field] = value
    said = refused(life)
    assert f"{table}.jsonl line 1, {field}: found" in said
    assert f"expected {expected}" in said


@pytest.mark.parametrize(("name", "wrong"), [("\u200b", "nothing to see"), ("J\u202eo", "turns the direction")])
def test_a_name_that_nobody_can_read_as_it_stands(life, refused, name, wrong):
    row(life, "people_person", "jo")["name"] = name
    assert wrong in refused(life)


def test_an_unknown_field(life, refused):
    row(life, "people_person", "jo")["room"] = "3"
    assert "people_person.jsonl line 1, room: found “3”; expected only fields that people_person has." in refused(life)


@pytest.mark.parametrize("field", ["password", "last_login", "sequence"])
def test_credentials_and_sequence_are_unknown_fields(life, refused, field):
    table, row_id = ("conversations_voice", "quiet") if field == "sequence" else ("accounts_user", "amina")
    row(life, table, row_id)[field] = "x"
    assert f"{field}: found" in refused(life)


def test_a_missing_field(life, refused):
    del row(life, "conversations_voice", "quiet")["recorded_at"]
    assert "conversations_voice.jsonl line 1, recorded_at: found nothing; expected this field" in refused(life)


def test_a_value_that_is_not_on_the_list(life, refused):
    row(life, "conversations_voice", "quiet")["how_told"] = "shouted"
    said = refused(life)
    assert "how_told: found “shouted”; expected one of:" in said


def test_a_duplicate_id(life, refused):
    life["people_person"].append({"id": "jo", "name": "Jo again"})
    assert "people_person.jsonl line 3, id: found the id of line 1; expected every id once." in refused(life)


def test_the_same_id_with_other_content(tmp_path, life):
    bring_in(write(tmp_path / "in", life))
    row(life, "conversations_voice", "quiet")["words"] = "I like it loud."
    code, said = bring_in(write(tmp_path / "in", life))
    assert code == 1
    assert "conversations_voice.jsonl line 1, words: found other content than the row of this id that is here already" in said


def test_the_same_id_with_a_field_left_out(tmp_path, life):
    bring_in(write(tmp_path / "in", life))
    del row(life, "conversations_voice", "quiet")["wish"]
    code, said = bring_in(write(tmp_path / "in", life))
    assert (code, "wish: found other content" in said) == (1, True)


@pytest.mark.parametrize("missing", ["somebody", "01890000-0000-7000-8000-000000000001"])
def test_a_dangling_reference(life, refused, missing):
    row(life, "plan_version", "mornings-1")["own_words"] = missing
    said = refused(life)
    assert f"plan_version.jsonl line 1, own_words: found “{missing}”; expected the id of a row of conversations_voice" in said


def test_an_earlier_record_that_cites_a_later_one(life, refused):
    row(life, "plan_version", "mornings-1")["recorded_at"] = MORNING
    said = refused(life)
    assert "plan_version.jsonl line 1, item: found a row that was written later than this one" in said


def test_a_part_that_cites_what_came_after_its_record(life, refused):
    life["conversations_voice"].append(record("afterwards", EVENING, how_told="said", words="And no radio.", wish="change"))
    row(life, "plan_line", "line-1")["voice"] = "afterwards"
    assert "plan_line.jsonl line 1, voice: found a row that was written later" in refused(life)


def test_a_happening_in_the_future(life, refused):
    row(life, "practice_routinerecord", "up").update(occurred_at="2999-01-01T09:00:00Z")
    row(life, "practice_dailynote", "note").update(recorded_at="2999-01-01T09:00:00Z", day="2999-01-01")
    said = refused(life)
    assert "practice_routinerecord.jsonl line 1, occurred_at: found “2999-01-01T09:00:00Z”; expected a time that lies behind us" in said
    assert "practice_dailynote.jsonl line 1, recorded_at" in said
    assert "practice_dailynote.jsonl line 1, day" in said


def test_an_nhs_number_with_a_bad_check_digit(life, refused):
    row(life, "people_person", "jo")["nhs_number"] = "9434765918"
    said = refused(life)
    assert "people_person.jsonl line 1, nhs_number: found 10 characters; expected an NHS number, whose last digit fits" in said
    assert "9434765918" not in said


def test_two_people_with_one_nhs_number(life, refused):
    row(life, "people_person", "sam")["nhs_number"] = "9434765919"
    assert "people_person.jsonl line 2, nhs_number: found what line 1 has already" in refused(life)


def test_nul(life, refused):
    row(life, "conversations_voice", "quiet")["words"] = "quiet\x00"
    assert "words: found a text of 6 characters; expected text without the character NUL" in refused(life)


def test_half_a_character(tmp_path, life):
    folder = write(tmp_path / "in", life)
    file = folder / "people_person.jsonl"
    file.write_text(file.read_text().replace('"Sam"', r'"Sam \ud800"'))
    assert "text without broken characters" in bring_in(folder)[1]


def test_very_long_text(life, refused):
    row(life, "conversations_voice", "quiet")["words"] = "quiet " * 10_000
    said = refused(life)
    assert "words: found a text of 60,000 characters; expected at most 20,000 characters" in said


def test_a_line_without_an_end(tmp_path, life):
    folder = write(tmp_path / "in", life)
    (folder / "practice_dailynote.jsonl").write_bytes(b"[" * 9_000_000 + b"\n{}\n")
    said = bring_in(folder)[1]
    assert "practice_dailynote.jsonl line 1: found a line of more than 4,194,304 bytes" in said
    assert "practice_dailynote.jsonl line 2, id: found nothing" in said


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b'{"id": NaN}', "a number that is none"),
        (b'{"id": "x", "id": "y"}', "a field twice"),
        (b"[1, 2]", "JSON that is no object"),
        (b"\xff\xfe", "bytes that are not UTF-8"),
        (b"[" * 100_000, "JSON that cannot be kept"),
        (b'{"id": ' + b"9" * 10_000 + b"}", "JSON that cannot be kept"),
        (b"{", "a line that is cut off or is no JSON"),
    ],
)
def test_a_line_that_is_no_row(tmp_path, line, found):
    folder = write(tmp_path / "in", {})
    (folder / "people_person.jsonl").write_bytes(line)
    assert f"people_person.jsonl line 1: found {found}" in bring_in(folder)[1]


def test_a_missing_manifest(tmp_path, life):
    folder = write(tmp_path / "in", life)
    (folder / "manifest.json").unlink()
    assert "manifest.json: found no manifest; expected a file manifest.json" in bring_in(folder)[1]


def test_a_newer_format(life, refused):
    assert "manifest.json, format: found format 2; expected format 1 or earlier: a newer Throughline" in refused(life, format=2)


@pytest.mark.parametrize(
    ("manifest", "field"),
    [
        ({"format": "1"}, "format"),
        ({"format": None}, "format"),
        ({"source": None}, "source"),
        ({"source": "x" * 61}, "source"),
        ({"tables": {"people_cat": 1}}, "tables"),
        ({"tables": {"people_person": -1}}, "tables"),
        ({"person": "jo"}, "person"),
        ({"made_at": "today"}, "made_at"),
    ],
)
def test_a_manifest_that_says_what_it_may_not(refused, manifest, field):
    assert f"manifest.json, {field}: found" in refused({}, **manifest)


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00"])
def test_a_manifest_that_is_none(tmp_path, text):
    folder = write(tmp_path / "in", {})
    (folder / "manifest.json").write_text(text)
    assert bring_in(folder)[0] == 1


def test_a_file_that_is_no_table(tmp_path, life):
    folder = write(tmp_path / "in", life)
    (folder / "people_cat.jsonl").write_text("{}")
    assert "people_cat.jsonl: found a file that is no part of the format" in bring_in(folder)[1]


def test_nothing_at_all(tmp_path):
    assert "nowhere: found nothing; expected a folder or a zip" in bring_in(tmp_path / "nowhere")[1]
