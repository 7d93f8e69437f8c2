"""What no table may hold, whoever brings it: form, phone, API or import. One sentence a field, saying what to do."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from . import clock, visible

# A phone's clock may run ahead of the server's by this much before a happening counts as still to come.
CLOCK_SKEW = timedelta(minutes=5)

Check = Callable[[Any], str | None]


def faults(row: models.Model) -> dict[str, str]:
    """The faults of a row by field; empty when it can be kept."""
    found = {}
    for name, attname, check in checks_of(row._meta.model):  # not `type`: the actor of a request is a lazy object
        message = check(getattr(row, attname))
        if message:
            found[name] = message
    return found


@cache
def checks_of(model: type[models.Model]) -> tuple[tuple[str, str, Check], ...]:
    """The checks of a table, worked out once: (field name, attribute, check)."""
    return tuple((field.name, field.attname, check) for field in model._meta.concrete_fields for check in checks_of_field(field))


def checks_of_field(field: Any) -> list[Check]:
    """The checks that one field asks for."""
    checks: list[Check] = []
    if field.name == "sequence":  # given with the event, after the checks
        return checks
    if not field.null and not isinstance(field, models.CharField | models.TextField) and not field.has_default() and not field.primary_key:
        checks.append(_given)
    if field.choices:
        allowed = frozenset(each[0] for each in field.flatchoices) | ({""} if field.blank else set()) | ({None} if field.null else set())
        checks.append(lambda value: _on_list(value, allowed))
    elif isinstance(field, models.CharField | models.TextField):
        longest, blank, line = field.max_length, field.blank, isinstance(field, models.CharField)
        checks.append(lambda value: _text(value, longest, blank, line))
    if field.name == "occurred_at":
        checks.append(_already_happened)
    return checks


def _given(value: Any) -> str | None:
    return None if value is not None else _("This is missing. Fill it in.")


def _on_list(value: Any, allowed: frozenset[Any]) -> str | None:
    if value in allowed:
        return None
    listed = ", ".join(sorted(str(each) for each in allowed if each))
    return _("Choose one of: %(listed)s.") % {"listed": listed}


def _text(value: Any, longest: int | None, blank: bool, line: bool) -> str | None:
    if value is None:
        return None
    if "\x00" in value:
        return _("This text has a character (NUL) that cannot be kept. Take it out.")
    if not blank and not value.strip():
        return _("This is empty. Fill it in.")
    if longest and len(value) > longest:
        has, most = f"{len(value):,}", f"{longest:,}"
        return _("This has %(has)s characters. Write at most %(most)s, or split it in two.") % {"has": has, "most": most}
    return visible.fault(value, one_line=line)


def _already_happened(value: Any) -> str | None:
    if value is not None and value > clock.now() + CLOCK_SKEW:
        return _("This is still to come. Write when it happened, not when it will.")
    return None
