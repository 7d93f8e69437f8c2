"""A pass as it is handed over, once; and the passes that run."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.workforce import queries
from throughline.workforce.actions import Made

from ...parts import Button, Link, LinkRow, Qr
from ...plan.qr import code as qr_code
from ...sections import Section, SectionsPage
from .. import wording


@dataclass(frozen=True)
class PassPage:
    """The link as a square and the code beside it. Neither can be shown a second time."""

    back: Link
    name: str
    when: str
    people: str
    link: str
    qr: Qr
    code: str


def pass_page(made: Made, link: str, people: Any) -> PassPage:
    given = made.given
    return PassPage(
        back=Link(_("Before the shift"), reverse("team:shift")),
        name=given.user.name,
        when=wording.day_and_hours(given.from_at, given.until_at),
        people=", ".join(person.name for person in people),
        link=link,
        qr=qr_code(link, _("Opens the pass")),
        code=f"{made.code[:3]} {made.code[3:]}",
    )


def passes_page(by: Any) -> SectionsPage:
    """Two queries."""
    sections = tuple(_of(each) for each in queries.passes(by))
    nobody = Section(_("Passes"), lines=(_("No pass runs, and none is to come."),))
    make = Button(_("Let an agency worker in"), reverse("team:pass_new"), main=True)
    back = Link(_("Before the shift"), reverse("team:shift"))
    return SectionsPage(_("Passes that run"), back, None, sections or (nobody,), actions=(make,))


def _of(given: Any) -> Section:
    names = ", ".join(key.person.name for key in given.keys.all())
    used = _("Arrived.") if given.used_at else _("Not used yet.")
    soft = (_("For %(names)s. Made by %(who)s.") % {"names": names, "who": given.made_by.name}, used)
    end = LinkRow(reverse("team:pass_end", args=[given.pk]), _("Take this pass back"), soft=given.agency)
    return Section(given.user.name, lines=(wording.day_and_hours(given.from_at, given.until_at),), soft=soft, rows=(end,))


def over(given: Any) -> bool:
    """Whether there is nothing to take back any more."""
    return given.ended_at is not None or given.until_at <= clock.now()
