"""Reading what a phone sends: one record, as plain values. What cannot be read is said so that a worker can act on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.base.written import Written

from .models import Held

SLACK = timedelta(minutes=2)  # how far two clocks may be apart before a phone's is taken to be wrong


@dataclass(frozen=True, slots=True)
class CitedFile:
    """A sound or photo that a record cites: its id on its way in, and what the phone says that it is."""

    id: UUID
    type: str


@dataclass(frozen=True, slots=True)
class Sent:
    """One record as a phone sent it.

    fields: what the page's form would send, by name; a list where a name came more than once.
    recorded_at: by the phone's clock. ahead: how far that clock is ahead of ours.
    """

    id: UUID
    kind: str
    person_id: UUID
    fields: Mapping[str, Any]
    files: Mapping[str, CitedFile]
    device: str
    counter: int
    recorded_at: datetime
    ahead: timedelta = timedelta()

    @classmethod
    def read(cls, given: Mapping[str, Any], device: str, ahead: timedelta) -> "Sent":
        """From the JSON of a phone. Raises Invalid."""
        try:
            return cls(
                id=UUID(given["id"]),
                kind=str(given["kind"]),
                person_id=UUID(given["person"]),
                fields=_fields(given.get("fields") or {}),
                files={str(name): CitedFile(UUID(each["id"]), str(each["type"])) for name, each in (given.get("files") or {}).items()},
                device=device,
                counter=int(given["counter"]),
                recorded_at=read_moment(given["recorded_at"]),
                ahead=ahead if abs(ahead) > SLACK else timedelta(),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            raise Invalid({"record": _("This record cannot be read. Write it again on the page, with signal.")}) from None

    @classmethod
    def of_held(cls, held: Held) -> "Sent":
        """What was held, as it came."""
        return cls.read(held.sent, held.device, timedelta(seconds=held.sent["ahead"]))

    @property
    def as_sent(self) -> dict[str, Any]:
        """As JSON, to be kept while it is held."""
        return {
            "id": str(self.id),
            "kind": self.kind,
            "person": str(self.person_id),
            "fields": dict(self.fields),
            "files": {name: {"id": str(each.id), "type": each.type} for name, each in self.files.items()},
            "counter": self.counter,
            "recorded_at": self.recorded_at.isoformat(),
            "ahead": self.ahead.total_seconds(),
        }

    @property
    def happened_at(self) -> datetime:
        """When it was written, by our clock: never later than now."""
        return min(self.recorded_at - self.ahead, clock.now())

    @property
    def written(self) -> Written:
        """The phone's clock stands beside ours: `recorded_at` is what it said, `occurred_at` is put right by how far it was off."""
        return Written(self.id, self.happened_at, self.recorded_at, self.device, self.counter)

    @property
    def sum(self) -> str:
        """Of everything that it says, however often it is sent: other words under the same id are another record."""
        said = [self.kind, str(self.person_id), dict(self.fields), {name: str(each.id) for name, each in self.files.items()}]
        return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def text(self, name: str) -> str:
        """One field; "" when it was not sent."""
        value = self.fields.get(name, "")
        return str(value[-1] if isinstance(value, list) and value else value or "")

    def as_form(self) -> QueryDict:
        """The fields as a page's form would bring them."""
        form = QueryDict(mutable=True)
        for name, value in self.fields.items():
            form.setlist(name, value if isinstance(value, list) else [value])
        form["id"] = str(self.id)
        return form


def _fields(given: Mapping[str, Any]) -> dict[str, Any]:
    fields = {str(name): [str(each) for each in value] if isinstance(value, list) else str(value) for name, value in given.items()}
    if any("\x00" in each for value in fields.values() for each in value):
        raise Invalid({"record": _("This text has a character (NUL) that cannot be kept. Take it out.")})
    return fields


def read_moment(text: Any) -> datetime:
    """A moment with its zone. ValueError for anything else."""
    moment = parse_datetime(str(text))
    if moment is None or moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment
