"""Law 3, who may decide for Jo and with what before them: each unlawful state by name, kept and without effect."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.agreements.circle import attorney
from tests.authority import papers
from tests.decisions.test_for_somebody import ABLE, IN_PROPORTION, assess, by_power, checklist, decide_for
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import scope
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.decisions import actions, queries
from throughline.decisions.models import Decision
from throughline.decisions.parts import Consideration, Consultee

Home = arrange.House


def about(home: Home, area: str = "home", **more: Any) -> Any:
    return actions.ask(person=home.jo, text="Where does Jo live from May?", area=area, impact="high", by=home.ruth, **more)


def best(home: Home, question: Any = None, **more: Any) -> Decision:
    """Ruth decides for Jo, on an assessment of that question."""
    asked = question or about(home)
    return decide_for(home, asked, more.pop("assessment", None) or assess(home, asked), **more)


def powers(home: Home, held: Any, question: Any = None, *holders: Any, **more: Any) -> Decision:
    """Those who hold it decide, or some of them, on an assessment of that question."""
    asked = question or about(home)
    acting = [each for each in held.holders.all() if not holders or each.contact in holders]
    return by_power(home, asked, held, more.pop("assessment", None) or assess(home, asked), acting=acting, **more)


def made(home: Home, **told: Any) -> Any:
    """A power that Gwen holds, for where Jo lives."""
    return attorney(home, papers.gwen(home), areas=told.pop("areas", ["home"]), **told)


def over_an_attorney(home: Home) -> Decision:
    made(home)
    return best(home)


def by_a_deputy_over_an_attorney(home: Home) -> Decision:
    made(home)
    return powers(home, attorney(home, arrange.mum(home), areas=["home"], kind="deputy_welfare"))


def by_mum(home: Home) -> Decision:
    return best(home, decided_by_contact=arrange.mum(home), decided_by_staff=None)


def on_mums_assessment(home: Home) -> Decision:
    asked = about(home)
    return best(home, asked, assessment=assess(home, asked, assessor_staff=None, assessor_contact=arrange.mum(home)))


def by_somebody_of_another_home(home: Home) -> Decision:
    return best(home, decided_by_staff=home.neighbour)


def by_an_agency_worker_who_was_stopped(home: Home) -> Decision:
    access.stop_signing_in(user=home.tom, by=home.ruth)
    home.tom.refresh_from_db()
    return best(home, decided_by_staff=home.tom)


def for_a_child(home: Home) -> Decision:
    access.change_person(person=home.jo, by=home.ruth, born_on=clock.today() - timedelta(days=14 * 365))
    return best(home)


def with_an_option(home: Home, **chosen: Any) -> Decision:
    """A locked door and an open one were weighed."""
    asked = about(home, "restrictions")
    actions.offer(question=asked, title="The door is locked", limits=4, by=home.ruth)
    actions.offer(question=asked, title="The door is open", limits=0, by=home.ruth)
    option = actions.offer(question=asked, title="A bell on the door", by=home.ruth, **chosen)
    return best(home, asked, option=option if chosen.get("how_shown") else None)


def with_options_of_which_nobody_said(home: Home) -> Decision:
    """A lock and a bell were weighed, and nothing says which of them limits Jo more."""
    asked = about(home, "restrictions")
    options = [actions.offer(question=asked, title=title, by=home.ruth) for title in ("A lock", "A bell")]
    return best(home, asked, option=options[0])


def with_one_that_nobody_compared(home: Home) -> Decision:
    asked = about(home, "restrictions")
    actions.offer(question=asked, title="A bell", by=home.ruth)
    return best(home, asked, option=actions.offer(question=asked, title="A lock", limits=4, by=home.ruth))


def on_words_from_before(home: Home, **told: Any) -> Decision:
    """What is weighed was said before anybody asked whether the door is locked."""
    before = [Consideration(voice=arrange.said(home, "I like it quiet."), effect="shaped")]
    return best(home, about(home, "restrictions"), considered=before, **told)


def asking_herself(home: Home) -> Decision:
    return best(home, consultees=[Consultee(staff=home.ruth, kind="cares", words="I think so too.")])


def asking_the_attorney_who_decides(home: Home) -> Decision:
    held = made(home)
    return powers(home, held, consultees=[Consultee(contact=held.holders.get().contact, kind="attorney", words="I say so.")])


def alive(home: Home, **told: Any) -> Decision:
    held = made(home, areas=["treatment"], **told)
    return powers(home, held, about(home, "treatment"), best_interests=checklist(life_sustaining=True, no_wish_for_death=True))


def together(home: Home, how_act: str, *names: str) -> Decision:
    """Priya and Gwen hold a power, Dr Shah would replace one of them. Those named decide."""
    people = {"Priya": arrange.mum(home), "Gwen": papers.gwen(home), "Dr Shah": papers.shah(home)}
    holders = [Holder(contact=each, replacement=name == "Dr Shah") for name, each in people.items()]
    told = {"areas": ["home"], "registered_on": date(2024, 1, 8), "how_act": how_act}
    held = authority.write_authority(person=home.jo, kind="lpa_welfare", holders=holders, by=home.ruth, **told)
    papers.seen(home, held, on=clock.today())
    return powers(home, held, None, *(people[name] for name in names))


def while_able(home: Home, kind: str) -> Decision:
    """Nobody assessed anything: the papers are said to be good while Jo can decide."""
    area = "money" if "property" in kind else "home"
    held, asked = made(home, areas=[area], kind=kind, usable_while_able=True), about(home, area)
    return by_power(home, asked, held, None, best_interests=None, consultees=[])


def against_what_jo_says(home: Home) -> Decision:
    held, asked = made(home, areas=["money"], kind="lpa_property", usable_while_able=True), about(home, "money")
    no = [Consideration(voice=arrange.said(home, "No! Not that."), effect="not_followed", because="It is cheaper.")]
    able = assess(home, asked, **ABLE, conclusion="able")
    return by_power(home, asked, held, able, best_interests=None, consultees=[], considered=no)


def filed_under_something_else(home: Home) -> Decision:
    return powers(home, made(home, areas=["other"], kind="lpa_property"), about(home, "other"))


def somebody_else_is_named(home: Home) -> Decision:
    return powers(home, made(home), decided_by_contact=arrange.mum(home))


def an_enduring_power_of_2015(home: Home) -> Decision:
    return powers(home, made(home, areas=["money"], kind="epa", made_on=date(2015, 5, 1)), about(home, "money"))


def against_what_jo_refused_beforehand(home: Home, area: str = "treatment") -> Decision:
    papers.refusal(home)
    return best(home, about(home, area))


def in_a_talk_about_it(home: Home) -> Decision:
    held = arrange.meeting(home)
    said = [Consideration(voice=arrange.said(home, "Lock it.", conversation=held), effect="shaped")]
    return best(home, about(home, "restrictions", talked_in=[held]), considered=said)


UNLAWFUL: dict[str, tuple[str, Callable[[Home], Decision]]] = {
    "staff decide although Gwen can by law": ("decider-others", over_an_attorney),
    "a deputy decides although an attorney can": ("decider-others", by_a_deputy_over_an_attorney),
    "mum decides in Jo's best interests": ("decider-family", by_mum),
    "mum assessed it": ("assessment-not-valid", on_mums_assessment),
    "staff of another home decided": ("decider-stranger", by_somebody_of_another_home),
    "somebody who may not sign in decided": ("decider-stranger", by_an_agency_worker_who_was_stopped),
    "Jo is fourteen": ("decider-child", for_a_child),
    "no option is named": ("option-unclear", with_an_option),
    "the option does not say how much it limits": ("option-unclear", lambda home: with_an_option(home, how_shown="The bell")),
    "nothing says how much any option limits": ("levels-unsaid", with_options_of_which_nobody_said),
    "nothing says how much the other option limits": ("levels-unsaid", with_one_that_nobody_compared),
    "Jo was not asked about this limit": ("view-before-question", on_words_from_before),
    "only whoever decides was asked": ("not-consulted", asking_herself),
    "only the attorney who decides was asked": ("not-consulted", asking_the_attorney_who_decides),
    "the power does not reach what keeps Jo alive": ("authority-life-sustaining", alive),
    "a deputy decides what keeps Jo alive": ("authority-life-sustaining", lambda home: alive(home, kind="deputy_welfare")),
    "one of two and a replacement": ("authority-joint", lambda home: together(home, "jointly", "Priya", "Dr Shah")),
    "a replacement alone": ("authority-joint", lambda home: together(home, "jointly_and_severally", "Dr Shah")),
    "a welfare power is used while Jo can": ("no-assessment", lambda home: while_able(home, "lpa_welfare")),
    "a deputy decides while Jo can": ("no-assessment", lambda home: while_able(home, "deputy_welfare")),
    "a deputy for money decides while Jo can": ("no-assessment", lambda home: while_able(home, "deputy_property")),
    "a power over money is used against what Jo says": ("not-followed-able", against_what_jo_says),
    "a power over money reaches something else": ("authority-part-unclear", filed_under_something_else),
    "whoever is named does not hold it": ("decider-not-acting", somebody_else_is_named),
    "an enduring power of 2015": ("authority-epa-late", an_enduring_power_of_2015),
    "what Jo refused was sent to no clinician": ("beforehand-waits", against_what_jo_refused_beforehand),
    "nor about medicine": ("beforehand-waits", lambda home: against_what_jo_refused_beforehand(home, "medication")),
}


@pytest.mark.parametrize("name", UNLAWFUL)
def test_law_3_what_is_not_lawful_is_kept_takes_no_effect_and_says_why(home: Home, name: str) -> None:
    code, decide = UNLAWFUL[name]
    decision = decide(home)
    assert (decision.standing, decision.faults[0]) == ("not_valid", code)


@pytest.mark.parametrize(
    "area", ["home", "contact", "restrictions", "treatment", "medication", "money", "tenancy", "relationships", "care", "sharing"]
)
def test_law_3_what_is_called_small_is_not_small_everywhere(home: Home, area: str) -> None:
    asked = actions.ask(person=home.jo, text="Does Jo move to another town?", area=area, impact="low", by=home.ruth)
    decision = best(home, asked, consultees=[], best_interests=checklist(may_regain="yes", staff_do=""))
    assert decision.faults == ["could-wait", "not-consulted", "staff-do-blank"]


def test_what_was_put_to_jo_first_says_how_much_it_limits_when_it_is_decided_for_jo(home: Home) -> None:
    """Nobody had to say so while Jo was to decide. The option that was chosen is the one that says it."""
    asked = about(home, "restrictions")
    lock, bell = (actions.offer(question=asked, title=title, by=home.ruth) for title in ("A lock", "A bell"))
    decision = best(home, asked, option=lock, levels={lock: 4, bell: 1})
    assert decision.faults == ["less-restrictive", "restraint-unshown"]
    options = queries.options(scope.sight(home.ruth, home.jo.pk), asked)
    assert [(each.title, each.limits) for each in options] == [("A bell", 1), ("A lock", 4)]
    assert decision.option == options[1] and options[1].is_or_was(lock.pk) and not options[1].is_or_was(None)
    with pytest.raises(Invalid, match="already how much"):
        actions.say_limits(option=options[1], limits=0, by=home.ruth)
    because = checklist(less_restrictive_because="Jo does not hear a bell.", **IN_PROPORTION)
    assert best(home, asked, option=options[1], best_interests=because).standing == "valid"


def test_a_small_thing_of_every_day_needs_less_unless_it_limits_jo(home: Home) -> None:
    def decided(limits: int) -> list[str]:
        asked = actions.ask(person=home.jo, text=f"Which cup ({limits})?", area="daily_care", impact="low", by=home.ruth)
        option = actions.offer(question=asked, title="The blue cup", limits=limits, by=home.ruth)
        return best(home, asked, option=option, consultees=[], best_interests=checklist(may_regain="yes", staff_do="")).faults

    assert decided(1) == []
    assert decided(2) == ["could-wait", "not-consulted", "staff-do-blank"]


LAWFUL: dict[str, Callable[[Home], Decision]] = {
    "why Jo could not be heard about this limit": lambda home: on_words_from_before(home, no_voice_because="Jo is in hospital."),
    "what Jo said where this limit was talked about": lambda home: in_a_talk_about_it(home),
    "Dr Shah decides and asks mum": lambda home: best(home, decided_by_contact=papers.shah(home), decided_by_staff=None),
    "Gwen's power is only claimed": lambda home: (made(home, seen=False), best(home))[1],
    "Gwen's power is about something else": lambda home: (made(home, areas=["care"]), best(home))[1],
    "it could not wait for Gwen": lambda home: (made(home), best(home, about(home, emergency_because="The roof fell in.")))[1],
    "the power says so of what keeps Jo alive": lambda home: alive(home, life_sustaining=True),
    "both decide together": lambda home: together(home, "jointly", "Priya", "Gwen"),
    "a power over money while Jo can": lambda home: while_able(home, "lpa_property"),
    "an enduring power of 2006": lambda home: powers(
        home, made(home, areas=["money"], kind="epa", made_on=date(2006, 5, 1)), about(home, "money")
    ),
    "Jo refused something else beforehand": lambda home: (
        papers.refusal(home),
        best(home, about(home, "treatment"), not_refused_because="It is about her teeth, and no tube."),
    )[1],
    "what Jo refused and where she lives": lambda home: against_what_jo_refused_beforehand(home, "home"),
    "the chosen option says how much it limits": lambda home: with_an_option(home, how_shown="The bell", limits=0),
}


@pytest.mark.parametrize("name", LAWFUL)
def test_what_is_lawful_still_takes_effect(home: Home, name: str) -> None:
    decision = LAWFUL[name](home)
    assert (decision.standing, decision.faults) == ("valid", [])


def test_what_was_refused_beforehand_is_sent_about_this_very_question(home: Home) -> None:
    refusal = papers.refusal(home)
    authority.send_refusal(refusal=refusal, contact=papers.shah(home), by=home.ruth)
    asked = about(home, "treatment")
    assert best(home, asked).faults == ["beforehand-waits"]
    authority.send_refusal(refusal=refusal, contact=papers.shah(home), by=home.ruth)
    assert best(home, asked).faults == []


def test_law_3_of_jos_own_decision_nobody_else_is_named_as_having_made_it(home: Home) -> None:
    with pytest.raises(Invalid, match="It is the person’s own decision"):
        arrange.decided(home, about(home), arrange.said(home), only_one_because="x", decided_by_contact=arrange.mum(home))


@pytest.mark.parametrize("words", ["May Jo marry Sam?", "may jo marry  Sam"])
def test_law_3_to_ask_again_without_the_mark_takes_nothing_away(home: Home, words: str) -> None:
    def ask(text: str, excluded_class: str = "") -> Any:
        told = {"area": "relationships", "impact": "high", "excluded_class": excluded_class}
        return actions.ask(person=home.jo, text=text, by=home.ruth, **told)

    ask("May Jo marry Sam?", "marriage")
    assert best(home, ask(words)).faults == ["excluded"]
    assert best(home, ask("May Jo share a room with Sam?")).faults == []
