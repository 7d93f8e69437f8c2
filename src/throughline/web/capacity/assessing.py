"""The form of an assessment, in the order of the test: can the person decide it, then why not, then what it comes to."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from throughline.base import clock
from throughline.base.terms import gettext as say
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written
from throughline.decisions.choices import Conclusion, Fluctuates, Impairment, Shown
from throughline.decisions.parts import InformationGiven, SupportTried

from ..forms import Choice, Day, LongWords, Moment, Tick, Words
from ..forms.once import OnceId
from ..said.who import AroundForm, Who

ABILITIES = {
    "understands": _("Does %(name)s understand what it is about, and what happens either way?"),
    "retains": _("Can %(name)s keep it in mind for as long as it takes to decide?"),
    "weighs": _("Can %(name)s use it and weigh it?"),
    "communicates": _("Can %(name)s say or show what they decide, in any way?"),
}
CONCLUSIONS = (
    (Conclusion.ABLE, _("%(name)s can decide this")),
    (Conclusion.LACKS, _("%(name)s cannot decide this, at this time")),
    (Conclusion.NOT_CONCLUDED, _("No conclusion yet: %(name)s is presumed able")),
)
TRIES = 3
PLAIN = (
    "doubted_because",
    "why_this_assessor",
    "place",
    "others_there",
    "impairment",
    "impairment_words",
    "causal_link",
    "other_explanations",
    "conclusion",
    "reasons",
    "meanwhile",
    "fluctuates",
    "best_times",
    "review_by",
    "disagrees_words",
)


class AssessForm(AroundForm):
    id = OnceId()
    doubted_because = LongWords(
        _("Why is it in doubt that %(name)s can decide this?"),
        hint=_("%(name)s is presumed able. That a choice is unwise is not enough, and a diagnosis is not either."),
        rows=2,
        missing=_("Write what gave reason to doubt it."),
    )
    assessor = Who(_("Who assessed it?"), hint=_("One person, who was there."), missing=_("Say who assessed it."))
    assessed_at = Moment(
        _("When was it?"), hint=_("Leave it empty for just now. A day is enough."), past=True, day_is_enough=True, optional=True
    )
    place = Words(
        _("Where, and why at that hour?"), hint=_("For example: the quiet room, in the morning, when Jo is at ease."), optional=True
    )
    others_there = Words(_("Who else was there?"), optional=True)
    why_this_assessor = Words(_("Why them?"), optional=True)
    information = LongWords(
        _("What was %(name)s told about it, and how was it shown?"),
        hint=_("One thing on each line, with what happens either way. For example: what the dentist does, with photos."),
        rows=3,
        missing=_("Write what %(name)s was told."),
    )
    impairment = Choice(
        _("Is there an impairment or disturbance of the mind or brain?"), choices=Impairment.choices, initial=Impairment.UNSURE, in_row=True
    )
    impairment_words = LongWords(_("What is it, in plain words?"), hint=_("No diagnosis is needed."), rows=2, optional=True)
    causal_link = LongWords(
        _("How is that why %(name)s cannot decide this?"), hint=_("Needed when %(name)s cannot decide it."), rows=2, optional=True
    )
    other_explanations = LongWords(
        _("What else could explain it?"),
        hint=_("Pressure by somebody, how it was said, a bad day, or that %(name)s disagrees with us."),
        rows=2,
        optional=True,
    )
    conclusion = Choice(_("What does it come to?"), choices=CONCLUSIONS, missing=_("Say what it comes to."))
    reasons = LongWords(_("Why?"), rows=2, optional=True)
    meanwhile = LongWords(
        _("On what footing do %(staff)s act meanwhile?"), hint=_("Only when there is no conclusion yet."), rows=2, optional=True
    )
    fluctuates = Choice(_("Does how %(name)s is go up and down?"), choices=Fluctuates.choices, initial=Fluctuates.NO, in_row=True)
    best_times = Words(_("When is %(name)s at their best?"), hint=_("Needed when it goes up and down."), optional=True)
    review_by = Day(
        _("When is it looked at again?"), hint=_("Within a year; within three months when it goes up and down."), ahead=True, optional=True
    )
    disagrees_words = LongWords(_("Does %(name)s see it otherwise? In their words"), rows=2, optional=True)

    FIRST = ("doubted_because", "assessor")
    MORE_FIRST = ("assessed_at", "place", "others_there", "why_this_assessor")
    THEN = ("impairment", "impairment_words", "causal_link", "other_explanations")
    LAST = ("conclusion", "reasons")
    MORE_LAST = ("meanwhile", "fluctuates", "best_times", "review_by", "disagrees_words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in ABILITIES.items():
            self.fields[name] = Choice(label, choices=Shown.choices, in_row=True, missing=_("Choose yes, no, or not asked."))
            self.fields[f"{name}_seen"] = Words(_("What did %(name)s say or do?"), optional=True)
            self.says_nothing_of_optional(f"{name}_seen")
        for n in range(1, TRIES + 1):
            self.fields[f"tried_{n}"] = Words(_("What was tried"), optional=True)
            self.fields[f"tried_{n}_on"] = Day(_("On which day"), past=True, optional=True)
            self.fields[f"tried_{n}_came"] = Words(_("What came of it"), optional=True)
        for name in ("causal_link", "best_times", "meanwhile"):
            self.says_nothing_of_optional(name)

    @property
    def abilities(self) -> list[tuple[Any, Any]]:
        """The four abilities, each with what was seen."""
        return [(self[name], self[f"{name}_seen"]) for name in ABILITIES]

    @property
    def tries(self) -> list[tuple[Any, Any, Any]]:
        """Rooms for help that was tried."""
        return [(self[f"tried_{n}"], self[f"tried_{n}_on"], self[f"tried_{n}_came"]) for n in range(1, TRIES + 1)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for n in range(1, TRIES + 1):
            if given.get(f"tried_{n}") and not given.get(f"tried_{n}_on"):
                self.add_error(f"tried_{n}_on", say("Say on which day it was tried."))
        return given

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `assess` and `correct_assessment`."""
        names = [*PLAIN, *ABILITIES, *(f"{name}_seen" for name in ABILITIES)]
        return {name: given[name] for name in names} | {
            "assessor_contact": given["assessor"].contact,
            "assessor_staff": given["assessor"].staff,
            "information": [InformationGiven(text=line.strip()[:300]) for line in given["information"].splitlines() if line.strip()],
            "tried": list(self._tried(given)),
            "written": Written(id=given["id"], occurred_at=given["assessed_at"]),
        }

    def _tried(self, given: dict[str, Any]) -> Iterator[SupportTried]:
        for n in range(1, TRIES + 1):
            if given[f"tried_{n}"]:
                on: date = given[f"tried_{n}_on"] or clock.today()
                yield SupportTried(what=given[f"tried_{n}"], on=on, came_of_it=given[f"tried_{n}_came"])

    def add_error(self, field: Any, error: Any) -> None:
        """What the law finds of the help that was tried belongs beside the first room for it."""
        super().add_error("tried_1" if field == "tried" else field, error)


class CorrectForm(AssessForm):
    reason = Words(_("Why is it put right?"), hint=_("The first words stay in the record."), missing=_("Say why it is put right."))

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        return super().arguments(given) | {"reason": given["reason"]}


class ToldForm(AroundForm):
    id = OnceId()
    how = Words(_("How was %(name)s told?"), hint=_("For example: with photos and a talk."), missing=_("Say how %(name)s was told."))
    disagrees = Tick(_("%(name)s sees it otherwise"), optional=True)
    words = LongWords(_("In %(name)s’s words, or what was seen"), rows=2, optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `tell_of_assessment`."""
        return {name: given[name] for name in ("how", "disagrees", "words")} | {"written": Written(id=given["id"])}
