"""One value between a line of JSON and a column, both ways, by the kind of the column."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models

UUID_TEXT = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
CLOCK = re.compile(r"\d\d:\d\d(:\d\d(\.\d{1,6})?)?", re.ASCII)
POUNDS = re.compile(r"\d{1,7}\.\d\d", re.ASCII)
LONGEST_ID = 200

LIMITS = {
    models.PositiveSmallIntegerField: (0, 2**15 - 1),
    models.PositiveIntegerField: (0, 2**31 - 1),
    models.PositiveBigIntegerField: (0, 2**63 - 1),
    models.SmallIntegerField: (-(2**15), 2**15 - 1),
    models.BigIntegerField: (-(2**63), 2**63 - 1),
    models.IntegerField: (-(2**31), 2**31 - 1),
}

Read = Callable[[Any], Any]


class Wrong(Exception):
    """A value is not of its column's kind; the message says what was expected."""


@cache
def reader(field: Any) -> Read:
    """How a column is read from JSON. The answer raises Wrong. Ids come back as UUID, or as the text that another system has."""
    if field.is_relation or isinstance(field, models.UUIDField):
        return an_id
    for kind, read in READERS:
        if isinstance(field, kind):
            return read
    if isinstance(field, models.IntegerField):
        return _whole_number(field)
    raise TypeError(f"The exchange format has no form for {type(field).__name__}.")


def an_id(value: Any) -> UUID | str:
    """A UUID, or a text id: any other string."""
    if not isinstance(value, str):
        raise Wrong("an id, as text")
    if UUID_TEXT.fullmatch(value):
        return UUID(value)
    if not value.strip() or len(value) > LONGEST_ID or "\x00" in value:
        raise Wrong(f"an id of 1 to {LONGEST_ID} characters")
    return _sound(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong("text")
    return _sound(value)


def _sound(value: str) -> str:
    """JSON can spell half a character (a lone surrogate), which no database keeps."""
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise Wrong("text without broken characters") from None
    return value


def _email(value: Any) -> str:
    text = _text(value)
    if text:
        try:
            validate_email(text)
        except ValidationError:
            raise Wrong("an e-mail address") from None
    return text


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("true or false")
    return value


def _whole_number(field: Any) -> Read:
    low, high = next(limits for kind, limits in LIMITS.items() if isinstance(field, kind))

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise Wrong(f"a whole number from {low} to {high}")
        return value

    return read


def _day(value: Any) -> date:
    return _when(value, DAY, date.fromisoformat, "a day, like 2026-03-03")


def moment(value: Any) -> datetime:
    """A moment, in UTC. Raises Wrong."""
    return _when(value, MOMENT, _in_utc, "a time with its zone, like 2026-03-03T14:30:00Z")


def _in_utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _time_of_day(value: Any) -> time:
    return _when(value, CLOCK, time.fromisoformat, "a time of day, like 14:30:00")


def _when(value: Any, form: re.Pattern[str], parse: Callable[[str], Any], expected: str) -> Any:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise Wrong(expected)
    try:
        return parse(value)
    except (ValueError, OverflowError):
        raise Wrong(expected) from None


def _pounds(value: Any) -> Decimal:
    """Text, so that no program on the way makes a fraction of it."""
    return _when(value, POUNDS, Decimal, "an amount in pounds, as text, like 12.40")  # type: ignore[no-any-return]  # what `parse` makes


def _codes(value: Any) -> list[str]:
    """The one JSON column there is: codes of the law."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Wrong("a list of codes")
    return value


READERS: tuple[tuple[type, Read], ...] = (
    (models.BooleanField, _yes_or_no),
    (models.JSONField, _codes),
    (models.DateTimeField, moment),
    (models.DateField, _day),
    (models.TimeField, _time_of_day),
    (models.DecimalField, _pounds),
    (models.EmailField, _email),
    (models.CharField, _text),
    (models.TextField, _text),
)


def written(value: Any) -> Any:
    """A column's value as JSON has it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if isinstance(value, date | time) else value
