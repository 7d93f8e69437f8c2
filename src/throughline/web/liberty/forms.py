"""A liberty review, an objection, an authorisation. `arguments` turns the answers into what the actions take."""

from collections.abc import Iterable
from typing import Any

from throughline.base.terms import gettext as say
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written
from throughline.decisions.choices import AuthorisedBy, Consistent, Feeling, Ground, LibertyConclusion
from throughline.decisions.parts import LibertyWish

from ..citing import CitingForm, Once
from ..forms import Choice, Choices, Day, LongWords, Part, Tick, Words
from ..forms.choices import FoldedBoxes

OBJECTS = (
    (Feeling.OBJECTS_WORDS, _("%(name)s says no to it, or to a part of it")),
    (Feeling.OBJECTS_BEHAVIOUR, _("%(name)s shows that it is not wanted: tries to leave, pushes away, is %(upset)s by it")),
)
FEELINGS = (
    (Feeling.WANTS, _("%(name)s wants to live like this, and shows it")),
    (Feeling.GOES_ALONG, _("%(name)s goes along with it")),
    *OBJECTS,
)
SAME = (
    "arrangements",
    "restrictions",
    "kind_of",
    "duration",
    "effects",
    "manner",
    "purpose",
    "normality",
    "freedom_to_leave",
    "contacts",
    "coercion",
    "consistent",
    "no_wishes_because",
    "conclusion",
    "grounds",
    "reasons",
    "objection_answer",
    "advice",
    "look_again_by",
)


