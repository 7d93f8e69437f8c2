"""Elm Support on an ordinary day, arranged through actions: two homes, their staff, the people they support.

Each area adds its own functions below; what stands in `house` is for all of them.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from django.conf import settings
from django.test import Client

from throughline.access import actions
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration
from throughline.plan import actions as plan
from throughline.plan.parts import Line, Stage, Step
from throughline.practice import actions as practice

PASSWORD = "a quiet chair by the window"


@dataclass(frozen=True)
class House:
    """Ruth manages; Amina and Tom (agency, for a week) support Jo and Sam at Elm House; the Oak Lodge worker supports Lee there."""

    ruth: Any
    amina: Any
    tom: Any
    neighbour: Any
    elm: Any
    oak: Any
    jo: Any
    sam: Any
    lee: Any


def house() -> House:
    """The whole of it, begun today."""
    ruth = actions.create_manager(name="Ruth", email="ruth@example.org", password=PASSWORD)
    actions.change_provider(by=ruth, name="Elm Support")
    elm = actions.open_service(by=ruth, name="Elm House", kind="supported_living", jurisdiction="england")
    oak = actions.open_service(by=ruth, name="Oak Lodge", kind="care_home", jurisdiction="wales")
    week = clock.today() + timedelta(days=7)
    return House(
        ruth=ruth,
        amina=worker("Amina", ruth, service=elm),
        tom=worker("Tom", ruth, role="agency_worker", service=elm, until_on=week),
        neighbour=worker("Oak Lodge worker", ruth, service=oak, email="oak@example.org"),
        elm=elm,
        oak=oak,
        jo=actions.add_person(service=elm, name="Jo", own_colour="teal", by=ruth),
        sam=actions.add_person(service=elm, name="Sam", own_colour="amber", by=ruth),
        lee=actions.add_person(service=oak, name="Lee", own_colour="ocean", by=ruth),
    )


def as_a_care_home(home: House) -> House:
    """Elm House as a care home, where a standard authorisation can be."""
    actions.change_service(service=home.elm, kind="care_home", by=home.ruth)
    return home


def worker(name: str, by: Any, role: str = "support_worker", *, email: str = "", **given: Any) -> Any:
    """Somebody who signs in, with one role."""
    user = actions.add_staff(name=name, email=email or f"{name.lower()}@example.org", password=PASSWORD, by=by)
    actions.assign(user=user, role=role, by=by, **given)
    return user


def signed_in(user: Any) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(user, settings.AUTHENTICATION_BACKENDS[-1])
    return client


# --- what was said and decided -----------------------------------------------------------------------


def said(home: House, words: str = "It gets too loud.", how_told: str = "said", by: Any = None, **more: Any) -> Any:
    """Something that Jo said, written down by Amina."""
    return conversations.keep_voice(person=home.jo, how_told=how_told, words=words, by=by or home.amina, **more)


def showed(home: House, seen: str = "Pushed the plate away.", thought: str = "Too hot?", by: Any = None, **more: Any) -> Any:
    """Something that Jo showed, seen by Amina."""
    return conversations.keep_voice(person=home.jo, how_told="showed", seen=seen, thought=thought, by=by or home.amina, **more)


def mum(home: House) -> Any:
    """Priya, Jo's mum."""
    return actions.add_contact(person=home.jo, name="Priya", kind="circle", relationship="mum", by=home.ruth)


def meeting(home: House, **more: Any) -> Any:
    """Jo's meeting; Jo spoke first."""
    told = {"kind": "meeting", "title": "Jo’s meeting", "purpose": "How afternoons should be", "who_spoke_first": "person"}
    return conversations.hold_conversation(person=home.jo, by=home.ruth, **(told | more))


def question(home: House, impact: str = "low", **more: Any) -> Any:
    """How afternoons should be."""
    return decisions.ask(person=home.jo, text="How should afternoons be?", area="daily_care", impact=impact, by=home.ruth, **more)


def decided(home: House, asked: Any, *weighed: Any, basis: str = "own", **more: Any) -> Any:
    """A decision that weighed these voices, each of which shaped it."""
    considered = [Consideration(voice=each, effect="shaped") for each in weighed]
    told = {"outcome": "A quieter afternoon", "basis": basis, "considered": considered} | who_decided(home, basis) | more
    return decisions.decide(question=asked, by=home.ruth, **told)


def who_decided(home: House, basis: str) -> dict[str, Any]:
    """Who has to be named when it was not Jo: Priya, or Ruth."""
    if basis in ("relative", "attorney"):
        return {"decided_by_contact": mum(home)}
    return {"decided_by_staff": home.ruth} if basis in ("staff", "best_interests") else {}


