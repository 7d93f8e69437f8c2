"""A try of a graded step, in five taps: how it was done, what went well, what was hard, whether there was a new risk. The rest folded."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.practice.choices import Ready, TrialSupport

from ...agreements.forms.heard import HEARD
from ...citing import Once
from ...forms import Choice, Choices, Form, LongWords, Moment, Part, Words
from ...forms.choices import Boxes

SUPPORT = (
    (TrialSupport.ALONE, _("Alone")),
    (TrialSupport.PROMPTS, _("With prompts")),
    (TrialSupport.HELP, _("With help")),
    (TrialSupport.STOPPED, _("Stopped early")),
)
WENT_WELL = (_("Knew what comes next"), _("Kept calm"), _("Asked for help when it was needed"), _("Enjoyed it"))
WAS_HARD = (_("Nothing was hard"), _("Too loud or too many people"), _("Was worried"), _("Somebody bothered %(name)s"), _("Lost the way"))
READY = ((Ready.YES, _("Yes, ready")), (Ready.NOT_YET, _("Not yet")))
FIRST_STAYS = _("The first words stay in the record, struck through.")
LONGEST = 120  # letters of a chip
MOST_CHIPS = 12
MINUTES = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240)


class InRow(Boxes):
    """Tick boxes in a row, as chips."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["in_row"] = True
        return context


class Chips(Choices):
    """Words to tick. Those of a card that changed since the phone took the page along stay what they said."""

    def __init__(self, label: Any) -> None:
        super().__init__(label, choices=(), widget=InRow(), optional=True)
        self.says_optional = False

    def valid_value(self, value: str) -> bool:
        return 0 < len(value) <= LONGEST

    def validate(self, value: list[str]) -> None:
        if len(value) > MOST_CHIPS:
            raise forms.ValidationError(say("Choose at most %(n)s.") % {"n": MOST_CHIPS})
        super().validate(value)


class Carried(forms.CharField):
    """Something that the page carries and nobody reads."""

    def __init__(self) -> None:
        super().__init__(label="", required=False, widget=forms.HiddenInput)
        self.widget.template_name = "forms/hidden.jinja"


def numbers(values: Iterable[int]) -> list[tuple[str, str]]:
    return [(str(n), str(n)) for n in values]


class Number(Choice):
    """One of a few numbers, in a list; None when nobody chose."""

    def __init__(self, label: Any, values: Iterable[int], **options: Any) -> None:
        super().__init__(label, choices=numbers(values), as_list=True, optional=True, **options)

    def clean(self, value: Any) -> int | None:
        given = super().clean(value)
        return int(given) if given else None


HOW_IT_WENT = ("support", "went_well", "was_hard")
MORE = ("ready", "confidence", "prompts", "minutes", "near_miss", "also_well", "also_hard", "happened_at")


