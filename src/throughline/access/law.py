"""Which topics somebody's grants open, written once: pure, so that a page, a check and a test ask the same thing.

A key to a topic is a live grant. That somebody is not to be told shuts it, whatever the grant rests on; only what a court or
another legal duty asks for holds all the same (`domain.md` 2.2).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

NO, AT_REVIEWS, MAY_SEE = "no", "at_reviews", "may_see"


@dataclass(frozen=True, slots=True)
class Granted:
    """A live grant as plain values."""

    topic: str
    level: str
    despite_exclusion: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What grants open: topics that may be seen, those and the ones at reviews, and whether somebody is not to be told anything."""

    may_see: frozenset[str]
    at_reviews: frozenset[str]
    is_shut: bool

    def level(self, topic: str) -> str:
        """How much of one topic is open."""
        if topic in self.may_see:
            return MAY_SEE
        return AT_REVIEWS if topic in self.at_reviews else NO


def is_shut(topic: str, exclusions: Iterable[Collection[str]]) -> bool:
    """Whether somebody is not to be told about a topic. One that names no topic is about all of them."""
    return any(not topics or topic in topics for topics in exclusions)


def opened(granted: Iterable[Granted], exclusions: Collection[Collection[str]]) -> Opened:
    """What live grants open to one who is not to be told what live exclusions say."""
    held = [grant for grant in granted if grant.despite_exclusion or not is_shut(grant.topic, exclusions)]
    may_see = frozenset(grant.topic for grant in held if grant.level == MAY_SEE)
    at_reviews = may_see | {grant.topic for grant in held if grant.level == AT_REVIEWS}
    return Opened(may_see, at_reviews, is_shut=not at_reviews and any(not topics for topics in exclusions))


def is_named(name: str, contact: str) -> bool:
    """Whether somebody who is not to be told is named like a contact: written down before they were one."""
    return bool(name) and " ".join(name.split()).casefold() == " ".join(contact.split()).casefold()


def is_mentioned(name: str, words: str) -> bool:
    """Whether a name stands in some words as it is written down: whole, and no part of a longer one."""
    plain, sought = " ".join(words.split()).casefold(), " ".join(name.split()).casefold()
    return bool(sought) and re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", plain) is not None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody as they are written down among a person's people."""

    name: str
    relationship: str = ""
    phone: str = ""
    email: str = ""


def may_be_same(one: Known, other: Known) -> bool:
    """Whether two may be one somebody, written down twice: what one is called is part of the other, or they are reached in the same way.

    For a person to look at; it opens and shuts nothing by itself.
    """
    names = [set(each.name.casefold().split()) for each in (one, other)]
    named = names[0] <= names[1] or names[1] <= names[0]
    reached = any(plain(mine) and plain(mine) == plain(theirs) for mine, theirs in ((one.phone, other.phone), (one.email, other.email)))
    related = bool(one.relationship) and one.relationship.casefold() == other.relationship.casefold()
    return (named and all(names)) or reached or related


def plain(words: str) -> str:
    """Without what is written in more than one way."""
    return "".join(words.split()).casefold()
