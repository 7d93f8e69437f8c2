"""Amending what stands: of two who change a row at once the second is told, and what is not said anew stays as it was."""

from dataclasses import replace
from typing import Any, TypeVar

from django.db import connection
from django.utils.translation import gettext as _

from throughline.base.copies import copy_of
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.written import Written
from throughline.people.models import PersonRow

from .models import Voice

Row = TypeVar("Row", bound=PersonRow)


def still_stands(row: PersonRow) -> None:
    """Raise Invalid when somebody amended the row meanwhile. Held until the end of the transaction, so that two never both amend it."""
    rows = type(row).objects
    if connection.features.has_select_for_update:
        rows.select_for_update().get(pk=row.pk)
    if row.amendment not in Amendment.ends() and not rows.filter(amends=row.pk).exists():
        return
    if isinstance(row, Voice):
        raise Invalid({"voice": _("Somebody changed these words meanwhile. Open them again and look at what stands now.")})
    raise Invalid({"row": _("Somebody changed this meanwhile. Open it again and look at what stands now.")})


def corrected(row: Row, told: dict[str, Any], written: Written) -> tuple[Row, Written]:
    """An unsaved row that says what is told anew and otherwise the same; and when it happened, the same unless that is told."""
    new = copy_of(row)
    for name, value in told.items():
        setattr(new, name, value)
    return new, replace(written, occurred_at=written.occurred_at or row.occurred_at)
