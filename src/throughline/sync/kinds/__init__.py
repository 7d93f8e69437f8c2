"""What a phone can send: one file a kind. A file is found by being here; its name is the kind's name.

Each has `KIND`: what its author has to be allowed, whether a record of it is there already, and how it is kept: by the action of the page.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from django.utils.translation import gettext as _

from throughline.base.errors import Invalid

from .kind import Kind

PLAIN = {"kind"}  # what is in this folder and is no kind


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    names = sorted(each.name for each in iter_modules(__path__) if each.name not in PLAIN)
    return {name: import_module(f"{__name__}.{name}").KIND for name in names}


def kind_of(name: str) -> Kind:
    """A kind by its name. Raises Invalid for one that we do not know: the phone may be newer or older than we are."""
    if name not in kinds():
        raise Invalid({"kind": _("This page on the phone is of another release. Open it again with signal, and write this anew.")})
    return kinds()[name]
