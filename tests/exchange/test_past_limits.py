"""What limited Jo on somebody else's decision comes in as it was: nobody's tick, role or later word makes it lawful by being moved."""

import pytest

from throughline.agreements.models import AgreementAnswer, SharingPermission
from throughline.decisions.models import Decision, LibertyReview
from throughline.plan.models import Publication

from .folders import EVENING, MORNING, NEXT_DAY, NOON, bring_in, jos_life, part, record, row, write

pytestmark = pytest.mark.django_db
ABOUT_LIBERTY = ("review", "wish", "objection", "authorisation", "condition", "authorisationended")
AFTER_NOON = "2026-03-02T13:00:00Z"
CAN = {f"{name}{seen}": "x" if seen else "able" for name in ("understands", "retains", "communicates") for seen in ("", "_seen")}
LACKS = CAN | {"weighs": "unable", "weighs_seen": "x", "impairment": "yes", "causal_link": "x", "conclusion": "lacks"}
MADE = {"basis": "best_interests", "assessment": "assessed", "decided_by_staff": "amina", "only_one_because": "x", "no_voice_because": "x"}


@pytest.fixture
def life():
    """A gate that is locked by a decision for Jo, who could not decide it; nobody looked at Jo's liberty. Tom has no role."""
    life = jos_life()
    for table in (*(f"decisions_liberty{each}" for each in ABOUT_LIBERTY), "decisions_conditionmet", "decisions_lookedat"):
        life[table] = []
    decides_for_jo(life, "gate", area="restrictions")
    row(life, "plan_item", "mornings")["kind"] = "restriction"
    row(life, "plan_line", "line-1")["part"] = "limit"
    row(life, "plan_version", "mornings-1").update(author="tom", look_again_on="2026-06-01")
    row(life, "plan_publication", "followed")["decision"] = "gate"
    return life


def decides_for_jo(life, name, **question):
    """A decision for Jo with all that the law asks."""
    more = {
        "decisions_question": record(f"{name}-asked", MORNING, text="Shall it be so?", impact="high", **question),
        "decisions_capacityassessment": record(
            "assessed", MORNING, question=f"{name}-asked", doubted_because="x", assessor_staff="amina", **LACKS
        ),
        "decisions_informationgiven": part("told", assessment="assessed", text="x"),
        "decisions_supporttried": part("tried", assessment="assessed", what="Photos", on="2026-03-01"),
        "decisions_decision": record(name, NOON, number=8, question=f"{name}-asked", outcome="Yes", **MADE),
        "decisions_bestinterests": part(
            f"{name}-for", decision=name, took_part="x", present_wishes="x", may_regain="no", staff_do="x", weight="x"
        ),
        "decisions_consultee": part(f"{name}-mum", decision=name, contact="priya", kind="cares", words="x"),
    }
    for table, each in more.items():
        life.setdefault(table, []).append(each)


@pytest.fixture
def come_in(tmp_path):
    def imported(life):
        code, said = bring_in(write(tmp_path / "in", life))
        assert code == 0, said

    return imported


def published():
    return Publication.objects.get().faults


def test_nobody_looked_at_it(life, come_in):
    come_in(life)
    assert published() == ["liberty-not-reviewed"]


def test_a_routine_that_says_it_limits_nobody_is_held_to_what_was_decided(life, come_in):
    row(life, "plan_item", "mornings")["kind"] = "routine"
    row(life, "plan_line", "line-1")["part"] = "do"
    row(life, "plan_publication", "followed")["limits"] = False
    come_in(life)
    assert published() == ["liberty-not-reviewed"]


