"""What goes out and comes in, but for what happened. Every field says what it holds: the OpenAPI document is made of these."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field

from throughline.plan.choices import ItemKind, LinePart

NO_NUL = r"^[^\x00]*$"


def _text(value: Any) -> Any:
    """JSON says moments as text; a number would be taken for seconds since 1970."""
    if not isinstance(value, str | date):
        raise ValueError("text is expected here")
    return value


Moment = Annotated[datetime, BeforeValidator(_text), Field(description="A moment with its zone: 2026-05-19T14:02:00+01:00")]


class Problem(Schema):
    """Why not, and what to do. `faults`: one sentence a field."""

    detail: str
    faults: dict[str, str] = {}


class HomeOut(Schema):
    id: UUID
    name: str


class PersonOut(Schema):
    """Somebody who is supported."""

    id: UUID
    name: str = Field(description="As they are called")
    homes: list[HomeOut] = Field(description="Where they are supported today")


class LineOut(Schema):
    part: LinePart
    text: str


class StepOut(Schema):
    id: UUID
    text: str
    from_time: str | None = Field(description="14:00, in England and Wales")
    to_time: str | None
    days: str


class CardOut(Schema):
    """What staff follow, as of now."""

    item_id: UUID
    number: str = Field(description="As people say it: T-41")
    kind: ItemKind
    version_id: UUID
    version: int
    title: str
    summary: str
    published_at: datetime
    lines: list[LineOut]
    steps: list[StepOut]


class ShiftOut(Schema):
    id: UUID
    email: str
    home: str
    from_at: datetime
    until_at: datetime


class ShiftIn(Schema):
    model_config = ConfigDict(extra="forbid")

    email: Annotated[str, Field(min_length=1, max_length=254, pattern=NO_NUL, description="With which they sign in here")]
    home: Annotated[str, Field(min_length=1, max_length=300, pattern=NO_NUL, description="Its name")]
    from_at: Moment
    until_at: Moment


class RotaIn(Schema):
    """Of each home in it, everything from its first day to its last: what is not in it any more is called off."""

    model_config = ConfigDict(extra="forbid")

    shifts: Annotated[list[ShiftIn], Field(min_length=1, max_length=2_000)]


class RotaOut(Schema):
    new: int
    changed: int
    called_off: int
    same: int
