"""The first page of somebody's own pages: what is new, what there is to have a say on, and what came of what they said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from throughline.access import queries as access
from throughline.access.choices import MemberBasis
from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight

from ... import about_person, words
from ...parts import Button, Happening, LinkRow, Notice, Portrait, Source
from .. import shared
from .agreed import decision, review
from .around import link_of
from .deciding import areas
from .leading import rows
from .said import Words, own_words

MOST, ANSWERS = 5, 3


@dataclass(frozen=True)
class Home:
    portrait: Portrait
    name: str
    here_because: str
    notice: Notice | None
    new: tuple[Happening, ...]
    lead: tuple[LinkRow, ...]
    to_decide: tuple[LinkRow, ...]
    looks: tuple[str, ...]
    say: Button
    buttons: tuple[Button, ...]
    answers: tuple[Words, ...]
    not_shared: str


def home(sight: Sight) -> Home:
    """What is new in bounds. A dozen queries, whatever the history."""
    person, link, followed = sight.person, link_of(sight), shared.in_force(sight)
    return Home(
        portrait=about_person.portrait(person),
        name=person.name,
        here_because=_because(link, person.name),
        notice=_come_back(sight.actor),
        new=tuple(each for _day, each in sorted(_new(sight, followed), key=lambda pair: pair[0], reverse=True))[:MOST],
        lead=rows(sight, followed),
        to_decide=tuple(_to_decide(each, person) for each in shared.open_questions(sight)[:MOST]),
        looks=tuple(_looks_again(followed)),
        say=Button(_("Have your say"), reverse("circle:say", args=[person.pk]), main=True),
        buttons=_buttons(sight),
        answers=tuple(each for each in own_words(sight, followed) if each.is_answered)[:ANSWERS],
        not_shared=_not_shared(sight),
    )


def _because(link: Any, name: str) -> str:
    if link.basis == MemberBasis.INVITED:
        return _("You are here because %(name)s wants you to be.") % {"name": name}
    return _("You are here because the team that supports %(name)s invited you.") % {"name": name}


def _come_back(actor: Any) -> Notice | None:
    """Whoever came in with a code alone chooses how to come back."""
    if actor.has_usable_password() or access.passkeys(actor):
        return None
    choose = Button(_("Choose how you sign in next time"), reverse("account:me"))
    return Notice(_("The code works once"), _("To come back you need a password or a passkey. It takes a minute."), "look", choose)


def _new(sight: Sight, followed: list[Any]) -> Iterator[tuple[Any, Happening]]:
    """The last month of what is shared: by day, and never a single record of a day."""
    since = clock.now() - shared.LATELY
    for each in followed:
        if each.occurred_at >= since:
            yield each.occurred_at, _published(each)
    for each in shared.decided(sight):
        if each.occurred_at >= since:
            yield each.occurred_at, decision(each)
    for looked in shared.looked_again(sight):
        if looked.review.occurred_at >= since:
            yield looked.review.occurred_at, review(looked)


def _published(publication: Any) -> Happening:
    title = _("%(Staff)s follow this now: %(title)s") % {"title": publication.version.title}
    return Happening(title, words.short_day(publication.occurred_at, clock.today()), Source(), text=publication.message)


def _to_decide(question: Any, person: Any) -> LinkRow:
    """A question that is open, and the way to have one's say before it is decided."""
    about = f"{reverse('circle:say', args=[person.pk])}?about={question.pk}"
    text = _("To be decided: %(question)s") % {"question": question.text}
    return LinkRow(about, text, soft=_("Have your say before it is decided"))


def _looks_again(followed: list[Any]) -> Iterator[str]:
    """When people look again."""
    for day, title in sorted(_looks(followed))[:MOST]:
        yield _("We look again on %(day)s: %(title)s") % {"day": words.full_day(day, clock.today()), "title": title}


def _looks(followed: list[Any]) -> Iterator[tuple[date, str]]:
    for each in followed:
        if each.version.look_again_on and each.version.look_again_on >= clock.today():
            yield each.version.look_again_on, each.version.title


def _buttons(sight: Sight) -> tuple[Button, ...]:
    """The way to what an attorney or deputy is to decide, for whoever is one; and to what became of one's words."""
    said = Button(_("What became of what I said"), reverse("circle:said", args=[sight.person_id]))
    ask = Button(_("Ask for a review"), reverse("circle:ask", args=[sight.person_id]))
    decide = [Button(_("What you are to decide"), reverse("circle:decide", args=[sight.person_id]))] if areas(sight) else []
    return (said, ask, *decide)


def _not_shared(sight: Sight) -> str:
    if sight.review_topics:
        return ""
    return _("%(name)s shares nothing with you here yet. You can still have your say.") % {"name": sight.person.name}
