"""How much room words take on paper, before they are printed: widths of letters, lines of a paragraph. Pure.

The printed papers have a fixed size and no script that could measure them, so what does not fit has to be known when the
page is made. Every guess is on the wide side: a card with a little room left is fine, one that is cut off is not.
"""

from collections.abc import Iterable

MM = 25.4 / 72  # millimetres in a point

_NARROW = frozenset("iljI.,:;'’‘!|()[]tfr1 \N{NO-BREAK SPACE}")
_WIDE = frozenset("mwMW@%—…")


def letter(sign: str) -> float:
    """The width of a letter, in ems. What is not Latin counts as a full square."""
    if sign in _NARROW:
        return 0.36
    if sign in _WIDE or ord(sign) > 0x24F:
        return 1.0
    return 0.72 if sign.isupper() else 0.6


def width(text: str, points: float) -> float:
    """How wide a text is on one line, in millimetres."""
    return sum(letter(sign) for sign in text) * points * MM


def lines(text: str, points: float, room: float) -> int:
    """Into how many lines a text wraps in a room of so many millimetres."""
    space = letter(" ") * points * MM
    count, used = 1, 0.0
    for word in text.split():
        wide = width(word, points)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0.0)
        if used > room:  # a word longer than a line is broken
            whole, used = divmod(used, room)
            count += int(whole)
    return count


def height(texts: Iterable[str], points: float, room: float, leading: float = 1.3, gap: float = 0.0) -> float:
    """How high paragraphs stand under each other, in millimetres, with a gap after each."""
    return sum(lines(text, points, room) * points * MM * leading + gap for text in texts)
