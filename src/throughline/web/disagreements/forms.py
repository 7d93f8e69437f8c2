"""A disagreement, a position, a step, the closing. `arguments` turns the answers into what the actions take."""

from collections.abc import Iterable
from typing import Any

from throughline.base.terms import gettext as say
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written
from throughline.decisions.choices import CameTo, Rung
from throughline.people.choices import Party

from ..citing import CitingForm, Once
from ..forms import Choice, Day, LongWords, Tick, Words
from ..said.who import AroundForm, Who


class OpenForm(Once):
    subject = Words(_("About what, in a sentence?"), hint=_("For example: going to the shop alone."), missing=_("Write what it is about."))
    interim = LongWords(
        _("What keeps %(name)s safe and free until it is settled?"),
        hint=_("What %(name)s chose goes on, unless the law says otherwise."),
        rows=2,
        optional=True,
    )
    about_capacity = Tick(_("It is disputed whether %(name)s can decide it"), optional=True)
    about_safety = Tick(_("Somebody may come to harm over it"), hint=_("Then those who lead look at it at once."), optional=True)
    tenancy = LongWords(_("What do %(name)s’s rights as a tenant mean here?"), rows=2, optional=True)
    no_voice_because = LongWords(
        _("%(name)s’s own position cannot be had, because"),
        hint=_("Only then. Write also how %(name)s’s view came in."),
        rows=2,
        optional=True,
    )


class OpenFromVoiceForm(OpenForm):
    """Opened from the person's words, which are their position."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["no_voice_because"]


class PersonsForm(CitingForm):
    """The person's position: words that are on the record."""

    voice = Choice(_("Which of %(name)s’s words say where %(name)s stands?"), choices=(), missing=_("Choose %(name)s’s words."))
    evidence = LongWords(_("What does %(name)s rest it on?"), hint=_("For example: three trips that went well."), rows=2, optional=True)

    CITES = ("voice",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["voice"]
        field.choices = [(key, label) for key, label in field.choices if key]

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `take_position`."""
        return super().arguments(given) | {"party": Party.PERSON.value}


class OthersForm(AroundForm, Once):
    """Somebody else's position, in their own words."""

    who = Who(_("Whose position is it?"), missing=_("Say whose it is."))
    words = LongWords(_("Where do they stand, in their own words?"), rows=3, missing=_("Write it in their own words."))
    evidence = LongWords(_("What do they rest it on?"), hint=_("What was seen, tried or counted."), rows=2, optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `take_position`."""
        who = given["who"]
        same = {"words": given["words"], "evidence": given["evidence"], "written": Written(id=given["id"])}
        return same | {"party": who.party, "contact": who.contact, "staff": who.staff}


class StepForm(Once):
    rung = Choice(_("Which step?"), choices=Rung.choices, missing=_("Choose the step."))
    because = LongWords(_("A step is passed over, because"), hint=_("Only then."), rows=2, optional=True)
    owner = Choice(_("Who sees to it?"), choices=(), as_list=True, missing=_("Say who sees to it."))
    due_on = Day(
        _("By when?"),
        hint=_("Left empty: 5 working days for the first step, 20 for the others. These are our own convention."),
        ahead=True,
        optional=True,
    )
    words = LongWords(_("What was done or agreed?"), rows=3, optional=True)
    interim = LongWords(_("What keeps %(name)s safe and free from now on?"), hint=_("Only when it changes."), rows=2, optional=True)
    tenancy = LongWords(_("What do %(name)s’s rights as a tenant mean here?"), hint=_("Only when it changes."), rows=2, optional=True)

    def __init__(self, *args: Any, team: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team = {str(each.pk): each for each in team}
        field: Any = self.fields["owner"]
        field.choices = [("", say("Choose one")), *((key, each.name) for key, each in self.team.items())]

    def clean_owner(self) -> Any:
        return self.team.get(self.cleaned_data["owner"])


class CloseForm(Once):
    came_to = Choice(_("What did it come to?"), choices=CameTo.choices, missing=_("Say what it came to."))
    settled_by = Choice(
        _("On which decision does that rest?"), hint=_("Needed when something changed."), choices=(), as_list=True, optional=True
    )
    reasons = LongWords(_("Why?"), rows=3, missing=_("Write the reasons."))
    told = LongWords(_("Who was told, and how?"), hint=_("%(name)s first."), rows=2, missing=_("Write who was told."))
    staff_now = LongWords(_("What do %(staff)s do now?"), rows=2, missing=_("Write what %(staff)s do now."))
    residual = LongWords(_("What is still seen otherwise, and by whom?"), rows=2, optional=True)
    look_again_on = Day(_("When do we look again?"), ahead=True)

    def __init__(self, *args: Any, decisions: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decisions = {str(each.pk): each for each in decisions}
        offered = [
            (key, say("%(number)s: %(outcome)s") % {"number": each, "outcome": each.outcome}) for key, each in self.decisions.items()
        ]
        self.set_choices("settled_by", [("", say("None")), *offered])

    def clean_settled_by(self) -> Any:
        return self.decisions.get(self.cleaned_data["settled_by"])
