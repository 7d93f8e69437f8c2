"""Ids are UUIDv7, so that a phone can make one and an index stays in order (decision 0003)."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A new UUIDv7, as a real `uuid.UUID`."""
    return uuid7()
