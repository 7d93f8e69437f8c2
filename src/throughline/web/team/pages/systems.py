"""Other systems that were let in, and the token of a new one."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.api import queries
from throughline.api.choices import Scope
from throughline.base import clock

from ... import words
from ...parts import Button, Link, LinkRow
from ...sections import Section, SectionsPage


def systems_page(by: Any) -> SectionsPage:
    """One query."""
    sections = tuple(_of(each) for each in queries.integrations(by))
    nobody = Section(_("Other systems"), lines=(_("No other system was let in."),))
    actions = (Button(_("Let a system in"), reverse("team:system_new"), main=True),)
    document = Section(_("For whoever connects it"), links=(Link(_("The API’s document (OpenAPI)"), reverse("api:openapi-json")),))
    lead = _("Another system reads and brings only what its token lets it. What it reads is in the list of who looked.")
    return SectionsPage(_("Other systems"), back(), None, (*(sections or (nobody,)), document), lead=lead, actions=actions)


def _of(each: Any) -> Section:
    where = each.service.name if each.service else _("The whole provider")
    may = tuple(str(Scope(value).label) for value in each.scopes)
    made = _("Let in by %(who)s.") % {"who": each.made_by.name}
    end = LinkRow(reverse("team:system_end", args=[each.pk]), _("End its token"), soft=where)
    return Section(each.name, lines=may, soft=(f"{where}. {_until(each)} {made}",), rows=() if over(each) else (end,))


def _until(each: Any) -> str:
    if over(each):
        return _("Its token works no more.")
    return _("Works until %(day)s.") % {"day": words.short_day(each.until_on, clock.today())}


def over(each: Any) -> bool:
    """Whether its token works no more."""
    return each.ended_at is not None or each.until_on < clock.today()


def back() -> Link:
    return Link(_("Before the shift"), reverse("team:shift"))


@dataclass(frozen=True)
class TokenPage:
    """A token, shown once."""

    back: Link
    name: str
    token: str
    address: str
    until: str


def token_page(let_in: Any, address: str) -> TokenPage:
    made = let_in.integration
    until = words.full_day(made.until_on, clock.today())
    return TokenPage(Link(_("Other systems"), reverse("team:systems")), made.name, let_in.token, address, until)
