"""Correcting a record: the form, what it says now, and the action it goes to."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.practice import actions

from ... import about_person
from ...forms import Form, FormPage
from ...parts import Button, Link
from .. import forms
from . import words


def form(data: Any, sight: Sight, record: Any) -> Form:
    """What it says now stands in the form."""
    return forms.Better(data, names={"name": sight.person.name}, initial={"result": record.result, "note": record.note})


def act(record: Any, by: Any) -> Callable[[dict[str, Any]], Any]:
    """Correct it, or end it as a mistake. A reason that belongs to another answer goes with that answer."""

    def correct(given: dict[str, Any]) -> Any:
        if given["mistake"]:
            return actions.mistake_routine(record=record, reason=given["reason"], by=by)
        why_not = record.why_not if given["result"] == record.result else ""
        return actions.correct_routine(
            record=record, result=given["result"], note=given["note"], why_not=why_not, reason=given["reason"], by=by
        )

    return correct


def page(sight: Sight, record: Any, asked: Form) -> FormPage:
    """The page."""
    return FormPage(
        asked,
        Button(_("Correct it"), main=True),
        heading=_("Correct what was recorded"),
        back=Link(_("Back to the record"), reverse("today:recorded", args=[record.pk])),
        intro=_("%(step)s: %(result)s") % {"step": _step(record), "result": words.result(record.result, sight.person.name)},
        portrait=about_person.portrait(sight.person),
    )


def _step(record: Any) -> str:
    return record.step.text if record.step else record.version.title
