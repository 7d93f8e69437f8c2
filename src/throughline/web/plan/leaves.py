"""Shift cards on paper, A6. A card that is too long is set a little smaller; one that is longer still goes on on another card.

Nothing is ever cut off: what stands on a card is measured before it is printed, on the wide side (`measure.py`).
Lengths are in millimetres, of a card as `papers.css` sets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.plan.choices import LinePart

from .. import words
from ..parts import Paper, PaperPart, Qr, Quote, Source
from .cards import StaffCard, stop_heading
from .measure import height

WIDE, HIGH = 91.0, 135.0  # inside the margins of an A6
SPARE = 2.0
FOOT_ROOM = 73.0
BOLD = 1.09  # how much wider bold letters are
QUOTE_BOLD = 1.05
GAP, CLOSE_GAP = 2.2, 1.5  # between parts, at the full size and below it
SIZES: tuple[tuple[Any, float], ...] = (("", 12.0), ("close", 10.5), ("closer", 9.0))
SAFE = (LinePart.DO_NOT, LinePart.EARLY_SIGN, LinePart.STEP_UP, LinePart.CALL)
QUOTED, TITLED, FACT = 280, 90, 160  # letters: longer quotations and titles are shortened, longer facts become lists


@dataclass(frozen=True, slots=True)
class Setting:
    """A card at one size of letters."""

    card: StaffCard
    quote: Quote | None
    foot: tuple[str, ...]
    points: float

    @property
    def gap(self) -> float:
        """Between parts; smaller letters stand closer."""
        return GAP if self.points == SIZES[0][1] else CLOSE_GAP

    def around(self) -> float:
        """Head and foot, on every card."""
        title = height([self.card.title], self.points * 1.21 * BOLD, WIDE - 36, 1.15) + self.points * 0.43
        return max(title, 11.0) + 2.5 + max(height(self.foot, 8.5, FOOT_ROOM), 15.0) + SPARE

    def quoted(self) -> float:
        """The person's words, on the first card."""
        if self.quote is None:
            return 0.0
        source = " ".join(self.quote.source.parts) if self.quote.source else ""
        said = height([f"“{self.quote.words}”"], self.points * 1.125 * QUOTE_BOLD, WIDE - 4)
        return said + height([source], self.points * 0.84, WIDE - 4, 1.4) + self.gap

    def heading(self) -> float:
        """The heading of a list, with the gaps around it."""
        return self.points * 0.3528 * 1.25 + 2 * self.gap - 0.6

    def line(self, part: PaperPart, text: str) -> float:
        """One line of a list, or one of a fact."""
        if part.mark == "facts":
            return height([text], self.points, WIDE - 25)
        return height([text], self.points, WIDE - 7, gap=0.6)

    def whole(self, part: PaperPart) -> float:
        """A part with all of its lines."""
        first = self.gap + 0.3 if part.mark == "facts" else self.heading()
        return max(first + sum(self.line(part, text) for text in part.lines), self.least(part))

    def least(self, part: PaperPart) -> float:
        """A fact is as high as its heading."""
        return self.gap + 0.3 + height([part.heading], self.points, 23.0) if part.mark == "facts" else 0.0


def papers(card: StaffCard, qr: Qr) -> list[Paper]:
    """One card on paper, in the smallest letters if need be; or as few as it takes, with the largest letters.

    Where it takes several, what to do stays beside why. Where that alone is longer than a card, what keeps somebody safe stands
    on the first: the others may be left in a drawer.
    """
    parts = _with_calls([_as_part(section) for section in card.sections], card)
    laid = _laid(card, parts, qr)
    return laid if len(laid) == 1 or _does_begin_whole(laid[0].parts, parts) else _laid(card, _safe_first(parts), qr)


def _does_begin_whole(first: tuple[PaperPart, ...], parts: list[PaperPart]) -> bool:
    """Whether all that staff do stands on the first card, with the person's words."""
    return all(part in first for part in parts if part.heading == LinePart.DO.label)


def _safe_first(parts: list[PaperPart]) -> list[PaperPart]:
    """What not to do, the early signs, when to get help and whom to ring; then the rest in its order."""
    safe = {str(part.label) for part in SAFE} | {_("Ring"), stop_heading()}
    return sorted(parts, key=lambda part: part.heading not in safe)


def _laid(card: StaffCard, parts: list[PaperPart], qr: Qr) -> list[Paper]:
    settings = [(size, _setting(card, points)) for size, points in SIZES]
    holding = [(size, setting) for size, setting in settings if _holds(setting, parts)] or settings[-1:]
    tried = [(size, setting, list(_leaves(setting, parts))) for size, setting in holding]
    size, setting, leaves = min(tried, key=lambda each: (len(each[2]), not _does_begin_whole(each[2][0], parts)))
    return [_of_several(_paper(setting, leaf, qr, size), n, len(leaves)) for n, leaf in enumerate(leaves, 1)]


