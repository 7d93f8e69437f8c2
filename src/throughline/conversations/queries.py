"""Questions about what was said. Everything starts with a sight of the person.

A conversation that was corrected has several rows. What cites it cites the first of them, and finds there what stands now.
"""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from throughline.base.errors import NotFound
from throughline.base.models import Amendment
from throughline.people.models import PersonRow
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import Attempt, Contribution, Conversation, Presence, SecondObservation, Voice

Row = TypeVar("Row", bound=PersonRow)

WITH_VOICE = ("author", "sound", "photo", "thought_by", "told_by_contact", "told_by_staff", "helper_contact", "helper_staff")
RELATED: dict[type[PersonRow], tuple[str, ...]] = {
    Voice: ("person", "conversation", *WITH_VOICE),
    Contribution: ("person", "conversation", "author", "contact", "staff"),
    Attempt: ("person", "conversation", "author"),
    Conversation: ("person", "author"),
}


def voices(sight: Sight, as_at: datetime | None = None, most: int | None = None) -> list[Voice]:
    """The person's voices that stand, newest said first; at most so many."""
    rows = Voice.objects.visible_to(sight).current(as_at)
    return list(rows.select_related(*WITH_VOICE).order_by("-occurred_at")[:most])


def _one(model: type[Row], sight: Sight, row_id: UUID) -> Row:
    rows: Any = model.objects
    return only(_with_parts(rows.visible_to(sight).select_related(*RELATED[model])), row_id)


# One row, amended or not; NotFound when it is not there or not this actor's to see.
voice = partial(_one, Voice)
contribution = partial(_one, Contribution)
attempt = partial(_one, Attempt)
conversation = partial(_one, Conversation)

person_of_voice = partial(owner, Voice)
person_of_contribution = partial(owner, Contribution)
person_of_attempt = partial(owner, Attempt)
person_of_conversation = partial(owner, Conversation)


def history(sight: Sight, row: Row, as_at: datetime | None = None) -> list[Row]:
    """Every row of a record's life, first words first: what it amends and what amends it; NotFound when nothing of it was there by then.

    All amendments of a person are few, so they are read together and the life is picked out of them.
    """
    model = type(row)
    rows: Any = model.objects
    amended = Exists(rows.filter(amends=OuterRef("pk")))
    found = rows.visible_to(sight).filter(Q(pk=row.pk) | Q(amends__isnull=False) | Q(amended))
    found = _with_parts(found.select_related(*RELATED[model])).order_by("sequence", "received_at", "id")
    life = [each for each in _life(row, list(found)) if each.sequence is not None and (as_at is None or each.received_at <= as_at)]
    if not life:
        raise NotFound
    return life


def life_of_conversation(sight: Sight, conversation_id: UUID, as_at: datetime | None = None) -> list[Conversation]:
    """Every row of a conversation, the first one first; NotFound when it is not there, was not by then, or is not this actor's to see."""
    return history(sight, Conversation(pk=conversation_id), as_at)


def _life(row: Any, found: list[Any]) -> list[Any]:
    """A row, what it amends and what amends it, out of rows in the order in which the server had them."""
    by_id = {each.pk: each for each in found}
    first = by_id.get(row.pk, row)
    while first.amends_id in by_id:
        first = by_id[first.amends_id]
    chain = {first.pk: first}
    for each in found:
        if each.amends_id in chain:
            chain[each.pk] = each
    return list(chain.values())


