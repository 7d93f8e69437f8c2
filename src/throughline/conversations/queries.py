"""Questions about what was said. Everything starts with a sight of the person."""

from datetime import datetime
from functools import partial
from uuid import UUID

from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import Attempt, Contribution, Conversation, SecondObservation, Voice


def voices(sight: Sight, as_at: datetime | None = None) -> list[Voice]:
    """The person's voices that stand, newest said first."""
    rows = Voice.objects.visible_to(sight).current(as_at)
    return list(rows.select_related("author", "sound", "photo", "thought_by", "told_by_contact", "told_by_staff").order_by("-occurred_at"))


def voice(sight: Sight, voice_id: UUID) -> Voice:
    """One voice, amended or not; NotFound when it is not there or not this actor's to see."""
    return only(Voice.objects.visible_to(sight).select_related("author", "sound", "photo", "person", "conversation"), voice_id)


person_of_voice = partial(owner, Voice)
person_of_conversation = partial(owner, Conversation)


def history(sight: Sight, row: Voice) -> list[Voice]:
    """Every row of a voice's life, first words first: what it amends and what amends it."""
    first = row
    while first.amends_id:
        first = Voice.objects.visible_to(sight).get(pk=first.amends_id)
    chain, ids = [first], [first.pk]
    while later := list(Voice.objects.visible_to(sight).select_related("author").filter(amends__in=ids).order_by("sequence")):
        chain += later
        ids = [each.pk for each in later]
    return chain


def conversations(sight: Sight, as_at: datetime | None = None) -> list[Conversation]:
    """Conversations with the person, newest first."""
    return list(Conversation.objects.visible_to(sight).current(as_at).select_related("author").order_by("-occurred_at"))


def conversation(sight: Sight, conversation_id: UUID) -> Conversation:
    """One conversation with its agenda and who was there."""
    rows = (
        Conversation.objects.visible_to(sight)
        .select_related("author", "person")
        .prefetch_related("agenda", "presences__contact", "presences__staff")
    )
    return only(rows, conversation_id)


def said_in(sight: Sight, held: Conversation) -> tuple[list[Voice], list[Contribution], list[Attempt]]:
    """What was said, contributed and tried in a conversation."""
    voices = Voice.objects.visible_to(sight).current().filter(conversation=held).select_related("author", "sound", "photo")
    contributions = Contribution.objects.visible_to(sight).current().filter(conversation=held).select_related("author", "contact", "staff")
    attempts = Attempt.objects.visible_to(sight).current().filter(conversation=held).select_related("author")
    return list(voices.order_by("occurred_at")), list(contributions.order_by("occurred_at")), list(attempts.order_by("occurred_at"))


def contributions(sight: Sight, as_at: datetime | None = None) -> list[Contribution]:
    """What others contributed, newest first."""
    return list(Contribution.objects.visible_to(sight).current(as_at).select_related("author", "contact", "staff").order_by("-occurred_at"))


def seconds_of(sight: Sight, voice_ids: list[UUID]) -> dict[UUID, list[SecondObservation]]:
    """Second observations by voice."""
    found: dict[UUID, list[SecondObservation]] = {}
    for second in SecondObservation.objects.visible_to(sight).current().filter(voice__in=voice_ids).select_related("author"):
        found.setdefault(second.voice_id, []).append(second)
    return found
