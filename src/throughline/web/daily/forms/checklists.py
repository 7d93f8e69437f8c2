"""A checklist: each check yes, no or not needed. The button says that the rest is done, so that a day without exceptions is one press."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.practice import law_daily
from throughline.practice.choices_daily import Done
from throughline.practice.parts import CheckDone

from ...forms import Choice, Choices, LongWords, Part, Words
from .base import DailyForm, corrected, reason

REST = "rest"  # the button's name: what nobody answered is done
MORE = _("What %(name)s says, what you saw, another day")


class ChecklistForm(DailyForm):
    note = LongWords(_("What did you see?"), rows=2, optional=True)
    also = Choices(
        _("All of it was done with others too, on the same group day"),
        choices=(),
        hint=_("Each has a record of their own. Where something was not done, open their own checklist."),
        error_messages={"invalid_choice": _("Somebody of that day has no checklist here, or you may not write about them. Take them out.")},
        optional=True,
    )

    def __init__(self, *args: Any, lines: Sequence[Any], others: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.others = list(lines), {str(each.pk): each for each in others}
        self.fields |= {name: field for n, line in enumerate(self.lines) for name, field in _check(n, line)}
        self.set_choices("also", [(key, f"{each.person.name}: {each.title}") for key, each in self.others.items()])
        if not self.others and "also" not in self.data:  # what a phone sends of others is never left out unsaid
            del self.fields["also"]
        self.PARTS = (*self._checks(), Part(("also",)), Part(("words", "how_told", "note", "day"), MORE, folded=True))

    def _checks(self) -> list[Part]:
        each = ((Part((f"check_{n}",)), Part((f"why_{n}",), _("Why not?"), folded=True)) for n in range(len(self.lines)))
        return [part for parts in each for part in parts]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for n in range(len(self.lines)):
            done = given.get(f"check_{n}") or (Done.YES.value if self.data.get(REST) else "")
            given[f"check_{n}"] = done
            if not done:
                self.add_error(f"check_{n}", say("Say whether it was done."))
            elif law_daily.needs_why(done, given.get(f"why_{n}", "")):
                self.add_error(f"why_{n}", say("Write why it was not done."))
        return given

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `run_checklist`."""
        told = super().arguments({name: given[name] for name in ("id", "words", "how_told", "day", "note")})
        return told | {"checks": self.checks(given), "also": [self.others[key] for key in given.get("also", [])]}

    def checks(self, given: dict[str, Any]) -> list[CheckDone]:
        """The answers, unsaved, in the order of the checklist."""
        return [CheckDone(line=line, done=given[f"check_{n}"], why=given[f"why_{n}"]) for n, line in enumerate(self.lines)]


def _check(n: int, line: Any) -> tuple[tuple[str, Any], ...]:
    asked = Choice(line.text, choices=Done.choices, in_row=True, optional=True)
    asked.says_optional = False
    return (f"check_{n}", asked), (f"why_{n}", Words(line.text, optional=True))


class CorrectChecklistForm(ChecklistForm):
    words = how_told = None  # type: ignore[assignment]  # how Django leaves a field out; what they said is put right as their words
    reason = reason()

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_run`."""
        return corrected({name: given[name] for name in ("day", "note", "reason")}) | {"checks": self.checks(given)}


def of_run(row: Any) -> dict[str, Any]:
    """What stands of a run, for the form that corrects it."""
    found: dict[str, Any] = {"note": row.note, "day": row.day}
    for n, each in enumerate(row.checks.all()):
        found |= {f"check_{n}": each.done, f"why_{n}": each.why}
    return found
