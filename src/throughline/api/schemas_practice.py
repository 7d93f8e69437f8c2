"""What happened, as it goes out and comes in. Every field says what it holds: the OpenAPI document is made of these."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StrictBool

from throughline.people.choices import Area
from throughline.practice.choices import Feeling, IncidentKind, Result, WhyMissed, WhyNot
from throughline.practice.choices_daily import Chosen, Going
from throughline.practice.choices_upset import Before, Intensity, Toward, Trigger

from .schemas import NO_NUL, Moment

Line = Annotated[str, Field(max_length=300, pattern=NO_NUL)]
Words = Annotated[str, Field(max_length=20_000, pattern=NO_NUL)]
NeededLine = Annotated[str, Field(min_length=1, max_length=300, pattern=NO_NUL)]
NeededWords = Annotated[str, Field(min_length=1, max_length=20_000, pattern=NO_NUL)]

SEEN = "As it was, in order. Not what anybody thinks of it"
THOUGHT = "What the author thinks it means, apart from what was seen"
INJURIES = "Who was hurt, and how"
RESTRICTED = "Somebody or something held, stopped or limited the person"
RESTRICTION = "What was held, locked or taken, by whom, and for how long. Needed when `restriction_used`"
TOLD = "Who was told, and when"
STRONG = "; ".join(f"{each.value}: {each.label}" for each in Intensity)  # each number has one meaning for everybody


def _number(value: Any) -> Any:
    """JSON knows 4 and 4.0 as the same number; text and true are none."""
    if isinstance(value, bool | str):
        raise ValueError("a number is expected here")
    return value


Level = Annotated[int, Field(ge=min(Intensity), le=max(Intensity)), BeforeValidator(_number)]


class Kept(Schema):
    """What became of a record that was sent: `new`, or `identical` when it was here already."""

    id: UUID
    outcome: str = Field(pattern="^(new|identical)$")


class _Out(Schema):
    id: UUID
    occurred_at: datetime
    received_at: datetime
    author: str


class _In(Schema):
    model_config = ConfigDict(extra="forbid")

    id: UUID = Field(description="A UUIDv7 of your own: sent twice, a record is kept once")
    occurred_at: Moment


class RoutineOut(_Out):
    """A routine record that stands."""

    item_id: UUID
    version_id: UUID
    step_id: UUID | None
    day: date
    result: Result
    why_not: WhyNot
    feeling: Feeling
    note: str


class RoutineIn(_In):
    """What happened with one step of a card that staff follow or followed."""

    step_id: UUID
    result: Result
    why_not: WhyNot = WhyNot.NONE
    feeling: Feeling = Feeling.NONE
    note: Words = ""


class NoteOut(_Out):
    """A daily note that stands."""

    day: date
    text: str
    for_handover: bool


class NoteIn(_In):
    """What was written about a person’s day."""

    text: NeededWords
    for_handover: StrictBool = False


class ActivityOut(_Out):
    """Something that a person went to, or did not, as it stands."""

    day: date
    what: str
    going: Going
    chosen: Chosen
    feeling: Feeling
    why: str
    place: str
    with_whom: str


class ActivityIn(_In):
    """Something that a person went to, or did not."""

    what: NeededLine = Field(description="Swimming, or the Friday group")
    going: Going
    chosen: Chosen = Field(description="Whose choice it was")
    feeling: Feeling = Field(Feeling.NONE, description="How it was for the person")
    why: Words = Field("", description="Why they left early, or did not go. Needed then")
    place: Line = ""
    with_whom: Line = ""


class IncidentOut(_Out):
    """An incident that stands. `occurred_at` is when it was."""

    kind: IncidentKind
    area: Area
    place: str
    seen: str
    thought: str
    injuries: str
    done: str
    restriction_used: bool
    restriction_words: str
    told: str


class IncidentIn(_In):
    """Something that should not have happened. `occurred_at` is when it was."""

    kind: IncidentKind
    area: Area | None = Field(None, description="The part of life; that of its kind when it is left out")
    seen: NeededWords = Field(description=SEEN)
    done: NeededWords = Field(description="What was done at once")
    thought: Words = Field("", description=THOUGHT)
    place: Line = ""
    injuries: Words = Field("", description=f"{INJURIES}. Needed when somebody was hurt")
    restriction_used: StrictBool = Field(False, description=RESTRICTED)
    restriction_words: Words = Field("", description=RESTRICTION)
    told: Words = Field("", description=TOLD)


class MissedOut(_Out):
    """Medicine that was missed, as it stands. `occurred_at` is when it was due."""

    what: str
    why: WhyMissed
    why_words: str
    told: str
    advised: str


class MissedIn(_In):
    """Medicine that was missed. `occurred_at` is when it was due. This is no administration record."""

    what: NeededWords = Field(description="The evening tablet")
    why: WhyMissed
    why_words: Words = Field("", description="What else about why")
    told: Words = Field("", description=TOLD)
    advised: Words = Field("", description="What they said to do")


class UpsetOut(_Out):
    """One time that a person was upset, as it stands. `occurred_at` is when it began."""

    ended_at: datetime | None
    estimated: bool
    slow: list[Before]
    fast: list[Trigger]
    before: str
    signs: list[str] = Field(description="Early signs that were seen, as the person’s cards have them")
    seen: str
    thought: str
    helps: list[str] = Field(description="What helped of what the person’s cards say to do")
    helped: str
    intensity: int | None = Field(description=STRONG)
    toward: list[Toward]
    injuries: str
    restriction_used: bool
    restriction_words: str
    told: str
    place: str
    who_was_there: str


class UpsetIn(_In):
    """One time that a person was upset. `occurred_at` is when it began. It may be short."""

    ended_at: Moment | None = Field(None, description="When it was over, with its zone: at most a day after it began")
    estimated: StrictBool = Field(False, description="No clock ran: the times are about right")
    slow: Annotated[list[Before], Field(max_length=len(Before))] = Field([], description="What was so that day")
    fast: Annotated[list[Trigger], Field(max_length=len(Trigger))] = Field([], description="What was just before")
    before: Words = Field("", description="The same, in words")
    seen: Words = Field("", description=SEEN)
    thought: Words = Field("", description=THOUGHT)
    helped: Words = ""
    intensity: Level | None = Field(None, description=STRONG)
    toward: Annotated[list[Toward], Field(max_length=len(Toward))] = Field([], description="At whom it was directed")
    injuries: Words = Field("", description=INJURIES)
    restriction_used: StrictBool = Field(False, description=RESTRICTED)
    restriction_words: Words = Field("", description=RESTRICTION)
    told: Words = Field("", description=TOLD)
    place: Line = ""
    who_was_there: Line = ""
