"""The addresses of pages about one row, for lists with many: looked up once, after that only the row changes."""

from functools import cache
from uuid import UUID

from django.urls import get_script_prefix, reverse

from .as_at import keep

STAND_IN = UUID(int=0)


def path_to(name: str, row_id: UUID) -> str:
    """The address by its name, of a page whose only argument is a row's id and that can be read as at a day: this page's."""
    return keep(_path(name, get_script_prefix()).replace(str(STAND_IN), str(row_id)))


@cache
def _path(name: str, prefix: str) -> str:
    """`prefix`: where the program is mounted, which `reverse` asks for itself."""
    return reverse(name, args=[STAND_IN])
