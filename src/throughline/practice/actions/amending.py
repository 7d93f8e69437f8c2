"""Putting right and taking back what stands: the first words stay, struck through."""

from typing import Any, TypeVar

from django.db import models

from throughline.base.answers import require
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of
from throughline.base.written import Written
from throughline.conversations.standing import still_stands
from throughline.people.models import PersonRow

from .. import policy

Row = TypeVar("Row", bound=PersonRow)


def put_right(verb: str, row: Row, new: Row, *parts: models.Model, reason: str, by: Any, written: Written) -> Row:
    """Keep what is said better beside what was said first."""
    return amend(verb, row, new, *parts, kind=Amendment.CORRECTED, reason=reason, by=by, written=written)


def may_be_put_right(row: PersonRow, by: Any) -> None:
    """Raises Refused for somebody who may not amend it, and Invalid when somebody amended it meanwhile."""
    require(policy.may_correct(by, row))
    still_stands(row)


def taken_back(verb: str, row: Row, *, reason: str, by: Any) -> Row:
    """Say that it was written down by mistake."""
    return amend(verb, row, copy_of(row), kind=Amendment.MISTAKE, reason=reason, by=by)
