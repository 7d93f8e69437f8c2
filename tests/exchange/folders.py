"""Folders to import: Jo's life as another system would hand it over, with that system's own ids."""

import copy
import io
import json
from pathlib import Path
from typing import Any

from throughline.exchange import commands

MORNING = "2026-03-02T09:00:00Z"
NOON = "2026-03-02T12:00:00Z"
EVENING = "2026-03-02T18:00:00Z"
NEXT_DAY = "2026-03-03T09:00:00Z"
LATER = "2026-03-10T09:00:00Z"

Life = dict[str, list[dict[str, Any]]]


def record(row_id: str, at: str, **more: Any) -> dict[str, Any]:
    """A recorded row of Jo's, written by Amina when it happened."""
    return {"id": row_id, "person": "jo", "author": "amina", "occurred_at": at, "recorded_at": at, **more}


def part(row_id: str, **more: Any) -> dict[str, Any]:
    return {"id": row_id, "person": "jo", **more}


JOS_LIFE: Life = {
    "accounts_provider": [{"id": "elm", "name": "Elm Support"}],
    "accounts_service": [
        {"id": "elm-house", "provider": "elm", "name": "Elm House", "kind": "supported_living", "jurisdiction": "england"},
    ],
    "accounts_user": [
        {"id": "amina", "email": "amina@elm.example", "name": "Amina"},
        {"id": "tom", "email": "tom@elm.example", "name": "Tom"},
    ],
    "people_person": [
        {"id": "jo", "name": "Jo", "nhs_number": "943 476 5919", "born_on": "1990-05-01"},
        {"id": "sam", "name": "Sam"},
    ],
    "people_contact": [
        {"id": "priya", "person": "jo", "name": "Priya", "kind": "circle", "relationship": "mum"},
        {"id": "dr-shah", "person": "jo", "name": "Dr Shah", "kind": "professional", "relationship": "GP"},
    ],
    "people_stay": [{"id": "jo-elm", "person": "jo", "service": "elm-house", "from_on": "2025-01-01"}],
    "access_assignment": [{"id": "amina-leads", "user": "amina", "role": "registered_manager", "from_on": "2025-01-01"}],
    "conversations_conversation": [
        record("talk", MORNING, kind="talk", title="Mornings", purpose="What wakes Jo well", who_spoke_first="person"),
    ],
    "conversations_agendaquestion": [part("talk-1", conversation="talk", position=1, text="When do you like to get up?")],
    "conversations_presence": [part("talk-jo", conversation="talk", party="person")],
    "conversations_voice": [
        record("quiet", MORNING, how_told="said", words="I like it quiet in the morning.", wish="change", conversation="talk"),
    ],
    "conversations_contribution": [
        record("mum", MORNING, party="circle", contact="priya", words="He never liked noise.", conversation="talk"),
    ],
    "authority_authority": [
        record("power", MORNING, kind="lpa_welfare", areas=["home"], made_on="2024-05-01", registered_on="2024-08-01"),
    ],
    "authority_holder": [part("power-priya", authority="power", contact="priya")],
    "authority_proof": [record("stamp", NOON, authority="power", what="Registered, pages 1 to 20", seen_on="2026-03-02")],
    "authority_authorityended": [record("power-ended", LATER, authority="power", on="2026-03-10", why="disclaimed")],
    "authority_advancerefusal": [record("no-tube", MORNING, treatments="A feeding tube", signed=True)],
    "authority_refusalsent": [record("to-gp", NOON, refusal="no-tube", to="The GP")],
    "authority_refusalanswer": [record("gp-says", LATER, sent="to-gp", words="It is on the notes.")],
    "authority_advocacy": [record("asked", MORNING, kind="care_act", responsible_body="The council", referred_on="2026-03-02")],
    "authority_advocacystep": [record("asked-again", NOON, advocacy="asked", kind="referred", on="2026-03-02")],
    "decisions_question": [record("when-up", MORNING, text="When does Jo get up?", area="daily_care", impact="low")],
    "decisions_option": [record("at-nine", MORNING, question="when-up", title="At nine, without the radio")],
    "decisions_decision": [
        record("decided", NOON, number=7, question="when-up", outcome="Jo gets up at nine, without the radio.", basis="own"),
    ],
    "decisions_consideration": [part("decided-quiet", decision="decided", voice="quiet", effect="shaped")],
    "decisions_talkedabout": [part("talked", question="when-up", conversation="talk")],
    "decisions_telling": [record("told-jo", EVENING, decision="decided", how="A talk", reaction="right")],
    "agreements_sharingpermission": [
        record("mum-may", NOON, contact="priya", about="daily_life", level="may_see", given_by="person", voice="quiet", until="2027-03-01"),
    ],
    "agreements_withdrawal": [record("no-more", LATER, permission="mum-may", words="Jo said stop.")],
    "agreements_nottobetold": [record("not-mum", NEXT_DAY, contact="priya", topics=["money"], words="Jo said so.")],
    "agreements_statutoryaccess": [
        record("the-gp", NOON, contact="dr-shah", kind="court", topics=["health"], because="For the court.", until="2026-06-01"),
    ],
    "agreements_override": [
        record("at-night", NOON, contact="dr-shah", kind="vital_interests", topics=["health"], because="A fever.", until="2026-03-09"),
    ],
    "agreements_disclosure": [
        record("by-phone", LATER, contact="priya", topics=["money"], what="That Jo has a card.", purpose="She asked.", basis="permission"),
    ],
    "plan_item": [record("mornings", NOON, number=3, kind="routine")],
    "plan_version": [record("mornings-1", NOON, item="mornings", number=1, title="Quiet mornings", own_words="quiet")],
    "plan_line": [part("line-1", version="mornings-1", part="do", position=1, text="Radio stays off.", voice="quiet")],
    "plan_step": [part("step-1", version="mornings-1", position=1, text="Wake Jo", from_time="09:00")],
    "plan_because": [part("because-1", version="mornings-1", voice="quiet")],
    "plan_publication": [record("followed", EVENING, item="mornings", version="mornings-1", decision="decided", message="From tomorrow")],
    "practice_routinerecord": [
        record("up", NEXT_DAY, item="mornings", version="mornings-1", step="step-1", day="2026-03-03", result="said_yes"),
    ],
    "practice_dailynote": [record("note", NEXT_DAY, day="2026-03-03", text="Jo hummed at breakfast.", item="mornings")],
    "reviews_review": [record("looked", LATER, item="mornings", kind="planned", took_part="led", verdict="keep", because="It helps.")],
    "reviews_perspective": [
        part("jo-says", review="looked", position=1, party="person", voice="quiet", works="works", text="It is quiet now."),
    ],
    "reviews_response": [record("answer", EVENING, voice="quiet", state="done", what="Mornings are quiet now.", item="mornings")],
    "reviews_told": [record("told-answer", LATER, response="answer", how="A talk")],
    "reviews_check": [record("checked", LATER, response="answer", right="yes")],
}


ROWS = sum(len(rows) for rows in JOS_LIFE.values())


def jos_life() -> Life:
    """A copy to change."""
    return copy.deepcopy(JOS_LIFE)


def row(life: Life, table: str, row_id: str) -> dict[str, Any]:
    return next(each for each in life[table] if each["id"] == row_id)


def write(folder: Path, life: Life, files: dict[str, bytes] | None = None, source: str = "old-system", **manifest: Any) -> Path:
    """A folder with these rows."""
    (folder / "files").mkdir(parents=True, exist_ok=True)
    for name, rows in life.items():
        text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)
        (folder / f"{name}.jsonl").write_text(text, "utf-8")
    for name, content in (files or {}).items():
        (folder / "files" / name).write_bytes(content)
    (folder / "manifest.json").write_text(json.dumps({"format": 1, "source": source} | manifest))
    return folder


def bring_in(path: Path, **options: Any) -> tuple[int, str]:
    """Exit code and what was said."""
    out = io.StringIO()
    return commands.import_(path, out=out, **options), out.getvalue()


def take_out(path: Path, **options: Any) -> tuple[int, str]:
    out = io.StringIO()
    return commands.export(path, out=out, **options), out.getvalue()


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}
