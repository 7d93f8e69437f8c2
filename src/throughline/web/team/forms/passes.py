"""Letting an agency worker in, and arriving with a pass."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from throughline.base import clock

from ...forms import Choice, Choices, Clock, Day, Form, Words
from ...words import short_day

NEW = "new"
USUAL = timedelta(hours=8)


class PassForm(Form):
    worker = Choice(_("Who comes?"), choices=(), as_list=True, missing=_("Choose who comes."))
    name = Words(_("Name"), hint=_("As they say it, like: Kim."), max_length=120, optional=True)
    agency = Words(_("From which agency?"), max_length=120, optional=True)
    people = Choices(_("Whom do they support?"), choices=(), missing=_("Choose whom they support."))
    day = Day(_("On which day?"), ahead=True)
    begins = Clock(_("From what time?"))
    ends = Clock(_("Until what time?"), hint=_("The pass ends by itself. Before the first time, it is on the next day."))

    field_order = ("worker", "name", "agency", "people", "begins", "ends", "day")

    def __init__(self, *args: Any, people: Iterable[Any], before: Iterable[Any], **kwargs: Any) -> None:
        now = clock.now().astimezone(clock.LONDON)
        first = {"worker": NEW, "day": now.date(), "begins": now.time(), "ends": (now + USUAL).time()}
        super().__init__(*args, initial=first, **kwargs)
        self.offered = {str(each.pk): each for each in people}
        self.before = {str(each.user_id): each for each in before}
        fields: Any = self.fields
        fields["people"].choices = [(key, each.name) for key, each in self.offered.items()]
        fields["worker"].choices = [(NEW, _now("Somebody new")), *((key, _again(each)) for key, each in self.before.items())]
        if not self.before:
            del fields["worker"]

    def clean(self) -> dict[str, Any]:
        """The moments, and the rows that were chosen."""
        given = super().clean() or {}
        if self.errors:
            return given
        before = self.before.get(given.get("worker", NEW))
        if before is None and not given.get("name", "").strip():
            self.add_error("name", _now("Write the name of the agency worker."))
        return {
            "worker": before.user if before else None,
            "name": given["name"],
            "agency": given["agency"],
            "people": [self.offered[key] for key in given["people"]],
            **_hours(given["day"], given["begins"], given["ends"]),
        }


def _hours(day: Any, begins: time, ends: time) -> dict[str, datetime]:
    last = day if ends > begins else day + timedelta(days=1)
    return {"from_at": clock.moment(day, begins.hour, begins.minute), "until_at": clock.moment(last, ends.hour, ends.minute)}


def _again(given: Any) -> str:
    said = {"name": given.user.name, "agency": given.agency, "day": short_day(given.from_at, clock.today())}
    return _now("%(name)s, %(agency)s, here before on %(day)s") % said


class CodeForm(Form):
    code = Words(
        _("Your code"), hint=_("Six figures. Whoever made the pass tells you."), width="10", max_length=20, missing=_("Write the code.")
    )