@pytest.mark.parametrize(
    ("writer", "publisher", "faults"),
    [("amina", "tom", ["lift-not-approved"]), ("amina", "amina", ["lift-by-its-author"]), ("tom", "amina", [])],
)
def test_who_said_that_it_limits_no_more(come_in, writer, publisher, faults):
    """Jo decided on the gate, and the next version is said to limit in nothing."""
    life = jos_life()
    asked = record("gate-asked", MORNING, text="Shall it be so?", impact="high", area="restrictions")
    decided = record("gate", NOON, number=8, question="gate-asked", outcome="Yes", basis="own", only_one_because="x")
    life["decisions_question"].append(asked)
    life["decisions_decision"].append(decided)
    life["decisions_consideration"].append(part("gate-quiet", decision="gate", voice="quiet", effect="shaped"))
    life["conversations_voice"][0].update(occurred_at=MORNING)
    row(life, "plan_version", "mornings-1").update(author="tom", look_again_on="2026-06-01")
    row(life, "plan_publication", "followed").update(decision="gate", limits=True)
    again = row(life, "plan_version", "mornings-1") | {"id": "mornings-2", "number": 2, "author": writer}
    lifted = {"id": "followed-2", "version": "mornings-2", "author": publisher, "occurred_at": NEXT_DAY, "recorded_at": NEXT_DAY}
    life["plan_version"].append(again)
    life["plan_publication"].append(row(life, "plan_publication", "followed") | lifted | {"decision": None, "limits": False})
    come_in(life)
    assert [each.faults for each in Publication.objects.order_by("sequence")] == [[], faults]


@pytest.mark.parametrize(
    ("question", "on", "faults"),
    [("gate-asked", AFTER_NOON, ["decision-while-able"]), ("other-asked", AFTER_NOON, []), ("gate-asked", NEXT_DAY, [])],
)
def test_what_jo_decided_while_able_did_not_carry_once_she_was_not(come_in, question, on, faults):
    """She could not decide that very question when it was published: not another one, and not only later."""
    life = jos_life()
    asked = record("gate-asked", MORNING, text="Shall it be so?", impact="high", area="restrictions")
    life["decisions_question"] += [asked, record("other-asked", MORNING, text="Shall that be so?", impact="high", area="restrictions")]
    life["decisions_decision"].append(
        record("gate", NOON, number=8, question="gate-asked", outcome="Yes", basis="own", only_one_because="x")
    )
    life["decisions_consideration"].append(part("gate-quiet", decision="gate", voice="quiet", effect="shaped"))
    life["conversations_voice"][0].update(occurred_at=MORNING)
    since = record("assessed", on, question=question, doubted_because="x", assessor_staff="amina", **LACKS)
    life.setdefault("decisions_capacityassessment", []).append(since)
    life.setdefault("decisions_informationgiven", []).append(part("told", assessment="assessed", text="x"))
    life.setdefault("decisions_supporttried", []).append(part("tried", assessment="assessed", what="Photos", on="2026-03-01"))
    row(life, "plan_item", "mornings")["kind"] = "restriction"
    row(life, "plan_line", "line-1")["part"] = "limit"
    row(life, "plan_version", "mornings-1").update(author="tom", look_again_on="2026-06-01")
    row(life, "plan_publication", "followed").update(decision="gate", limits=True)
    come_in(life)
    assert published() == faults


def test_a_bare_no_carried_nothing(life, come_in):
    row(life, "plan_publication", "followed")["may_deprive"] = False
    come_in(life)
    assert published() == ["liberty-no-is-a-conclusion"]
    assert (Publication.objects.get().standing, Publication.objects.get().historic) == ("not_valid", True)


def test_a_no_that_somebody_concluded_before_carried_it(life, come_in):
    review = jos_life()["decisions_libertyreview"][0] | {"occurred_at": NOON, "recorded_at": NOON, "grounds": ["free"]}
    life["decisions_libertyreview"] = [review]
    life["decisions_libertywish"] = [part("free-quiet", review="free", voice="quiet", feeling="wants")]
    life["decisions_lookedat"] = [part("free-gate", review="free", decision="gate")]
    row(life, "plan_publication", "followed")["may_deprive"] = False
    come_in(life)
    assert published() == []


def test_the_role_that_a_review_names_was_theirs(life, come_in):
    review = jos_life()["decisions_libertyreview"][0] | {"occurred_at": NOON, "recorded_at": NOON, "grounds": ["free"]}
    life["decisions_libertyreview"] = [review | {"concluded_by": "tom"}]
    life["decisions_libertywish"] = [part("free-quiet", review="free", voice="quiet", feeling="wants")]
    life["decisions_lookedat"] = [part("free-gate", review="free", decision="gate")]
    come_in(life)
    assert (LibertyReview.objects.get().faults, published()) == (["liberty-no-role"], ["liberty-not-reviewed"])


