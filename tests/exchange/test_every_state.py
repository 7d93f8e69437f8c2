"""Law 3 by the import: what is not lawful comes in as it was, takes no effect, and is marked with the code that the action gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from throughline.decisions.choices import ExcludedClass

from .folders import MORNING, Life, part, record, row
from .test_past_deciding import UNLAWFUL as PAST
from .test_past_deciding import a_life, assessed, brought_in, registered

pytestmark = pytest.mark.django_db

Change = Callable[[Life], object]
ABLE = {"weighs": "able", "weighs_seen": "Jo weighed both", "conclusion": "able"}
BEFORE = "2026-03-02T10:00:00Z"  # between the assessment and the decision


def decision(**change: object) -> Change:
    """What is written of the decision; None takes it away."""
    return lambda life: _change(row(life, "decisions_decision", "moves"), change)


def assessment(**change: object) -> Change:
    return lambda life: row(life, "decisions_capacityassessment", "cannot").update(change)


def points(**change: object) -> Change:
    return lambda life: row(life, "decisions_bestinterests", "points").update(change)


def question(**change: object) -> Change:
    return lambda life: row(life, "decisions_question", "move").update(change)


def none_of(table: str) -> Change:
    return lambda life: life[table].clear()


def each(*changes: Change) -> Change:
    def happens(life: Life) -> None:
        for change in changes:
            change(life)

    return happens


def _change(found: dict, change: dict) -> None:
    found.update({name: value for name, value in change.items() if value is not None})
    for name in change:
        if change[name] is None:
            found.pop(name, None)


def replaced(life: Life) -> None:
    life["decisions_capacityassessment"].append(assessed("can", BEFORE, **ABLE))
    life["decisions_informationgiven"].append(part("told-2", assessment="can", text="What the flat is like"))
    life["decisions_supporttried"].append(part("photos-2", assessment="can", what="Photos", on="2026-03-01"))


def of_another_question(life: Life) -> None:
    life["decisions_question"].append(record("cup", MORNING, text="Which cup?", area="home", impact="high"))
    row(life, "decisions_capacityassessment", "cannot")["question"] = "cup"


def less_restrictive(life: Life) -> None:
    life["decisions_option"] += [
        record("stay", MORNING, question="move", title="Jo stays", limits=0),
        record("locked", MORNING, question="move", title="A flat with a lock", limits=4),
    ]
    row(life, "decisions_decision", "moves").update(option="locked", only_one_because="")


def held(**shown: str) -> Change:
    """The one option limits Jo much."""

    def happens(life: Life) -> None:
        life["decisions_option"].append(record("locked", MORNING, question="move", title="A flat with a lock", limits=3))
        row(life, "decisions_decision", "moves").update(option="locked")
        points(**shown)(life)

    return happens


def only_the_doctor(life: Life) -> None:
    life["decisions_consultee"] = [part("asked", decision="moves", contact="dr-shah", kind="cares", words="Jo can move.")]


def an_advocate(**change: object) -> Change:
    told = {"kind": "imca", "responsible_body": "The council"} | change
    return lambda life: life.setdefault("authority_advocacy", []).append(record("imca", MORNING, **told))


def by_power(**change: object) -> Change:
    """Priya decides by her power, registered and seen before, having asked Dr Shah."""

    def happens(life: Life) -> None:
        registered(life)
        row(life, "authority_authority", "power").update(change)
        decision(basis="attorney", authority="power", decided_by_contact="priya", decided_by_staff=None)(life)
        life["decisions_consultee"] = [part("asked", decision="moves", contact="dr-shah", kind="cares", words="Jo likes quiet.")]
        life["decisions_actingholder"] = [part("acts", decision="moves", holder="power-priya")]

    return happens


def by_order(**change: object) -> Change:
    def happens(life: Life) -> None:
        by_power(kind="court_order", allows="Jo moves.", registered_on=None, **change)(life)
        decision(basis="court", decided_by_contact=None, assessment=None)(life)
        life["decisions_actingholder"], life["authority_holder"] = [], []
        life["decisions_bestinterests"], life["decisions_consultee"] = [], []

    return happens


def own(**change: object) -> Change:
    """Jo decided, and nobody assessed anything."""

    def happens(life: Life) -> None:
        decision(**{"basis": "own", "assessment": None, "decided_by_staff": None} | change)(life)
        for name in ("capacityassessment", "informationgiven", "supporttried", "bestinterests", "consultee"):
            life[f"decisions_{name}"] = []

    return happens


def lacking(life: Life) -> None:
    decision(basis="own", assessment=None, decided_by_staff=None)(life)
    life["decisions_bestinterests"], life["decisions_consultee"] = [], []


def weighed(**change: object) -> Change:
    return lambda life: row(life, "decisions_consideration", "moves-quiet").update(change)


def heard_before(life: Life) -> None:
    life["conversations_voice"][0]["occurred_at"] = "2026-03-01T09:00:00Z"


def unheard(life: Life) -> None:
    life["decisions_consideration"] = [each for each in life["decisions_consideration"] if each["id"] != "moves-quiet"]


def ended(life: Life) -> None:
    at = "2026-03-02T11:00:00Z"
    life["authority_authorityended"] = [record("power-ended", at, authority="power", on="2026-03-01", why="disclaimed")]


def taken_back(life: Life) -> None:
    power = row(life, "authority_authority", "power") | {"id": "none", "occurred_at": BEFORE, "recorded_at": BEFORE}
    life["authority_authority"].append(power | {"amends": "power", "amendment": "mistake", "reason": "Sam’s."})


def by_both(life: Life) -> None:
    life["people_contact"].append({"id": "gwen", "person": "jo", "name": "Gwen", "kind": "circle", "relationship": "sister"})
    life["authority_holder"].append(part("power-gwen", authority="power", contact="gwen"))


LATE = {"kind": "epa", "areas": ["money"], "made_on": "2015-05-01"}
USED_AS_JO_SAYS = {"kind": "lpa_property", "areas": ["money"], "usable_while_able": True}

STATES: dict[str, tuple[str, Change]] = {
    **{name: (codes[0], happens) for name, (happens, codes) in PAST.items()},
    "nobody assessed it": ("no-assessment", decision(assessment=None)),
    "another question was assessed": ("assessment-other-question", of_another_question),
    "it says that Jo can": ("assessment-able", assessment(**ABLE)),
    "it came to no conclusion": ("assessment-not-concluded", assessment(conclusion="not_concluded")),
    "it had run out": ("assessment-expired", assessment(review_by="2026-03-01")),
    "a later one said that Jo can": ("assessment-replaced", replaced),
    "Jo decided what she could not": ("assessment-lacks", lacking),
    "nobody went through the points": ("best-interests-blank", none_of("decisions_bestinterests")),
    "what Jo wants is not there": ("wishes-blank", points(present_wishes="")),
    "Jo took no part": ("no-part", points(took_part="")),
    "it could have waited": ("could-wait", points(may_regain="yes")),
    "treatment that keeps Jo alive": ("life-sustaining", points(life_sustaining=True)),
    "nothing follows": ("staff-do-blank", points(staff_do="")),
    "nobody was asked": ("not-consulted", none_of("decisions_consultee")),
    "something that limits less": ("less-restrictive", less_restrictive),
    "Jo is held back, and nothing says why": ("restraint-unshown", held()),
    "Jo is held back, and nothing says how likely the harm is": ("restraint-unshown", held(harm="x", proportionate_because="x")),
    "only a doctor was asked": ("imca-not-asked", only_the_doctor),
    "only a doctor was asked, and an advocate afterwards": (
        "imca-not-asked",
        each(only_the_doctor, an_advocate(referred_on="2026-03-05")),
    ),
    "a deputy keeps somebody away": (
        "authority-contact",
        each(by_power(kind="deputy_welfare", registered_on=None), decision(keeps_apart="yes")),
    ),
    "a deputy, about other people": (
        "authority-contact-unsaid",
        each(by_power(kind="deputy_welfare", registered_on=None, areas=["contact"]), question(area="contact")),
    ),
    "nobody is named": ("incomplete-decider", decision(decided_by_staff=None)),
    "Dr Shah is named and Priya acts": ("decider-not-acting", each(by_power(), decision(decided_by_contact="dr-shah"))),
    "mum decided, on no basis": ("basis-relative", own(basis="relative", decided_by_contact="priya")),
    "Amina decided, on no basis": ("basis-staff", own(basis="staff", decided_by_staff="amina")),
    "it was always so": ("basis-custom", own(basis="custom")),
    "nothing of Jo's is there": ("no-view", each(own(), unheard)),
    "Jo was heard afterwards": ("view-after", own(occurred_at="2026-03-02T08:00:00Z")),
    "Jo said it before anybody asked": (
        "view-before-question",
        each(own(), question(area="restrictions"), heard_before),
    ),
    "Jo's own, against her words": ("not-followed-own", each(own(), weighed(effect="not_followed", because="Cheaper."))),
    "one option, and nothing says why": ("incomplete-options", decision(only_one_because="")),
    "with what support is not there": ("incomplete-support", own(basis="own_with_support")),
    "Jo's own, and Amina is named": ("incomplete-own", own(decided_by_staff="amina")),
    "again and again, for ever": ("incomplete-look-again", question(repeated=True)),
    "no papers are named": ("authority-none", each(by_power(), decision(authority=None), none_of("decisions_actingholder"))),
    "the papers were a mistake": ("authority-mistaken", each(by_power(), taken_back)),
    "a power over money": ("authority-kind", by_power(kind="lpa_property")),
    "an appointee": ("authority-kind", by_power(kind="appointee")),
    "next of kin": ("authority-kind", by_power(kind="nearest_relative")),
    "filed under something else": ("authority-part-unclear", each(by_power(), question(area="other"))),
    "a deputy, and what keeps Jo alive": (
        "authority-life-sustaining",
        each(by_power(kind="deputy_welfare", registered_on=None), points(life_sustaining=True, no_wish_for_death=True)),
    ),
    "an enduring power of 2015": (
        "authority-epa-late",
        each(by_power(**LATE), question(area="money")),
    ),
    "it covers something else": ("authority-scope", by_power(areas=["care"])),
    "the power had ended": ("authority-ended", each(by_power(), ended)),
    "the power had run out": ("authority-expired", by_power(expires_on="2026-01-01")),
    "the power had not begun": ("authority-not-begun", by_power(starts_on="2026-03-05")),
    "the power was made afterwards": ("authority-not-begun", by_power(made_on="2026-03-05")),
    "the order was made afterwards": ("authority-not-begun", by_order(made_on="2026-03-05")),
    "it was never registered": ("authority-unregistered", by_power(registered_on=None)),
    "it was registered before it was made": ("authority-unregistered", by_power(made_on="2025-01-01")),
    "nobody saw the papers": ("authority-unproven", each(by_power(), none_of("authority_proof"))),
    "nobody saw the order": ("authority-unproven", each(by_order(), none_of("authority_proof"))),
    "one of two who act together": ("authority-joint", each(by_power(how_act="jointly"), by_both)),
    "a power over money, against what Jo says": (
        "not-followed-able",
        each(
            own(),
            by_power(**USED_AS_JO_SAYS),
            question(area="money"),
            none_of("decisions_consultee"),
            weighed(effect="not_followed", because="x"),
        ),
    ),
    **{f"nobody decides for another: {which}": ("excluded", question(excluded_class=which)) for which in ExcludedClass.values[1:]},
}


@pytest.mark.parametrize("name", STATES)
def test_law_3_what_is_not_lawful_comes_in_and_takes_no_effect(tmp_path: Path, name: str) -> None:
    code, happens = STATES[name]
    life = a_life()
    happens(life)
    standing, codes = brought_in(tmp_path, life)
    assert standing == "not_valid" and code in codes


LAWFUL = {
    "by her power": by_power(),
    "by an order": by_order(),
    "by a deputy's order": by_power(kind="deputy_welfare", registered_on=None),
    "Jo's own": own(),
    "Jo is held back, in proportion": held(harm="The road", harm_likely="Each week", proportionate_because="Only at night"),
    "only a doctor was asked, and an advocate": each(only_the_doctor, an_advocate()),
    "a deputy keeps nobody away": each(
        by_power(kind="deputy_welfare", registered_on=None, areas=["contact"]), question(area="contact"), decision(keeps_apart="no")
    ),
}


@pytest.mark.parametrize("happens", LAWFUL.values(), ids=LAWFUL)
def test_what_these_begin_with_is_lawful(tmp_path: Path, happens: Change) -> None:
    life = a_life()
    happens(life)
    assert brought_in(tmp_path, life) == ("valid", [])
