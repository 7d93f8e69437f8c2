"""Questions about what was learnt and answered."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, UUIDField

from throughline.base.errors import NotFound
from throughline.base.prepared import Seen, prepared
from throughline.conversations.choices import Wish
from throughline.conversations.models import Contribution, Voice
from throughline.decisions.choices import Standing
from throughline.decisions.models import Consideration, Decision, Telling
from throughline.people.queries import only, owner
from throughline.people.sight import Sight
from throughline.plan.models import Item

from .choices import ResponseState
from .models import AskAnswered, Check, LedWords, Response, Review, Told


@dataclass(slots=True)
class Answered:
    """What came of one voice: the response that stands, whether the person was told, whether it was right."""

    response: Response
    told: list[Told] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)


def answers(sight: Sight, as_at: datetime | None = None) -> dict[UUID, Answered]:
    """The standing answer by voice. Three queries, whatever the history."""
    responses = Response.objects.visible_to(sight).current(as_at).select_related("author", "item").order_by("sequence")
    found = {response.voice_id: Answered(response) for response in responses}
    told, checks = _by_voice(Told, sight, as_at), _by_voice(Check, sight, as_at)
    for voice_id, answered in found.items():
        answered.told, answered.checks = told.get(voice_id, []), checks.get(voice_id, [])
    return found


def _by_voice(model: type[Told] | type[Check], sight: Sight, as_at: datetime | None) -> dict[UUID, list]:
    """Tellings or checks by the voice they are about; an earlier response's count for the voice too."""
    related = ["author", "response", *(["voice", "voice__sound"] if model is Check else [])]
    found: dict[UUID, list] = {}
    for row in model.objects.visible_to(sight).current(as_at).select_related(*related).order_by("occurred_at"):
        found.setdefault(row.response.voice_id, []).append(row)
    return found


def response_of(sight: Sight, voice_id: UUID) -> Response | None:
    """The response that stands for a voice."""
    return (
        Response.objects.visible_to(sight).current().filter(voice=voice_id).select_related("person", "voice").order_by("-sequence").first()
    )


def response(sight: Sight, response_id: UUID) -> Response:
    """One response."""
    return only(Response.objects.visible_to(sight).select_related("person", "voice", "author"), response_id)


person_of_response = partial(owner, Response)


def reviews(sight: Sight, of: Item | None = None, as_at: datetime | None = None) -> list[Review]:
    """Reviews of a plan item, or of all, newest first, with what each perspective says."""
    rows = Review.objects.visible_to(sight).current(as_at)
    if of is not None:
        rows = rows.filter(item=of)
    rows = rows.select_related("author", "conversation", "led_by").prefetch_related(
        "perspectives__contact", "perspectives__staff", "perspectives__voice"
    )
    return list(rows.order_by("-occurred_at"))


def answers_to(sight: Sight, voices: Collection[UUID], as_at: datetime | None = None) -> list[Response]:
    """What we answered to a voice, the newest first, with when the person was told (`told_at`) and what they said of it (`right`).

    One query.
    """
    told = Told.objects.visible_to(sight).current(as_at).filter(response__voice=OuterRef("voice")).order_by("-occurred_at")
    checks = Check.objects.visible_to(sight).current(as_at).filter(response__voice=OuterRef("voice")).order_by("-occurred_at")
    rows = Response.objects.visible_to(sight).current(as_at).filter(voice__in=voices).select_related("author", "item")
    rows = rows.annotate(told_at=Subquery(told.values("occurred_at")[:1]), right=Subquery(checks.values("right")[:1]))
    return list(rows.order_by("-sequence"))


def with_decision(rows: QuerySet[Voice], as_at: datetime | None) -> QuerySet[Voice]:
    """Each voice with the decision that weighed it, where that is valid and the person was told of it: that is an answer too.

    Answered means that the person was told (`design.md` 1, 2); to write it down twice would be bureaucracy. Adds `decided_id`, `decided`,
    `decided_at` and `decided_told_at`; None where there is none.
    """
    told = Telling.objects.current(as_at).filter(decision__number=OuterRef("decision__number"), person=OuterRef("person"))
    lost = Decision.objects.with_lost(as_at).filter(pk=OuterRef("decision")).exclude(lost="")
    weighed = Consideration.objects.filter(voice=OuterRef("pk"), decision__standing=Standing.VALID).filter(Exists(told), ~Exists(lost))
    weighed = weighed if as_at is None else weighed.filter(decision__received_at__lte=as_at)
    latest = weighed.order_by("-decision__occurred_at")
    when = told.order_by("occurred_at").values("occurred_at")[:1]
    return rows.annotate(
        decided_id=Subquery(latest.values("decision")[:1], output_field=UUIDField()),
        decided=Subquery(latest.values("decision__outcome")[:1]),
        decided_at=Subquery(latest.values("decision__occurred_at")[:1]),
        decided_told_at=Subquery(latest.annotate(told_at=Subquery(when)).values("told_at")[:1]),
    )


