"""Ids are UUIDv7, so that a phone can make one and an index stays in order (decision 0003)."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A new UUIDv7, as a real `uuid.UUID`."""
    return uuid7()


def beside(row_id: UUID) -> UUID:
    """The id of what is kept in one moment with a row: always the same one, so that what is sent twice is kept once."""
    return UUID(int=row_id.int ^ 1)
