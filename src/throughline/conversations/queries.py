"""Questions about what was said. Everything starts with a sight of the person."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q

from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import Attempt, Contribution, Conversation, Presence, SecondObservation, Voice

WITH_VOICE = ("author", "sound", "photo", "thought_by", "told_by_contact", "told_by_staff", "helper_contact", "helper_staff")


def voices(sight: Sight, as_at: datetime | None = None, most: int | None = None) -> list[Voice]:
    """The person's voices that stand, newest said first; at most so many."""
    rows = Voice.objects.visible_to(sight).current(as_at)
    return list(rows.select_related(*WITH_VOICE).order_by("-occurred_at")[:most])


def voice(sight: Sight, voice_id: UUID) -> Voice:
    """One voice, amended or not; NotFound when it is not there or not this actor's to see."""
    return only(Voice.objects.visible_to(sight).select_related("person", "conversation", *WITH_VOICE), voice_id)


person_of_voice = partial(owner, Voice)
person_of_conversation = partial(owner, Conversation)


def history(sight: Sight, row: Voice, as_at: datetime | None = None) -> list[Voice]:
    """Every row of a voice's life, first words first: what it amends and what amends it. One query.

    All amendments of a person are few, so they are read together and the life is picked out of them.
    """
    amended = Exists(Voice.objects.filter(amends=OuterRef("pk")))
    rows = Voice.objects.visible_to(sight).had_by(as_at).filter(Q(pk=row.pk) | Q(amends__isnull=False) | Q(amended))
    by_id = {each.pk: each for each in rows.select_related("person", "conversation", *WITH_VOICE).order_by("sequence", "received_at", "id")}
    first = row
    while first.amends_id in by_id:
        first = by_id[first.amends_id]
    chain = {first.pk: first}
    for each in by_id.values():
        if each.amends_id in chain:
            chain[each.pk] = each
    return list(chain.values())


def conversations(sight: Sight, as_at: datetime | None = None) -> list[Conversation]:
    """Conversations with the person, newest first."""
    return list(Conversation.objects.visible_to(sight).current(as_at).select_related("author").order_by("-occurred_at"))


def conversation(sight: Sight, conversation_id: UUID) -> Conversation:
    """One conversation with its agenda and who was there."""
    rows = (
        Conversation.objects.visible_to(sight)
        .select_related("author", "person")
        .prefetch_related("agenda", Prefetch("presences", Presence.objects.select_related("contact", "staff")))
    )
    return only(rows, conversation_id)


def said_in(sight: Sight, held: Conversation, as_at: datetime | None = None) -> tuple[list[Voice], list[Contribution], list[Attempt]]:
    """What was said, contributed and tried in a conversation."""
    voices = Voice.objects.visible_to(sight).current(as_at).filter(conversation=held).select_related(*WITH_VOICE)
    contributions = Contribution.objects.visible_to(sight).current(as_at).filter(conversation=held)
    contributions = contributions.select_related("author", "contact", "staff")
    attempts = Attempt.objects.visible_to(sight).current(as_at).filter(conversation=held).select_related("author")
    return list(voices.order_by("occurred_at")), list(contributions.order_by("occurred_at")), list(attempts.order_by("occurred_at"))


def contributions(sight: Sight, as_at: datetime | None = None, most: int | None = None) -> list[Contribution]:
    """What others contributed, newest first; at most so many."""
    rows = Contribution.objects.visible_to(sight).current(as_at).select_related("author", "contact", "staff")
    return list(rows.order_by("-occurred_at")[:most])


def attempts(sight: Sight, as_at: datetime | None = None) -> list[Attempt]:
    """Tries to hear the person, newest first."""
    return list(Attempt.objects.visible_to(sight).current(as_at).select_related("author", "conversation").order_by("-occurred_at"))


def seconds_of(sight: Sight, voice_ids: list[UUID]) -> dict[UUID, list[SecondObservation]]:
    """Second observations by voice."""
    found: dict[UUID, list[SecondObservation]] = {}
    for second in SecondObservation.objects.visible_to(sight).current().filter(voice__in=voice_ids).select_related("author"):
        found.setdefault(second.voice_id, []).append(second)
    return found
