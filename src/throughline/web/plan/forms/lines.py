"""Lines written one under the other, and steps with their times."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from throughline.plan.choices import Days
from throughline.plan.parts import Step

from ...forms import Choice, Clock, Form, LongWords, Words

LONGEST = 300
_MARK = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")


class Lines(LongWords):
    """One a line. Marks and numbers that somebody typed before them are taken off; empty lines do not count. Its value is a list."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, rows=4, optional=True, **options)
        self.says_optional = False

    def to_python(self, value: Any) -> Any:
        return [_MARK.sub("", line).strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def validate(self, value: Any) -> None:
        for line in value:
            if len(line) > LONGEST:
                raise forms.ValidationError(
                    _("One line is too long: “%(begins)s…”. A line can have %(most)s letters."),
                    params={"begins": line[:40], "most": LONGEST},
                )

    def run_validators(self, value: Any) -> None:
        for line in value:
            super().run_validators(line)


class Row(Form):
    """One step: what, from when, until when, on which days. A row without words is no step."""

    text = Words(_("What happens"), optional=True)
    from_time = Clock(_("From"), optional=True)
    to_time = Clock(_("Until"), optional=True)
    days = Choice(_("On which days"), choices=Days.choices, as_list=True, optional=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("days", Days.choices)
        for field in self.fields.values():
            field.says_optional = False  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begins, ends = given.get("from_time"), given.get("to_time")
        if (begins or ends) and not given.get("text"):
            self.add_error("text", _("Write what happens then, or take the time away."))
        if ends and not begins:
            self.add_error("from_time", _("Write when it begins."))
        if begins and ends and ends < begins:
            self.add_error("to_time", _("This is before it begins. Write a later time."))
        return given

    def step(self) -> Step | None:
        """The step, unsaved; None when the row is empty."""
        given = self.cleaned_data
        if not given.get("text"):
            return None
        times = {"from_time": given["from_time"], "to_time": given["to_time"]}
        return Step(text=given["text"], days=given.get("days") or Days.EVERY, **times)


def rows(data: Any, count: int, names: Any, initial: Any = ()) -> list[Row]:
    """So many rows, filled from what was written or from what is there."""
    known = [*initial, *({} for _n in range(count))]
    return [Row(data, prefix=f"step-{n}", names=names, initial=known[n]) for n in range(count)]
