"""The words that we do not use of people, and what we write instead (`ux.md` 2.9).

A check refuses them on pages and in messages. What staff write in a note is never refused: at most a quiet suggestion, once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from .sentences import N_


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its variants, and what we write instead.

    in_notes: whether it is worth a suggestion in a note; the others are only no words for a page.
    exactly: whether capitals count, for abbreviations that are also part of other words.
    """

    pattern: str
    instead: str
    in_notes: bool = True
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text: what stands there, from where to where, and what we write instead."""

    found: str
    start: int
    end: int
    instead: str
    in_notes: bool


PERSON = N_("Jo, the person, people we support")
SAID_NO = N_("said no")
UPSET = N_("upset, distressed, angry")
HOME = N_("Jo's home")
LOOK = "needs a look"

WORDS = (
    Word(r"service[ -]users?", PERSON),
    Word(r"clients?", PERSON),
    Word(r"residents?", PERSON),
    Word(r"PWS|SUs?", PERSON, exactly=True),
    Word(r"refus(?:e|es|ed|ing|als?)", SAID_NO),
    Word(r"non-?complian(?:t|ce)", SAID_NO),
    Word(r"declin(?:e|es|ed|ing)", SAID_NO),
    Word(r"challenging (?:behaviou?rs?|incidents?)|behaviou?rs? that challenges?", UPSET),
    Word(r"kick(?:s|ed|ing)? off", UPSET),
    Word(r"non-?verbal(?:ly)?", N_("communicates without words")),
    Word(r"access(?:es|ed|ing)? (?:the|their|his|her) (?:local )?community|community access", N_("went to the pub")),
    Word(r"placements?", HOME),
    Word(r"units?", HOME, in_notes=False),
    Word(r"disclos(?:e|es|ed|ing)", N_("told us, showed us")),
    Word(r"present(?:s|ed|ing) with", N_("told us, showed us")),
    Word(r"fail(?:s|ed|ing|ures?)?", LOOK, in_notes=False),
    Word(r"breach(?:es|ed|ing)?", LOOK, in_notes=False),
    Word(r"missing data", "not asked yet", in_notes=False),
    Word(r"click here", "say where the link leads", in_notes=False),
)

# Terms that hold one of these words and are ours all the same, with the reason.
ALLOWED = {
    r"data breach(?:es)?": "the law's own term for lost personal data; we know no other",
    r"units? of (?:alcohol|insulin|blood)": "a measure, not a house",
    r"advance decisions? to refuse treatment": "the law's own name (Mental Capacity Act 2005, s. 24)",
}


def lint(text: str) -> list[Finding]:
    """The words in a text that we do not use, in the order in which they stand."""
    ours = [found.span() for found in _allowed().finditer(text)]
    found = (each for each in _found(text) if not any(start <= each.start and each.end <= end for start, end in ours))
    return sorted(found, key=lambda each: (each.start, -each.end))


def suggestion(text: str) -> str:
    """One quiet sentence about the first such word in a note; empty when there is nothing to say. Never a reason not to save."""
    for each in lint(text):
        if each.in_notes:
            return _("You wrote “%(found)s”. We write: %(instead)s.") % {"found": each.found, "instead": _(each.instead)}
    return ""


def _found(text: str) -> Iterator[Finding]:
    for word in WORDS:
        for found in _compiled(word).finditer(text):
            yield Finding(found.group(), found.start(), found.end(), word.instead, word.in_notes)


@cache
def _compiled(word: Word) -> re.Pattern[str]:
    """Whole words only; any run of space between two words, also the end of a line."""
    spaced = word.pattern.replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", 0 if word.exactly else re.IGNORECASE)


@cache
def _allowed() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{term})(?!\w)" for term in ALLOWED), re.IGNORECASE)
