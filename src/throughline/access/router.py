"""Readings have a database alias of their own, so that reading a page never waits for somebody's writing."""

from typing import Any

from django.conf import settings

READINGS = "readings"


class ReadingsRouter:
    """Sends `access.Reading` to its alias. Where both aliases are one PostgreSQL database, `default` makes the table."""

    def _is_reading(self, model: Any) -> bool:
        return bool(model._meta.label_lower == "access.reading")

    def db_for_read(self, model: Any, **_: Any) -> str | None:
        return READINGS if self._is_reading(model) else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **_: Any) -> bool:
        is_reading = app_label == "access" and model_name == "reading"
        if settings.READINGS_SHARE_DATABASE:
            return db != READINGS
        return is_reading == (db == READINGS)
