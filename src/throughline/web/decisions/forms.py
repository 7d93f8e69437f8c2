"""A question, its options, the decision and the telling. `arguments` turns the answers into what the actions take."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.base.models.recorded import Topic
from throughline.base.written import Written
from throughline.decisions.choices import Area, ExcludedClass, Impact, Limits, Reaction, ToldReaction

from ..authority.forms import ContactForm
from ..forms import Choice, Choices, Form, LongWords, Moment, Tick, Words
from ..forms.once import OnceId

IMPACT_HINTS: dict[str, Any] = {
    Impact.LOW: _("Tea in another chair. One line is enough."),
    Impact.MODERATE: _("A new routine, a group, who supports %(name)s. At least two options."),
    Impact.HIGH: _("Moving home, treatment, being kept safe, seeing people. At least two options, and everything that was weighed."),
}
REACTIONS = (
    (Reaction.PICKED, _("%(name)s picked this")),
    (Reaction.LIKED, _("%(name)s liked it")),
    (Reaction.UNSURE, _("%(name)s was not sure")),
    (Reaction.NO, _("%(name)s said or showed no")),
    (Reaction.NOT_SHOWN, _("%(name)s was not shown this one")),
)
TOLD = (
    (ToldReaction.RIGHT, _("%(name)s said or showed that it is right")),
    (ToldReaction.NOT_RIGHT, _("%(name)s said or showed that it is not right")),
    (ToldReaction.UNSURE, _("%(name)s was not sure")),
)


class QuestionForm(ContactForm):
    id = OnceId()
    text = Words(
        _("What is to be decided?"),
        hint=_("One thing, as a question. For example: how should afternoons be at Elm House?"),
        missing=_("Write what is to be decided."),
    )
    area = Choice(
        _("Which part of life is it about?"), choices=Area.choices, as_list=True, missing=_("Say which part of life it is about.")
    )
    impact = Choice(
        _("How much hangs on it for %(name)s?"), choices=Impact.choices, hints=IMPACT_HINTS, missing=_("Say how much hangs on it.")
    )
    emergency_because = Words(_("It cannot wait, because"), hint=_("Only in an emergency. Leave it empty when it can wait."), optional=True)
    excluded_class = Choice(
        _("Is it one of the things that nobody may decide for somebody else?"),
        choices=[(value, label) for value, label in ExcludedClass.choices if value],
        as_list=True,
        optional=True,
        hint=_("The law names them. Only %(name)s can decide these."),
    )

    contact = Choice(_("Which of %(name)s’s people is it about?"), choices=(), as_list=True, optional=True)
    shares = Choices(
        _("If it is about sharing: what would they know about?"),
        choices=Topic.choices,
        hint=_("What is decided opens this to them, and nothing else to anybody else."),
        optional=True,
    )
    repeated = Tick(_("It comes again and again: decide once how it is done each time, and look at it again within a year"), optional=True)

    FIRST = ("text", "area", "impact")
    WHOM = ("contact", "shares")
    MORE = ("emergency_because", "excluded_class", "repeated")
    WHO = ("contact",)

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `ask`."""
        return {name: given[name] for name in (*self.FIRST, *self.WHOM, *self.MORE)} | {"written": Written(id=given["id"])}


class OptionForm(Form):
    id = OnceId()
    title = Words(_("The option, in a few words"), hint=_("Keeping it as it is counts as one."), missing=_("Write the option."))
    benefits = LongWords(_("What is good about it?"), hint=_("One on each line."), rows=3, optional=True)
    risks = LongWords(_("What is less good, or could go wrong?"), hint=_("One on each line."), rows=3, optional=True)
    how_shown = Words(_("How was it shown to %(name)s?"), hint=_("For example: a photo of the quiet room."), optional=True)
    limits = Choice(
        _("How much does it limit %(name)s?"), choices=Limits.choices, hint=_("Needed when it may be decided for %(name)s."), optional=True
    )
    reaction = Choice(_("How did %(name)s take it?"), choices=REACTIONS, initial=Reaction.NOT_SHOWN)
    reaction_words = Words(_("In %(name)s’s words, or what was seen"), optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `offer`."""
        same = ("title", "benefits", "risks", "how_shown", "reaction", "reaction_words")
        limits = int(given["limits"]) if given["limits"] else None
        return {name: given[name] for name in same} | {"limits": limits, "written": Written(id=given["id"])}


class TalkedForm(Form):
    conversation = Choice(_("In which meeting or talk?"), choices=(), missing=_("Choose the meeting or talk."))

    def __init__(self, *args: Any, held: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = {str(each.pk): each for each, _label in held}
        self.set_choices("conversation", [(str(each.pk), label) for each, label in held])

    def clean_conversation(self) -> Any:
        return self.held[self.cleaned_data["conversation"]]


class TellForm(Form):
    id = OnceId()
    how = Words(_("How was %(name)s told?"), hint=_("For example: with photos and a talk."), missing=_("Say how %(name)s was told."))
    shown_back = Tick(_("%(name)s said it or showed it back"), optional=True)
    reaction = Choice(_("Is it right?"), choices=TOLD, missing=_("Say how %(name)s took it."))
    reaction_words = Words(_("In %(name)s’s words, or what was seen"), optional=True)
    told_at = Moment(
        _("When was it?"), hint=_("Leave it empty for just now. A day is enough."), past=True, day_is_enough=True, optional=True
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `tell`."""
        same = ("how", "shown_back", "reaction", "reaction_words")
        return {name: given[name] for name in same} | {"written": Written(id=given["id"], occurred_at=given["told_at"])}
