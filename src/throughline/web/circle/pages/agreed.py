"""What we agreed: what staff follow, what was decided and what people found when they looked again, by topic; and why not, for the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from throughline.access.law import AT_REVIEWS, MAY_SEE, NO
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan.choices import LinePart
from throughline.practice.choices import Result
from throughline.reviews.choices import Verdict

from ... import quotes, words
from ...parts import Happening, Quote, Source
from ...plan.cards import step_words
from ...plan.cited import Cited, cited
from .. import shared, sharing
from .agreement import AgreementSheet, sheets


@dataclass(frozen=True)
class Part:
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """A plan item as staff follow it. `counts`: how it went in the last month, as numbers."""

    title: str
    summary: str
    quote: Quote | None
    parts: tuple[Part, ...]
    counts: str
    look_again: str


@dataclass(frozen=True)
class Block:
    """One topic that is shared. `items` and `decided` are there only for what may be seen at any time."""

    name: str
    level: str
    items: tuple[Item, ...]
    decided: tuple[Happening, ...]
    reviews: tuple[Happening, ...]

    @property
    def nothing(self) -> bool:
        return not (self.items or self.decided or self.reviews)


@dataclass(frozen=True)
class Agreed:
    name: str
    agreements: tuple[AgreementSheet, ...]
    blocks: tuple[Block, ...]
    not_shown: tuple[tuple[str, str], ...]


def agreed(sight: Sight) -> Agreed:
    """Every topic: what is shared of it, or why it is not."""
    lines = sharing.lines(sight)
    counts, known = shared.counted(sight), cited(sight)
    items = _by_topic((each.version.topic, _item(each, known, counts)) for each in shared.in_force(sight))
    decided = _by_topic((each.topic, decision(each)) for each in shared.decided(sight))
    reviews = _by_topic((each.review.topic, review(each)) for each in shared.looked_again(sight))
    open_ones = [each for each in lines if each.level in (MAY_SEE, AT_REVIEWS)]
    blocks = tuple(_block(each, items.get(each.topic, ()), decided.get(each.topic, ()), reviews.get(each.topic, ())) for each in open_ones)
    return Agreed(sight.person.name, sheets(sight), blocks, tuple((each.name, each.why) for each in lines if each.level == NO))


def _by_topic(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for topic, each in pairs:
        found[topic] = (*found.get(topic, ()), each)
    return found


def _block(line: sharing.TopicLine, items: Any, decided: Any, reviews: Any) -> Block:
    return Block(line.name[:1].upper() + line.name[1:], str(line.state.text), items, decided, reviews)


def _item(publication: Any, known: Cited, counts: dict[Any, dict[str, int]]) -> Item:
    version, name = publication.version, known.name
    day = version.look_again_on
    look = _("We look again on %(day)s.") % {"day": words.full_day(day, clock.today())} if day else ""
    counted = how_it_went(counts.get(publication.item_id, {}), name)
    return Item(version.title, version.summary, own_words(version, known), tuple(_parts(version)), counted, look)


def own_words(version: Any, known: Cited) -> Quote | None:
    """The words that were chosen to stand over it, as they stand now, if they are about something that is shared too. Without the sound."""
    first = version.own_words
    voice = known.as_it_stands(first) if first is not None else None
    if voice is None or not shared.all_open(known.sight, [first.topic, voice.topic]):
        return None
    return quotes.quote(voice, known.name, with_sound=False)


def _parts(version: Any) -> Iterable[Part]:
    """What stands on the card, in the order of the card; where a line comes from is not among it."""
    order = {part.value: n for n, part in enumerate(LinePart)}
    lines = sorted(version.lines.all(), key=lambda line: (order[line.part], line.position))
    for part, those in groupby(lines, key=lambda line: line.part):
        yield Part(str(LinePart(part).label), tuple(line.text for line in those))
    if steps := [step_words(step) for step in version.steps.all()]:
        yield Part(_("Steps"), tuple(steps))


def how_it_went(results: dict[str, int], name: str) -> str:
    """Offered 20 times, yes 15 times: a month in numbers, never a single record."""
    offered = sum(results.get(result, 0) for result in Result.offered())
    if not offered:
        return ""
    said = {"n": offered, "name": name, "yes": results.get(Result.SAID_YES, 0), "no": results.get(Result.SAID_NO, 0)}
    return _("How often in the last month: offered %(n)s, %(name)s said yes %(yes)s, %(name)s said no %(no)s.") % said


def decision(row: Any) -> Happening:
    """What was decided, in its one sentence."""
    return Happening(row.outcome, words.short_day(row.occurred_at, clock.today()), Source((row.question.text,)))


def review(looked: shared.LookedAgain) -> Happening:
    """What people found when they looked again, and what changed."""
    row, today = looked.review, clock.today()
    changed = _("Changed: %(message)s") % {"message": looked.changed.message} if looked.changed else ""
    again = _("Next look: %(day)s") % {"day": words.short_day(row.look_again_on, today)} if row.look_again_on else ""
    verdict = str(Verdict(row.verdict).label)
    led = _("%(who)s led it") % {"who": row.led_by.name} if row.led_by else ""
    parts = tuple(each for each in (verdict, led, changed, again) if each)
    return Happening(looked.title, words.short_day(row.occurred_at, today), Source(parts), text=row.because)
