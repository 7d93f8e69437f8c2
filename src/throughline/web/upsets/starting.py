"""The page on which an upset begins: while it goes on it shows what helps; over, it asks for a few chips."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.plan.choices import LinePart
from throughline.practice import queries_upset

from .. import about_person
from ..forms import FormPage
from ..parts import Button, Link, Portrait
from ..today.pages.notes import done as to_today
from ..watch.phone import Watched, watched
from . import writing
from .wording import named


@dataclass(frozen=True)
class StartPage:
    """form: what is asked once it is over. finish: what is added later, on this phone. helps: (heading, lines) of the person's cards."""

    title: str
    back: Link
    portrait: Portrait
    person_id: Any
    form: FormPage
    finish: FormPage
    helps: tuple[tuple[str, tuple[str, ...]], ...]
    watched: tuple[Watched, ...]
    done: Button


def start_page(sight: Sight, form: Any) -> StartPage:
    """Everything that the page needs where there is no signal."""
    names = writing.names_of(sight)
    return StartPage(
        title=_("%(name)s is %(distress)s") % names,
        back=Link(_("Back to Today"), f"{reverse('today:today')}?p={sight.person_id}"),
        portrait=about_person.portrait(sight.person),
        person_id=sight.person_id,
        form=FormPage(form, _keep(), heading=_("%(name)s was %(distress)s") % names, who_will_see=_who(sight)),
        finish=FormPage(writing.finish_form(None, sight), _keep(), heading=_("Finish the words"), who_will_see=_who(sight)),
        helps=tuple(_helps(sight)),
        watched=watched(sight, "upset"),
        done=to_today(sight),
    )


def _keep() -> Button:
    return Button(_("Keep this"), main=True, size="shift", wide=True)


def _who(sight: Sight) -> str:
    return _("the team that supports %(name)s, and the registered manager.") % {"name": sight.person.name}


def _helps(sight: Sight) -> Any:
    """What the person's cards say for just now. Nothing where there is no card."""
    cards = [each for each in queries_upset.cards(sight) if each.item.kind == "what_helps"] or queries_upset.cards(sight)
    headings = {
        LinePart.DO: _("What helps"),
        LinePart.DO_NOT: _("Do not"),
        LinePart.STEP_UP: _("Get help if"),
        LinePart.CALL: _("Who to call"),
    }
    for part, heading in headings.items():
        if lines := tuple(line.text for line in queries_upset.lines_of(cards, part)):
            yield heading, lines


def finish_page(sight: Sight, form: Any, row: Any) -> FormPage:
    """What was left out of one upset."""
    return FormPage(
        form,
        _keep(),
        heading=_("Finish the words"),
        back=Link(named(row, sight.person.name), reverse("upsets:one", args=[row.pk])),
        portrait=about_person.portrait(sight.person),
        intro=_("What stands already stays. Add what is missing."),
        who_will_see=_who(sight),
    )
