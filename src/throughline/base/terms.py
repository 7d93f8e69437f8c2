"""The provider's own words inside our sentences: what the people they support, those close to them, staff and distress are called.

A sentence has room for them, `_("What do %(staff)s do?")`, and is translated whole; `%(Staff)s` begins one. Say it with this module's
`gettext`, under whatever name. Whoever knows the provider says where the words are held (`said_with`); elsewhere stand those we start with.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import translation
from django.utils.functional import lazy

from .sentences import N_

START = {"person": N_("the person"), "circle": N_("family and friends"), "staff": N_("staff"), "upset": N_("upset")}

Source = Callable[[], Mapping[str, str]]

_source: ContextVar[Source] = ContextVar("throughline_base_terms", default=lambda: START)
_ROOM = re.compile(rf"%\(({'|'.join([*START, *(name.capitalize() for name in START)])})\)s")


@contextmanager
def said_with(source: Source) -> Iterator[None]:
    """The words come from there. Asked for with the first sentence that has room for one."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)


def filled(sentence: str) -> str:
    """A sentence with the provider's words in their places. Other places stay open, for a `%` that follows."""
    said = ready(sentence, word)
    return said if "%(" in said else said.replace("%%", "%")


def ready(sentence: str, say: Callable[[str], str]) -> str:
    """The same for a template, which always puts a `%` after it, and has its own way of saying a word."""
    return _ROOM.sub(lambda room: say(room[1]).replace("%", "%%"), sentence) if "%(" in sentence else sentence


def word(name: str) -> str:
    """One word, in the reader's language for as long as it is the one we start with. `Staff` is `staff` at the beginning of a sentence."""
    key = name.lower()
    chosen = _source.get()()[key] or START[key]
    said = translation.gettext(chosen) if chosen == START[key] else chosen
    return said if name == key else said[:1].upper() + said[1:]


def gettext(sentence: str) -> str:
    """In the reader's language, with the provider's words."""
    return filled(translation.gettext(sentence))


gettext_lazy = lazy(gettext, str)
word_lazy = lazy(word, str)
