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

FOR_THE_MANAGER = {"audience": "manager", "topic": "safeguarding"}

Life = dict[str, list[dict[str, Any]]]


def record(row_id: str, at: str, **more: Any) -> dict[str, Any]:
    """A recorded row of Jo's, written by Amina when it happened."""
    return {"id": row_id, "person": "jo", "author": "amina", "occurred_at": at, "recorded_at": at, **more}


def part(row_id: str, **more: Any) -> dict[str, Any]:
    return {"id": row_id, "person": "jo", **more}


JOS_LIFE: Life = {
    "accounts_provider": [{"id": "elm", "name": "Elm Support"}],
    "accounts_service": [
        {"id": "elm-house", "provider": "elm", "name": "Elm House", "kind": "care_home", "jurisdiction": "england"},
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
    "agreements_areapart": [
        record("mum-asked", NOON, area="treatment", part="consulted", contact="priya", since_on="2026-03-02", because="She knows the GP.")
        | {"look_again_on": "2026-09-01"},
    ],
    "agreements_emotionalsupport": [record("mum-there", NOON, contact="priya", how="Rings on Sundays.", since_on="2026-03-02")],
    "agreements_partreview": [
        record("mum-again", EVENING, part="mum-asked", verdict="change", because="Jo goes alone now.", look_again_on="2026-09-01"),
    ],
    "agreements_partended": [record("mum-no-more", LATER, part="mum-asked", on="2026-03-10", why="Jo goes alone now.")],
    "agreements_involvementagreement": [record("together", NOON)],
    "agreements_agreementversion": [
        record("together-1", NOON, agreement="together", number=1, purpose="Jo is heard.", look_again_on="2026-09-01"),
    ],
    "agreements_agreementparty": [part("together-mum", version="together-1", contact="priya", in_reviews="there")],
    "agreements_meetingrule": [part("first", version="together-1", position=1, text="Jo speaks first.")],
    "agreements_escalationstep": [part("listen", version="together-1", position=1, what="Listen", who="Amina", days=5)],
    "agreements_agreementanswer": [record("jo-agrees", NOON, version="together-1", answer="agreed", voice="quiet")],
    "decisions_libertyreview": [
        record(
            "free",
            EVENING,
            arrangements="Jo has his own room and a key.",
            purpose="Somebody is there at night.",
            normality="Others live like this.",
            freedom_to_leave="Jo comes and goes.",
            conclusion="no_deprivation",
            grounds=["free"],
            reasons="Nothing is locked.",
            consistent="yes",
            concluded_by="amina",
            concluded_as="registered_manager",
            test="before_2026_06_02",
            look_again_by="2026-12-01",
        ),
    ],
    "decisions_libertywish": [part("free-quiet", review="free", voice="quiet", feeling="wants")],
    "decisions_lookedat": [part("free-decided", review="free", decision="decided")],
    "decisions_libertyobjection": [record("gate", LATER, feeling="objects_behaviour", seen="Pulled at the gate.")],
    "decisions_libertyauthorisation": [
        record("dols", NOON, kind="standard", reference="DoLS 12", from_on="2026-03-02", until_on="2026-09-01"),
    ],
    "decisions_libertycondition": [part("walk", authorisation="dols", position=1, text="A walk every day")],
    "decisions_conditionmet": [record("walked", LATER, condition="walk", evidence="A walk on each day.")],
    "decisions_libertyauthorisationended": [record("dols-ended", LATER, authorisation="dols", on="2026-03-10", why="Not needed.")],
    "decisions_disagreement": [record("radio", EVENING, subject="The radio in the morning", voice="quiet")],
    "decisions_position": [
        record("radio-jo", EVENING, disagreement="radio", party="person", voice="quiet"),
        record("radio-mum", NEXT_DAY, disagreement="radio", party="circle", contact="priya", words="He needs a voice in the morning."),
    ],
    "decisions_disagreementstep": [record("heard", NEXT_DAY, disagreement="radio", rung="listen", owner="amina", due_on="2026-03-10")],
    "decisions_disagreementclosed": [
        record(
            "settled",
            LATER,
            disagreement="radio",
            came_to="choice_stands",
            reasons="Jo can decide this.",
            told="Jo, then Priya",
            staff_now="The radio stays off.",
            look_again_on="2026-06-10",
        ),
    ],
    "decisions_safeguardingconcern": [
        record("purse", NEXT_DAY, concern="Jo's purse was empty.", safe_now="Jo has it.", wants="My money back.", **FOR_THE_MANAGER),
    ],
    "decisions_safeguardingstep": [
        record("told-council", LATER, concern="purse", kind="referred", to="The council", consent="agreed", **FOR_THE_MANAGER),
    ],
    "plan_item": [record("mornings", NOON, number=3, kind="routine")],
    "plan_version": [record("mornings-1", NOON, item="mornings", number=1, title="Quiet mornings", own_words="quiet")],
    "plan_line": [part("line-1", version="mornings-1", part="do", position=1, text="Radio stays off.", voice="quiet")],
    "plan_step": [part("step-1", version="mornings-1", position=1, text="Wake Jo", from_time="09:00")],
    "plan_because": [part("because-1", version="mornings-1", voice="quiet")],
    "plan_publication": [record("followed", EVENING, item="mornings", version="mornings-1", decision="decided", message="From tomorrow")],
    "workforce_shift": [
        {"id": "early", "user": "tom", "service": "elm-house", "from_at": "2026-03-03T07:00:00Z", "until_at": "2026-03-03T15:00:00Z"},
    ],
    "workforce_cardreading": [record("read", NEXT_DAY, version="mornings-1")],
    "workforce_keyroutine": [record("key", NEXT_DAY, item="mornings", subject="communication", criteria="Radio stays off")],
    "workforce_newsignoff": [record("anew", NEXT_DAY, publication="followed", needed=True)],
    "workforce_signoff": [
        record("tom-can", LATER, worker="tom", item="mornings", version="mornings-1", method="observed", seen_on="2026-03-10")
        | {"agreed_words": "Jo nodded.", "result": "competent", "until_on": "2026-09-10"},
    ],
    "workforce_criterion": [part("tom-radio", sign_off="tom-can", position=1, text="Radio stays off", met=True)],
    "practice_routinerecord": [
        record("up", NEXT_DAY, item="mornings", version="mornings-1", step="step-1", day="2026-03-03", result="said_yes"),
    ],
    "practice_needchange": [record("alone", EVENING, area="treatment", words="Jo goes to the GP alone.", since_on="2026-03-02")],
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