def lately(sight: Sight, as_at: datetime | None = None, limit: int = 5) -> list[Voice]:
    """What the person said last, each with the state of our answer. One query.

    Each voice carries `state`, `what` and `by_day` of the response that stands, and the decision that answered it; None where
    there is none.
    """
    return _lately(person_id=sight.person_id, audiences=sight.audiences, topics=sight.topics, as_at=as_at, limit=limit)


# The columns of a voice that a quotation shows, and whether it asks for an answer.
SHOWN = ("words", "seen", "thought", "how_told", "wish", "occurred_at", "author__name", "thought_by__name", "sound__seconds")


@prepared("person_id", "as_at")
def _lately(
    person_id: UUID, audiences: frozenset[str], as_at: datetime | None, limit: int, topics: frozenset[str] | None = None
) -> QuerySet[Voice]:
    standing = Response.objects.current(as_at).filter(voice=OuterRef("pk")).order_by("-sequence")
    rows = (
        Voice.objects.visible_to(Seen(person_id, audiences, topics))
        .current(as_at)
        .select_related("author", "thought_by", "sound")
        .only(*SHOWN)
    )
    rows = rows.annotate(**{name: Subquery(standing.values(name)[:1]) for name in ("state", "what", "by_day")})
    return with_decision(rows, as_at).order_by("-occurred_at")[:limit]


def said_and_did(sight: Sight, as_at: datetime | None = None) -> list[tuple[Voice, Answered | None]]:
    """What the person told us that wants an answer or has one, with what came of it: what waits longest first, then the newest.

    An answer to words that were written down better since is an answer to them. Five queries, whatever the history.
    """
    now = _written_as_now(sight, as_at)
    found = {now.get(voice_id, voice_id): each for voice_id, each in answers(sight, as_at).items()}
    answered = Response.objects.visible_to(sight).current(as_at).filter(voice=OuterRef("pk"))
    rows = Voice.objects.visible_to(sight).current(as_at).select_related("author", "sound", "photo")
    rows = rows.filter(Q(wish__in=Wish.awaits_answer()) | Exists(answered) | Q(pk__in=[each for each in now.values() if each in found]))
    pairs = [(voice, found.get(voice.pk)) for voice in with_decision(rows, as_at).order_by("-occurred_at")]
    return sorted(pairs, key=_waits_first)


def _written_as_now(sight: Sight, as_at: datetime | None) -> dict[UUID, UUID]:
    """Rows of voices that were corrected, to the row that stands. Few for any person."""
    rows = Voice.objects.visible_to(sight).had_by(as_at).filter(amends__isnull=False).order_by("sequence")
    after: dict[UUID, UUID] = {old: new for new, old in rows.values_list("pk", "amends") if old}
    last = dict(after)
    for old in last:
        while last[old] in after:
            last[old] = after[last[old]]
    return last


def _waits_first(pair: tuple[Any, Answered | None]) -> tuple[bool, float]:
    voice, answered = pair  # the voice as `with_decision` adds to it, which the types do not know
    waits = voice.decided_id is None if answered is None else answered.response.state == ResponseState.WAITING
    said_at = voice.occurred_at.timestamp()
    return (not waits, said_at if waits else -said_at)


TABLES: dict[str, Any] = {"review": Review, "told": Told, "check": Check}


def row(sight: Sight, table: str, row_id: UUID) -> Any:
    """One row that can be taken back, by its table's short name; NotFound when there is none."""
    if table not in TABLES:
        raise NotFound
    return only(TABLES[table].objects.visible_to(sight).select_related("person"), row_id)


# --- asked for by others ---


def asks_answered(sight: Sight, contributions: Collection[UUID]) -> dict[UUID, AskAnswered]:
    """What we say to those who asked that people look again, by their words. For staff, and for whoever said them. One query.

    Of the plan item nothing may be shown but what is shared.
    """
    rows = AskAnswered.objects.current().filter(person=sight.person_id, contribution__in=contributions, audience__in=sight.audiences)
    return {row.contribution_id: row for row in rows.select_related("item", "led_by", "author", "contribution").order_by("sequence")}


def to_lead(sight: Sight, contacts: Collection[UUID]) -> list[AskAnswered]:
    """What some contacts are to lead, that nobody has looked at again since; the next day first. One query."""
    looked = Review.objects.current().filter(item=OuterRef("item"), occurred_at__gt=OuterRef("occurred_at"))
    rows = AskAnswered.objects.current().filter(person=sight.person_id, led_by__in=contacts, on__isnull=False, audience__in=sight.audiences)
    return list(rows.filter(~Exists(looked)).select_related("item", "led_by").order_by("on"))


def led(sight: Sight, of: Item) -> list[Contribution]:
    """What was sent by those who lead a review of a plan item that nobody has kept yet, the first first. One query."""
    looked = Review.objects.current().filter(item=of, occurred_at__gt=OuterRef("occurred_at"))
    open_ones = AskAnswered.objects.visible_to(sight).current().filter(item=of).filter(~Exists(looked)).values("pk")
    sent = LedWords.objects.filter(person=sight.person_id, asked__in=open_ones).values("contribution")
    rows = Contribution.objects.visible_to(sight).current().filter(pk__in=sent).select_related("contact", "author")
    return list(rows.order_by("sequence", "occurred_at"))
