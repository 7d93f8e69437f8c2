"""What a version says, as a page and a paper show it; what goes beyond authority or permission now says so beside it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from throughline.agreements import queries
from throughline.agreements.choices import Agreed, Involved, Rhythm
from throughline.agreements.queries import PERSON, Stated
from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext as _
from throughline.people.choices import Area
from throughline.people.sight import Sight

from ...as_at import Moment
from ...parts import Button, Quote, State
from ...said import showing
from .. import wording


@dataclass(frozen=True)
class Row:
    """A sentence; `beyond` when it takes no effect any more."""

    text: str
    beyond: State | None = None


@dataclass(frozen=True)
class Said:
    """What one of them says to it, and where that is written down."""

    who: str
    answer: State
    words: str = ""
    quote: Quote | None = None
    action: Button | None = None


@dataclass(frozen=True)
class Sheet:
    """A version in sections: headings with their lines."""

    title: str
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
    said: tuple[Said, ...]
    look_again: str


def sheet(stated: Stated, sight: Sight, at: Moment, *, may: bool) -> Sheet:
    version, name = stated.version, sight.person.name
    day = {"n": version.number, "day": showing.short_day(version.occurred_at), "who": version.author.name}
    return Sheet(
        title=_("Version %(n)s, written by %(who)s on %(day)s") % day,
        sections=tuple((heading, rows) for heading, rows in _sections(version, name, at) if rows),
        said=_answers(stated, sight, may),
        look_again=_("Look again by %(day)s.") % {"day": showing.short_day(version.look_again_on)},
    )


def _sections(version: Any, name: str, at: Moment) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    named, parties, shared = {"name": name}, list(version.parties.all()), list(version.shared.all())
    over = queries.beyond(parties, shared, at.day) if not at.is_past else queries.Beyond(frozenset(), frozenset())
    return (
        (_("What it is for"), _given(version.purpose)),
        (_("How each takes part"), (_person(name), *(Row(_party(each), _over(n in over.parties)) for n, each in enumerate(parties)))),
        (_("What is shared, and when"), tuple(Row(_thing(each), _over(n in over.shared)) for n, each in enumerate(shared))),
        (_("How %(name)s is asked, each time") % named, _given(version.consent_checked)),
        (_("When people meet"), tuple(Row(rule.text) for rule in version.rules.all())),
        (_("When somebody asks for what %(name)s did not choose") % named, _given(version.conflict)),
        (_("If people do not agree"), tuple(Row(_step(each)) for each in version.steps.all())),
        (_("Who can help %(name)s to be heard") % named, _given(version.advocate)),
        (_("How %(name)s’s people treat %(staff)s and %(name)s") % named, _given(version.circle_does)),
        (_("How %(staff)s treat %(name)s’s people") % named, _given(version.staff_do)),
        (_("How it was shown to %(name)s") % named, _given(version.given_how)),
        (_("Why there is a new version"), _given(version.because)),
    )


def _given(text: str) -> tuple[Row, ...]:
    return (Row(text),) if text else ()


def _over(is_so: bool) -> State | None:
    return State(_("Not any more: nothing opens this to them now"), "urgent") if is_so else None


def _person(name: str) -> Row:
    return Row(_("%(name)s: plans, looks again and decides. Others take part as it stands here.") % {"name": name})


def _party(each: Any) -> str:
    """Gwen, sister. Planning: is asked beforehand. …"""
    said = {
        "who": wording.who(each),
        "planning": Involved(each.in_planning).label,
        "reviews": Involved(each.in_reviews).label,
        "decisions": Involved(each.in_decisions).label,
    }
    text = _("%(who)s. Planning: %(planning)s. Looking again: %(reviews)s. Decisions: %(decisions)s.") % said
    return f"{text} {_areas(each)}" if each.in_decisions == Involved.DECIDES else text


def _areas(each: Any) -> str:
    if not each.areas:
        return _("No law lets them decide about anything here.")
    return _("Only about: %(areas)s.") % {"areas": "; ".join(wording.area(area) for area in Area.values if area in each.areas)}


def _thing(each: Any) -> str:
    said = {"who": wording.who_is(each.contact), "what": Topic(each.about).label, "when": Rhythm(each.rhythm).label, "event": each.event}
    if each.rhythm == Rhythm.WHEN_IT_HAPPENS:
        return _("%(who)s: %(what)s. When this happens: %(event)s") % said
    return _("%(who)s: %(what)s. %(when)s.") % said


def _step(each: Any) -> str:
    days = ngettext("within %(n)d working day", "within %(n)d working days", each.days) % {"n": each.days}
    return _("%(n)s. %(what)s %(who)s, %(days)s.") % {"n": each.position, "what": each.what, "who": each.who, "days": days}


def _answers(stated: Stated, sight: Sight, may: bool) -> tuple[Said, ...]:
    """The person first, then each who takes part."""
    said, version = stated.answers, stated.version
    own = said.get(PERSON)
    quote = showing.quote(own.voice, sight.person.name) if own is not None and own.voice else None
    button = _button(reverse("agreements:answer", args=[version.pk]), sight.person.name) if may else None
    words = _("It rests on %(decision)s.") % {"decision": own.decision} if own is not None and own.decision else ""
    persons = Said(sight.person.name, _answer(own), words, quote, button)
    return (persons, *(_party_said(each, said, may) for each in version.parties.all()))


def _party_said(each: Any, said: dict[Any, Any], may: bool) -> Said:
    answer = said.get((each.contact_id, each.staff_id))
    key = f"contact-{each.contact_id}" if each.contact_id else f"staff-{each.staff_id}"
    address = reverse("agreements:answer_of", args=[each.version_id, key])
    words = f"“{answer.words}”" if answer is not None and answer.words else ""
    return Said(wording.who(each), _answer(answer), words, None, _button(address, wording.who(each)) if may else None)


def _button(address: str, who: str) -> Button:
    return Button(_("Write down the answer"), address, more=who)


def _answer(row: Any) -> State:
    answer = Agreed(row.answer) if row is not None else Agreed.NOT_ASKED
    tones: dict[str, Any] = {Agreed.AGREED: "good", Agreed.REFUSED: "urgent", Agreed.NOT_ASKED: "waiting"}
    return State(str(answer.label), tones[answer])
