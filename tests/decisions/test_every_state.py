"""Law 3: every code by which a decision takes no effect, by a story of its own. The page and the import tell the same ones."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.authority import papers
from tests.decisions.test_for_somebody import IN_PROPORTION, POWERLESS, by_power, checklist, decide_for, power
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
from throughline.decisions.parts import Consideration, Consultee

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


def held_by_the_hand(home: Home, **shown: str) -> Decision:
    """There is no other way, and it limits Jo much for a minute."""
    question = asked(home)
    option = actions.offer(question=question, title="One hand is held", limits=3, by=home.ruth)
    return decide_for(home, question, assessed(home, question), option=option, best_interests=checklist(**shown))


def heard_only(home: Home, *, area: str = "home", kind: str = "cares", reason: str = "", **asking: Any) -> Decision:
    """Where Jo lives is decided, and of all who could be asked only Dr Shah was."""
    question = actions.ask(person=home.jo, text="Where does Jo live?", area=area, impact="high", by=home.ruth, **asking)
    consulted = [] if reason else [Consultee(contact=papers.shah(home), kind=kind, words="She is well enough to move.")]
    points = checklist(not_consulted_because=reason)
    return decide_for(home, question, assessed(home, question), consultees=consulted, best_interests=points)


def by_a_deputy(home: Home, keeps_apart: str, kind: str = "deputy_welfare") -> Decision:
    """Priya decides whom Jo sees, on her papers."""
    question = actions.ask(person=home.jo, text="Does Jo see Dan?", area="contact", impact="high", by=home.ruth)
    row = power(home, kind, areas=["contact"])
    return by_power(home, question, row, assessed(home, question), **({"keeps_apart": keeps_apart} if keeps_apart else {}))


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
    "Jo is held, and nothing says why that is in proportion": ("restraint-unshown", held_by_the_hand),
    "Jo is held, and nothing says how likely the harm is": (
        "restraint-unshown",
        lambda home: held_by_the_hand(home, **IN_PROPORTION | {"harm_likely": ""}),
    ),
    "nobody but a doctor was asked where Jo lives": ("imca-not-asked", heard_only),
    "nobody but a doctor was asked about treatment": ("imca-not-asked", lambda home: heard_only(home, area="treatment")),
    "nobody could be asked where Jo lives": ("imca-not-asked", lambda home: heard_only(home, reason="Jo has no family.")),
    "a deputy keeps Dan away": ("authority-contact", lambda home: by_a_deputy(home, "yes")),
    "a deputy decides about Dan, and does not say whether it keeps him away": (
        "authority-contact-unsaid",
        lambda home: by_a_deputy(home, ""),
    ),
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


LAWFUL: dict[str, Story] = {
    "Jo is held, and it is shown to be in proportion": lambda home: held_by_the_hand(home, **IN_PROPORTION),
    "nobody but a doctor was asked, whom Jo named": lambda home: heard_only(home, kind="named"),
    "nobody but a doctor was asked, and it could not wait": lambda home: heard_only(home, emergency_because="The roof fell in."),
    "nobody but a doctor was asked how support is arranged": lambda home: heard_only(home, area="care"),
    "an advocate was asked for": lambda home: (papers.advocacy(home, kind="imca"), heard_only(home))[1],
    "an advocate was asked for about this part of life": lambda home: (
        papers.advocacy(home, kind="imca", area="home"),
        heard_only(home, reason="Jo has no family."),
    )[1],
    "a deputy decides how Jo sees Dan": lambda home: by_a_deputy(home, "no"),
    "an attorney is not named in what the law says of deputies": lambda home: by_a_deputy(home, "yes", "lpa_welfare"),
}


@pytest.fixture
def home(db: None) -> Home:
    return arrange.house()


@pytest.mark.parametrize("name", LAWFUL)
def test_what_says_what_the_law_asks_takes_effect(home: Home, name: str) -> None:
    decision = LAWFUL[name](home)
    assert (decision.standing, decision.faults) == ("valid", [])


def an_advocate_of_another_kind(home: Home) -> Any:
    return papers.advocacy(home, kind="care_act")


def an_advocate_for_something_else(home: Home) -> Any:
    return papers.advocacy(home, kind="imca", area="money")


def an_advocate_who_had_gone(home: Home) -> Any:
    row = papers.advocacy(home, kind="imca", contact=papers.dan(home))
    return authority.keep_step(advocacy=row, kind="ended", on=clock.today() - timedelta(days=1), by=home.ruth)


def an_advocate_by_mistake(home: Home) -> Any:
    return authority.take_back(row=papers.advocacy(home, kind="imca"), reason="It was Sam’s.", by=home.ruth)


@pytest.mark.parametrize(
    "before", [an_advocate_of_another_kind, an_advocate_for_something_else, an_advocate_who_had_gone, an_advocate_by_mistake]
)
def test_no_other_advocate_stands_in_for_the_one_whom_the_law_asks_for(home: Home, before: Callable[[Home], Any]) -> None:
    before(home)
    assert heard_only(home).faults == ["imca-not-asked"]


def test_once_an_advocate_was_asked_for_it_is_decided_again_and_takes_effect(home: Home) -> None:
    first = heard_only(home)
    papers.advocacy(home, kind="imca", referred_on=clock.today())
    told = {"outcome": "Jo moves", "basis": "best_interests", "decided_by_staff": home.ruth, "only_one_because": "one flat"}
    told |= {"assessment": first.assessment, "considered": [Consideration(voice=arrange.said(home), effect="shaped")]}
    asked_once = [Consultee(contact=papers.shah(home), kind="cares", words="She is well enough.")]
    points = {"best_interests": checklist(), "consultees": asked_once}
    assert actions.decide_again(decision=first, reason="Asked first.", by=home.ruth, **points, **told).faults == []


@pytest.mark.parametrize("name", MORE)
def test_law_3_what_is_not_lawful_is_kept_takes_no_effect_and_says_why(home: Home, name: str) -> None:
    code, decide = MORE[name]
    decision = decide(home)
    assert decision.standing == "not_valid" and code in decision.faults
