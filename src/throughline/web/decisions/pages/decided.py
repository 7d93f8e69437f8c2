"""A question that is decided: what stands, and the way to decide it again. What was written here meanwhile can still be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import queries as access
from throughline.people.sight import Sight

from ... import about_person
from ...parts import Button, Link, Portrait, State
from ...words import fill
from ..deciding import DecideForm, as_draft
from . import wording
from .question import DRAFT

WORDS = ("outcome", "reasons", "support_given", "no_voice_because", "only_one_because", "could_not", "look_again_if")


@dataclass(frozen=True)
class DecidedPage:
    back: Link
    portrait: Portrait
    title: str
    question: str
    decided: Link
    state: State
    again: tuple[Button, ...]
    written: tuple[tuple[str, str, None], ...]  # (what was asked, what was written, no way to change it)


def decided_page(request: HttpRequest, sight: Sight, decision: Any, form: Any = DecideForm, more: Iterable[str] = ()) -> DecidedPage:
    """Instead of the form: a question has one decision that takes effect, and its number stays. more: boxes that only this form has."""
    name, question = sight.person.name, decision.question
    ways = wording.again(decision, name)
    outcome = _("%(number)s: %(outcome)s") % {"number": decision, "outcome": decision.outcome}
    return DecidedPage(
        back=Link(_("The question"), reverse("decisions:question", args=[question.pk])),
        portrait=about_person.portrait(sight.person),
        title=_("This question is decided already"),
        question=question.text,
        decided=Link(outcome, reverse("decisions:decision", args=[decision.pk])),
        state=wording.standing_on(decision, name),
        again=(replace(ways[0], main=True), *ways[1:]),
        written=_written(_content(request, sight, question), name, form, (*WORDS, *more)),
    )


def _content(request: HttpRequest, sight: Sight, question: Any) -> Mapping[str, list[str]]:
    """What was just sent, or the draft that its author kept before it was decided."""
    if request.method == "POST":
        return as_draft(request.POST)
    draft = access.draft_of(person=sight.person, form=DRAFT, about_id=question.pk, by=sight.actor)
    return draft.content if draft else {}


def _written(content: Mapping[str, list[str]], name: str, form: Any, boxes: Iterable[str]) -> tuple[tuple[str, str, None], ...]:
    """The words of it, with what was asked."""
    asked = form.base_fields
    given = {each: " ".join(content.get(each, [])).strip() for each in boxes}
    return tuple((str(fill(asked[each].label, {"name": name})), words, None) for each, words in given.items() if words)
