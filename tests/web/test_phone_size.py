"""What a phone loads of us, compressed: scripts at most 35 kB, style at most 20 kB, however many pages it opens."""

import gzip
import re

from .sheets import STATIC

SCRIPTS, STYLE = 35_000, 20_000


def compressed(pattern: str) -> int:
    """As a browser gets them: each file by itself."""
    found = [path for path in STATIC.rglob(pattern) if "print" not in path.parts]
    assert found
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in found)


def test_every_script_together_is_small() -> None:
    assert compressed("*.js") < SCRIPTS


def test_every_style_together_is_small() -> None:
    assert compressed("*.css") < STYLE


def test_scripts_are_read_as_they_are_written() -> None:
    """No build step: lines that a person can read, and nothing brought in from elsewhere."""
    for path in STATIC.rglob("*.js"):
        text = path.read_text("utf-8")
        assert max(map(len, text.splitlines())) < 260, path.name
        assert text.startswith("// "), f"{path.name} does not say what it is for"
        assert not re.search(r"https?://|\beval\(|new Function", text), path.name
