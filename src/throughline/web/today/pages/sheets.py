"""The sheet for a step: one press saves."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.ids import new_id
from throughline.people.sight import Sight
from throughline.practice.choices import Result, WhyNot

from ... import about_person
from ... import words as written
from ...forms import Form
from ...parts import Answers, Button, Feelings, Link, Outcome, Portrait, Quote
from ...plan.cited import cited
from ...watch.phone import Watched, watched
from . import words


@dataclass(frozen=True)
class Sheet:
    """One step: why in the person's words, and four answers."""

    back: Link
    portrait: Portrait
    title: str
    quote: Quote | None
    answers: Answers
    form: Form
    card: Link
    once: UUID  # new each time the sheet is shown: what was kept from it before stays what it was
    day: date
    today: date
    person_id: UUID
    step_id: UUID
    results: dict[str, str]
    reasons: tuple[tuple[str, str, tuple[Outcome, ...]], ...]
    feelings: Feelings
    watched: tuple[Watched, ...]
    words: Button
    done: Button


def back_to_today(sight: Sight, day: date | None = None) -> Link:
    """The way back, to the same person and day."""
    address = f"{reverse('today:today')}?p={sight.person_id}"
    return Link(_("Back to Today"), f"{address}&day={day}" if day and day != clock.today() else address)


def sheet(sight: Sight, step: Any, form: Form, day: date) -> Sheet:
    """The sheet of a step on a day."""
    name = {"name": sight.person.name}
    outcomes = (
        Outcome(_("Offered. %(name)s said yes") % name, Result.SAID_YES.value),
        Outcome(_("Offered. %(name)s said no") % name, Result.SAID_NO.value),
        Outcome(_("We did it a different way"), Result.DIFFERENT.value),
        Outcome(_("Not offered. Say why"), Result.NOT_OFFERED.value),
    )
    return Sheet(
        back=back_to_today(sight, day),
        portrait=about_person.portrait(sight.person),
        title=step.text,
        quote=cited(sight).quote(step.version.own_words),
        answers=Answers(_question(day), "result", outcomes, _("One press saves it. You can undo for 10 minutes.")),
        form=form,
        card=Link(_("See the whole card: %(card)s") % {"card": step.version.title}, reverse("plan:card", args=[step.version.item_id])),
        once=new_id(),
        day=day,
        today=clock.today(),
        person_id=sight.person_id,
        step_id=step.pk,
        results={each.value: words.result(each.value, sight.person.name) for each in Result},
        reasons=tuple(
            (
                each.value,
                words.why_question(each),
                tuple(Outcome(words.why(why, sight.person.name), why.value) for why in WhyNot.after(each)),
            )
            for each in Result
            if WhyNot.after(each)
        ),
        feelings=feelings(sight.person.name),
        watched=watched(sight, "routine", step.version.item_id),
        words=Button(
            _("Keep %(name)s’s own words") % name, reverse("said:voice_new", args=[sight.person_id]), icon="mic", size="shift", start=True
        ),
        done=Button(_("Done"), back_to_today(sight, day).href, main=True, wide=True, size="shift"),
    )


def feelings(name: str) -> Feelings:
    """How it was for the person: three faces, if one wants."""
    faces = (_("Good"), _("So-so"), _("Not good"))
    return Feelings(_("How was it for %(name)s?") % {"name": name}, "feeling", faces, _("If you want"))


def _question(day: date) -> str:
    if day == clock.today():
        return _("What happened?")
    return _("What happened on %(day)s?") % {"day": written.full_day(day, clock.today())}
