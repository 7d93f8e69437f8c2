"""How much room words take on paper, before they are printed: widths of letters, lines of a paragraph. Pure.

The printed papers have a fixed size and no script that could measure them, so what does not fit has to be known when the
page is made. Every guess is on the wide side: a card with a little room left is fine, one that is cut off is not.
"""

from collections.abc import Iterable

MM = 25.4 / 72  # millimetres in a point
SURE = 0.985  # lines are a little shorter than their room: letters of other weights, and what browsers round

# Letters of Atkinson Hyperlegible Next by their width in hundredths of an em, measured in a browser and rounded up.
_WIDTHS = {
    24: "',.:;|·‘’",
    28: "`jil \N{NO-BREAK SPACE}",
    33: '!()"[ft\N{NON-BREAKING HYPHEN}',
    38: "]r{}-_",
    42: "/\\I“”1",
    47: "yzv",
    50: "?s*cxk",
    55: "7–Ja§eu2Lhnoéàáâèêëíîïóôöúûü",
    60: "<>FT^g~Ebdp3Yq569$PSVß",
    65: "+Z£48BR=AXK0C",
    70: "#D…€UwGHN",
    78: "OQ&@",
    88: "M—mW",
    92: "%",
}
_KNOWN = {sign: hundredths / 100 for hundredths, signs in _WIDTHS.items() for sign in signs}
_OTHER_LATIN, _SQUARE = 0.75, 1.05


def letter(sign: str) -> float:
    """The width of a letter, in ems. What is not Latin counts as a full square."""
    return _KNOWN.get(sign) or (_OTHER_LATIN if ord(sign) < 0x250 else _SQUARE)


def width(text: str, points: float) -> float:
    """How wide a text is on one line, in millimetres."""
    return sum(letter(sign) for sign in text) * points * MM


def lines(text: str, points: float, room: float) -> int:
    """Into how many lines a text wraps in a room of so many millimetres."""
    space = letter(" ") * points * MM
    count, used, room = 1, 0.0, room * SURE
    for word in text.split(" "):
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
