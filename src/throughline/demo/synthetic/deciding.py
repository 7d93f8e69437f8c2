"""How questions of synthetic people are decided: options, what was weighed, on what basis, and whether the person was told.

Standing and faults are asked of the law that the action asks, so that what is made here stands as it would stand there.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from throughline.accounts.models import User
from throughline.base import clock
from throughline.conversations.models import Contribution, Conversation, Voice
from throughline.decisions import law
from throughline.decisions.choices import Basis, Standing
from throughline.decisions.models import Consideration, Decision, Option, Question, TalkedAbout, Telling

from .hearing import contribution, seconded, talk, voice
from .record import NotYet, Record
from .topics import Topic
from .words import TOLD

IMPACTS = {"low": 50, "moderate": 40, "high": 10}
BASES = {Basis.OWN: 46, Basis.OWN_WITH_SUPPORT: 47, Basis.RELATIVE: 2.5, Basis.STAFF: 1.5, Basis.CUSTOM: 1, Basis.BEST_INTERESTS: 2}
WEIGHED = {"shaped": 60, "partly": 25, "not_followed": 15}
REACTIONS = {"liked": 3, "unsure": 3, "no": 4, "not_shown": 1}


@dataclass(slots=True)
class Said:
    """What is there to be weighed: the person's voices, which of them were seen by two, and what others said."""

    voices: list[Voice] = field(default_factory=list)
    seconded: set[Any] = field(default_factory=set)
    others: list[Contribution] = field(default_factory=list)


def said_about(record: Record, topic: Topic, at: datetime) -> Said:
    """One or two voices and what others say of it, in the days before a talk."""
    said = Said()
    wish = record.dice.one({"change": 4, "request": 4, "preference": 2})
    for n in range(1 if record.dice.often(0.6) else 2):
        words = topic.words if n == 0 else ""
        made = voice(record, record.after(at, n, n + 2), words, wish=wish if n == 0 else "preference", topic=topic.topic)
        said.voices.append(made)
        if seconded(record, made):
            said.seconded.add(made.pk)
    for _ in range(record.dice.randint(0, 2)):
        said.others.append(contribution(record, record.after(at, 1, 4), topic.worry, beforehand=True, topic=topic.topic))
    return said


def decide(record: Record, topic: Topic, said: Said, at: datetime) -> Decision:
    """Talk about it, offer ways, decide, tell. NotYet wherever the record ends before that."""
    dice = record.dice
    impact = "high" if topic.kind == "restriction" else dice.one(IMPACTS)
    held = talk(record, record.after(at, 10, 16), topic.title, meeting=impact != "low")
    asked = record.row(
        Question,
        held.occurred_at + timedelta(minutes=5),
        record.leader,
        text=f"{topic.title}: how does it go?",
        area=topic.area,
        impact=impact,
        topic=topic.topic,
    )
    record.part(TalkedAbout, asked.occurred_at, question_id=asked.pk, conversation_id=held.pk)
    if topic.kind == "restriction":
        _said_of_it(record, topic, said, asked, held)
    options = _options(record, topic, asked, impact)
    made = _decision(record, topic, said, asked, held, options)
    _tell(record, made)
    return made


def _said_of_it(record: Record, topic: Topic, said: Said, asked: Question, held: Conversation) -> None:
    """What limits somebody is decided on what they said about that, when it was talked about."""
    at = asked.occurred_at + timedelta(minutes=1)
    said.voices.append(voice(record, at, topic.words, wish="change", topic=topic.topic, conversation_id=held.pk))


def _options(record: Record, topic: Topic, asked: Question, impact: str) -> list[Option]:
    """Two or three ways; for something small often only the one."""
    ways = topic.options if impact != "low" or record.dice.often(0.4) else topic.options[:1]
    at = asked.occurred_at + timedelta(minutes=3)
    made = []
    for n, (title, benefit, risk) in enumerate(ways):
        reaction = "picked" if n == 0 else record.dice.one(REACTIONS)
        more = {"benefits": benefit, "risks": risk, "how_shown": "A photo", "reaction": reaction, "topic": topic.topic}
        made.append(record.row(Option, at, record.leader, question_id=asked.pk, title=title, **more))
    return made


