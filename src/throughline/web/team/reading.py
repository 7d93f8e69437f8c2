"""What a card says of who has read it, and who is signed off for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.workforce import policy, queries

from .. import words
from ..parts import Button, Link
from . import wording
from .pages.shift import window


@dataclass(frozen=True)
class OnCard:
    """`ask`: the reader has not read it, and can say so. `who` and `not_yet`: names, for those who may see that."""

    action: str
    version: str
    item: str
    then: str
    person_id: str
    name: str
    title: str
    ask: bool
    said: str
    who: tuple[str, ...]
    not_yet: tuple[str, ...]
    sees_who: bool
    key: str  # where the reader stands with a key routine; empty when it is none
    gaps: tuple[str, ...]  # who on the next shifts is not signed off, for those who sign off
    signed: Link | None
    done: Button  # back to Today, from a card that was read without signal


def on_card(sight: Sight, publication: Any, then: str) -> OnCard:
    """Two queries; three for those who may see who has not read it."""
    read = queries.readings(sight, publication.version_id)
    where = queries.standing_of(sight.actor, publication, read)
    sees = bool(policy.may_see_who_read(sight.actor, sight.person))
    missing = queries.team_readings(sight, publication, read) if sees else []
    return OnCard(
        action=reverse("team:read", args=[publication.item_id]),
        version=str(publication.version_id),
        item=str(publication.item_id),
        then=then if then == "today" else "",
        person_id=str(sight.person_id),
        name=sight.person.name,
        title=publication.version.title,
        ask=where == "unread" and bool(policy.may_read_card(sight.actor, sight.person)),
        said=_said(sight.actor, read, where),
        who=tuple(_line(each) for each in read) if sees else (),
        not_yet=tuple(user.name for user in missing),
        sees_who=sees,
        done=Button(_("Done"), reverse("today:today"), main=True, wide=True, size="shift"),
        **_key(sight, publication, sees),
    )


def _key(sight: Sight, publication: Any, sees: bool) -> dict[str, Any]:
    """Where the reader stands, and who on the next shifts is not signed off. One query for a card that is no key routine."""
    key = queries.key_of(sight, publication.item)
    link = Link(_("Who can do this"), reverse("team:signed", args=[publication.item_id])) if sees else None
    if key is None:
        return {"key": "", "gaps": (), "signed": link}
    standing = queries.signing([publication.item_id], sight.audiences).standing(sight.actor.pk, publication, clock.today())
    said = {"subject": wording.subject(key.subject), "why": wording.why_not_you(standing)}
    return {"key": _("Key routine: %(subject)s. %(why)s") % said, "gaps": tuple(_gaps(sight, publication)), "signed": link}


def _gaps(sight: Sight, publication: Any) -> Iterator[str]:
    if not policy.may_keep_key(sight.actor, sight.person):
        return
    seen = queries.lookout(sight.actor, *window(), person=sight.person_id)
    for presence in seen.presences:
        for gap in seen.gaps(presence):
            if gap.publication.item_id == publication.item_id:
                said = {"name": presence.user.name, "when": wording.day_and_hours(presence.from_at, presence.until_at)}
                yield _("%(name)s, %(when)s.") % said + " " + wording.why_not(gap.standing)


def _said(reader: Any, read: Iterable[Any], where: str) -> str:
    if where == "wrote":
        return _("You wrote or published this card.")
    mine = next((each for each in read if each.author_id == reader.pk), None)
    return _("You read this card: %(when)s.") % {"when": _when(mine)} if mine else ""


def _line(reading: Any) -> str:
    return _("%(name)s, %(when)s") % {"name": reading.author.name, "when": _when(reading)}


def _when(reading: Any) -> str:
    return words.day_and_time(reading.occurred_at, clock.today())


def to_today(then: str) -> Link | None:
    """Back to Today or the handover, for whoever came from there."""
    places = {"today": (_("Today"), "today:today"), "handover": (_("Handover"), "handover:handover")}
    return Link(places[then][0], reverse(places[then][1])) if then in places else None
