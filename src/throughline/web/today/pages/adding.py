"""The small sheets after a record is saved: why, their words, what was seen. Each is a form and the action it goes to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.errors import NotFound
from throughline.base.written import Written
from throughline.people.sight import Sight
from throughline.practice import actions
from throughline.practice.choices import Feeling, WhyNot

from ... import about_person
from ...forms import Form
from ...parts import Button, Link, Outcome, Portrait
from .. import forms
from . import words
from .sheets import back_to_today

Act = Callable[..., Any]


def _feel(*, record: Any, by: Any, feeling: str) -> Any:
    return actions.add_to_routine(record=record, feeling=feeling, by=by)


def _words(*, record: Any, by: Any, id: Any, **said: Any) -> Any:
    return actions.record_words(record=record, by=by, written=Written(id=id), **said)


KINDS: dict[str, tuple[type[Form], Act, Callable[[Any, str], str]]] = {
    "feeling": (forms.HowWasIt, _feel, lambda record, name: _("How was it for %(name)s?") % {"name": name}),
    "why": (forms.Why, actions.add_to_routine, lambda record, name: words.why_question(record.result)),
    "words": (forms.TheirWords, _words, lambda record, name: _("%(name)s’s own words") % {"name": name}),
    "saw": (forms.WhatISaw, actions.add_to_routine, lambda record, name: _("What you saw")),
}


@dataclass(frozen=True)
class Adding:
    """One small sheet. `chips` save with one press."""

    back: Link
    portrait: Portrait
    title: str
    what: str
    result: str
    kind: str
    chips: tuple[Outcome, ...]
    chips_named: str
    form: Form
    shown: tuple[str, ...]
    keep: Button | None
    instead: Link
    person_id: UUID
    record_id: UUID
    done: Button


def asked(get: QueryDict, post: QueryDict) -> str:
    """Which sheet; NotFound for one that does not exist."""
    kind = post.get("what") or get.get("what", "")
    if kind not in KINDS:
        raise NotFound
    return kind


def form(kind: str, data: Any, sight: Sight, record: Any) -> Form:
    """The sheet's form; what was written before stands in it."""
    before = {"note": record.note} if kind in ("saw", "why") else {}
    given = data.copy() if data else None
    if given is not None and kind == "feeling":
        given["feeling"] = given.get("feeling", "").replace("-", "_")
    return KINDS[kind][0](given, names={"name": sight.person.name}, initial=before)


def act(kind: str, record: Any, by: Any) -> Callable[[dict[str, Any]], Any]:
    """What is done with what was given."""
    return lambda given: KINDS[kind][1](record=record, by=by, **given)


def adding(sight: Sight, record: Any, kind: str, form: Form) -> Adding:
    """The sheet."""
    name = sight.person.name
    back = Link(_("Back to what you saved"), reverse("today:recorded", args=[record.pk]))
    return Adding(
        back=back,
        portrait=about_person.portrait(sight.person),
        title=KINDS[kind][2](record, name),
        what=record.step.text if record.step else record.version.title,
        result=words.result(record.result, name),
        kind=kind,
        chips=_chips(record, kind, name),
        chips_named="why_not" if kind == "why" else "feeling",
        form=form,
        shown=() if kind == "feeling" else ("note",) if kind == "why" else tuple(f.name for f in form.visible_fields()),
        keep=None if kind == "feeling" else Button(_("Keep these words"), main=True, wide=True, size="shift"),
        instead=Link(_("Not now"), back.href),
        person_id=sight.person_id,
        record_id=record.pk,
        done=Button(_("Done"), back_to_today(sight, record.day).href, main=True, wide=True, size="shift"),
    )


def _chips(record: Any, kind: str, name: str) -> tuple[Outcome, ...]:
    if kind == "why":
        return tuple(Outcome(words.why(each, name), each.value) for each in WhyNot.after(record.result))
    if kind == "feeling":
        faces = ((Feeling.GOOD, _("Good"), "happy"), (Feeling.SO_SO, _("So-so"), "soso"), (Feeling.NOT_GOOD, _("Not good"), "unhappy"))
        return tuple(Outcome(text, value.value, icon) for value, text, icon in faces)
    return ()
