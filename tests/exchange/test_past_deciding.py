"""What was decided for somebody comes in as it was; what the law does not let take effect is marked with the same codes."""

from functools import partial

import pytest

from throughline.decisions.models import Decision, LibertyReview
from throughline.plan.models import Publication

from .folders import EVENING, LATER, MORNING, NEXT_DAY, NOON, bring_in, jos_life, part, record, row, write

pytestmark = pytest.mark.django_db

LACKS = {
    "doubted_because": "Jo says yes to both",
    "impairment": "yes",
    "causal_link": "Jo's learning disability keeps Jo from setting one beside the other",
    "conclusion": "lacks",
    "assessor_staff": "amina",
} | {name: "able" for name in ("understands", "retains", "communicates")}
LACKS |= {f"{name}_seen": "Jo said it back" for name in ("understands", "retains", "communicates")}
LACKS |= {"weighs": "unable", "weighs_seen": "Jo could not set one beside the other"}


def assessed(row_id, at, **told):
    return record(row_id, at, question="move", **(LACKS | told))


def a_life():
    """Amina decided where Jo lives, in Jo's best interests, on an assessment of that question."""
    life = jos_life()
    del life["authority_authorityended"]
    life["authority_authority"][0]["registered_on"] = None
    life["decisions_question"].append(record("move", MORNING, text="Where does Jo live?", area="home", impact="high"))
    life["decisions_capacityassessment"] = [assessed("cannot", MORNING)]
    life["decisions_informationgiven"] = [part("told", assessment="cannot", text="What the flat is like")]
    life["decisions_supporttried"] = [part("photos", assessment="cannot", what="Photos", on="2026-03-01")]
    life["decisions_decision"].append(
        record("moves", NOON, number=8, question="move", outcome="Jo moves.", basis="best_interests", assessment="cannot")
        | {"decided_by_staff": "amina", "only_one_because": "One flat is free."}
    )
    life["decisions_consideration"].append(part("moves-quiet", decision="moves", voice="quiet", effect="partly"))
    points = {"took_part": "Jo saw it", "present_wishes": "Quiet", "may_regain": "no", "staff_do": "Amina helps Jo pack"}
    life["decisions_bestinterests"] = [part("points", decision="moves", **points)]
    life["decisions_consultee"] = [part("asked-mum", decision="moves", contact="priya", kind="cares", words="He likes it quiet.")]
    return life


@pytest.fixture
def life():
    return a_life()


def brought_in(where, life):
    """The standing of decision 8, the last of its versions, and the codes of why it takes no effect."""
    code, said = bring_in(write(where / "in", life))
    assert code == 0, said
    found = Decision.objects.filter(number=8).order_by("occurred_at").last()
    return found.standing, found.faults


@pytest.fixture
def come_in(tmp_path):
    return partial(brought_in, tmp_path)


def test_what_is_lawful_takes_effect(life, come_in):
    assert come_in(life) == ("valid", [])


def decision(life):
    return row(life, "decisions_decision", "moves")


def registered(life):
    row(life, "authority_authority", "power")["registered_on"] = "2024-08-01"
    row(life, "authority_proof", "stamp")["recorded_at"] = row(life, "authority_proof", "stamp")["occurred_at"] = MORNING


def by_mum(life):
    del decision(life)["decided_by_staff"]
    decision(life)["decided_by_contact"] = "priya"


def small(life):
    row(life, "decisions_question", "move")["impact"] = "low"
    life["decisions_consultee"].clear()


def put_right_before(life):
    able = {"weighs": "able", "weighs_seen": "Jo weighed both", "conclusion": "able"}
    again = assessed("can", MORNING, **able) | {"amends": "cannot", "amendment": "corrected", "reason": "Sam’s."}
    life["decisions_capacityassessment"].append(again)


def taken_back_before(life):
    again = assessed("none", MORNING) | {"amends": "cannot", "amendment": "mistake", "reason": "Sam’s."}
    life["decisions_capacityassessment"].append(again)


def assessed_afterwards(life):
    life["decisions_capacityassessment"] = [assessed("cannot", EVENING)]


def asked_otherwise(life):
    between = "2026-03-02T10:00:00Z"
    told = {"text": "Does Jo move to another town?", "area": "home", "impact": "high"}
    life["decisions_question"].append(
        record("move-2", between, **told) | {"amends": "move", "amendment": "corrected", "reason": "It says too little."}
    )


