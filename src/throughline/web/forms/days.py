"""Days in three boxes, times in one, and both together."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughline.base import clock

from .asking import Asking
from .reading import PARTS, NotRead, read_day, read_time

BOX_NAMES = {"day": _("Day"), "month": _("Month"), "year": _("Year"), "time": _("Time")}
BOX_WIDTHS = {"day": "2", "month": "2", "year": "4", "time": "6"}


def _box(part: str, value: str, wrong: bool) -> dict[str, Any]:
    return {"part": part, "label": BOX_NAMES[part], "width": BOX_WIDTHS[part], "value": value, "wrong": wrong}


class DayBoxes(forms.Widget):
    """Three boxes, or four with the time. Its value is what was written in them, as it was written."""

    template_name = "forms/day.jinja"
    use_fieldset = True
    parts: tuple[str, ...] = PARTS

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, ...]:
        return tuple(data.get(f"{name}_{part}", "") for part in self.parts)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in self.parts)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        written = dict(zip(self.parts, value or [""] * len(self.parts), strict=True))
        wrong = self.wrong(written) if "aria-invalid" in context["widget"]["attrs"] else ()
        context["widget"]["boxes"] = [_box(part, written[part], part in wrong) for part in self.parts]
        return context

    def wrong(self, written: dict[str, str]) -> tuple[str, ...]:
        """The boxes to mark: those that could not be read, or all when the day itself is not right."""
        try:
            read_day(written["day"], written["month"], written["year"])
        except NotRead as not_read:
            return not_read.boxes
        return self.parts

    def first_id(self, auto_id: str) -> str:
        return f"{auto_id}_{self.parts[0]}"

    def id_for_label(self, id_: str) -> str:
        return self.first_id(id_)


class MomentBoxes(DayBoxes):
    parts = (*PARTS, "time")
    day_is_enough = False

    def wrong(self, written: dict[str, str]) -> tuple[str, ...]:
        if self.day_is_enough and not written["time"].strip():
            return super().wrong(written)
        try:
            read_time(written["time"])
        except NotRead as not_read:
            return not_read.boxes
        return super().wrong(written)


class Day(Asking, forms.Field):
    """A day. `past`: today or earlier; `ahead`: today or later."""

    missing = _("Write the day, the month and the year.")
    widget = DayBoxes

    def __init__(self, label: Any, *, past: bool = False, ahead: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.past, self.ahead = past, ahead

    def prepare_value(self, value: Any) -> Any:
        return (str(value.day), str(value.month), str(value.year)) if isinstance(value, date) else value

    def to_python(self, value: tuple[str, ...] | None) -> Any:
        if not value or not any(part.strip() for part in value):
            return None
        try:
            return self.read(value)
        except NotRead as not_read:
            raise forms.ValidationError(not_read.message, code="unread") from None

    def read(self, written: tuple[str, ...]) -> Any:
        return read_day(*written)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        self.validate_side(value, clock.today())

    def validate_side(self, value: Any, now: Any) -> None:
        if self.past and value > now:
            raise forms.ValidationError(_("This has not come yet. Write today or an earlier day."), code="ahead")
        if self.ahead and value < now:
            raise forms.ValidationError(_("This is over. Write today or a later day."), code="past")


class Moment(Day):
    """A day and a time in England and Wales; its value is a moment in UTC.

    `day_is_enough`: without a time it is the end of that day, so that nothing of the day comes after it; of today, it is now.
    """

    missing = _("Write the day and the time.")
    widget = MomentBoxes

    def __init__(self, label: Any, *, day_is_enough: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.day_is_enough = self.widget.day_is_enough = day_is_enough  # type: ignore[attr-defined]

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        local = value.astimezone(clock.LONDON)
        return (str(local.day), str(local.month), str(local.year), f"{local:%H:%M}")

    def read(self, written: tuple[str, ...]) -> datetime:
        if self.day_is_enough and not written[3].strip():
            return self.end_of(read_day(*written[:3]))
        at = read_time(written[3])
        moment = clock.moment(read_day(*written[:3]), at.hour, at.minute)
        if moment.astimezone(clock.LONDON).time() != at:
            raise NotRead(str(_("There was no such time: the clocks went forward that night.")), ("time",))
        return moment

    def end_of(self, day: date) -> datetime:
        """The last minute of a day; now, when the day is today."""
        return clock.now() if day == clock.today() else clock.moment(day, 23, 59)

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)
        if value is not None:
            self.validate_side(value, clock.now())


class Clock(Asking, forms.Field):
    """A time of day."""

    missing = _("Write the time, like 2:30pm.")

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "input-6"})
        widget.template_name = "forms/input.jinja"
        super().__init__(label, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        if not value or not str(value).strip():
            return None
        try:
            return read_time(str(value))
        except NotRead as not_read:
            raise forms.ValidationError(not_read.message, code="unread") from None
