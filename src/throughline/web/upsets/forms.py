"""An upset as a worker writes it down: chips first, words for who wants to write, the rest folded. Everything may be left for later."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.practice.choices_upset import Before, Intensity, Toward, Trigger

from ..agreements.forms.heard import HEARD
from ..citing import Once
from ..forms import Choice, LongWords, Moment, Part, Tick, Words
from .fields import Chips, Minutes, Stamp, as_choices
from .wording import lasted

FIRST_STAYS = _("The first words stay in the record, struck through.")
STRONG = _("How strong it was, and toward whom")
HARM = _("Who was hurt, what was held or stopped, who was told")
AROUND = _("Where, who was there, and what you think")
TIMES = _("It was at another time")
TOLD = ("before", "seen", "thought", "helped", "injuries", "restriction_used", "restriction_words", "told", "place", "who_was_there")
CODES = ("slow", "fast", "toward")
OF_CARDS = ("signs", "helps")


class UpsetForm(Once):
    """`signs` and `helps`: lines of the person's cards from which one chooses."""

    started_at = Stamp()
    ended_at = Stamp()
    words = LongWords(_("What did %(name)s say?"), hint=_("In %(name)s’s own words."), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.SAID, as_list=True, optional=True)
    fast = Chips(_("Just before"), choices=Trigger.choices)
    slow = Chips(_("That day"), choices=Before.choices)
    before = Words(_("What was going on?"), optional=True)
    signs = Chips(_("What you saw: %(name)s’s own early signs"))
    seen = LongWords(_("What did you see?"), hint=_("As it was, in order. Not what you think of it."), rows=2, optional=True)
    helps = Chips(_("What helped"))
    helped = Words(_("Something else that helped"), optional=True)
    intensity = Choice(_("How strong was it?"), choices=[(str(value), label) for value, label in Intensity.choices], optional=True)
    toward = Chips(_("Toward whom?"), choices=Toward.choices)
    injuries = LongWords(_("Who was hurt, and how?"), rows=2, optional=True)
    restriction_used = Tick(_("Somebody or something held, stopped or limited %(name)s"), optional=True)
    restriction_words = LongWords(_("What was it, by whom, and for how long?"), hint=_("Needed then."), rows=2, optional=True)
    told = Words(_("Who was told, and when?"), optional=True)
    place = Words(_("Where was it?"), optional=True)
    who_was_there = Words(_("Who was there?"), optional=True)
    thought = LongWords(_("What do you think it means?"), hint=_("It is kept apart from what you saw."), rows=2, optional=True)
    began = Moment(_("When did it begin?"), past=True, optional=True)
    lasted = Minutes(_("About how many minutes was it?"))

    PARTS: tuple[Part, ...] = (
        Part(("began", "lasted"), TIMES, folded=True),
        Part(("words", "how_told", "fast", "slow", "before", "signs", "seen", "helps", "helped")),
        Part(("intensity", "toward"), STRONG, folded=True),
        Part(("injuries", "restriction_used", "restriction_words", "told"), HARM, folded=True),
        Part(("place", "who_was_there", "thought"), AROUND, folded=True),
    )

    def __init__(self, *args: Any, signs: Iterable[Any] = (), helps: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, lines in (("signs", signs), ("helps", helps)):
            self.set_choices(name, as_choices(lines))
            if not lines:
                del self.fields[name]

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_upset`, with the ids of the lines that were chosen in place of the lines. A time that no clock took is about right."""
        began, ended = self.times(given)
        return self.said(given) | {
            "ended_at": ended,
            "estimated": bool(given.get("began") or given.get("lasted")),
            "written": Written(id=given["id"], occurred_at=began),
        }

    def said(self, given: dict[str, Any]) -> dict[str, Any]:
        """What was written and chosen, by the names of the action."""
        said = JustSaid(given.get("how_told") or HowTold.SAID.value, given.get("words", ""))
        return {name: given[name] for name in (*TOLD, *CODES) if name in given} | {
            "intensity": int(given["intensity"]) if given["intensity"] else None,
            "said": said if said.says_something else None,
            "lines": [line for name in OF_CARDS for line in given.get(name, ())],
        }

    @staticmethod
    def times(given: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
        """When it began and was over: as somebody wrote it, else by the clock that ran."""
        lasted = timedelta(minutes=given["lasted"]) if given["lasted"] else None
        began = given["began"] or given["started_at"]
        if lasted is None:
            return began, given["ended_at"]
        began = began or clock.now() - lasted
        return began, began + lasted


class FinishForm(UpsetForm):
    """What was left out. Words come after those that stand; nothing that stands is taken away."""

    started_at = ended_at = began = None  # type: ignore[assignment]  # how Django leaves a field out

    PARTS = (
        Part(("lasted", "seen", "intensity", "words", "how_told", "helps", "helped")),
        Part(("fast", "slow", "before", "signs", "toward"), _("What came before, and toward whom"), folded=True),
        Part(("injuries", "restriction_used", "restriction_words", "told"), HARM, folded=True),
        Part(("place", "who_was_there", "thought"), AROUND, folded=True),
    )

    def over(self, given: dict[str, Any], row: Any) -> dict[str, Any]:
        """For `finish_upset`."""
        ended = {"ended_at": row.occurred_at + timedelta(minutes=given["lasted"]), "estimated": True} if given.get("lasted") else {}
        return self.said(given) | ended


class CorrectForm(UpsetForm):
    started_at = ended_at = words = how_told = None  # type: ignore[assignment]  # what they said is put right as their words
    reason = Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))

    PARTS = (
        Part(("began", "lasted", "fast", "slow", "before", "signs", "seen", "helps", "helped", "reason")),
        *UpsetForm.PARTS[2:],
    )

    def better(self, given: dict[str, Any], row: Any) -> dict[str, Any]:
        """For `correct_upset`. Times that say the same as before stay to the second."""
        told = self.said(given)
        del told["said"]
        began = row.occurred_at if same_minute(given["began"], row.occurred_at) else given["began"]
        same = began == row.occurred_at and given["lasted"] == lasted(row)
        ended = row.ended_at if same else began + timedelta(minutes=given["lasted"]) if given["lasted"] else None
        times = {"ended_at": ended, "estimated": row.estimated or not same, "written": Written(occurred_at=began)}
        return told | times | {"reason": given["reason"]}


def same_minute(one: datetime | None, other: datetime) -> bool:
    """Whether a time that was not written, or only to the minute, is the same."""
    return one is None or one == other.replace(second=0, microsecond=0)


def of_upset(row: Any) -> dict[str, Any]:
    """What stands of an upset, for the form that corrects it."""
    chosen = [str(each.line_id) for each in row.lines.all()]
    same = {name: getattr(row, name) for name in (*TOLD, *CODES, "intensity")}
    return same | {"signs": chosen, "helps": chosen, "began": row.occurred_at, "lasted": lasted(row) or ""}
