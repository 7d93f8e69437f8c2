"""One kind of record of a day, and what its pages are made of: so that reading, putting right and taking back are written once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.models.recorded import Amendment
from throughline.people.sight import Sight
from throughline.practice import policy
from throughline.practice import queries_daily as queries

from .. import about_person, as_at, mistakes
from ..addresses import look
from ..as_at import Moment
from ..forms import Form
from ..parts import Button, Link, Notice
from ..said import showing
from ..said.amended import Told, first_stood
from ..said.views.asking import form_page
from ..sections import Section, SectionsPage, kept
from ..submit import submit


@dataclass(frozen=True)
class Kind:
    """place: of its addresses, which are this name, and with _correct and _mistake.

    sections: what a row says, the person's words first. told: the same by question, for what stood before a correction.
    form: the form that corrects a row, from what was sent. correct and take_back: the actions, by row and what they take.
    notice: above a row, such as that it was more than agreed. more: what else can be done with it.
    """

    place: str
    one: Callable[[Sight, UUID], Any]
    person_of: Callable[[UUID], UUID]
    named: Callable[[Any], str]
    sections: Callable[[Sight, Any], tuple[Section, ...]]
    told: Callable[[Any], Told]
    form: Callable[[Any, Sight, Any], Form]
    correct: Callable[[Any, Any, dict[str, Any]], Any]
    take_back: Callable[..., Any]
    notice: Callable[[Sight, Any], Notice | None] = lambda sight, row: None
    more: Callable[[Sight, Any], tuple[Button, ...]] = lambda sight, row: ()

    def address(self, row_id: Any, what: str = "") -> str:
        """Of one row, or of what can be done with it."""
        return reverse(f"daily:{self.place}{what and '_' + what}", args=[row_id])


def the(request: HttpRequest, kind: Kind, row_id: UUID) -> tuple[Sight, Any]:
    """A record and the actor's sight of whom it is about."""
    sight = look(request, kind.person_of(row_id), about_id=row_id)
    return sight, kind.one(sight, row_id)


def read(request: HttpRequest, kind: Kind, row_id: UUID) -> HttpResponse:
    """One record, as it stands and as it was first written."""
    sight, row = the(request, kind, row_id)
    at = as_at.asked_day(request)
    life = [each for each in queries.life(sight, row, at.moment) if each.amendment not in Amendment.ends()]
    page = _page(sight, kind, life, at)
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


def _page(sight: Sight, kind: Kind, life: list[Any], at: Moment) -> SectionsPage:
    row, over = life[-1], mistakes.notice(life[-1])
    still = not (over or at.is_past) and bool(policy.may_correct(sight.actor, row))
    earlier = (Section(_("As it was first written"), lines=each.lines, soft=(each.why,)) for each in first_stood(life, kind.told))
    return SectionsPage(
        title=kind.named(row),
        back=to_days(sight),
        portrait=about_person.portrait(sight.person),
        notice=over or kind.notice(sight, row),
        comm=about_person.comm(sight),
        sections=kept(*kind.sections(sight, row), Section(_("Written down"), lines=(_wrote(life[0]),)), *earlier),
        actions=(*kind.more(sight, row), _put_right(kind, row)) if still else (),
        mistakes=(Link(kind.named(row), kind.address(row.pk, "mistake"), more=_("was entered by mistake")),) if still else (),
    )


def _put_right(kind: Kind, row: Any) -> Button:
    return Button(_("Put this right"), kind.address(row.pk, "correct"), icon="pencil")


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def to_days(sight: Sight) -> Link:
    """The way back to what happened, day by day."""
    return Link(_("%(name)s’s days") % {"name": sight.person.name}, f"{reverse('people:timeline', args=[sight.person_id])}?show=days")


def put_right(request: HttpRequest, kind: Kind, row_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = the(request, kind, row_id)
    require(policy.may_correct(request.user, row))
    form = kind.form(request.POST or None, sight, row)
    act = lambda given: kind.correct(row, request.user, form.arguments(given))  # type: ignore[attr-defined]
    if request.method == "POST" and (done := submit(form, act)):
        return redirect(kind.address(done.value.pk))
    return form_page(request, sight, form, _("Put this right"), _("Keep this"), back=Link(kind.named(row), kind.address(row.pk)))


def taken_back(request: HttpRequest, kind: Kind, row_id: UUID) -> HttpResponse:
    """It should not stand here at all: on the wrong page, or written twice."""
    sight, row = the(request, kind, row_id)
    require(policy.may_correct(request.user, row))
    return mistakes.asked(request, sight, row, kind.take_back, to_days(sight), words=kind.named(row))


def says(row: Any, name: str) -> Section:
    """The person's own words, first; nothing stands there where nobody wrote any."""
    return Section(
        _("What %(name)s says about it") % {"name": name}, quotes=(showing.quote(row.voice, name, size="l"),) if row.voice else ()
    )