def _setting(card: StaffCard, points: float) -> Setting:
    return Setting(replace(card, title=_shortened(card.title, TITLED)), _quote(card), _foot(card), points)


def _holds(setting: Setting, parts: list[PaperPart]) -> bool:
    """Whether at this size every single line fits on a card of its own, and the quotation on the first."""
    room = HIGH - setting.around()
    each = [setting.heading() + setting.line(part, text) for part in parts for text in part.lines]
    return max([setting.quoted(), *each], default=0.0) <= room


def _leaves(setting: Setting, parts: list[PaperPart]) -> Iterator[tuple[PaperPart, ...]]:
    """Fill card after card; a list that is broken repeats its heading and goes on counting."""
    room, leaf = HIGH - setting.around() - setting.quoted(), []
    for part in parts:
        rest = part
        while rest.lines:
            taken, room = _fill(setting, rest, room)
            leaf += [taken] if taken.lines else []
            rest = replace(rest, lines=rest.lines[len(taken.lines) :], first=rest.first + len(taken.lines))
            if rest.lines:
                yield tuple(leaf)
                room, leaf = HIGH - setting.around(), []
                rest = replace(rest, heading=_("%(part)s, going on") % {"part": part.heading}) if rest.first > 1 else rest
    yield tuple(leaf)


def _fill(setting: Setting, part: PaperPart, room: float) -> tuple[PaperPart, float]:
    """As many lines of a part as there is room for, and the room that is left. A fact stands whole or not at all."""
    if part.mark == "facts":
        left = room - setting.whole(part)
        fits = left >= 0 or room >= HIGH - setting.around()
        return (part, left) if fits else (replace(part, lines=()), room)
    left, count = room - setting.heading(), 0
    for text in part.lines:
        left -= setting.line(part, text)
        if left < 0 and not (count == 0 and room >= HIGH - setting.around()):
            break
        count += 1
    return replace(part, lines=part.lines[:count]), left


def _as_part(section: Any) -> PaperPart:
    """What is too long to stand beside its heading stands under it."""
    said = _sentences(section.lines)
    if section.mark in ("facts", "times") and len(said) <= FACT:
        return PaperPart(section.name, section.lines if section.mark == "times" else (said,), "facts")
    return PaperPart(section.name, section.lines, section.mark if section.mark in ("numbered", "dont") else "plain")


def _sentences(several: tuple[str, ...]) -> str:
    """Humming. Pacing. Hands over ears"""
    return " ".join(text if text.endswith((".", "!", "?")) or last else f"{text}." for text, last in _with_last(several))


def _with_last(several: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    for n, text in enumerate(several, 1):
        yield text, n == len(several)


def _with_calls(parts: list[PaperPart], card: StaffCard) -> list[PaperPart]:
    """Whom to call, and the numbers of the home beside it."""
    numbers = tuple(f"{call.name}: {call.number}" for call in card.calls)
    if not numbers:
        return parts
    name = str(LinePart.CALL.label)
    known = next((part for part in parts if part.heading == name), None)
    if known is None or known.mark != "facts":
        return [*parts, PaperPart(_("Ring"), numbers, "facts")]
    return [replace(part, lines=part.lines + numbers) if part is known else part for part in parts]


def _foot(card: StaffCard) -> tuple[str, ...]:
    printed = _("Printed %(day)s. Check it is current.") % {"day": words.short_day(clock.today(), clock.today())}
    look = _("%(look_again)s Thread %(number)s") % {"look_again": card.look_again, "number": card.number}
    return (card.agreed, look, printed)


def _quote(card: StaffCard) -> Quote | None:
    """The person's words as they go on paper; of long ones the beginning, and where the rest is."""
    if card.quote is None or card.quote.source is None:
        return None
    speaker = card.quote.source.speaker
    parts: tuple[str, ...] = (", ".join([speaker.name if speaker else "", *card.quote.source.parts]),)
    said = _shortened(card.quote.words, QUOTED)
    if said != card.quote.words:
        parts += (_("The rest is in the thread %(number)s.") % {"number": card.number},)
    return replace(card.quote, words=said, source=Source(parts), size="s", thought=None)


def _shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[:letters].rsplit(' ', 1)[0]}…"


def _paper(setting: Setting, parts: tuple[PaperPart, ...], qr: Qr, size: Any) -> Paper:
    card = setting.card
    return Paper(card.portrait, card.title, card.version, (), (), (), setting.foot, qr, setting.quote, parts, size=size)


def _of_several(paper: Paper, n: int, count: int) -> Paper:
    """One of several: it says which, and the person's words stand on the first."""
    if count == 1:
        return paper
    return replace(paper, part=_("%(n)s of %(count)s") % {"n": n, "count": count}, quote=paper.quote if n == 1 else None)
