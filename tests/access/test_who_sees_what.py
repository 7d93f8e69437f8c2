"""Who may see which topic, whatever was granted, taken back, kept from somebody or shared without permission, in whatever order and at
whatever time: the pages' answer is that of a plain model, which knows only a list of what happened.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.decisions.test_for_somebody import ABLE, LACKS, checklist
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import circle
from throughline.agreements import actions
from throughline.agreements.choices import StatutoryKind
from throughline.agreements.models import NotToBeTold, Override, SharingPermission
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consultee, InformationGiven, SupportTried
from throughline.people.models import Contact

TOPICS = ("money", "health", "daily_life")
OFFICES = ("council", "regulator", "court")
POWER_OVER = {"money": ("lpa_property", "money"), "health": ("lpa_welfare", "treatment"), "daily_life": ("lpa_welfare", "daily_care")}
BEGINS = clock.moment(date(2026, 3, 2), 9)
YES = JustSaid("said", "Yes.")
WHO = st.sampled_from(("priya", "dan"))
TOPIC = st.sampled_from(TOPICS)

say = st.tuples(
    st.just("say"),
    WHO,
    TOPIC,
    st.sampled_from(("no", "at_reviews", "may_see")),
    st.sampled_from(("person", "relative", "staff")),
    st.integers(0, 40),
)
take_back = st.tuples(st.just("take_back"), st.integers(0, 20))
not_told = st.tuples(st.just("not_told"), WHO, st.lists(TOPIC, unique=True, max_size=2))
again = st.tuples(st.just("again"), st.integers(0, 20))
override = st.tuples(
    st.just("override"), WHO, TOPIC, st.sampled_from(("safeguarding", "vital_interests", "court", "legal_duty")), st.integers(0, 28)
)
# What the law gives: of each kind with what it rests on, or without.
law = st.tuples(st.just("law"), WHO, TOPIC, st.sampled_from(StatutoryKind.values), st.booleans(), st.integers(0, 40))
law_over = st.tuples(st.just("law_over"), st.integers(0, 5))
able_now = st.tuples(st.just("able_now"), st.integers(0, 5))
end = st.tuples(st.just("end"), WHO)
# For somebody who cannot decide it: in their best interests or by a power; decided again; the power ends; they can decide it after all.
BASIS = st.sampled_from(("best_interests", "attorney"))
decided = st.tuples(st.just("decided"), WHO, TOPIC, TOPIC, BASIS)
decided_again = st.tuples(st.just("decided_again"), st.integers(0, 5), st.booleans())
able = st.tuples(st.just("able"), st.integers(0, 5))
power_ends = st.tuples(st.just("power_ends"))
by_name = st.tuples(st.just("by_name"), st.sampled_from(("priya", "  Dan ", "Priya Shah")), st.lists(TOPIC, unique=True, max_size=2))
gone = st.tuples(st.just("gone"), WHO)
wait = st.tuples(st.just("wait"), st.integers(1, 45))
others = st.one_of(decided, decided, decided_again, able, power_ends, by_name, gone)
steps = st.lists(
    st.one_of(say, say, take_back, not_told, again, override, law, law, law_over, able_now, wait, end, others, others),
    min_size=1,
    max_size=14,
)


@dataclass
class Said:
    """One thing that opens: to whom, about what, how much, through which day; and whether it was closed."""

    who: str
    topic: str
    level: str
    last: date
    kind: str  # permission, law, or that of an override
    closed: bool = False
    decision: int | None = None  # the number of the decision on which it rests
    by_power: bool = False


@dataclass
class Shut:
    who: str
    topics: frozenset[str]  # empty: all
    over: bool = False


@dataclass
class Model:
    """What happened, and the three rules that follow from it."""

    opened: list[Said] = field(default_factory=list)
    permissions: list[Said | None] = field(default_factory=list)  # in their order; None: it opened nothing
    shut: list[Shut] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    out_of_life: set[str] = field(default_factory=set)
    lacking: dict[int, tuple[str, str]] = field(default_factory=dict)  # by question: of whom and what Jo cannot decide it

    def is_shut(self, who: str, topic: str) -> bool:
        return any(each.who == who and not each.over and (not each.topics or topic in each.topics) for each in self.shut)

    def sees(self, who: str, levels: set[str], on: date) -> set[str]:
        """Topics that are open on a day: somebody not to be told sees nothing but what a court or another law asks for."""
        live = [each for each in self.opened if each.who == who and not each.closed and on <= each.last and each.level in levels]
        return {each.topic for each in live if each.kind in ("court", "legal_duty") or not self.is_shut(who, each.topic)}

    def no_sight(self, who: str, on: date) -> bool:
        """No link, or not to be told anything and nothing open."""
        anything = self.sees(who, {"may_see", "at_reviews"}, on)
        return who in self.gone | self.out_of_life or (
            not anything and any(each.who == who and not each.over and not each.topics for each in self.shut)
        )

    def say(self, who: str, topic: str, level: str, given_by: str, last: date) -> None:
        """A relative's or staff's word changes nothing; nor does a yes for somebody who is not to be told, or that Jo cannot decide."""
        cannot = level != "no" and (who, topic) in self.lacking.values()
        if given_by != "person" or cannot or (level != "no" and self.is_shut(who, topic)):
            self.permissions.append(None)
            return
        self.open(who, topic, Said(who, topic, level, last, "permission") if level != "no" else None)

    def open(self, who: str, topic: str, now: Said | None) -> None:
        """It takes the place of what was said before about the same contact and topic."""
        for each in self.opened:
            each.closed = each.closed or (each.kind == "permission" and (each.who, each.topic) == (who, topic))
        self.opened += [now] if now else []
        self.permissions.append(now)


@dataclass
class World:
    """The same, done through actions."""

    home: Any
    contacts: dict[str, Any]
    members: dict[str, Any]
    gwen: Any
    power: Any
    now: datetime = BEGINS
    model: Model = field(default_factory=Model)
    decisions: list[Any] = field(default_factory=list)
    by_law: list[tuple[Any, Said | None, Any]] = field(default_factory=list)  # what was kept, what it opened, an attorney's question
    ended: bool = False

    @property
    def today(self) -> date:
        return clock.day_of(self.now)

    def do(self, step: tuple[Any, ...]) -> None:
        self.now += timedelta(minutes=1)
        with clock.at(self.now):
            getattr(self, f"do_{step[0]}")(*step[1:])

    def do_decided(self, who: str, topic: str, asked_for: str, basis: str) -> None:
        """One topic is named in the question, and one is asked for: the same, or something else."""
        if who in self.model.out_of_life:
            return
        question = decisions.ask(
            person=self.home.jo,
            text="May they know?",
            area="sharing",
            impact="low",
            contact=self.contacts[who],
            shares=[topic],
            by=self.home.ruth,
        )
        assessment = self.assess(question, LACKS, "lacks")
        told = self.with_power() if basis == "attorney" else {"decided_by_staff": self.home.ruth}
        decision = decisions.decide(question=question, basis=basis, outcome="Yes", **self.grounds(assessment), **told)
        self.model.lacking[len(self.decisions)] = (who, topic)
        self.decisions.append(decision)
        self.permit(decision, who, asked_for)
        if decision.standing == "valid" and asked_for == topic and not self.model.is_shut(who, topic):
            last = self.today + timedelta(days=365)
            rests = {"decision": decision.number, "by_power": basis == "attorney"}
            self.model.open(who, topic, Said(who, topic, "may_see", last, "permission", **rests))
        else:
            self.model.permissions.append(None)

    def permit(self, decision: Any, who: str, topic: str) -> None:
        rests = {"given_by": decision.basis, "decision": decision, "authority": decision.authority}
        actions.keep_permissions(contact=self.contacts[who], levels={topic: "may_see"}, by=self.home.ruth, **rests)

    def assess(self, question: Any, found: dict[str, str], conclusion: str) -> Any:
        tried = [SupportTried(what="Photos", on=self.today - timedelta(days=2))]
        told = {"doubted_because": "Jo says yes to both", "assessor_staff": self.home.ruth, "conclusion": conclusion}
        information = [InformationGiven(text="What they would know")]
        return actions.assess(question=question, information=information, tried=tried, by=self.home.ruth, **told, **found)

    def with_power(self) -> dict[str, Any]:
        return {"authority": self.power, "acting": list(self.power.holders.all())}

    def grounds(self, assessment: Any) -> dict[str, Any]:
        told = {"assessment": assessment, "best_interests": checklist(), "no_voice_because": "By phone.", "by": self.home.ruth}
        return told | {"consultees": [Consultee(contact=self.gwen, kind="cares", words="Jo likes that.")]}

    def do_decided_again(self, n: int, lawfully: bool) -> None:
        """What counts closes what rested on the version before; a relative's word in its place closes nothing."""
        if n >= len(self.decisions):
            return
        before, told = self.decisions[n], {"decided_by_contact": self.gwen, "no_voice_because": "x"}
        if lawfully:
            told = self.grounds(before.assessment) | {"decided_by_staff": self.home.ruth}
        basis = "best_interests" if lawfully else "relative"
        try:
            later = actions.decide_again(decision=before, reason="x", outcome="No", basis=basis, **{**told, "by": self.home.ruth})
        except (Invalid, Refused):  # it was decided again already
            return
        if later.standing == "valid":
            self.close(lambda each: each.decision == before.number)

    def do_able(self, n: int) -> None:
        if n < len(self.decisions):
            self.assess(self.decisions[n].question, ABLE, "able")
            self.model.lacking.pop(n, None)
            self.close(lambda each: each.decision == self.decisions[n].number)

    def do_power_ends(self) -> None:
        if not self.ended:
            actions.end_authority(authority=self.power, on=self.today, why="revoked", by=self.home.ruth)
            self.ended = True
            self.close(lambda each: each.by_power)

    def close(self, which: Callable[[Said], bool]) -> None:
        for each in self.model.opened:
            each.closed = each.closed or which(each)

    def do_by_name(self, name: str, topics: list[str]) -> None:
        """Somebody of that name, however it is written; nobody of another name."""
        actions.keep_from_being_told(person=self.home.jo, name=name, topics=topics, said=YES, by=self.home.amina)
        self.model.shut.append(Shut(name.strip().casefold(), frozenset(topics)))

    def do_gone(self, who: str) -> None:
        if who not in self.model.out_of_life:
            access.change_contact(contact=Contact.objects.get(pk=self.contacts[who].pk), ended_on=self.today, by=self.home.ruth)
            self.model.out_of_life.add(who)

    def do_say(self, who: str, topic: str, level: str, given_by: str, days: int) -> None:
        if who in self.model.out_of_life:
            return
        last = self.today + timedelta(days=days)
        said = YES if given_by == "person" else None
        told: dict[str, Any] = {"levels": {topic: level}, "given_by": given_by, "said": said, "until": last}
        actions.keep_permissions(contact=self.contacts[who], by=self.home.ruth, **told)
        self.model.say(who, topic, level, given_by, last)

    def do_take_back(self, n: int) -> None:
        rows = list(SharingPermission.objects.order_by("sequence"))
        if rows:
            actions.withdraw(permissions=[rows[n % len(rows)]], said=YES, by=self.home.amina)
            opened = self.model.permissions[n % len(rows)]
            if opened:
                opened.closed = True

    def do_not_told(self, who: str, topics: list[str]) -> None:
        actions.keep_from_being_told(person=self.home.jo, contact=self.contacts[who], topics=topics, said=YES, by=self.home.amina)
        self.model.shut.append(Shut(who, frozenset(topics)))

    def do_again(self, n: int) -> None:
        rows = list(NotToBeTold.objects.filter(amends=None).order_by("sequence"))
        if rows and not self.model.shut[n % len(rows)].over:
            actions.may_be_told_again(row=rows[n % len(rows)], reason="Jo said so.", by=self.home.ruth)
            self.model.shut[n % len(rows)].over = True

    def do_override(self, who: str, topic: str, kind: str, days: int) -> None:
        if who in self.model.out_of_life:
            return
        last = self.today + timedelta(days=days)
        told: dict[str, Any] = {"kind": kind, "topics": [topic], "because": "It could not wait.", "until": last}
        actions.open_without_permission(contact=self.contacts[who], by=self.home.ruth, **told)
        if kind in ("court", "legal_duty") or not self.model.is_shut(who, topic):
            self.model.opened.append(Said(who, topic, "may_see", last, kind))

    def do_law(self, who: str, topic: str, kind: str, grounded: bool, days: int) -> None:
        """Both are written down as professionals, so that an office of the law can be theirs; the other kinds rest on something more.

        An advocate's on work that they do, an attorney's on papers of theirs and a question that Jo cannot decide now.
        """
        if who in self.model.out_of_life:
            return
        last = self.today + timedelta(days=days)
        rests = self.what_it_rests_on(who, topic, kind) if grounded else {}
        told = {"kind": kind, "topics": [topic], "because": "It asks.", "until": last}
        row = actions.open_by_law(contact=self.contacts[who], by=self.home.ruth, **told, **rests)
        opens = (grounded or kind in OFFICES) and not self.model.is_shut(who, topic)
        said = Said(who, topic, "may_see", last, "law") if opens else None
        self.model.opened += [said] if said else []
        self.by_law.append((row, said, rests["assessment"].question if "assessment" in rests else None))

    def what_it_rests_on(self, who: str, topic: str, kind: str) -> dict[str, Any]:
        contact = self.contacts[who]
        if kind in ("imca", "rpr"):
            return {"advocacy": authority.ask_for_advocate(person=self.home.jo, kind=kind, contact=contact, by=self.home.ruth)}
        if kind != "attorney":
            return {}
        power, area = POWER_OVER[topic]
        held = {"areas": [area], "registered_on": self.today - timedelta(days=99)}
        papers = authority.write_authority(person=self.home.jo, kind=power, holders=[Holder(contact=contact)], by=self.home.ruth, **held)
        authority.see_papers(authority=papers, what="registered", seen_on=self.today, by=self.home.ruth)
        question = decisions.ask(person=self.home.jo, text="What is done?", area=area, impact="low", by=self.home.ruth)
        return {"authority": papers, "assessment": self.assess(question, LACKS, "lacks")}

    def do_law_over(self, n: int) -> None:
        """The law gives it no more, before its last day."""
        row, said, _question = self.by_law[n] if n < len(self.by_law) else (None, None, None)
        if said is not None and not said.closed:
            actions.end_statutory(row=row, reason="It is done.", by=self.home.ruth)
            said.closed = True

    def do_able_now(self, n: int) -> None:
        """Jo can decide it after all: what an attorney had for that question closes, and nothing else."""
        _row, said, question = self.by_law[n] if n < len(self.by_law) else (None, None, None)
        if question is not None:
            self.assess(question, ABLE, "able")
            if said is not None:
                said.closed = True

    def do_end(self, who: str) -> None:
        if who not in self.model.gone:
            access.end_membership(member=self.members[who], by=self.home.ruth)
            self.model.gone.add(who)

    def do_wait(self, days: int) -> None:
        self.now += timedelta(days=days)

    def check(self) -> None:
        """Every contact, every topic: what the pages' sight says, and what the model says."""
        with clock.at(self.now):
            for who, member in self.members.items():
                try:
                    sight = circle.sight(member.user, self.home.jo.pk)
                except NotFound:
                    assert self.model.no_sight(who, self.today), who
                    continue
                assert not self.model.no_sight(who, self.today), who
                assert sight.topics == self.model.sees(who, {"may_see"}, self.today), who
                assert sight.review_topics == self.model.sees(who, {"may_see", "at_reviews"}, self.today), who


