"""The stylesheets, read as text."""

import re
from pathlib import Path

import throughline.web

WEB = Path(throughline.web.__file__).parent
STATIC = WEB / "static" / "throughline"
SHEET = (STATIC / "throughline.css").read_text("utf-8")
PAPERS = (STATIC / "papers.css").read_text("utf-8")

_HEX = "#[0-9A-Fa-f]{6}"


def both_themes() -> tuple[dict[str, str], dict[str, str]]:
    """The colours of every token, light and dark."""
    pairs = re.findall(rf"--([\w-]+):light-dark\(({_HEX}),({_HEX})\)", SHEET)
    same = dict(re.findall(rf"--([\w-]+):({_HEX})[;}}]", SHEET.split("@supports")[0]))
    return same | {name: light for name, light, _ in pairs}, same | {name: dark for name, _, dark in pairs}


def fallback() -> dict[str, str]:
    """What phones get that do not know light-dark()."""
    block = re.search(r"@supports not \(color:light-dark.*?\{:root\{(.*?)\}\}", SHEET, re.DOTALL)
    assert block
    return dict(re.findall(rf"--([\w-]+):({_HEX})", block[1]))


def own_colours() -> dict[str, str]:
    """The nine colours that a person can choose."""
    return dict(re.findall(rf'\[data-own="(\w+)"\]\{{--own:({_HEX})\}}', SHEET))


def rules(css: str) -> list[tuple[str, str]]:
    """(selector, declarations) of every rule, without comments; good enough for this sheet."""
    return [
        (selector.strip(), body) for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    ]


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2 counts it."""
    shades = []
    for colour in (one, other):
        red, green, blue = (_channel(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
        shades.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(shades) + 0.05) / (min(shades) + 0.05)
