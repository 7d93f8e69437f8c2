"""Write the guide: what each page is for, from `docs/guide/pages.txt`, with the pictures that the browser test took.

`--check` only compares. A line of pages.txt is `name of the address | title | what it is for`; a line that begins with `#` is a heading.
A picture without a line is listed at the end, so that every page is in the guide.
"""

import sys
from pathlib import Path

GUIDE = Path(__file__).parent.parent / "docs" / "guide"
WIDTHS = {"1280": "on a desktop", "390": "on a phone"}
HEAD = """# Guide

What each page is for, with its picture at desktop and phone width. The pictures are taken by the browser tests that look at every page
(`THROUGHLINE_GUIDE=1 .venv/bin/pytest tests/browser -k every_page`), on the demo's stories; the text stands in `pages.txt`, and
`make docs` puts both together. The people are invented. [How the pages differ from what was drawn first](specimens.md).
"""


def main() -> int:
    written, target = guide(), GUIDE / "README.md"
    if "--check" in sys.argv:
        if target.read_text("utf-8") == written:
            return 0
        print("docs/guide/README.md is not what pages.txt and the pictures make: make docs")
        return 1
    target.write_text(written, "utf-8")
    return 0


def guide() -> str:
    lines = (GUIDE / "pages.txt").read_text("utf-8").splitlines()
    told = {line.split(" | ")[0] for line in lines}
    others = sorted({each.name.rsplit("-", 1)[0] for each in (GUIDE / "pictures").glob("*.png")} - told)
    return "\n".join([HEAD, *map(entry, filter(None, lines)), *(["## Forms and other pages\n"] if others else []), *map(other, others)])


def entry(line: str) -> str:
    """A heading, or a page with its text and pictures."""
    if line.startswith("# "):
        return f"#{line}\n"
    name, title, text = line.split(" | ")
    return f"### {title}\n\n{text}\n\n{pictures(name, title)}".removesuffix("\n")


def other(name: str) -> str:
    there = ", ".join(f"[{where.split()[-1]}](pictures/{name}-{wide}.png)" for wide, where in WIDTHS.items())
    return f"`{name.replace('-', ':', 1)}`: {there}\n"


def pictures(name: str, title: str) -> str:
    there = ((where, f"pictures/{name}-{wide}.png") for wide, where in WIDTHS.items())
    return "".join(f"![{title}, {where}]({path})\n\n" for where, path in there if (GUIDE / path).exists())


if __name__ == "__main__":
    sys.exit(main())
