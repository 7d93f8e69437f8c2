"""The involvement agreement as one of those who take part reads it: their part, and nothing of anybody else's."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from throughline.agreements import queries
from throughline.agreements.choices import Agreed, Involved, Rhythm
from throughline.base import clock
from throughline.base.models import Topic
from throughline.base.terms import gettext as _
from throughline.base.terms import gettext_lazy
from throughline.people.choices import Area
from throughline.people.sight import Sight

from ... import words
from ...parts import Button, State

HOW: dict[str, Any] = {
    Involved.NOT: gettext_lazy("you take no part"),
    Involved.TOLD: gettext_lazy("you are told afterwards"),
    Involved.ASKED: gettext_lazy("you are asked beforehand"),
    Involved.THERE: gettext_lazy("you are there, and say what you know and think"),
    Involved.DECIDES: gettext_lazy("you decide what the law lets you decide"),
}
WHEN: dict[str, Any] = {
    Rhythm.WEEKLY: gettext_lazy("%(what)s: once a week"),
    Rhythm.MONTHLY: gettext_lazy("%(what)s: once a month"),
    Rhythm.AT_REVIEWS: gettext_lazy("%(what)s: when people look again together"),
    Rhythm.WHEN_IT_HAPPENS: gettext_lazy("%(what)s, when this happens: %(event)s"),
}
SAID: dict[str, Any] = {
    Agreed.AGREED: (gettext_lazy("You agreed"), "good"),
    Agreed.REFUSED: (gettext_lazy("You said no"), "look"),
    Agreed.NOT_ASKED: (gettext_lazy("You have not been asked yet"), "waiting"),
}


@dataclass(frozen=True)
class AgreementSheet:
    """What is agreed with one of them, or proposed to them: headings with their lines, and what they said to it."""

    heading: str
    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    answer: State
    words: str
    button: Button
    foot: str


def sheets(sight: Sight) -> tuple[AgreementSheet, ...]:
    """What is agreed, and after it what is proposed."""
    stands, proposed = queries.agreed_with(sight)
    named = {"name": sight.person.name}
    agreed = [_sheet(sight, stands, _("How you take part"), _("%(name)s agreed to this.") % named)] if stands else []
    lead = _("This is a proposal. It counts once %(name)s agrees; until then what was agreed before goes on.") % named
    new = [_sheet(sight, proposed, _("Proposed, and not agreed yet"), lead)] if proposed else []
    return (*agreed, *new)


def _sheet(sight: Sight, mine: queries.AgreedWith, heading: str, lead: str) -> AgreementSheet:
    version, today = mine.version, clock.today()
    text, tone = SAID[Agreed(mine.own.answer) if mine.own else Agreed.NOT_ASKED]
    again = Button(
        _("Change your answer") if mine.own else _("Say yes or no"), reverse("circle:answer", args=[sight.person_id, version.pk])
    )
    foot = {"n": version.number, "day": words.short_day(version.occurred_at, today), "by": words.full_day(version.look_again_on, today)}
    return AgreementSheet(
        heading=heading,
        lead=lead,
        sections=tuple((title, lines) for title, lines in _sections(mine, sight.person.name) if lines),
        answer=State(str(text), tone),
        words=mine.own.words if mine.own else "",
        button=again,
        foot=_("Version %(n)s, from %(day)s. People look at it again by %(by)s.") % foot,
    )


def _sections(mine: queries.AgreedWith, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    version, named = mine.version, {"name": name}
    over = queries.beyond([mine.party], list(mine.shared), clock.today())
    shared = tuple(each for n, each in enumerate(mine.shared) if n not in over.shared)
    return (
        (_("What it is for"), _given(version.purpose)),
        (_("Your part"), _part(mine.party, decides=not over.parties)),
        (_("What you hear, and when"), tuple(_thing(each) for each in shared)),
        (_("How %(name)s is asked, each time") % named, _given(version.consent_checked)),
        (_("When people meet"), tuple(rule.text for rule in version.rules.all())),
        (_("When you ask for what %(name)s did not choose") % named, _given(version.conflict)),
        (_("If people do not agree"), tuple(_step(each) for each in version.steps.all())),
        (_("Who can help %(name)s to be heard") % named, _given(version.advocate)),
        (_("How you treat %(staff)s and %(name)s") % named, _given(version.circle_does)),
        (_("How %(staff)s treat you"), _given(version.staff_do)),
    )


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _part(party: Any, *, decides: bool) -> tuple[str, ...]:
    """decides: whether what lets them decide, if anything did, still does."""
    lines = (
        _("When people plan: %(how)s.") % {"how": HOW[party.in_planning]},
        _("When people look again: %(how)s.") % {"how": HOW[party.in_reviews]},
    )
    if not decides:
        return (*lines, _("When something is decided: nothing gives you that by law any more."))
    decided = _("When something is decided: %(how)s.") % {"how": HOW[party.in_decisions]}
    return (*lines, decided, *_areas(party), *_given(party.words))


def _areas(party: Any) -> tuple[str, ...]:
    if party.in_decisions != Involved.DECIDES:
        return ()
    return (_("Only about: %(areas)s.") % {"areas": "; ".join(str(Area(each).label) for each in Area.values if each in party.areas)},)


def _thing(each: Any) -> str:
    what = str(Topic(each.about).label)
    return str(WHEN[each.rhythm]) % {"what": what[:1].upper() + what[1:], "event": each.event}


def _step(each: Any) -> str:
    days = ngettext("within %(n)d working day", "within %(n)d working days", each.days) % {"n": each.days}
    return _("%(n)s. %(what)s: %(who)s, %(days)s.") % {"n": each.position, "what": each.what, "who": each.who, "days": days}