def only_herself(life):
    life["decisions_consultee"] = [part("asked", decision="moves", staff="amina", kind="cares", words="I think so.")]


def an_option_without_its_limits(life):
    life["decisions_option"].append(record("locked", MORNING, question="move", title="A flat with a lock", limits=4))


def options_of_which_nobody_said(life):
    for name in ("locked", "open"):
        life["decisions_option"].append(record(name, MORNING, question="move", title=name))


def refused(life):
    row(life, "decisions_question", "move")["area"] = "treatment"
    row(life, "authority_refusalsent", "to-gp").update(occurred_at=LATER, recorded_at=LATER)


def a_child(life):
    life["people_person"][0]["born_on"] = "2012-01-01"


UNLAWFUL = {
    "Priya can by law": (registered, ["decider-others"]),
    "mum decided": (by_mum, ["decider-family", "not-consulted"]),
    "it was called small": (small, ["not-consulted"]),
    "it was put right before": (put_right_before, ["assessment-not-valid"]),
    "it was taken back before": (taken_back_before, ["assessment-mistaken"]),
    "it was assessed afterwards": (assessed_afterwards, ["assessment-after"]),
    "it was asked otherwise since": (asked_otherwise, ["assessment-other-question"]),
    "only whoever decided was asked": (only_herself, ["not-consulted"]),
    "no option was named": (an_option_without_its_limits, ["option-unclear"]),
    "nothing says how much each option limits": (options_of_which_nobody_said, ["levels-unsaid"]),
    "what Jo refused was sent to nobody": (refused, ["beforehand-waits"]),
    "Jo was fourteen": (a_child, ["decider-child"]),
}


@pytest.mark.parametrize("name", UNLAWFUL)
def test_law_3_what_is_not_lawful_comes_in_and_takes_no_effect(life, come_in, name):
    happens, codes = UNLAWFUL[name]
    happens(life)
    assert come_in(life) == ("not_valid", codes)


def later(row_id, at, amends, **told):
    same = {"number": 8, "question": "move", "amends": amends, "amendment": "corrected", "reason": "x"}
    return record(row_id, at, **same, no_voice_because="x", only_one_because="x", **told)


MUMS = {"outcome": "Jo stays.", "basis": "relative", "decided_by_contact": "priya"}


def test_a_later_version_that_takes_no_effect_takes_nothings_place(life, come_in):
    life["decisions_decision"].append(later("mums", EVENING, "moves", **MUMS))
    assert come_in(life) == ("not_valid", ["basis-relative"])
    assert [each.outcome for each in Decision.objects.in_effect().filter(number=8)] == ["Jo moves."]


def test_a_lawful_one_after_it_does(life, come_in):
    visit = {"outcome": "Jo goes to see it first.", "basis": "best_interests", "assessment": "cannot", "decided_by_staff": "amina"}
    life["decisions_decision"] += [later("mums", EVENING, "moves", **MUMS), later("again", NEXT_DAY, "mums", **visit)]
    points = life["decisions_bestinterests"][0] | {"id": "points-2", "decision": "again"}
    asked = life["decisions_consultee"][0] | {"id": "asked-2", "decision": "again"}
    life["decisions_bestinterests"].append(points)
    life["decisions_consultee"].append(asked)
    assert come_in(life) == ("valid", [])
    assert [each.outcome for each in Decision.objects.current().filter(number=8)] == ["Jo goes to see it first."]


def test_what_was_published_after_the_assessment_ran_out(life, come_in):
    row(life, "decisions_capacityassessment", "cannot")["review_by"] = "2026-03-02"
    row(life, "plan_publication", "followed").update(decision="moves", occurred_at=NEXT_DAY, recorded_at=NEXT_DAY)
    come_in(life)
    assert Publication.objects.get().faults == ["decision-lapsed"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"concluded_by": "tom"}, "liberty-no-role"),
        ({"test": "since_2026_06_02"}, "liberty-test-not-yet"),
    ],
)
def test_a_review_that_does_not_count(life, come_in, change, code):
    row(life, "decisions_libertyreview", "free").update(change)
    come_in(life)
    assert LibertyReview.objects.get().faults == [code]


def test_a_review_that_passes_an_objection_over(life, come_in):
    row(life, "decisions_libertyobjection", "gate").update(occurred_at=NOON, recorded_at=NOON)
    come_in(life)
    assert LibertyReview.objects.get().faults == ["liberty-objection-unanswered"]
