"""What can be done with the whole record at once: bring it in, and say that it went out."""

from typing import Any

from django.db import models, transaction

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base import events
from throughline.base.answers import YES, Answer, require

from . import writing
from .checking import Arrival
from .models import Import
from .there import empty


def _may_import(by: Any) -> Answer:
    """Whoever may set up the provider; into a database without a record, whoever runs the program."""
    return YES if by is None and empty() else scope.allowed_anywhere(by, Act.SET_UP)


@transaction.atomic
def bring_in(*, arrival: Arrival, by: Any) -> Import:
    """Keep a checked folder: all of it or nothing. Raises CannotImport where the database refuses."""
    require(_may_import(by))
    return writing.write(arrival, by=by)


@transaction.atomic
def say_taken_out(*, about: models.Model, by: None = None) -> None:
    """Note that a copy of the record left: the provider's, or one person's. Called by the command line, by nobody who is signed in."""
    require(YES)
    events.record("exchange.exported", by=by, about=about)