def who_decided_sent(home: House, basis: str) -> dict[str, str]:
    """The same as the form sends it."""
    named = who_decided(home, basis)
    sent = [f"{field.removeprefix('decided_by_')}-{who.pk}" for field, who in named.items()]
    return {"decided_by": sent[0]} if sent else {}


# --- what staff do, and what happened ----------------------------------------------------------------

BREAK = ("Offer Jo a break in the quiet room", time(13, 45), time(14, 30))
TEA = ("Tea in the same chair", time(14, 30), None)
LUNCH = ("Lunch with Lee", time(12, 30), time(13))
PLANTS = ("Water the plants together", None, None)
SHOP = ("To the shop with Jo", time(10, 30), time(11, 30))


def routine(home: House, *steps: Any, person: Any = None, title: str = "Quiet afternoon", publish: bool = True, **content: Any) -> Any:
    """A routine of Jo's that staff follow: its version. Steps are (text, from, to)."""
    made = [Step(text=text, from_time=begins, to_time=ends) for text, begins, ends in steps or (BREAK, TEA, LUNCH, PLANTS)]
    whose = person or home.jo
    version = plan.begin(person=whose, kind="routine", title=title, steps=made, by=home.ruth, **content)
    if publish:
        plan.publish(version=version, message="From today", by=home.ruth)
    return version


def how_jo_communicates(home: House) -> Any:
    """The published communication profile."""
    lines = [Line(part="understands", text="Show the photo"), Line(part="understands", text="Wait 10 seconds")]
    version = plan.begin(person=home.jo, kind="communication", title="How Jo communicates", lines=lines, by=home.ruth)
    return plan.publish(version=version, message="From today", by=home.ruth)


def recorded(home: House, version: Any, result: str = "said_yes", by: Any = None, step: Any = None, **more: Any) -> Any:
    """What happened with a step, the first one if not said otherwise; recorded by Amina."""
    step = step or version.steps.first()
    return practice.record_routine(person=version.person, version=version, step=step, result=result, by=by or home.amina, **more)


def on_shift() -> House:
    """The house with a break that is now, whatever the time, why in Jo's words, what helps when it is too much, and how Jo communicates."""
    home = house()
    how_jo_communicates(home)
    steps = (("Offer Jo a break in the quiet room", time(0), time(0)), ("Water the plants together", None, None))
    helps = [Line(part="early_sign", text="Humming"), Line(part="do", text="Give the headphones")]
    routine(home, *steps, own_words=said(home), lines=helps)
    return home


def on_a_timed_shift() -> House:
    """The house with lunch, a break and tea at their hours."""
    home = house()
    routine(home, own_words=said(home))
    return home


# --- ladders -----------------------------------------------------------------------------------------


def ladder(home: House, title: str = "To the shop on my own", *steps: Any, **content: Any) -> Any:
    """A ladder of Jo's that staff follow, agreed with Jo, who is on the first of three steps: its version. steps: (text, from, to)."""
    stages = [
        Stage(text="Together", support="Walk beside Jo", stop="Jo sits down", is_current=True),
        Stage(text="Somebody behind", support="Stay twenty steps behind"),
        Stage(text="Alone", support="Ask how it went"),
    ]
    given = {
        "stages": stages,
        "steps": [Step(text=text, from_time=begins, to_time=ends) for text, begins, ends in steps or (SHOP,)],
        "lines": [Line(part="early_sign", text="Looks back twice"), Line(part="harm", text="Jo stays in")],
        "look_again_if": "Two tries are stopped early",
    }
    version = plan.begin(person=home.jo, kind="risk_ladder", title=title, by=home.ruth, **given | content)
    agreed = decided(home, question(home), said(home, "I know the way."), outcome="Alone, in three steps")
    plan.publish(version=version, decision=agreed, message="Step 1", by=home.ruth)
    return version


def moves(home: House, item: Any, to: int, **told: Any) -> Any:
    """Jo moves to another step, because Jo says so: the version that staff follow then."""
    agreed = decided(home, question(home), said(home, "This step now."), outcome="Another step")
    version = plan.move(item=item, to=to, by=home.ruth, **told)
    plan.publish(version=version, decision=agreed, message="Because Jo said so", by=home.ruth)
    return version


def tried(home: House, version: Any, support: str = "alone", by: Any = None, **more: Any) -> Any:
    """A try of the step that a version says Jo is on; written down by Tom."""
    return practice.keep_trial(stage=version.stages.get(is_current=True), support=support, by=by or home.tom, **more)


def on_shift_with_a_ladder() -> House:
    """The house with a walk to the shop that is now, whatever the time, why in Jo's words, and how Jo communicates."""
    home = house()
    how_jo_communicates(home)
    ladder(home, "To the shop on my own", ("To the shop with Jo", time(0), time(0)), own_words=said(home, "I know the way."))
    return home