class TrialForm(Once):
    stage, step, day = Carried(), Carried(), Carried()
    support = Choice(_("How did %(name)s do it?"), choices=SUPPORT, missing=_("Say how it was done."))
    went_well = Chips(_("What went well?"))
    was_hard = Chips(_("What was hard?"))
    words = LongWords(_("What does %(name)s say about it?"), hint=_("In %(name)s’s own words."), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.SAID, as_list=True, optional=True)
    risk = LongWords(_("If there was a new risk: what is it?"), rows=2, optional=True)
    new_risk = Choice(
        _("Was there a new risk?"), choices=(("no", _("No")), ("yes", _("Yes"))), missing=_("Say whether there was a new risk.")
    )
    ready = Choice(_("Does %(name)s say ready for the next step?"), choices=READY, in_row=True, optional=True)
    confidence = Number(_("How sure was %(name)s, from 1 to 10?"), range(1, 11), hint=_("As %(name)s says or points, not as it looked."))
    prompts = Number(_("How many prompts?"), range(1, 11))
    minutes = Number(_("How many minutes did it take, about?"), MINUTES)
    near_miss = LongWords(_("What nearly happened, if anything did?"), rows=2, optional=True)
    also_well = LongWords(_("What else went well?"), rows=2, optional=True)
    also_hard = LongWords(_("What else was hard?"), rows=2, optional=True)
    happened_at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, day_is_enough=True, optional=True)

    def __init__(self, *args: Any, chips: tuple[Iterable[str], Iterable[str]] = ((), ()), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, said in zip(("went_well", "was_hard"), chips, strict=True):
            self.set_choices(name, [(each, each) for each in said])

    @property
    def more(self) -> Any:
        """What is rarely needed."""
        return self.fold(MORE, say("How sure, how many prompts, how long, what nearly happened"))

    def clean_day(self) -> Any:
        """The day that the sheet was opened for: today, or yesterday for whoever comes off a night."""
        today = clock.today()
        given = self.cleaned_data["day"] or str(today)
        if given not in (str(today), str(today - timedelta(days=1))):
            raise forms.ValidationError(say("This sheet is of another day. Go back to Today and open the step again."))
        return today if given == str(today) else today - timedelta(days=1)

    def clean_new_risk(self) -> bool:
        return bool(self.cleaned_data["new_risk"] == "yes")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_trial`, without the stage and the step."""
        same = {name: given[name] for name in ("support", "new_risk", "risk", "ready", "confidence", "prompts", "minutes", "near_miss")}
        said = JustSaid(given["how_told"] or HowTold.SAID.value, given["words"])
        return same | {
            "went_well": lines(given["went_well"], given["also_well"]),
            "was_hard": lines(given["was_hard"], given["also_hard"]),
            "said": said if said.says_something else None,
            "day": given["day"],
            "written": Written(id=given["id"], occurred_at=given["happened_at"] or on_day(given["day"])),
        }


def lines(chips: Iterable[str], also: str) -> str:
    """What was ticked and what was written besides, one a line."""
    return "\n".join([*chips, *filter(None, (each.strip() for each in also.splitlines()))])


def on_day(day: Any) -> Any:
    """Of a sheet for yesterday: the end of that day, unless somebody said when it was."""
    return clock.end_of(day) if day < clock.today() else None


class CorrectForm(Form):
    """Putting a try right. What the person said is put right as their words."""

    support = Choice(_("How did %(name)s do it?"), choices=SUPPORT, missing=_("Say how it was done."))
    went_well = LongWords(_("What went well?"), hint=_("One a line."), rows=3, optional=True)
    was_hard = LongWords(_("What was hard?"), hint=_("One a line."), rows=3, optional=True)
    new_risk = Choice(_("Was there a new risk?"), choices=(("no", _("No")), ("yes", _("Yes"))), in_row=True)
    risk = LongWords(_("If there was a new risk: what is it?"), rows=2, optional=True)
    near_miss = LongWords(_("What nearly happened, if anything did?"), rows=2, optional=True)
    ready = Choice(_("Does %(name)s say ready for the next step?"), choices=READY, in_row=True, optional=True)
    confidence = Number(_("How sure was %(name)s, from 1 to 10?"), range(1, 11))
    prompts = Number(_("How many prompts?"), range(1, 11))
    minutes = Number(_("How many minutes did it take, about?"), MINUTES)
    reason = Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))

    PARTS = (
        Part(("support", "went_well", "was_hard", "new_risk", "risk", "reason")),
        Part(("near_miss", "ready", "confidence", "prompts", "minutes"), _("How sure, how many prompts, how long"), folded=True),
    )
    SAME = ("support", "went_well", "was_hard", "risk", "near_miss", "ready", "confidence", "prompts", "minutes")

    def clean_new_risk(self) -> bool:
        return bool(self.cleaned_data["new_risk"] == "yes")

    @classmethod
    def of(cls, row: Any) -> dict[str, Any]:
        """What stands of a try."""
        return {name: getattr(row, name) for name in cls.SAME} | {"new_risk": "yes" if row.new_risk else "no"}
