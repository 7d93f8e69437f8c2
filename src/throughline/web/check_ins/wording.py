"""A check-in in words: when it is expected, and what came of it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.plan.choices import Days, Method
from throughline.practice.expected import Expected, State

from .. import words
from ..parts import LinkRow


def agreed(row: Any) -> str:
    """By text at 6pm, Mondays. If nothing comes within 30 minutes: ring Jo."""
    days = "" if row.days == Days.EVERY else f", {Days(row.days).label}"
    said = {"how": Method(row.method).label, "time": words.clock_time(row.at), "days": days, "n": row.grace, "do": row.if_missed}
    return _("%(how)s at %(time)s%(days)s. If nothing comes within %(n)s minutes: %(do)s") % said


def title(row: Any, name: str) -> str:
    """Check-in with Jo, by text."""
    method = str(Method(row.method).label)
    return _("Check-in with %(name)s, %(how)s") % {"name": name, "how": method[:1].lower() + method[1:]}


def state(each: Expected) -> str:
    """What came of it, in a line."""
    record, stands = each.record, each.state(clock.now())
    if stands in (State.ANSWERED, State.LATE):
        return _("Answered at %(time)s. %(who)s wrote it down") % {"time": words.clock_time(record.occurred_at), "who": record.author.name}
    return {
        State.TO_COME: to_come(each),
        State.WAITING: not_yet(each),
        State.NO_ANSWER: _("No answer. %(do)s") % {"do": each.agreed.if_missed},
        State.NOTHING: overdue(each),
    }[stands]


def to_come(each: Expected) -> str:
    """Before its time."""
    return _("Expected at %(time)s") % {"time": words.clock_time(each.due_at)}


def not_yet(each: Expected) -> str:
    """Once its time has come; a phone says so by its own clock."""
    return _("No check-in yet, expected at %(time)s") % {"time": words.clock_time(each.due_at)}


def overdue(each: Expected) -> str:
    """Once its grace is over."""
    return _("No check-in since %(time)s. %(do)s") % {"time": words.clock_time(each.due_at), "do": each.agreed.if_missed}


def row(each: Expected, name: str) -> LinkRow:
    """On Today: to write down what came, or to read it."""
    where = reverse("check_ins:one", args=[each.record.pk]) if each.record else address(each)
    return LinkRow(where, title(each.agreed, name), time=words.clock_time(each.due_at), soft=state(each))


def address(each: Expected) -> str:
    """Where it is written down; on another day than today, that day stands in it."""
    where = reverse("check_ins:new", args=[each.agreed.person_id, each.agreed.pk])
    day = clock.day_of(each.due_at)
    return where if day == clock.today() else f"{where}?day={day}"


def missed_row(each: Expected) -> LinkRow:
    """For whoever answers for several people."""
    person = each.agreed.person
    said = words.day_and_time(each.due_at, clock.today())
    strong = _("%(name)s: %(title)s.") % {"name": person.name, "title": title(each.agreed, person.name)}
    where = reverse("check_ins:one", args=[each.record.pk]) if each.record else address(each)
    return LinkRow(where, _("It was expected on %(when)s") % {"when": said}, strong=strong, soft=state(each))
