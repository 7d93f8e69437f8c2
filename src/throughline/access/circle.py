"""Who of family, advocates and professionals may see whom, and about what. Staff have `access.scope`, which never answers for a link.

A link gives pages; grants give topics; that somebody is not to be told takes them. All three are asked anew for every request.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from throughline.base import clock
from throughline.base.answers import YES, Answer, No
from throughline.base.errors import NotFound
from throughline.base.models import Topic
from throughline.base.models.recorded import Audience
from throughline.people.models import Contact
from throughline.people.sight import Sight

from . import asked, keys, law, refusals
from .models import Assignment, CircleMember, Exclusion, Grant
from .roles import CIRCLE, Act

AUDIENCES = frozenset({Audience.TEAM.value})  # what is for the manager alone is shared with nobody by topic


def sight(actor: Any, person_id: UUID) -> Sight:
    """A circle member's sight of one person, by topic; NotFound without a live link, and for somebody who is not to be told anything.

    Three queries.
    """
    held = links(actor, person_id)
    if not held:
        raise NotFound
    found = _opened(held)
    if found.is_shut:
        raise NotFound
    return Sight(actor, held[0].person, AUDIENCES, CIRCLE, found.may_see, found.at_reviews)


def at_reviews(sight: Sight) -> Sight:
    """The same sight for what is shared when people look again: the topics at reviews, and those that may be seen at any time."""
    return replace(sight, topics=sight.review_topics)


def may(actor: Any, act: Act, contact: Contact) -> Answer:
    """Whether somebody may do something as a contact: only through a live link of their own that is not shut, and never by a role."""
    held = links(actor, contact.person_id)
    mine = any(link.contact_id == contact.pk for link in held)
    return YES if act in CIRCLE and mine and not _opened(held).is_shut else No(refusals.for_one(act, contact.person.name))


def is_no_staff(actor: Any) -> bool:
    """Whether somebody signs in only as family, advocate or professional, now or before. One query for those without a role."""
    return not keys.of(actor).held and CircleMember.objects.filter(user=actor.pk).exists()


def staff_among(person_id: UUID) -> list[CircleMember]:
    """Links to a person, running or over, of those who work here today: each is somebody in the person's life too. One query."""
    works = Assignment.objects.on(clock.today()).filter(user=OuterRef("user"))
    return list(CircleMember.objects.filter(Exists(works), person=person_id, user__is_active=True).select_related("contact", "user"))


def links(actor: Any, person_id: UUID | None = None) -> list[CircleMember]:
    """Live links of somebody who signs in, to one person or to all. One query."""
    asked.mark()
    return _links(actor, person_id)


def _links(actor: Any, person_id: UUID | None = None) -> list[CircleMember]:
    if actor is None or not actor.is_authenticated or not actor.is_active:
        return []
    rows = CircleMember.objects.of(actor).live(clock.now()).select_related("person", "contact")
    return list(rows.filter(person=person_id) if person_id else rows)


def people(actor: Any) -> list[CircleMember]:
    """Links to everybody of whom somebody has a sight, one a person, by name. Three queries."""
    asked.mark()
    return places(actor)


def places(actor: Any) -> list[CircleMember]:
    """The same for the frame around a page, which asks on nobody's behalf whether the page may be shown."""
    held = _links(actor)
    contacts = [link.contact for link in held]
    grants, exclusions = _grants(contacts), _exclusions({link.person_id for link in held})
    first = {link.person_id: link for link in sorted(held, key=lambda each: (each.person.name, each.from_at))}
    mine = {person: [link for link in held if link.person_id == person] for person in first}
    return [link for person, link in first.items() if not _of(mine[person], grants, exclusions).is_shut]


def open_to(contacts: Collection[Contact], moment: datetime | None = None) -> dict[UUID, law.Opened]:
    """What is open to each of some contacts now, or was at a moment, whether they sign in or are told. Two queries."""
    grants, exclusions = _grants(contacts, moment), _exclusions([each.person_id for each in contacts], moment)
    mine = {each.pk: [_plain(grant) for grant in grants if grant.contact_id == each.pk] for each in contacts}
    return {each.pk: law.opened(mine[each.pk], _shut([each], exclusions)) for each in contacts}


def is_shut_to(contact: Contact, topics: Collection[str], moment: datetime | None = None) -> bool:
    """Whether a contact is not to be told about one of some topics. One query."""
    shut = _shut([contact], _exclusions([contact.person_id], moment))
    return any(law.is_shut(topic, shut) for topic in topics)


def is_shut_by_name(person_id: UUID, name: str, moment: datetime | None = None) -> bool:
    """Whether somebody who is no contact is not to be told, by their name. One query."""
    return any(law.is_named(each.contact.name if each.contact else each.name, name) for each in _exclusions([person_id], moment))


def shut_in(person_id: UUID, words: str, topics: Collection[str], moment: datetime | None = None) -> list[str]:
    """Who of those that some words name is not to be told about one of some topics, now or at a moment, by name. One query."""
    about = [each for each in _exclusions([person_id], moment) if any(law.is_shut(topic, [each.topics]) for topic in topics)]
    names = {each.contact.name if each.contact else each.name for each in about}
    return sorted(name for name in names if law.is_mentioned(name, words))


def once_open(sight: Sight) -> frozenset[str]:
    """Topics of which a circle member had a key, or about which they are not to be told: which of the two is not theirs to know.

    Three queries.
    """
    held = links(sight.actor, sight.person_id)
    contacts = [link.contact for link in held]
    shut = _shut(contacts, _exclusions([sight.person_id]))
    keys_given = Grant.objects.filter(contact__in=[each.pk for each in contacts], from_at__lte=clock.now())
    return frozenset(keys_given.values_list("topic", flat=True)) | {topic for topic in Topic.values if law.is_shut(topic, shut)}


def _opened(held: Collection[CircleMember]) -> law.Opened:
    return _of(held, _grants([link.contact for link in held]), _exclusions([link.person_id for link in held]))


def _of(held: Iterable[CircleMember], grants: Iterable[Grant], exclusions: Iterable[Exclusion]) -> law.Opened:
    """What links to one person open together. That one of them is not to be told shuts all: it is the same somebody."""
    contacts = [link.contact for link in held]
    ids = {contact.pk for contact in contacts}
    return law.opened([_plain(each) for each in grants if each.contact_id in ids], _shut(contacts, exclusions))


def _grants(contacts: Iterable[Contact], moment: datetime | None = None) -> list[Grant]:
    """Grants that run, now or at a moment."""
    return list(Grant.objects.live(moment or clock.now()).filter(contact__in=[each.pk for each in contacts]))


def _exclusions(people: Iterable[UUID], moment: datetime | None = None) -> list[Exclusion]:
    """Who is not to be told, now or at a moment."""
    return list(Exclusion.objects.live(moment or clock.now()).filter(person__in=set(people)).select_related("contact"))


def _shut(contacts: Iterable[Contact], exclusions: Iterable[Exclusion]) -> list[frozenset[str]]:
    """The topics of each exclusion that is of one of these contacts, or of somebody of their name."""
    return [frozenset(each.topics) for each in exclusions if any(keys.is_of(each, contact) for contact in contacts)]


def _plain(grant: Grant) -> law.Granted:
    return law.Granted(grant.topic, grant.level, grant.despite_exclusion)