def _decision(record: Record, topic: Topic, said: Said, asked: Question, held: Conversation, options: list[Option]) -> Decision:
    at = options[-1].occurred_at + timedelta(minutes=20)
    if at > record.until:
        raise NotYet
    basis = record.dice.one(BASES)
    weighed = _weigh(record, said, at)
    made = record.row(
        Decision,
        at,
        record.leader,
        number=0,
        question_id=asked.pk,
        conversation_id=held.pk,
        outcome=options[0].title,
        option_id=options[0].pk,
        basis=basis,
        support_given="Photos, two talks, time." if basis == Basis.OWN_WITH_SUPPORT else "",
        no_voice_because="Did not want to talk about it, and nodded at the photo." if not said.voices and record.dice.often(0.7) else "",
        only_one_because="Nothing else was to be had." if len(options) < 2 and asked.impact != "low" else "",
        look_again_on=clock.day_of(at) + timedelta(days=record.dice.choice((30, 60, 90, 180))),
        topic=topic.topic,
    )
    made.decided_by_contact_id = next(iter(each.pk for each in record.contacts), None) if basis == Basis.RELATIVE else None
    made.decided_by_staff_id = record.leader.pk if basis in (Basis.STAFF, Basis.BEST_INTERESTS) else None
    record.numbers.decision += 1
    made.number = record.numbers.decision
    made.faults = list(law.faults(_proposed(made, asked, len(options), said, weighed)))
    made.standing = Standing.NOT_VALID if made.faults else Standing.VALID
    for each in weighed:
        each.decision_id = made.pk
    return made


def _weigh(record: Record, said: Said, at: datetime) -> list[Consideration]:
    """The person's voices shape it or partly; others' are sometimes not followed, with the reason."""
    mine = [record.part(Consideration, at, voice_id=each.pk, effect=record.dice.one({"shaped": 9, "partly": 1})) for each in said.voices]
    theirs = []
    for each in said.others:
        effect = record.dice.one(WEIGHED)
        because = "The person said no to it, twice." if effect == "not_followed" else ""
        theirs.append(record.part(Consideration, at, contribution_id=each.pk, effect=effect, because=because))
    return mine + theirs


def _proposed(made: Decision, asked: Question, options: int, said: Said, weighed: list[Consideration]) -> law.Proposed:
    """The decision as plain values, as the action puts it to the law."""
    voices = {each.pk: each for each in said.voices}
    others = {each.pk: each for each in said.others}
    about = {each.pk for each in said.voices if each.conversation_id == made.conversation_id}
    return law.Proposed(
        basis=made.basis,
        decided_at=made.occurred_at,
        impact=asked.impact,
        excluded_class="",
        options=options,
        only_one_because=made.only_one_because,
        support_given=made.support_given,
        weighed=tuple(replace(_weighed(each, voices, others, said.seconded), is_about_it=each.voice_id in about) for each in weighed),
        no_voice_because=made.no_voice_because,
        decided_by=made.decided_by,
        area=asked.area,
    )


def _weighed(each: Consideration, voices: dict[Any, Voice], others: dict[Any, Contribution], seconds: set[Any]) -> law.Weighed:
    found = voices.get(each.voice_id)
    is_view = found is not None and law.is_persons_view(own_words=found.is_own_words, seconded=found.pk in seconds)
    said_at = found.occurred_at if found else others[each.contribution_id].occurred_at
    return law.Weighed(is_voice=found is not None, is_persons_view=is_view, said_at=said_at, effect=each.effect, because=each.because)


def _tell(record: Record, made: Decision) -> None:
    """Most people are told within days; some never."""
    at = record.dice.later(made.occurred_at, 0, 4)
    if record.dice.often(0.86) and at <= record.until:
        by: User = record.anybody()
        reaction = record.dice.one({"right": 88, "unsure": 9, "not_right": 3})
        record.row(
            Telling,
            at,
            by,
            decision_id=made.pk,
            topic=made.topic,
            how=record.dice.choice(TOLD),
            shown_back=record.dice.often(0.7),
            reaction=reaction,
        )
