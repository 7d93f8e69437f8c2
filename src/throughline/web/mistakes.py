"""What was entered by mistake: the page that says so, the links to it, and what a page shows of what was taken back."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.lives import ending_of
from throughline.people.sight import Sight

from .parts import Link, Notice
from .reasons import reason_of
from .said import showing
from .said.forms import MistakeForm
from .said.views.asking import form_page, names
from .sections import Section
from .submit import submit

LONGEST = 80


def asked(
    request: HttpRequest, sight: Sight, row: Any, act: Callable[..., Any], back: Link, who_will_see: str = "", words: str = ""
) -> HttpResponse:
    """Asks why, takes the row back, and leads back. act: takes row, reason and by. words: of the row, when its short form cuts them."""
    form = MistakeForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: act(row=row, by=request.user, **given)):
        return redirect(back.href)
    see = {"who_will_see": who_will_see} if who_will_see else {}
    title = _("This was entered by mistake")
    return form_page(request, sight, form, title, _("Take it back"), back=back, intro=words or called(row), **see)


# What a row has to say for itself: which of its choices was made, and its words.
CHOICES = ("kind", "part", "rung", "came_to", "verdict", "state", "right", "conclusion", "feeling", "level")
WORDS = ("outcome", "title", "words", "what", "subject", "concern", "text", "seen", "treatments", "because", "why", "evidence", "how")


def called(row: Any) -> str:
    """A row in its own words, where its page gives it none; never the code or the number that it has in the record."""
    found = (_first(row, CHOICES), _first(row, WORDS))
    return ". ".join(each for each in found if each)


def _first(row: Any, names: Iterable[str]) -> str:
    """The first of some fields in which something stands, as it is read."""
    return next((said for name in names if (said := _said(row, name))), "")


def _said(row: Any, name: str) -> str:
    if getattr(row, name, "") and hasattr(row, f"get_{name}_display"):
        return str(getattr(row, f"get_{name}_display")())
    value = getattr(row, name, "")
    return value.strip() if isinstance(value, str) else ""


def links(sight: Sight, place: str, may: Callable[[Sight, Any], bool], *rows: tuple[str, Any, str]) -> tuple[Link, ...]:
    """A link for each row that this reader may take back. rows: the short name of its table, the row, and what it is called."""
    return tuple(
        Link(_short(name), reverse(place, args=[row.person_id, table, row.pk]), more=_("was entered by mistake"))
        for table, row, name in rows
        if may(sight, row)
    )


def taken_back(rows: Iterable[Any], words: Callable[[Any], str] = str) -> Section:
    """What was taken back, with who did and why. It stays in the record."""
    return Section(_("Entered by mistake, and taken back"), soft=tuple(_line(each, words) for each in rows))


def _line(row: Any, words: Callable[[Any], str]) -> str:
    named = {"what": _short(words(row)), "who": row.author.name, "when": showing.moment(row.received_at), "why": reason_of(row)}
    return _("%(what)s. Taken back by %(who)s, %(when)s: %(why)s") % named


def notice(row: Any) -> Notice | None:
    """Above a row that was taken back, by itself or in a later version of it."""
    ending = ending_of(row)
    if ending is None:
        return None
    named = {"who": ending.author.name, "when": showing.moment(ending.received_at)}
    return Notice(_("Entered by mistake. Taken back by %(who)s, %(when)s") % named, reason_of(ending), "look")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"