class ReviewForm(CitingForm):
    wants = Choices(_("Which words or signs show that %(name)s wants to live like this?"), choices=(), optional=True)
    objects = Choices(_("Which show that %(name)s does not want it, or a part of it?"), choices=(), optional=True)
    seen = LongWords(_("What else was seen?"), hint=_("What %(name)s did, and when. Not what it means."), rows=3, optional=True)
    seen_feeling = Choice(
        _("What did that show?"),
        choices=FEELINGS,
        hints={Feeling.GOES_ALONG: _("Being calm, or having said yes when asked, is not agreeing to it.")},
        optional=True,
    )
    seen_by = Words(_("Who saw it?"), optional=True)
    seen_on = Day(_("When?"), past=True, optional=True)
    consistent = Choice(_("Is it the same over time?"), choices=Consistent.choices, initial=Consistent.NOT_KNOWN, in_row=True)
    no_wishes_because = LongWords(
        _("Nothing could be heard or seen, because"), hint=_("Only then. Write also how it will be found out."), rows=2, optional=True
    )
    arrangements = LongWords(_("How does %(name)s live, and who is there?"), rows=2, missing=_("Write it in a few sentences."))
    looked_at = Choices(_("Which decisions about limits were looked at?"), choices=(), widget=FoldedBoxes(), optional=True)
    restrictions = LongWords(_("What else is limited?"), hint=_("One on each line."), rows=2, optional=True)
    freedom_to_leave = LongWords(
        _("Can %(name)s leave, go out and come back?"), rows=2, missing=_("Write what happens when %(name)s wants to leave.")
    )
    purpose = LongWords(_("What is it for?"), rows=2, missing=_("Write what it is for."))
    normality = LongWords(
        _("How ordinary is it, beside the life of somebody who needs the same support?"), rows=2, missing=_("Write how ordinary it is.")
    )
    kind_of = Words(_("Of what kind are the limits?"), optional=True)
    duration = Words(_("For how long, and how often?"), optional=True)
    effects = LongWords(_("What do they do to %(name)s?"), rows=2, optional=True)
    manner = LongWords(_("How are they carried out?"), rows=2, optional=True)
    contacts = LongWords(_("Whom can %(name)s see and speak to, and who says so?"), rows=2, optional=True)
    coercion = LongWords(_("Is there force, threat, or medicine to calm?"), rows=2, optional=True)
    advice = Words(_("Whose legal advice, and where is it?"), optional=True)
    conclusion = Choice(_("What do you conclude?"), choices=LibertyConclusion.choices, missing=_("Say what you conclude."))
    grounds = Choices(
        _("If nobody’s liberty is taken away: on what does that rest?"),
        choices=Ground.carrying(),
        hint=_("%(name)s being calm, or having said yes when asked, is no ground."),
        optional=True,
    )
    reasons = LongWords(_("Why?"), rows=2, missing=_("Write the reasons."))
    objection_answer = LongWords(
        _("What was done about what %(name)s objects to?"),
        hint=_("Needed when %(name)s objected, now or since the last time. Write what changed, and why the conclusion holds all the same."),
        rows=2,
        optional=True,
    )
    look_again_by = Day(_("By when does somebody look again?"), hint=_("Within a year. Sooner if %(name)s objects."), ahead=True)

    CITES = ("wants", "objects")
    PARTS = (
        Part(("wants", "objects", "consistent"), _("What %(name)s shows")),
        Part(("seen", "seen_feeling", "seen_by", "seen_on"), _("Something else was seen"), folded=True),
        Part(("no_wishes_because",), _("Nothing could be heard or seen"), folded=True),
        Part(("arrangements", "freedom_to_leave", "looked_at", "purpose", "normality"), _("How it is")),
        Part(
            ("restrictions", "kind_of", "duration", "effects", "manner", "contacts", "coercion", "advice"),
            _("More about the limits"),
            folded=True,
        ),
        Part(("conclusion", "grounds", "reasons", "objection_answer", "look_again_by"), _("Your conclusion")),
    )

    def __init__(self, *args: Any, decisions: Iterable[Any], asked: str = "", **kwargs: Any) -> None:
        """asked: the decision for which somebody came here, to be looked at beside those about limits."""
        super().__init__(*args, **kwargs)
        self.decisions = {str(each.pk): each for each in decisions}
        offered = [
            (key, say("%(number)s: %(outcome)s") % {"number": each, "outcome": each.outcome}) for key, each in self.decisions.items()
        ]
        self.set_choices("looked_at", offered)
        self.fields["looked_at"].initial = [
            key for key, each in self.decisions.items() if each.question.area == "restrictions" or key == asked
        ]
        self.fields["looked_at"].widget.most = 0  # type: ignore[attr-defined]
        self.fields["looked_at"].widget.fold = say("Choose from the decisions that stand")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("seen"):
            for name in ("seen_feeling", "seen_by", "seen_on"):
                if not given.get(name):
                    self.add_error(name, say("Say this of what was seen."))
        return given

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `review_liberty`."""
        return {name: given[name] for name in SAME} | {
            "wishes": self._wishes(given),
            "looked_at": [self.decisions[key] for key in given["looked_at"]],
            "written": Written(id=given["id"]),
        }

    def _wishes(self, given: dict[str, Any]) -> list[LibertyWish]:
        said = [LibertyWish(voice=self.cited(key), feeling=Feeling.WANTS) for key in given["wants"]]
        said += [LibertyWish(voice=self.cited(key), feeling=Feeling.OBJECTS_WORDS) for key in given["objects"]]
        if given["seen"]:
            said.append(LibertyWish(seen=given["seen"], feeling=given["seen_feeling"], seen_by=given["seen_by"], seen_on=given["seen_on"]))
        return said


class ObjectionForm(CitingForm):
    voice = Choice(_("Which words or signs are it?"), choices=(), as_list=True, optional=True)
    seen = LongWords(
        _("Or what was said or seen just now?"), hint=_("What %(name)s did, as it was. Not what it means."), rows=3, optional=True
    )
    feeling = Choice(_("How does %(name)s object?"), choices=OBJECTS, missing=_("Say how %(name)s objects."))
    seen_by = Words(_("Who saw or heard it?"), hint=_("Needed only when it was not you."), optional=True)

    CITES = ("voice",)

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])


class AuthorisationForm(Once):
    kind = Choice(_("What authorises it?"), choices=AuthorisedBy.choices, missing=_("Say what authorises it."))
    reference = Words(_("Which number does it have?"), missing=_("Write its number."))
    granted_by = Words(_("Who gave it?"), hint=_("For example: Elm council, or the Court of Protection."), optional=True)
    asked_on = Day(_("When was it asked for?"), past=True, optional=True)
    from_on = Day(_("From which day?"))
    until_on = Day(_("What is its last day?"), hint=_("Only a court’s order can have none."), optional=True)
    in_hospital = Tick(_("It is for a stay in hospital, and not for where we support %(name)s"), optional=True)
    extends = Choice(_("Does it make an urgent one longer?"), choices=(), as_list=True, optional=True)
    conditions = LongWords(_("With which conditions?"), hint=_("One on each line."), rows=4, optional=True)

    def __init__(self, *args: Any, urgent: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.urgent = {str(each.pk): each for each in urgent}
        self.set_choices("extends", [("", say("No")), *((key, str(each)) for key, each in self.urgent.items())])

    def clean_extends(self) -> Any:
        return self.urgent.get(self.cleaned_data["extends"])

    def clean_conditions(self) -> list[str]:
        return [each.strip() for each in self.cleaned_data["conditions"].splitlines() if each.strip()]


class MetForm(Once):
    evidence = LongWords(_("What shows that it is met?"), rows=3, missing=_("Write what shows it."))


class EndedForm(Once):
    on = Day(_("From which day is it no more?"), past=True)
    why = LongWords(_("Why?"), rows=2, missing=_("Say why."))
