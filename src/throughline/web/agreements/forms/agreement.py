"""A version of an agreement: short where nothing is said, filled with plain proposals that are prompts; and what somebody says to it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import ngettext

from throughline.agreements.actions import Answered
from throughline.agreements.choices import Agreed, Involved, Rhythm
from throughline.agreements.parts import AgreementParty, EscalationStep, MeetingRule, SharedThing
from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext as say
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written

from ...forms import Choice, Choices, Day, LongWords, Part, Tick, Words
from ...forms.choices import FoldedBoxes
from ...forms.parts import ShownPart, is_given, shown
from .heard import Heard
from .proposals import STEPS

TAKES = [each for each in Involved.choices if each[0] != Involved.DECIDES]
ANSWERS = (
    (Agreed.NOT_ASKED, _("%(name)s has not been asked yet")),
    (Agreed.AGREED, _("%(name)s agrees")),
    (Agreed.REFUSED, _("%(name)s does not agree")),
)
OTHERS = ((Agreed.AGREED, Agreed.AGREED.label), (Agreed.REFUSED, Agreed.REFUSED.label))
NOT_OPEN = _("Not open to %(who)s: %(name)s was not asked, or said no")
MEANT = _("Keep it as it is all the same. What is said above takes no effect.")


def _listed(label: Any, choices: Any, **options: Any) -> Choice:
    return Choice(label, choices=choices, as_list=True, optional=True, **options)


class VersionForm(Heard):
    after = forms.CharField(required=False, widget=forms.HiddenInput)
    because = Words(_("Why is there a new version?"), optional=True)
    purpose = LongWords(_("What is it for?"), rows=2, missing=_("Write what it is for."))
    consent_checked = LongWords(_("How is %(name)s asked, each time?"), rows=2, optional=True)
    rules = LongWords(_("What holds when people meet?"), hint=_("One thing a line."), rows=6, optional=True)
    conflict = LongWords(_("What do %(staff)s do when somebody asks for what %(name)s did not choose?"), rows=2, optional=True)
    advocate = LongWords(_("Who can help %(name)s to be heard?"), rows=2, optional=True)
    circle_does = LongWords(_("How do %(name)s’s people treat %(staff)s and %(name)s?"), rows=2, optional=True)
    staff_do = LongWords(_("How do %(staff)s treat %(name)s’s people?"), rows=2, optional=True)
    given_how = Words(_("How was it shown to %(name)s?"), hint=_("For example: with photos, in two short talks."), optional=True)
    look_again_on = Day(_("When is it looked at again?"), hint=_("Leave it empty for half a year from now."), ahead=True, optional=True)
    answer = Choice(_("What does %(name)s say to it?"), choices=ANSWERS, initial=Agreed.NOT_ASKED)
    decision = _listed(
        _("Or which decision does it rest on?"), (), hint=_("Only where %(name)s cannot decide this, and it was decided as the law says.")
    )
    anyway = Tick(MEANT, optional=True)

    def __init__(
        self, *args: Any, contacts: Iterable[Any], levels: Mapping[Any, str], decisions: Iterable[Any], first: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.contacts, self.levels = list(contacts), levels
        self.decisions = {str(each.pk): each for each in decisions}
        listed: Any = self.fields["decision"]
        listed.choices = [("", say("None of these")), *((key, f"{each}: {each.outcome}") for key, each in self.decisions.items())]
        for name in (*(["because"] if first else []), *([] if self.is_bound else ["anyway"]), *([] if self.decisions else ["decision"])):
            del self.fields[name]
        for contact in self.contacts:
            self._ask_of(contact)
        self._ask_steps()

    def _ask_of(self, contact: Any) -> None:
        """How one of the person's people takes part, and what they are told by itself."""
        who, pk = {"who": contact.name}, contact.pk
        self.fields[f"planning-{pk}"] = _listed(say("%(who)s: when something is planned") % who, TAKES, initial=Involved.NOT)
        self.fields[f"reviews-{pk}"] = _listed(say("%(who)s: when people look again") % who, TAKES, initial=Involved.NOT)
        decides = (*TAKES, (Involved.DECIDES, Involved.DECIDES.label))
        self.fields[f"decisions-{pk}"] = _listed(say("%(who)s: when something is decided") % who, decides, initial=Involved.NOT)
        self.fields[f"topics-{pk}"] = self._topics(contact)
        self.fields[f"rhythm-{pk}"] = _listed(say("%(who)s: when it is shared") % who, Rhythm.choices, initial=Rhythm.AT_REVIEWS)
        self.fields[f"event-{pk}"] = Words(
            say("%(who)s: when what happens?") % who, hint=_("If it is shared when something happens."), optional=True
        )

    def _topics(self, contact: Any) -> Choices:
        """What can be shared: what is open to them in sight, and the rest folded under why it is not."""
        several = [each for each in Topic.choices if (contact.pk, each[0]) in self.levels]
        closed = [each for each in Topic.choices if each not in several]
        who = {"who": contact.name, **self.names}
        boxes = FoldedBoxes()
        boxes.most, boxes.fold = len(several), NOT_OPEN % who
        label = say("%(who)s: what is shared without being asked for") % who
        return Choices(label, choices=[*several, *closed], widget=boxes, optional=True)

    @property
    def in_parts(self) -> tuple[ShownPart, ...]:
        """What it is for and what the person says to it in sight; a fold for each who takes part, and for each thing that is agreed."""
        steps = sum(is_given(self[f"what-{n}"]) for n in range(1, len(STEPS) + 1))
        said = ngettext("%(num)s step", "%(num)s steps", steps) % {"num": steps}
        parts = (
            Part(("because", "purpose")),
            *(self._part_of(each) for each in self.contacts),
            Part(("consent_checked", "rules"), _("How %(name)s is asked, and what holds when people meet"), folded=True),
            Part(tuple(self._steps()), _("If people do not agree"), folded=True, note=said),
            Part(("conflict", "advocate", "circle_does", "staff_do"), _("What %(staff)s and %(name)s’s people do"), folded=True),
            Part(("answer", "words", "how_told"), _("What %(name)s says")),
            Part(("seen", "decision", "given_how"), _("If %(name)s showed it, or a decision carries it"), folded=True),
            Part(("look_again_on",), _("When it is looked at again"), folded=True),
            Part(("anyway",)),
        )
        return shown(self, parts, self.names)

    def _part_of(self, contact: Any) -> Part:
        """How one of them takes part; in a word while it is folded."""
        names = tuple(f"{name}-{contact.pk}" for name in ("planning", "reviews", "decisions", "topics", "rhythm", "event"))
        takes = any(self[name].value() not in (Involved.NOT, "", None) for name in names[:3])
        return Part(names, contact.name, folded=True, note=say("takes part") if takes else say("takes no part"))

    def _ask_steps(self) -> None:
        for n in range(1, len(STEPS) + 1):
            number = {"n": n}
            self.fields[f"what-{n}"] = Words(say("If people do not agree, step %(n)s: what happens?") % number, optional=True)
            self.fields[f"who-{n}"] = Words(say("Step %(n)s: who sees to it?") % number, hint=_("By name."), optional=True)
            self.fields[f"days-{n}"] = Words(say("Step %(n)s: within how many working days?") % number, width="4", optional=True)

    def _steps(self) -> list[str]:
        return [f"{name}-{n}" for n in range(1, len(STEPS) + 1) for name in ("what", "who", "days")]

    def clean(self) -> dict[str, Any]:
        """A step says who and within how many days; what is shared when something happens says what."""
        given = super().clean() or self.cleaned_data
        for n in range(1, len(STEPS) + 1):
            if given.get(f"what-{n}") and not given.get(f"who-{n}"):
                self.add_error(f"who-{n}", say("Say who sees to this step."))
            if given.get(f"what-{n}") and not str(given.get(f"days-{n}", "")).isdecimal():
                self.add_error(f"days-{n}", say("Write a number of days."))
        return given

    def parties(self, given: dict[str, Any]) -> list[AgreementParty]:
        """Those who take some part. Who decides by law does so in what the law lets them, which the view fills in."""
        rows = [
            AgreementParty(
                contact=each,
                in_planning=given[f"planning-{each.pk}"] or Involved.NOT,
                in_reviews=given[f"reviews-{each.pk}"] or Involved.NOT,
                in_decisions=given[f"decisions-{each.pk}"] or Involved.NOT,
            )
            for each in self.contacts
        ]
        several = [row for row in rows if {row.in_planning, row.in_reviews, row.in_decisions} != {Involved.NOT}]
        for n, row in enumerate(several, 1):
            row.position = n
        return several

    def shared(self, given: dict[str, Any]) -> list[SharedThing]:
        return [
            SharedThing(
                contact=each,
                about=topic,
                rhythm=given[f"rhythm-{each.pk}"] or Rhythm.AT_REVIEWS,
                event=given[f"event-{each.pk}"] if given[f"rhythm-{each.pk}"] == Rhythm.WHEN_IT_HAPPENS else "",
            )
            for each in self.contacts
            for topic in given[f"topics-{each.pk}"]
        ]

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `write_version`, without the parties, what is shared, and the version that it follows."""
        lines = [line.strip() for line in given["rules"].splitlines() if line.strip()]
        same = ("purpose", "consent_checked", "conflict", "advocate", "circle_does", "staff_do", "given_how", "look_again_on")
        return {
            **{name: given[name] for name in same},
            "because": given.get("because", ""),
            "rules": [MeetingRule(position=n, text=line) for n, line in enumerate(lines, 1)],
            "steps": [
                EscalationStep(position=n, what=given[f"what-{n}"], who=given[f"who-{n}"], days=int(given[f"days-{n}"]))
                for n in range(1, len(STEPS) + 1)
                if given[f"what-{n}"]
            ],
            "answers": [self.answered(given)],
            "written": Written(id=given["id"]),
        }

    def answered(self, given: dict[str, Any]) -> Answered:
        return Answered(given["answer"], said=self.said(given), decision=self.decisions.get(given.get("decision", "")))


class AnswerForm(Heard):
    """What one of them says: the person in their own way, anybody else in their words."""

    answer = Choice("", choices=ANSWERS)
    decision = _listed(_("Or which decision does it rest on?"), ())
    field_order = ("id", "answer", *Heard.SAYS, "decision")

    def __init__(self, *args: Any, who: str, decisions: Iterable[Any], of_person: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decisions, self.of_person = {str(each.pk): each for each in decisions}, of_person
        listed: Any = self.fields["decision"]
        listed.choices = [("", say("None of these")), *((key, f"{each}: {each.outcome}") for key, each in self.decisions.items())]
        self.fields["answer"].label = say("What does %(who)s say to it?") % {"who": who}
        if not of_person:
            self.set_choices("answer", OTHERS)
            self.fields["words"].label, self.fields["words"].help_text = say("In %(who)s’s own words") % {"who": who}, ""
        for name in ("how_told", "seen", "decision") if not of_person else () if self.decisions else ("decision",):
            del self.fields[name]

    def answered(self, given: dict[str, Any], **who: Any) -> Answered:
        if not self.of_person:
            return Answered(given["answer"], words=given["words"], **who)
        return Answered(given["answer"], said=self.said(given), decision=self.decisions.get(given.get("decision", "")))
