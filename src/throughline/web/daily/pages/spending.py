"""What was spent, and beside it what was agreed."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.plan.choices import Every
from throughline.practice import policy
from throughline.practice import queries_daily as queries
from throughline.practice.money import NOTHING, period

from ... import about_person, words
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Empty, Link, LinkRow, Notice, Portrait, Quote, State, Table
from ...plan.cited import cited
from ...said import showing
from ...said.amended import Told
from ...sections import Section, lines
from ..forms.spending import WHO
from ..kind import says
from ..money import Beside, agreed, beside, followed, pounds

WHEN = {Every.DAY: lambda: _("on that day"), Every.WEEK: lambda: _("in that week"), Every.MONTH: lambda: _("in that month")}
NOW = {Every.DAY: lambda: _("today"), Every.WEEK: lambda: _("this week"), Every.MONTH: lambda: _("this month")}


def named(row: Any) -> str:
    """£3.20: tea and cake, 3 March."""
    return _("%(amount)s: %(what)s, %(day)s") % {"amount": pounds(row.amount), "what": row.what, "day": showing.short_day(row.day)}


def _who(row: Any, name: str) -> str:
    return words.fill(dict(WHO)[row.who_chose], {"name": name})


def sections(sight: Sight, row: Any) -> tuple[Section, ...]:
    """Their words, who chose it, from which money, what is left."""
    name = sight.person.name
    photo = (Link(_("See the receipt"), showing.file_address(row.receipt_id)),) if row.receipt_id else ()
    return (
        says(row, name),
        Section(_("Who chose it"), lines=(_who(row, name),)),
        Section(_("From which money"), lines=(_from(row),)),
        Section(_("Why it was more than agreed"), lines=lines(row.why_more)),
        Section(_("What is left, as it was counted"), lines=() if row.left is None else (pounds(row.left),)),
        Section(_("The receipt"), links=photo),
        Section(_("When"), lines=(showing.day(row.day),), links=(Link(_("%(name)s’s money") % {"name": name}, money_address(sight)),)),
    )


def _from(row: Any) -> str:
    return agreed(row.allowance) if row.allowance else _("The money plan says nothing about this.")


def money_address(sight: Sight) -> str:
    return reverse("daily:money", args=[sight.person_id])


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    return {
        _("How much was it, in pounds?"): pounds(row.amount),
        _("What was it for?"): row.what,
        _("From which money?"): _from(row),
        _("Who chose it?"): _who(row, row.person.name),
        _("How much is left, as you counted it together?"): "" if row.left is None else pounds(row.left),
        _("If it is more than was agreed: why?"): row.why_more,
        _("Which day was it?"): showing.day(row.day),
    }


def more_than_agreed(sight: Sight, row: Any) -> Beside | None:
    """How it stands around the day of a spending, where that is more than was agreed."""
    found = beside(sight, [row.allowance], row.day)[0] if row.allowance else None
    return found if found and found.over else None


def notice(sight: Sight, row: Any) -> Notice | None:
    """That it is more than agreed: told, never refused, and why is asked."""
    found = more_than_agreed(sight, row)
    if found is None:
        return None
    said = {"over": pounds(found.over), "when": WHEN[found.allowance.every](), "agreed": pounds(found.allowance.amount)}
    title = _("%(over)s more than the %(agreed)s that was agreed, %(when)s") % said
    return Notice(title, row.why_more or _("Nobody has written why yet. Ask, and write it down."), "look" if not row.why_more else "info")


def ask_why(sight: Sight, row: Any) -> tuple[Button, ...]:
    """The one thing to do where it was more than agreed and nobody wrote why."""
    if row.why_more or more_than_agreed(sight, row) is None:
        return ()
    return (Button(_("Say why it was more"), reverse("daily:spending_why", args=[row.pk]), main=True),)


@dataclass(frozen=True)
class MoneyPage:
    """A person's money: what they say about it, what was agreed, and how it goes beside that."""

    title: str
    back: Link
    portrait: Portrait
    comm: Comm | None
    as_at: AsAt | None
    quote: Quote | None
    plan: Link | None
    sentences: tuple[State, ...]
    table: Table | None
    empty: Empty | None
    write: Button | None
    latest: tuple[LinkRow, ...]


