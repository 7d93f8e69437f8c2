"""Pages that were opened where there was no signal: readings of the person's record like any other, told when there is signal again."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.urls import Resolver404, resolve

from throughline.access import readings
from throughline.people.queries import named

from .reading import read_moment

MOST = 500  # in one request


def note(opened: Iterable[Mapping[str, Any]], *, by: Any) -> None:
    """Keep each. What cannot be read, or is of nobody, is left out: it opens nothing and says nothing."""
    for each in list(opened)[:MOST]:
        try:
            person_id, at = UUID(each["person"]), read_moment(each["at"])
            page = resolve(urlsplit(each["page"]).path).view_name
        except (KeyError, TypeError, ValueError, AttributeError, Resolver404):
            continue
        if named(person_id) is not None:
            readings.note_opened(by, person_id, page, at)
