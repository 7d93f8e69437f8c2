"""When staff step in more, and which check-ins were agreed: rows of a plan item's form, folded. A row without words is none."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.plan.choices import Days, Method
from throughline.plan.counted import LASTING, Counted, Measure
from throughline.plan.law import MOST_DAYS
from throughline.plan.parts import AgreedCheckIn, Threshold

from ...forms import Choice, Clock, Form, Words

MOST_ROWS = 12


class Number(Words):
    """A small whole number."""

    def __init__(self, label: Any, least: int, most: int, **options: Any) -> None:
        super().__init__(label, max_length=4, optional=True, **options)
        self.least, self.most = least, most
        self.widget.attrs |= {"class": "input input-4", "inputmode": "numeric"}

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        if not text.isdigit() or not self.least <= int(text) <= self.most:
            raise forms.ValidationError(_("Write a number from %(least)s to %(most)s."), params={"least": self.least, "most": self.most})
        return int(text)


class WatchRow(Form):
    """A row of several boxes, of which all that it NEEDS are filled in, or none."""

    NEEDS: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.says_optional = False  # type: ignore[attr-defined]

    @property
    def is_none(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in self.NEEDS)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if any(given.get(name) for name in self.NEEDS):
            for name in self.NEEDS:
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in too, or take the row away."))
        return given


class ThresholdRow(WatchRow):
    counts = Choice(_("What is counted?"), choices=[("", _("Nothing")), *Counted.choices], as_list=True, optional=True)
    at_least = Number(_("How many times at least?"), 1, 9999)
    measure = Choice(_("Times or minutes?"), choices=Measure.choices, as_list=True, optional=True)
    within_days = Number(_("Within how many days?"), 1, MOST_DAYS)
    do = Words(_("What do staff do then?"), optional=True)
    call = Words(_("Who is called?"), hint=_("In words, in their order."), optional=True)

    NEEDS = ("counts", "at_least", "within_days", "do")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not LASTING:
            del self.fields["measure"]

    def row(self) -> Threshold | None:
        """The threshold, unsaved; None when nothing is counted."""
        given = self.cleaned_data
        if self.is_none:
            return None
        told = {name: given[name] for name in (*self.NEEDS, "call")}
        return Threshold(**told, measure=given.get("measure") or Measure.TIMES)


class CheckInRow(WatchRow):
    at = Clock(_("At what time?"), optional=True)
    method = Choice(_("How, as %(name)s chose?"), choices=[("", _("No check-in")), *Method.choices], as_list=True, optional=True)
    days = Choice(_("On which days"), choices=Days.choices, as_list=True, optional=True)
    grace = Number(_("Minutes to wait"), 0, 720, hint=_("After that it is missed."))
    if_missed = Words(_("What do staff do when nothing comes?"), optional=True)

    NEEDS = ("method", "at", "if_missed")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("days", Days.choices)

    def row(self) -> AgreedCheckIn | None:
        """What was agreed, unsaved; None when nothing was."""
        given = self.cleaned_data
        if self.is_none:
            return None
        told = {name: given[name] for name in self.NEEDS}
        grace = 30 if given["grace"] is None else given["grace"]
        return AgreedCheckIn(**told, days=given["days"] or Days.EVERY, grace=grace)


KINDS: dict[str, tuple[type[WatchRow], Any]] = {
    "thresholds": (ThresholdRow, _("When do staff step in more?")),
    "check_ins": (CheckInRow, _("Which check-ins are agreed?")),
}


class Watching:
    """The rows of both kinds: of what was sent, or of what is there, with one more that is empty. `sent`: a form as it was sent."""

    def __init__(self, sent: Any, names: Mapping[str, str], known: Mapping[str, Sequence[Mapping[str, Any]]], *, check: bool) -> None:
        self.check = check
        self.rows = {kind: _rows(kind, sent, names, known.get(kind, ()), check=check) for kind in KINDS}

    def is_valid(self) -> bool:
        """Whether every row is."""
        return all([row.is_valid() for rows in self.rows.values() for row in rows])

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        return [mistake for rows in self.rows.values() for row in rows for mistake in row.mistakes]

    def content(self) -> dict[str, Any]:
        """For the action: unsaved rows by kind."""
        return {kind: [found for row in rows if (found := row.row()) is not None] for kind, rows in self.rows.items()}  # type: ignore[attr-defined]

    @property
    def folds(self) -> list[tuple[str, list[WatchRow], int, bool]]:
        """(heading, rows, how many say something, whether something has to be put right)"""
        return [
            (str(KINDS[kind][1]), rows, len(rows) - 1, self.check and any(row.mistakes for row in rows)) for kind, rows in self.rows.items()
        ]


def _rows(kind: str, sent: Any, names: Mapping[str, str], known: Sequence[Mapping[str, Any]], *, check: bool) -> list[WatchRow]:
    form = KINDS[kind][0]
    if check:
        count = min(max((int(name.split("-")[1]) + 1 for name in sent if _is_row(name, kind)), default=1), MOST_ROWS)
        return [form(sent, prefix=f"{kind}-{n}", names=names) for n in range(count)]
    told = written(sent, kind) if sent is not None else [dict(each) for each in known]
    return [form(None, prefix=f"{kind}-{n}", names=names, initial=each) for n, each in enumerate([*told, {}][:MOST_ROWS])]


def written(sent: Any, kind: str) -> list[dict[str, str]]:
    """What stands in the rows of a form that was sent and is not to be judged yet."""
    numbers = sorted({int(name.split("-")[1]) for name in sent if _is_row(name, kind)})
    boxes = KINDS[kind][0].base_fields  # type: ignore[attr-defined]
    found = [{name: sent.get(f"{kind}-{n}-{name}", "") for name in boxes} for n in numbers]
    return [each for each in found if any(each[name] for name in KINDS[kind][0].NEEDS)]


def _is_row(name: str, kind: str) -> bool:
    return name.startswith(f"{kind}-") and name.split("-")[1].isdigit()


def of_version(version: Any) -> dict[str, list[dict[str, Any]]]:
    """What a version says, as the rows ask for it."""
    boxes = {kind: form.base_fields for kind, (form, _heading) in KINDS.items()}  # type: ignore[attr-defined]
    return {kind: [{name: getattr(row, name) for name in names} for row in getattr(version, kind).all()] for kind, names in boxes.items()}


def count(number: int) -> str:
    """Beside the fold: how many there are."""
    return say("%(n)d written") % {"n": number} if number else ""