@pytest.fixture
def world(db: None) -> World:
    with clock.at(BEGINS):
        home = arrange.house()
        contacts, members = {}, {}
        for name in ("priya", "dan"):
            given = {"name": name.title(), "kind": "professional", "relationship": "social worker"}
            contacts[name] = access.add_contact(person=home.jo, by=home.ruth, **given)
            invited = access.invite(contact=contacts[name], basis="stated", basis_words="Asked.", handed_over="email", by=home.ruth)
            members[name] = access.accept_invitation(invitation=invited.invitation, code=invited.code, email=f"{name}@example.org")
        gwen = access.add_contact(person=home.jo, name="Gwen", kind="circle", relationship="sister", by=home.ruth)
        told = {"how_act": "alone", "areas": ["sharing"], "registered_on": clock.today() - timedelta(days=99)}
        power = authority.write_authority(person=home.jo, kind="lpa_welfare", holders=[Holder(contact=gwen)], by=home.ruth, **told)
        authority.see_papers(authority=power, what="registered", seen_on=clock.today(), by=home.ruth)
    return World(home, contacts, members, gwen, power)


class Undone(Exception):
    """The end of one example: what it wrote is taken back."""


def played(world: World, history: list[tuple[Any, ...]]) -> None:
    """One history from the beginning, looked at after each step, and taken back."""
    fresh = World(world.home, world.contacts, world.members, world.gwen, world.power)
    try:
        with transaction.atomic():
            for step in history:
                fresh.do(step)
                fresh.check()
            raise Undone
    except Undone:
        pass


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(history=steps)
def test_the_pages_and_a_plain_model_agree_on_who_may_see_what(world: World, history: list[tuple[Any, ...]]) -> None:
    played(world, history)
    assert not Override.objects.exists()


@pytest.mark.parametrize("kind", StatutoryKind.values)
def test_what_the_law_gives_in_each_kind_is_played_and_ends(world: World, kind: str) -> None:
    """By hand, so that none of the kinds is left to chance: with what it rests on, without, shut, ended, and Jo able after all."""
    for topic in TOPICS:
        for last in (("law_over", 1), ("able_now", 1), ("not_told", "dan", [topic]), ("wait", 30)):
            played(world, [("law", "dan", topic, kind, False, 20), ("law", "dan", topic, kind, True, 20), last])


def test_the_model_is_no_echo(world: World) -> None:
    """A model that forgets one rule is found out."""
    world.do(("say", "priya", "money", "may_see", "person", 3))
    world.do(("not_told", "priya", ["money"]))
    world.check()
    world.model.shut.clear()
    with pytest.raises(AssertionError):
        world.check()
