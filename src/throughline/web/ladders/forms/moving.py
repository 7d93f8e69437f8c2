"""Moving somebody on or back on their ladder, and saying what people came to when they looked at the risks again."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.base.written import Written
from throughline.plan.choices import LinePart
from throughline.plan.parts import Line

from ...citing import CitingForm, Once, shown
from ...forms import Choice, Choices, Day, LongWords, Part, Words

NO_DECISION = _("None yet")
ON = _("When it goes on")
BACK = _("When it goes back")


class MoveForm(CitingForm):
    """On: the person's own yes. Back: why, that they were told, and when to try again. Staff follow it once it is published."""

    to = Choice(_("To which step?"), choices=(), missing=_("Choose the step."))
    title = Words(_("What is it called then?"), max_length=90, missing=_("Write what it is called."))
    voice = Choice(_("In which words did %(name)s say yes to it?"), choices=(), optional=True)
    look_again_on = Day(_("When do we look again at this with %(name)s?"), optional=True, ahead=True)
    reason = LongWords(_("Why does it go back?"), rows=2, optional=True)
    told = Words(_("How was %(name)s told, and what did %(name)s say?"), optional=True)
    try_again_on = Day(_("When can %(name)s try again?"), optional=True, ahead=True)

    CITES = ("voice",)
    PARTS = (
        Part(("to", "title")),
        Part(("voice", "look_again_on"), ON),
        Part(("reason", "told", "try_again_on"), BACK),
    )

    def __init__(self, *args: Any, steps: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("to", list(steps))

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `move`. Without another day people go on looking on the day that was agreed."""
        look = {"look_again_on": given["look_again_on"]} if given["look_again_on"] else {}
        same = {name: given[name] for name in ("title", "voice", "reason", "told", "try_again_on")}
        return same | look | {"to": int(given["to"]), "written": Written(id=given["id"])}


class RisksForm(Once):
    """What staff do now, or the decision by which everything stays as it is."""

    trials = Choices(_("Because of which tries?"), choices=())
    because = LongWords(
        _("What did you and %(name)s come to?"), rows=2, missing=_("Write in a sentence what you came to."), hint=_("In a sentence.")
    )
    do = Words(_("What do staff do from now on?"), optional=True)
    early_sign = Words(_("What is an early sign?"), optional=True)
    step_up = Words(_("When do staff get help?"), optional=True)
    decision = Choice(_("Which decision says so?"), choices=(), as_list=True, optional=True)

    LINES = (LinePart.DO, LinePart.EARLY_SIGN, LinePart.STEP_UP)
    PARTS = (Part(("trials", "because")), Part(("do", "early_sign", "step_up"), _("If something changes")), Part(("decision",)))

    def __init__(self, *args: Any, risks: Iterable[Any], decisions: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.risks = {str(each.pk): each for each in risks}
        self.decisions = {str(each.pk): each for each in decisions}
        self.set_choices("trials", [(key, told(each)) for key, each in self.risks.items()])
        self.set_choices("decision", [("", NO_DECISION), *((key, f"{each}: {each.outcome}") for key, each in self.decisions.items())])
        self.fields["trials"].initial = list(self.risks)

    def clean_trials(self) -> list[Any]:
        return [self.risks[key] for key in self.cleaned_data["trials"]]

    def clean_decision(self) -> Any:
        return self.decisions.get(self.cleaned_data["decision"])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `reissue`."""
        lines = [Line(part=part.value, text=given[part.value]) for part in self.LINES if given[part.value]]
        same = {name: given[name] for name in ("trials", "because", "decision")}
        return same | {"lines": lines, "written": Written(id=given["id"])}


def told(trial: Any) -> str:
    """What the new risk is, in the worker's words; the person's when nobody wrote it."""
    return trial.risk or (shown(trial.voice) if trial.voice else str(trial))