def _with_parts(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Conversations with their agenda and who was there."""
    if rows.model is not Conversation:
        return rows
    return rows.prefetch_related("agenda", Prefetch("presences", Presence.objects.select_related("contact", "staff")))


def conversations(sight: Sight, as_at: datetime | None = None) -> list[Conversation]:
    """Conversations with the person as they stand, newest first, each under the id that is cited."""
    rows = Conversation.objects.visible_to(sight).current(as_at).select_related("author").order_by("-occurred_at")
    return _as_cited(list(rows), _amended(sight))


def conversation_to_cite(sight: Sight, conversation_id: UUID) -> Conversation:
    """A conversation as it stands, under the id that is cited, whichever of its rows is asked for; NotFound once it was taken back."""
    found = conversations_cited(sight, [conversation_id])
    if not found:
        raise NotFound
    return found[0]


def conversations_cited(sight: Sight, cited: Collection[UUID], as_at: datetime | None = None) -> list[Conversation]:
    """The conversations that some rows are of, as they stand, in the order in which they were held. Two queries."""
    amended = _amended(sight)
    firsts = {_first(each, amended) for each in cited}
    ids = firsts | {each for each in amended if _first(each, amended) in firsts}
    rows = Conversation.objects.visible_to(sight).current(as_at).filter(pk__in=ids).select_related("author").order_by("occurred_at")
    return _as_cited(list(rows), amended)


def _amended(sight: Sight) -> dict[UUID, UUID]:
    """Which conversation each later row amends. Few for any person. One query."""
    rows = Conversation.objects.visible_to(sight).filter(amends__isnull=False).values_list("pk", "amends")
    return {later: earlier for later, earlier in rows if earlier is not None}


def _first(row_id: UUID, amended: dict[UUID, UUID]) -> UUID:
    while row_id in amended:
        row_id = amended[row_id]
    return row_id


def _as_cited(rows: list[Conversation], amended: dict[UUID, UUID]) -> list[Conversation]:
    """Rows under the id of the first row of each: whatever is written of a conversation from now on cites that one too."""
    for row in rows:
        row.pk = _first(row.pk, amended)
    return rows


def said_in(sight: Sight, rows: Collection[UUID], as_at: datetime | None = None) -> tuple[list[Voice], list[Contribution], list[Attempt]]:
    """What was said, contributed and tried in a conversation, whichever of its rows it cites.

    Contributions and attempts that were taken back are among them; `has_ended` tells them from what stands. One query a table.
    """
    voices = Voice.objects.visible_to(sight).current(as_at).filter(conversation__in=rows).select_related(*WITH_VOICE)
    contributions = _last_words(Contribution, sight, as_at).filter(conversation__in=rows).select_related("author", "contact", "staff")
    attempts = _last_words(Attempt, sight, as_at).filter(conversation__in=rows).select_related("author")
    tried = _with_who_tried(sight, list(attempts.order_by("occurred_at")))
    return list(voices.order_by("occurred_at")), list(contributions.order_by("occurred_at")), tried


def _last_words(model: type[PersonRow], sight: Sight, as_at: datetime | None) -> QuerySet[Any]:
    """The last row of each life: what stands, and the endings of what does not."""
    rows: Any = model.objects
    return rows.visible_to(sight).had_by(as_at).filter(~Exists(rows.had_by(as_at).filter(amends=OuterRef("pk"))))


def has_ended(row: PersonRow) -> bool:
    """Whether a last row took back what stood before."""
    return row.amendment in Amendment.ends()


def contributions(sight: Sight, as_at: datetime | None = None, most: int | None = None) -> list[Contribution]:
    """What others contributed, newest first; at most so many."""
    rows = Contribution.objects.visible_to(sight).current(as_at).select_related("author", "contact", "staff")
    return list(rows.order_by("-occurred_at")[:most])


def contributed_apart(sight: Sight, as_at: datetime | None = None, most: int | None = None) -> list[Contribution]:
    """What others contributed apart from a conversation, newest first, and what of it was taken back; at most so many."""
    rows = _last_words(Contribution, sight, as_at).filter(conversation__isnull=True).select_related("author", "contact", "staff")
    return list(rows.order_by("-occurred_at")[:most])


def attempts(sight: Sight, as_at: datetime | None = None) -> list[Attempt]:
    """Tries to hear the person, newest first, and which of them were taken back."""
    return _with_who_tried(sight, list(_last_words(Attempt, sight, as_at).select_related("author").order_by("-occurred_at")))


def _with_who_tried(sight: Sight, rows: list[Any]) -> list[Any]:
    """Attempts with `who_tried`, the author of the first row: whoever put it right later did not try. One query when any was."""
    amended = {row.amends_id for row in rows} - {None}
    found = Attempt.objects.visible_to(sight).filter(Q(amends__isnull=False) | Q(pk__in=amended)) if amended else Attempt.objects.none()
    by_id = {each.pk: each for each in found.select_related("author")}
    for row in rows:
        first = row
        while first.amends_id in by_id:
            first = by_id[first.amends_id]
        row.who_tried = first.author
    return rows


def seconds_of(sight: Sight, voice_ids: list[UUID]) -> dict[UUID, list[SecondObservation]]:
    """Second observations by voice."""
    found: dict[UUID, list[SecondObservation]] = {}
    for second in SecondObservation.objects.visible_to(sight).current().filter(voice__in=voice_ids).select_related("author"):
        found.setdefault(second.voice_id, []).append(second)
    return found
