"""What was agreed with the people in the person's life: what stands, what is proposed, what takes no effect, and the versions before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.agreements import policy, queries
from throughline.agreements.queries import Stated
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight

from ... import about_person
from ... import as_at as days
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Empty, Link, Notice, OnePage, Portrait, Standing
from ...plan.pages.profile import PaperPage
from ...plan.pages.sheet import fitted
from ...plan.qr import code
from ...said import showing
from .. import wording
from .parts import back_to_list
from .sheet import Sheet, sheet

Absolute = Callable[[str], str]


@dataclass(frozen=True)
class AgreementPage:
    back: Link
    portrait: Portrait
    title: str
    comm: Comm | None
    as_at: AsAt | None
    due: Notice | None
    agreed: Sheet | None
    other_title: str  # of the newest version, when it is not what is agreed
    standing: Standing | None
    other: Sheet | None
    empty: Empty | None
    versions: tuple[Link, ...]
    paper: Link | None
    actions: tuple[Button, ...]


def title(name: str) -> str:
    return _("What was agreed with %(name)s’s people") % {"name": name}


def agreement_address(sight: Sight) -> str:
    return reverse("agreements:agreement", args=[sight.person_id])


def agreement_page(sight: Sight, at: Moment) -> AgreementPage:
    """What stands comes first; what nobody agreed to never stands under that heading."""
    every, person = queries.stated(sight, at.moment), sight.person
    stands = queries.in_force(every)
    newest = every[0] if every and every[0] is not stands else None
    may = not at.is_past and bool(policy.may_keep(sight.actor, person))
    return AgreementPage(
        back=back_to_list(sight),
        portrait=about_person.portrait(person),
        title=title(person.name),
        comm=about_person.comm(sight),
        as_at=banner(at, agreement_address(sight)),
        due=_due(stands, at),
        agreed=sheet(stands, sight, at, may=may) if stands else None,
        other_title=_other_title(newest),
        standing=_standing(newest),
        other=sheet(newest, sight, at, may=may) if newest else None,
        empty=_empty(sight, may) if not every else None,
        versions=tuple(_link(each) for each in every if each is not stands and each is not newest),
        paper=Link(_("Print it"), at.keep(f"{agreement_address(sight)}?paper=a4")) if stands else None,
        actions=_actions(sight, every, may),
    )


def _due(stands: Stated | None, at: Moment) -> Notice | None:
    if stands is None or stands.version.look_again_on > at.day:
        return None
    text = _("Ask %(person)s first, alone, whether it is still right. Then talk about it with those who take part.")
    day = showing.short_day(stands.version.look_again_on)
    return Notice(_("It was to be looked at by %(day)s") % {"day": day}, text, "look")


def _other_title(newest: Stated | None) -> str:
    if newest is None:
        return ""
    return _("Proposed, and not agreed yet") if newest.is_proposal else _("Written down, and takes no effect")


def _standing(newest: Stated | None) -> Standing | None:
    codes = newest.own.faults if newest is not None and newest.own is not None else []
    return wording.why_not(codes, _("Not valid: takes no effect"))


def _empty(sight: Sight, may: bool) -> Empty:
    text = _("Nothing is agreed yet. %(name)s decides, and nobody else takes part until %(name)s is asked.") % {"name": sight.person.name}
    return Empty(text, _new(sight, _("Write it with %(name)s") % {"name": sight.person.name}) if may else None)


def _new(sight: Sight, text: str) -> Button:
    return Button(text, reverse("agreements:write", args=[sight.person_id]), main=True, icon="plus")


def _actions(sight: Sight, every: Sequence[Stated], may: bool) -> tuple[Button, ...]:
    return (_new(sight, _("Write a new version")),) if may and every else ()


def _link(each: Stated) -> Link:
    named = {"n": each.version.number, "day": showing.short_day(each.version.occurred_at)}
    return Link(_("Version %(n)s, %(day)s") % named, reverse("agreements:version", args=[each.version.pk]))


# --- one version ---


@dataclass(frozen=True)
class VersionPage:
    back: Link
    portrait: Portrait
    title: str
    is_agreed: bool
    standing: Standing | None
    sheet: Sheet


def version_page(sight: Sight, stated: Stated) -> VersionPage:
    """One version as it was written, with what was said to it; whether it is what is agreed now."""
    stands = queries.in_force(queries.stated(sight))
    is_agreed = stands is not None and stands.version.pk == stated.version.pk
    shown = sheet(stated, sight, days.today(), may=False)
    back = Link(title(sight.person.name), agreement_address(sight))
    reasons = None if is_agreed else _standing(stated)
    return VersionPage(back, about_person.portrait(sight.person), shown.title, is_agreed, reasons, shown)


# --- on paper ---


def paper_page(sight: Sight, absolute: Absolute, at: Moment) -> PaperPage:
    """What is agreed, to hand out. What is not agreed is not printed."""
    stands = queries.in_force(queries.stated(sight, at.moment))
    back = Link(title(sight.person.name), at.keep(agreement_address(sight)))
    if stands is None:
        return PaperPage(back, _("Nothing is agreed yet, so there is nothing to print."), None, None)
    shown = sheet(stands, sight, at, may=False)
    answers = tuple(f"{each.who}: {each.answer.text}" for each in shown.said)
    sections = tuple((heading, tuple(row.text for row in rows if row.beyond is None)) for heading, rows in shown.sections)
    paper = OnePage(
        portrait=about_person.portrait(sight.person),
        quote=None,
        communicates=(_("%(name)s decides. Nothing here gives anybody a right to decide or to know more.") % {"name": sight.person.name},),
        sections=tuple((heading, lines) for heading, lines in (*sections, (_("What each says to it"), answers)) if lines),
        foot=(shown.title, shown.look_again),
        qr=code(absolute(agreement_address(sight)), _("Code that opens this agreement")),
        about_communication=back.text,
    )
    note = _("Print with your browser on A4, without margins or headers.")
    return PaperPage(back, note, fitted(paper), banner(at, f"{agreement_address(sight)}?paper=a4"))


def answer_title(who: Any) -> str:
    return _("What does %(who)s say to it?") % {"who": who}
