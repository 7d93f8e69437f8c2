"""Counts by plan item, kept in the transaction that keeps the record. Practice is read through them, whatever the history."""

from datetime import date
from uuid import UUID

from django.db import connection

from throughline.base.named import Named

UPSERT = Named("""
INSERT INTO practice_tally (person_id, item_id, day, received_on, result, count) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (item_id, day, received_on, result) DO UPDATE SET count = practice_tally.count + excluded.count
""")


def count(*, person_id: UUID, item_id: UUID, day: date, received_on: date, result: str, by: int) -> None:
    """Count one more, or one less, of a result. One statement."""
    keys = (person_id, item_id) if connection.features.has_native_uuid_field else (person_id.hex, item_id.hex)
    with connection.cursor() as cursor:
        UPSERT.execute(cursor, [*keys, day, received_on, result, by])
