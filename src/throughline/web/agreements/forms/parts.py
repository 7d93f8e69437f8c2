from typing import Any

from throughline.agreements.choices import PartKind, PartVerdict
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written
from throughline.people.choices import Area

from ...forms import Choice, Day, Form, LongWords
from ...forms.once import OnceId
from ...said.who import AroundForm, Who
from .heard import Heard

TEAM = "team"
BY_TEAM = _("%(Staff)s who are trained for it")
KINDS = (
    (PartKind.CONTRIBUTES, PartKind.CONTRIBUTES.label),
    (PartKind.CONSULTED, PartKind.CONSULTED.label),
    (PartKind.INFORMED, PartKind.INFORMED.label),
    (PartKind.DELIVERS_CARE, PartKind.DELIVERS_CARE.label),
    (PartKind.DECIDES, PartKind.DECIDES.label),
)
HINTS = {
    PartKind.INFORMED.value: _("This opens nothing by itself: %(name)s says what they may know."),
    PartKind.DECIDES.value: _("Only what %(name)s cannot decide, and only by a power or a court’s order whose papers somebody has seen."),
}
HALF_A_YEAR = _("Leave it empty for half a year from now.")


class Taking(Who):
    """One of those around the person, or the trained staff; its value is who, as the action takes it."""

    def offer(self, everybody: Any) -> None:
        super().offer(everybody)
        self.choices = [("", self.nobody), *((each.key, each.label) for each in everybody), (TEAM, BY_TEAM)]

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return {"team": True} if value == TEAM else {"contact": chosen.contact, "staff": chosen.staff}


class PartForm(AroundForm, Heard):
    who = Taking(_("Who takes part?"), missing=_("Say who takes part."))
    area = Choice(_("In which part of life?"), choices=Area.choices, as_list=True, missing=_("Choose a part of life."))
    part = Choice(_("How?"), choices=KINDS, hints=HINTS, missing=_("Say how they take part."))
    because = LongWords(_("Why?"), rows=2, missing=_("Write why they take part in this."))
    needs_then = LongWords(
        _("What does %(name)s need in this now?"), hint=_("So that it shows when it has changed."), rows=2, optional=True
    )
    since_on = Day(_("Since when?"), past=True)
    look_again_on = Day(_("When is it looked at again?"), hint=HALF_A_YEAR, ahead=True, optional=True)

    field_order = ("id", "who", "area", "part", "because", "needs_then", *Heard.SAYS, "since_on", "look_again_on")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_part`."""
        told = super().arguments(given)
        return told | told.pop("who")


class SupportForm(AroundForm, Heard):
    who = Who(_("Who is there for %(name)s?"), missing=_("Say who it is."))
    how = LongWords(_("How?"), hint=_("For example: rings on Sundays."), rows=2, missing=_("Write how they are there for %(name)s."))
    since_on = Day(_("Since when?"), past=True)

    field_order = ("id", "who", "how", *Heard.SAYS, "since_on")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_support`."""
        told = super().arguments(given)
        somebody = told.pop("who")
        return told | {"contact": somebody.contact, "staff": somebody.staff}


class AgainForm(Heard):
    verdict = Choice(
        _("What comes of it?"),
        choices=PartVerdict.choices,
        hints={PartVerdict.CHANGE.value: _("You say next who does it from now on.")},
    )
    because = LongWords(_("Why?"), rows=2, missing=_("Write why it stays or changes."))
    look_again_on = Day(_("When is it looked at again?"), hint=HALF_A_YEAR, ahead=True, optional=True)

    field_order = ("id", *Heard.SAYS, "verdict", "because", "look_again_on")


class EndForm(AroundForm):
    id = OnceId()
    on = Day(_("From which day?"), past=True)
    why = LongWords(_("Why does it end?"), rows=2, missing=_("Write why it ends."))
    who = Taking(_("Who does it from now on?"), nobody=_("Nobody: it is not needed any more"), optional=True)
    part = Choice(_("How?"), choices=KINDS, hints=HINTS, hint=_("Of whoever does it from now on."), optional=True)
    needs_then = LongWords(_("What does %(name)s need in this now?"), rows=2, optional=True)
    support = LongWords(
        _("How do they go on being there for %(name)s?"),
        hint=_("Being there needs no part in this, and does not end with it. Leave it empty if it is written down already."),
        rows=2,
        optional=True,
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `end_part`."""
        new = {name: value for name, value in given["who"].items() if value}
        more = {"needs_then": given["needs_then"]} | ({"part": given["part"]} if given["part"] else {})
        same = {name: given[name] for name in ("on", "why", "support")}
        return same | {"replaced_by": new | more if new else None, "written": Written(id=given["id"])}


class EndSupportForm(Form):
    id = OnceId()
    on = Day(_("From which day?"), past=True)
    why = LongWords(_("Why?"), rows=2, missing=_("Write why."))


class NeedForm(Form):
    id = OnceId()
    area = Choice(_("In which part of life?"), choices=Area.choices, as_list=True, missing=_("Choose a part of life."))
    words = LongWords(
        _("What is different now?"),
        hint=_("What was seen or said, not what should be done."),
        rows=3,
        missing=_("Write what is different."),
    )
    since_on = Day(_("Since when?"), past=True)


def as_kept(given: dict[str, Any]) -> dict[str, Any]:
    """For an action that takes the answers as they are, with the id that the page brought."""
    return {name: value for name, value in given.items() if name != "id"} | {"written": Written(id=given["id"])}
