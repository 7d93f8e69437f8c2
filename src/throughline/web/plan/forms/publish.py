"""Making a version what staff follow, and ending an item."""

from collections.abc import Iterable
from typing import Any

from throughline.base import clock
from throughline.base.terms import gettext_lazy as _
from throughline.plan.law import OWN_BASES

from ... import words
from ...forms import Choice, Form, Words


class PublishForm(Form):
    """Whether it limits the person, which decision it rests on, and what staff are told."""

    limits = Choice(
        _("Does it limit, control or stop %(name)s in anything?"),
        choices=(("yes", _("Yes, it does")), ("no", _("No, in nothing"))),
        hints={"yes": _("It then needs a valid decision of %(name)s’s about this limit.")},
        hint=_("For example: a door that is kept locked, how much or how often, or going out only with %(staff)s."),
        missing=_("Say whether it limits, controls or stops %(name)s in anything."),
    )
    decision = Choice(
        _("Which decision of %(name)s’s does it rest on?"), choices=[], missing=_("Choose the decision, or say that there is none.")
    )
    may_deprive = Choice(
        _("May it take %(name)s’s liberty away?"),
        choices=(("yes", _("Yes, or nobody knows")), ("no", _("No"))),
        hint=_("Only when it limits or stops %(name)s and %(name)s did not decide it."),
        hints={
            "yes": _("Then somebody has to have looked at it and concluded, or it has to be authorised."),
            "no": _("Then somebody who may conclude that, such as the registered manager, has to have looked at it with this decision."),
        },
        initial="yes",
    )
    sign_off = Choice(
        _("%(Staff)s are signed off for this card. Do they need to be signed off anew?"),
        choices=(("yes", _("Yes, what they do changes")), ("no", _("No, it is said better and they do the same"))),
        missing=_("Say whether %(staff)s need to be signed off anew."),
    )
    message = Words(
        _("What changes, and why?"),
        hint=_("A sentence for %(staff)s. It stands beside the version for as long as the record is kept."),
        missing=_("Write in a sentence what changes, and why."),
        max_length=300,
    )

    def __init__(self, *args: Any, decisions: Iterable[Any], none_allowed: bool, asks_limits: bool, is_key: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_limits:
            del self.fields["limits"]
        if not is_key:
            del self.fields["sign_off"]
        self.decisions = {str(each.pk): each for each in decisions}
        if all(each.basis in OWN_BASES for each in self.decisions.values()):
            del self.fields["may_deprive"]
        none = [("none", _("None. It was started by %(staff)s"))] if none_allowed else []
        field: Any = self.fields["decision"]
        field.choices = [*((key, _named(each)) for key, each in self.decisions.items()), *none]
        field.widget.hints = {key: _when(each) for key, each in self.decisions.items()} | {"none": NO_DECISION}
        if not field.choices:
            del self.fields["decision"]

    def clean_decision(self) -> Any:
        return self.decisions.get(self.cleaned_data["decision"])

    def clean_limits(self) -> bool:
        return bool(self.cleaned_data["limits"] == "yes")

    def clean_sign_off(self) -> bool:
        return bool(self.cleaned_data["sign_off"] == "yes")

    def clean_may_deprive(self) -> bool:
        return bool(self.cleaned_data["may_deprive"] == "yes")


NO_DECISION = _("It is shown as started by %(staff)s, and counts as a gap until %(name)s decides.")


def _named(decision: Any) -> str:
    return f"{decision}: {decision.outcome}"


def _when(decision: Any) -> str:
    return f"{decision.get_basis_display()}, {words.short_day(decision.occurred_at, clock.today())}"


class EndForm(Form):
    """Why an item ends."""

    message = Words(
        _("Why does it end?"),
        hint=_("A sentence for %(staff)s. Everything about it stays in the record."),
        missing=_("Write in a sentence why it ends."),
        max_length=300,
    )
