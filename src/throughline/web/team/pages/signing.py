"""Who can do a key routine: on one card, on all, and one sign-off."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.workforce import policy, queries
from throughline.workforce.law import Standing

from ... import quotes, words
from ...about_person import portrait
from ...parts import Button, Link, LinkRow, State
from ...sections import Section, SectionsPage, kept, lines
from .. import wording
from .shift import window


def signed_page(sight: Sight, item: Any) -> SectionsPage:
    """The sign-offs of one card, and who on the next shifts has none."""
    key, published = queries.key_of(sight, item), plan.in_force(sight, item)
    title = published.version.title if published and published.version else str(item)
    found = queries.signing([item.pk], sight.audiences) if key else None
    rows = tuple(_rows(found, published)) if found and published and published.version else ()
    sections = kept(
        Section(_("What has to be seen"), lines=tuple(key.criteria.splitlines()), soft=(wording.subject(key.subject),)) if key else _none(),
        Section(_("Before the next shifts"), rows=tuple(_gaps(sight, item))) if key else Section(""),
        Section(_("Signed off"), rows=rows, lines=() if rows or not key else (_("Nobody yet."),)),
    )
    back = Link(title, reverse("plan:card", args=[item.pk]))
    return SectionsPage(
        _("Who can do this: %(title)s") % {"title": title}, back, portrait(sight.person), sections, actions=_actions(sight, item, key)
    )


def _none() -> Section:
    text = _("This card is no key routine. Make it one where support done otherwise than agreed can do harm.")
    return Section(_("Key routine"), lines=(text,))


def _actions(sight: Sight, item: Any, key: Any) -> tuple[Button, ...]:
    if not policy.may_keep_key(sight.actor, sight.person):
        return ()
    key_place = reverse("team:key", args=[item.pk])
    if key is None:
        return (Button(_("Make it a key routine"), key_place, main=True),)
    return (
        Button(_("Sign somebody off"), reverse("team:sign_off", args=[item.pk]), main=True),
        Button(_("Change what has to be seen"), key_place),
    )


def _gaps(sight: Sight, item: Any) -> Iterator[LinkRow]:
    seen = queries.lookout(sight.actor, *window(), person=sight.person_id)
    for presence in seen.presences:
        for gap in seen.gaps(presence):
            if gap.publication.item_id == item.pk:
                when = wording.day_and_hours(presence.from_at, presence.until_at)
                place = reverse("team:sign_off", args=[item.pk])
                yield LinkRow(place, wording.why_not(gap.standing), strong=f"{presence.user.name}.", soft=when)


def _rows(found: queries.Signing, card: Any) -> Iterator[LinkRow]:
    of_card = sorted((row for (item, _worker), row in found.latest.items() if item == card.item_id), key=lambda row: row.worker.name)
    for row in of_card:
        standing = found.standing(row.worker_id, card, clock.today())
        yield LinkRow(reverse("team:sign_off_one", args=[row.pk]), stands(standing, row), strong=f"{row.worker.name}.", soft=_seen(row))


def stands(standing: Standing, row: Any) -> str:
    """Signed off, until 3 March."""
    if standing in (Standing.LIVE, Standing.SUPERVISED) and row.until_on:
        day = words.short_day(row.until_on, clock.today())
        return _("%(result)s, until %(day)s.") % {"result": row.get_result_display(), "day": day}
    return wording.why_not(standing)


def _seen(row: Any) -> str:
    said = {"who": row.author.name, "day": words.short_day(row.seen_on, clock.today()), "n": row.version.number}
    return _("Seen by %(who)s on %(day)s, version %(n)s of the card") % said


def competency_page(by: Any) -> SectionsPage:
    """Every key routine of everybody whom the reader could sign somebody off for. Five queries."""
    cards, keys, found = queries.overview(by)
    sections = tuple(_of_card(card, keys[card.item_id], found) for card in cards)
    nothing = Section(_("Key routines"), lines=(_("No card is a key routine yet. Open a card, and “Who can do this”."),))
    back = Link(_("Before the shift"), reverse("team:shift"))
    return SectionsPage(_("Who can do what"), back, None, sections or (nothing,))


def _of_card(card: Any, key: Any, found: queries.Signing) -> Section:
    name = _("%(name)s: %(card)s") % {"name": card.person.name, "card": card.version.title}
    rows = tuple(_rows(found, card))
    more = Link(_("Who can do this"), reverse("team:signed", args=[card.item_id]), more=name)
    return Section(
        name, soft=(wording.subject(key.subject),), rows=rows, lines=() if rows else (_("Nobody is signed off."),), links=(more,)
    )


def sign_off_page(sight: Sight, row: Any) -> SectionsPage:
    """One sign-off, the person's part of it first."""
    voice = (quotes.quote(row.voice, sight.person.name),) if row.voice_id else ()
    agreed = _("It was fine for %(name)s: %(words)s") % {"name": sight.person.name, "words": row.agreed_words} if row.agreed_words else ""
    sections = kept(
        Section(_("What %(name)s made of it") % {"name": sight.person.name}, quotes=voice, lines=lines(row.feedback), soft=lines(agreed)),
        Section(_("What was seen"), lines=tuple(_criterion(each) for each in row.criteria.all())),
        Section(_("So"), lines=lines(row.get_result_display(), row.conditions), soft=lines(_until(row))),
        Section(_("How"), lines=(row.get_method_display(),), soft=lines(_seen(row), row.place)),
    )
    title = _("%(who)s: %(card)s") % {"who": row.worker.name, "card": row.version.title}
    back = Link(_("Who can do this"), reverse("team:signed", args=[row.item_id]))
    state = None if queries.is_standing(row) else State(_("This was changed or taken back since."), "look")
    return SectionsPage(title, back, portrait(sight.person), sections, state=state, actions=_changes(sight, row) if state is None else ())


def _criterion(each: Any) -> str:
    return _("Seen: %(text)s") % {"text": each.text} if each.met else _("Not seen: %(text)s") % {"text": each.text}


def _until(row: Any) -> str:
    return _("Holds until %(day)s.") % {"day": words.short_day(row.until_on, clock.today())} if row.until_on else ""


def _changes(sight: Sight, row: Any) -> tuple[Button, ...]:
    if not policy.may_amend(sight.actor, row):
        return ()
    correct, mistake = reverse("team:sign_off_correct", args=[row.pk]), reverse("team:sign_off_mistake", args=[row.pk])
    return (Button(_("Correct this"), correct), Button(_("It was a mistake"), mistake))
