"""A made-up language in which every sentence stands «between marks»: what is not between them, nobody can translate.

The sentences are those that `make messages` collects. On a page, what stands outside the marks has to be the record's own words.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from django.db import models
from django.test import override_settings
from django.utils import translation
from scripts.messages import collected
from tests.architecture.house import our_models
from tests.architecture.visible import SHOWN_ATTRIBUTES

from throughline.people.models import Person
from throughline.web import jinja, words

LANGUAGE = "cy"  # one of the settings; its real catalogue, if there is one, stays outside
ENDS = re.compile(r"[«»]")
LETTER = re.compile(r"[^\W\d_]")
PERIODS = ("days", "months")


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """Everything inside is said in the made-up language, whose catalogue stands in a folder."""
    with override_settings(LOCALE_PATHS=[folder], LANGUAGE_CODE=LANGUAGE), translation.override(LANGUAGE):
        _forget()
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    """What was looked up in the other catalogue of the same language."""
    for held in (jinja._looked_up, words._clock_time):
        held.cache_clear()


def write(folder: Path) -> None:
    """The catalogue of the made-up language, from all sentences that there are."""
    catalogue = Catalog(locale=LANGUAGE)
    for message in collected():
        if message.id:
            catalogue.add(message.id, _marked(message, catalogue.num_plurals), context=message.context)
    path = folder / LANGUAGE / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def _marked(message: Message, plurals: int) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return f"«{message.id}»"
    return tuple(f"«{message.id[-1]}»" for _ in range(plurals))


def is_marked(text: str) -> bool:
    """Whether a text says something, and nothing of it stands outside the marks."""
    return bool(LETTER.search(text)) and not LETTER.search("".join(_Outside().of(text)))


class _Outside:
    """What of a run of texts stands outside the marks; a sentence may go on in the next text, with a <b> between."""

    def __init__(self) -> None:
        self.depth = 0

    def of(self, text: str) -> Iterator[str]:
        start = 0
        for end in ENDS.finditer(text):
            if self.depth == 0:
                yield text[start : end.start()]
            self.depth = max(0, self.depth + (1 if end.group() == "«" else -1))
            start = end.end()
        if self.depth == 0:
            yield text[start:]


class _Page(HTMLParser):
    """Gathers what a reader sees or hears outside the marks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._words = _Outside()
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet += tag in ("script", "style")
        shown = SHOWN_ATTRIBUTES | ({"value"} if tag == "input" and ("type", "submit") in attrs else set())
        for name, value in attrs:
            if name in shown and value:
                self.found.extend(_Outside().of(value))

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.found.extend(self._words.of(data))


class OwnWords:
    """What stands in the record, and the names of days and months. A value has its lines, and may begin a sentence."""

    def __init__(self, values: Iterable[str]) -> None:
        lines = {" ".join(line.split()) for value in values for line in (value, *value.splitlines())} - {""}
        self.known = lines | {first + line[1:] for line in lines for first in (line[0].upper(), line[0].lower())}
        longest = sorted(self.known, key=len, reverse=True)
        self.pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in longest))

    def beside(self, text: str) -> str:
        """What of a text is not the record's."""
        text = " ".join(text.split())
        return "" if self._is_shortened(text) else " ".join(self.pattern.sub(" ", text).split())

    def _is_shortened(self, text: str) -> bool:
        start = text.strip(" “”….")
        return len(start) > (10 if "…" in text else 60) and any(each.startswith(start) for each in self.known)


def unmarked(html: str, own: OwnWords) -> list[str]:
    """The sentences of a page that are neither between marks nor the record's own words, numbers, days and times."""
    page = _Page()
    page.feed(html)
    page.close()
    return [text for found in page.found if LETTER.search(text := own.beside(found))]


def own_words() -> OwnWords:
    """The words of the record as it stands."""
    written = (value for model in our_models() for value in _values(model))
    initials = (name[0] for name in Person.objects.values_list("name", flat=True))  # in a portrait without a photo
    return OwnWords([*written, *initials, *_periods(), "Throughline"])


def _values(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices:
            for value in model._base_manager.values_list(field.attname, flat=True).distinct():
                yield from _strings(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _periods() -> Iterator[str]:
    """Babel writes these, and has its own Welsh."""
    locale = Locale(LANGUAGE)
    for name in PERIODS:
        yield from (each for width in ("wide", "abbreviated") for each in getattr(locale, name)["format"][width].values())
