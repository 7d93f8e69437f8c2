"""Law 3: every code by which a decision takes no effect, by a story of its own. The page and the import tell the same ones."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.authority import papers
from tests.decisions.test_for_somebody import POWERLESS, by_power, checklist, decide_for, power
from tests.decisions.test_for_somebody import UNLAWFUL as FOR_SOMEBODY
from tests.decisions.test_for_somebody import assess as assessed
from tests.decisions.test_who_may import UNLAWFUL as WHO_MAY
from tests.decisions.test_who_may import powers
from tests.web import arrange

from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.written import Written
from throughline.decisions import actions
from throughline.decisions.choices import ExcludedClass
from throughline.decisions.models import Decision
from throughline.decisions.parts import Consideration

Home = arrange.House
Story = Callable[[Home], Decision]


def asked(home: Home, **more: Any) -> Any:
    return arrange.question(home, **{"impact": "high"} | more)


def jos_own(home: Home, *weighed: Any, question: Any = None, **more: Any) -> Decision:
    return arrange.decided(home, question or asked(home), *weighed, **{"only_one_because": "one dentist"} | more)


def for_jo(home: Home, **more: Any) -> Decision:
    question = asked(home)
    return decide_for(home, question, assessed(home, question), **more)


def excluded(home: Home, which: str) -> Decision:
    question = asked(home, excluded_class=which)
    return decide_for(home, question, assessed(home, question))


def held_still(home: Home) -> Decision:
    question = asked(home)
    actions.offer(question=question, title="The dentist comes home", limits=0, by=home.ruth)
    option = actions.offer(question=question, title="Held still", limits=4, by=home.ruth)
    return decide_for(home, question, assessed(home, question), option=option)


def while_jo_could_not(home: Home) -> Decision:
    question, voice = asked(home), arrange.said(home)
    assessed(home, question)
    return jos_own(home, voice, question=question)


def said_afterwards(home: Home) -> Decision:
    return jos_own(home, arrange.said(home), written=Written(occurred_at=clock.now() - timedelta(days=1)))


def against_her_own_words(home: Home) -> Decision:
    no = Consideration(voice=arrange.said(home, "No."), effect="not_followed", because="It is cheaper.")
    return jos_own(home, considered=[no])


def by_order(home: Home, row: Any) -> Decision:
    told = {"best_interests": None, "consultees": [], "decided_by_staff": None}
    return decide_for(home, asked(home), None, basis="court", authority=row, **told)


def on_papers(home: Home, *, proven: bool = True, **change: Any) -> Decision:
    question = asked(home)
    return by_power(home, question, power(home, proven=proven, **change), assessed(home, question))


def after_it_ended(home: Home) -> Decision:
    question, row = asked(home), power(home)
    authority.end_authority(authority=row, on=clock.today() - timedelta(days=2), why="revoked", by=home.ruth)
    return by_power(home, question, row, assessed(home, question))


def before_it_was_made(home: Home) -> Decision:
    """An order of today, seen today; it was decided the day before."""
    row = power(home, "court_order", proven=False, made_on=clock.today(), registered_on=None)
    papers.seen(home, row, on=clock.today())
    told = {"best_interests": None, "consultees": [], "decided_by_staff": None, "no_voice_because": "x"}
    yesterday = Written(occurred_at=clock.now() - timedelta(days=1))
    return decide_for(home, asked(home), None, basis="court", authority=row, written=yesterday, considered=[], **told)


def one_of_two(home: Home) -> Decision:
    holders = [Holder(contact=arrange.mum(home)), Holder(contact=papers.gwen(home))]
    told = {"areas": ["home"], "registered_on": date(2024, 1, 8), "how_act": "jointly"}
    row = authority.write_authority(person=home.jo, kind="lpa_welfare", holders=holders, by=home.ruth, **told)
    papers.seen(home, row, on=clock.today())
    return powers(home, row, None, holders[0].contact)


def on_no_papers(home: Home) -> Decision:
    question, mum = asked(home), arrange.mum(home)
    told = {"basis": "attorney", "decided_by_staff": None, "decided_by_contact": mum}
    return decide_for(home, question, assessed(home, question), **told)


def on_an_assessment_of_sam(home: Home) -> Decision:
    question = asked(home)
    row = assessed(home, question)
    actions.take_back(row=row, reason="It was Sam’s.", by=home.ruth)
    return decide_for(home, question, row)


def on_papers_of_sam(home: Home) -> Decision:
    question, row = asked(home), power(home)
    authority.take_back(row=row, reason="It was Sam’s.", by=home.ruth)
    return by_power(home, question, row, assessed(home, question))


def nothing_follows(home: Home) -> Decision:
    return for_jo(home, best_interests=checklist(staff_do=""))


MORE: dict[str, tuple[str, Story]] = {
    "the assessment was a mistake": ("assessment-mistaken", on_an_assessment_of_sam),
    "the papers were a mistake": ("authority-mistaken", on_papers_of_sam),
    "something that limits Jo less was there": ("less-restrictive", held_still),
    "nothing says what staff do": ("staff-do-blank", nothing_follows),
    "Jo decided what an assessment says she could not": ("assessment-lacks", while_jo_could_not),
    "a relative decided": ("basis-relative", lambda home: jos_own(home, arrange.said(home), basis="relative")),
    "staff decided": ("basis-staff", lambda home: jos_own(home, arrange.said(home), basis="staff")),
    "it was always so": ("basis-custom", lambda home: jos_own(home, arrange.said(home), basis="custom")),
    "nothing of Jo's was weighed": ("no-view", lambda home: jos_own(home)),
    "Jo was heard afterwards": ("view-after", said_afterwards),
    "Jo's own, against her own words": ("not-followed-own", against_her_own_words),
    "no papers are named": ("authority-none", on_no_papers),
    "the power had ended": ("authority-ended", after_it_ended),
    "the power had not begun": ("authority-not-begun", lambda home: on_papers(home, starts_on=clock.today() + timedelta(days=1))),
    "the order was made afterwards": ("authority-not-begun", before_it_was_made),
    "nobody saw the order": ("authority-unproven", lambda home: by_order(home, power(home, "court_order", proven=False))),
    "one of two who act together": ("authority-joint", one_of_two),
    "a deputy's order had run out": (
        "authority-expired",
        lambda home: on_papers(home, kind="deputy_welfare", registered_on=None, expires_on=date(2025, 1, 1)),
    ),
} | {f"nobody decides for another: {each}": ("excluded", lambda home, each=each: excluded(home, each)) for each in ExcludedClass.values[1:]}

STATES: dict[str, tuple[str, Story]] = {
    **{name: (each.code, lambda home, each=each: each.decide(home, asked(home))) for name, each in FOR_SOMEBODY.items()},
    **{name: (code, lambda home, change=change: on_papers(home, **change)) for name, (code, change) in POWERLESS.items()},
    **WHO_MAY,
    **MORE,
}


@pytest.fixture
def home(db: None) -> Home:
    return arrange.house()


@pytest.mark.parametrize("name", MORE)
def test_law_3_what_is_not_lawful_is_kept_takes_no_effect_and_says_why(home: Home, name: str) -> None:
    code, decide = MORE[name]
    decision = decide(home)
    assert decision.standing == "not_valid" and code in decision.faults
