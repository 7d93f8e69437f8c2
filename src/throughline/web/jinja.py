"""The Jinja2 environment of all pages: strict, escaped, translated."""

from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from throughline.base import clock
from throughline.base.terms import ready, word

from . import words
from .terms import terms

HERE = Path(__file__).parent


def environment(**options: Any) -> Environment:
    """For `OPTIONS = {"environment": "throughline.web.jinja.environment"}` of Django's Jinja2 backend.

    A name that is missing raises; whatever Django passes for `undefined` is overruled. An area's pages stand in its own
    folder, `web/<area>/jinja2/<area>/`, and are found there.
    """
    areas = FileSystemLoader(sorted(HERE.glob("*/jinja2")))
    options["loader"] = ChoiceLoader([options["loader"], areas]) if options.get("loader") else areas
    options |= {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n"], **options)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        _gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals |= {"static": static, "url": url, "icon_href": icon_href, "terms": terms}
    env.filters |= FILTERS
    return env


def _gettext(message: str) -> str:
    """A sentence in the reader's language, with the provider's words. A table says the same few words a hundred times,
    and Django asks catalogue after catalogue."""
    return ready(_looked_up(translation.get_language(), message), lambda name: escape(word(name)))


@lru_cache(maxsize=4096)
def _looked_up(language: str | None, message: str) -> str:
    return translation.gettext(message)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


# Drawn here, beside the icons that come from elsewhere.
MARKS = frozenset({"urgent", "info", "menu", "photo", "gap", "down", "lock", "remove"})


@cache
def icon_href(name: str) -> str:
    """Where an icon is drawn: a symbol in a sprite of ours."""
    sprite = "throughline/marks.svg" if name in MARKS else "throughline/icons.svg"
    return f"{static(sprite)}#i-{name}"


def _day(value: date | datetime) -> str:
    return words.full_day(value, clock.today())


def _short_day(value: date | datetime) -> str:
    return words.short_day(value, clock.today())


def _when(value: datetime) -> str:
    return words.day_and_time(value, clock.today())


def _ago(value: date | datetime) -> str:
    return words.days_ago(value, clock.today())


FILTERS = {
    "day": _day,
    "short_day": _short_day,
    "clock": words.clock_time,
    "when": _when,
    "ago": _ago,
    "days": words.days_long,
    "sound_length": words.sound_length,
    "nbsp": words.keep_i,
    "quoted": words.in_quotes,
}