def test_it_was_decided_again_before(life, come_in):
    row(life, "plan_publication", "followed")["may_deprive"] = False
    again = row(life, "decisions_decision", "gate") | {"id": "gate-2", "amends": "gate", "amendment": "corrected", "reason": "x"}
    life["decisions_decision"].append(again | {"recorded_at": "2026-03-02T13:00:00Z"})
    for table in ("bestinterests", "consultee"):
        life[f"decisions_{table}"].append(life[f"decisions_{table}"][-1] | {"id": f"{table}-2", "decision": "gate-2"})
    come_in(life)
    assert published() == ["decision-replaced"]


@pytest.mark.parametrize(
    ("question", "faults"),
    [
        ({"contact": "priya", "shares": ["health"]}, []),
        ({"contact": "priya", "shares": ["money"]}, ["permission-decision-about-others"]),
        ({"contact": "dr-shah", "shares": ["health"]}, ["permission-decision-about-others"]),
        ({}, ["permission-decision-about-others"]),
    ],
)
def test_a_decision_opened_what_it_named_and_no_more(come_in, question, faults):
    life = jos_life()
    decides_for_jo(life, "health", area="sharing", **question)
    told = {"contact": "priya", "about": "health", "level": "may_see", "given_by": "best_interests", "decision": "health"}
    life["agreements_sharingpermission"].append(record("may-know", NEXT_DAY, until="2027-03-01", **told))
    come_in(life)
    assert SharingPermission.objects.get(about="health").faults == faults


def test_no_soup_went_before_jos_no(come_in):
    life = jos_life()
    life["decisions_question"].append(record("tea", MORNING, text="What is for tea?", area="care", impact="low", contact="priya"))
    life["decisions_decision"].append(record("soup", NOON, number=9, question="tea", outcome="Soup", basis="own", no_voice_because="x"))
    row(life, "agreements_agreementanswer", "jo-agrees").update(answer="refused", decision="soup", occurred_at=EVENING, recorded_at=EVENING)
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-person-said-no"]


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"plan_publication": {"author": "tom"}}, ["limit-not-approved"]),
        ({"plan_version": {"author": "amina"}}, ["limit-by-its-author"]),
        ({"plan_version": {"look_again_on": None}}, ["limit-no-look-again"]),
    ],
)
def test_nobody_else_let_it_be_followed(life, come_in, change, faults):
    """It comes in as what happened, marked, and staff do not follow it."""
    for table, each in change.items():
        life[table][0].update(each)
    come_in(life)
    found = Publication.objects.get()
    assert (found.faults, found.standing, found.historic) == (faults, "not_valid", True)


@pytest.mark.parametrize(
    ("said", "talked", "basis", "faults"),
    [
        ("2026-03-01T09:00:00Z", False, "best_interests", ["view-before-question"]),
        ("2026-03-01T09:00:00Z", True, "best_interests", []),
        (MORNING, False, "best_interests", []),
        (None, False, "own", ["assessment-lacks", "no-view"]),
    ],
)
def test_what_jo_said_was_said_of_this_limit(life, come_in, said, talked, basis, faults):
    """After somebody asked, or where it was talked about. That Jo decided it alone, and nothing of hers is there, excuses nobody."""
    decided = row(life, "decisions_decision", "gate")
    if said is None:
        decided.update(basis=basis)
        del decided["assessment"], decided["decided_by_staff"]
        life["decisions_bestinterests"], life["decisions_consultee"] = [], []
    else:
        decided["no_voice_because"] = ""
        life["conversations_voice"][0].update(occurred_at=said)
        life["decisions_consideration"].append(part("gate-quiet", decision="gate", voice="quiet", effect="shaped"))
        life["decisions_talkedabout"] += [part("gate-talk", question="gate-asked", conversation="talk")] if talked else []
    come_in(life)
    assert Decision.objects.get(number=8).faults == faults