def money_page(sight: Sight, at: Moment) -> MoneyPage:
    """A fixed number of queries, whatever the history."""
    name = sight.person.name
    publication = followed(sight, at.moment)
    version = publication.version if publication else None
    beside_plan = beside(sight, version.allowances.all(), at.day, at.moment) if version else []
    may_write = not at.is_past and bool(policy.may_keep(sight.actor, sight.person))
    new = reverse("daily:spending_new", args=[sight.person_id])
    return MoneyPage(
        title=_("%(name)s’s money") % {"name": name},
        back=showing.person_link(sight.person),
        portrait=about_person.portrait(sight.person),
        comm=about_person.comm(sight),
        as_at=banner(at, money_address(sight)),
        quote=cited(sight, at.moment).quote(version.own_words, "m") if version else None,
        plan=Link(version.title, at.keep(reverse("thread:thread", args=[publication.item_id]))) if version else None,
        sentences=tuple(_sentence(each, name) for each in beside_plan),
        table=_table(sight, beside_plan, at) if beside_plan else None,
        empty=None if version else Empty(_("No money plan says yet how much is for what. What is spent is kept all the same.")),
        write=Button(_("Write down what was spent"), new, main=True, icon="pencil") if may_write else None,
        latest=tuple(_row(each) for each in queries.latest_spending(sight, at.moment)),
    )


def _sentence(each: Beside, name: str) -> State:
    """In plain words: This week Jo spent £12.40 of £20 on Going out."""
    told = {"name": name, "what": each.allowance.purpose, "spent": pounds(each.spent), "agreed": pounds(each.allowance.amount)}
    told |= {"when": NOW[each.allowance.every](), "over": pounds(each.over), "left": pounds(each.left)}
    if each.over:
        return State(_("%(what)s, %(when)s: %(name)s spent %(spent)s, %(over)s more than agreed.") % told, "look")
    return State(_("%(what)s, %(when)s: %(name)s spent %(spent)s of %(agreed)s. %(left)s is left.") % told, "good")


def _table(sight: Sight, several: list[Beside], at: Moment) -> Table:
    columns = (_("What for"), _("Agreed"), _("From when to when"), _("Spent"), _("Left"))
    rows = [_cells(each) for each in several]
    first, last = period(Every.MONTH, at.day)
    otherwise = queries.spent(sight, first, last, at.moment).get(queries.OTHERWISE, NOTHING)
    if otherwise:
        rows.append((_("Not in the plan"), "", _span(first, last), pounds(otherwise), ""))
    return Table(_("What was agreed, and what was spent"), columns, tuple(rows))


def _cells(each: Beside) -> tuple[str, ...]:
    left = _("%(over)s more than agreed") % {"over": pounds(each.over)} if each.over else pounds(each.left)
    every = _("%(amount)s %(every)s") % {"amount": pounds(each.allowance.amount), "every": Every(each.allowance.every).label}
    return each.allowance.purpose, every, _span(each.first, each.last), pounds(each.spent), left


def _span(first: Any, last: Any) -> str:
    if first == last:
        return showing.short_day(first)
    return _("%(first)s to %(last)s") % {"first": showing.short_day(first), "last": showing.short_day(last)}


def _row(row: Any) -> LinkRow:
    soft = _("%(what)s. %(who)s wrote it.") % {"what": _from(row), "who": row.author.name}
    href = reverse("daily:spending", args=[row.pk])
    return LinkRow(href, row.what, strong=pounds(row.amount), time=showing.short_day(row.day), soft=soft)
