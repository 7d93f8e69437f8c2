"""When, where and in what order an author wrote something, as their own device tells it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Written:
    """What an author's device says of a record. What is None is taken from the server's clock.

    id: the UUIDv7 that the device made, so that a record sent twice is one record.
    occurred_at: when it happened. recorded_at: when the author wrote it, by their clock.
    device, counter: the device's name and its own count of records.
    """

    id: UUID | None = None
    occurred_at: datetime | None = None
    recorded_at: datetime | None = None
    device: str = ""
    counter: int | None = None


NOW = Written()
