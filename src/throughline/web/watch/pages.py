"""What waits for people to look again: thresholds that were crossed, and check-ins that nothing came of."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.practice import policy
from throughline.practice.queries_crossings import Open

from .. import about_person
from ..check_ins import wording as check_ins
from ..parts import Button, Link, LinkRow
from ..said import showing
from ..sections import Section, SectionsPage, kept, lines
from . import wording


def list_page(crossings: list[Open], missed: Iterable[Any]) -> SectionsPage:
    """Everybody's, for whoever answers for them."""
    lead = _("What the plan says is too much, or too often, came together. Each waits here until a review has looked at it.")
    nothing = (_("No threshold is crossed."),) if not crossings else ()
    return SectionsPage(
        _("Look again soon"),
        None,
        None,
        kept(
            Section(_("Thresholds crossed"), lines=nothing, rows=tuple(_row(each) for each in crossings)),
            Section(_("No check-in came"), rows=tuple(check_ins.missed_row(each) for each in missed)),
        ),
        lead=lead,
    )


def _row(each: Open) -> LinkRow:
    row = each.crossing
    since = _("Open since %(when)s") % {"when": showing.moment(row.opened_at)}
    strong = _("%(name)s: %(title)s.") % {"name": row.person.name, "title": row.threshold.version.title}
    return LinkRow(reverse("watch:one", args=[row.pk]), wording.in_words(row.threshold), strong=strong, soft=since)


def crossing_page(sight: Sight, row: Any, happened: Iterable[Any], *, stands: bool, is_open: bool) -> SectionsPage:
    """One: what came together, what was agreed for it, and the way to look again."""
    threshold = row.threshold
    title = threshold.version.title
    return SectionsPage(
        title=wording.in_words(threshold),
        back=Link(_("Look again soon"), reverse("watch:list")) if policy.may_settle(sight.actor, sight.person) else _thread(row),
        portrait=about_person.portrait(sight.person),
        lead=_standing(stands=stands, is_open=is_open),
        comm=about_person.comm(sight),
        sections=kept(
            Section(_("What was agreed for it"), lines=lines(wording.what_to_do(threshold)), links=(_thread(row, title),)),
            Section(_("What came together"), lines=tuple(showing.moment(each.at) for each in happened), soft=(_counted(threshold),)),
            Section(_("Crossed"), lines=(showing.moment(row.happened_at),), soft=(_("On the record since %(when)s.") % _since(row),)),
        ),
        actions=_actions(sight, row) if is_open and stands else (),
    )


def _since(row: Any) -> dict[str, str]:
    return {"when": showing.moment(row.opened_at)}


def _counted(threshold: Any) -> str:
    return _("As the record stands now, within %(days)s before and after.") % {"days": wording.window(threshold.within_days)}


def _thread(row: Any, title: str = "") -> Link:
    return Link(title or _("The whole thread"), reverse("thread:thread", args=[row.threshold.version.item_id]))


def _standing(*, stands: bool, is_open: bool) -> str:
    if not is_open:
        return _("People have looked again at this.")
    if not stands:
        return _("What crossed it was taken back since. It does not count any more, and stays on the record.")
    return _("Nobody has looked again at this yet.")


def _actions(sight: Sight, row: Any) -> tuple[Button, ...]:
    if not policy.may_settle(sight.actor, sight.person):
        return ()
    name = {"name": sight.person.name}
    return (Button(_("Look again with %(name)s") % name, reverse("reviews:review_new", args=[row.threshold.version.item_id]), main=True),)
