"""One stylesheet, small; nothing inline; plum for the person's own words and nothing else."""

import gzip
import re

import pytest

from .sheets import PAPERS, SHEET, STATIC, WEB, rules

TEMPLATES = sorted(WEB.rglob("*.jinja"))
CODE = sorted(WEB.rglob("*.py"))
# Where plum may stand: the quotation, the speaker's mark, the person's words in a line, and the loop of a knot that is theirs.
PLUM_PLACES = re.compile(r'\.quote\b|\[data-voice="person"\]|\.words-own')


def test_the_stylesheet_is_small():
    # A phone loads the sheet compressed. Papers are four (card, profile, easy read, a card inside a page); only print loads them.
    for sheet, limit, compressed in ((SHEET, 45_000, 12_000), (PAPERS, 7_500, 2_500)):
        assert len(sheet.encode()) < limit
        assert len(gzip.compress(sheet.encode())) < compressed


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_style_and_no_script_stand_in_a_template(template):
    text = template.read_text("utf-8")
    assert not re.search(r"""\bstyle\s*=|<style|\son[a-z]+\s*=\s*["']|javascript:""", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_are_short(template):
    assert len(template.read_text("utf-8").splitlines()) <= 100


@pytest.mark.parametrize("css", [SHEET, PAPERS], ids=["throughline", "papers"])
def test_plum_is_the_person_s_own(css):
    users = [selector for selector, body in rules(css) if re.search(r"var\(--person(-tint)?\)", body)]
    assert [selector for selector in users if not PLUM_PLACES.search(selector)] == []


def test_what_somebody_else_worded_is_not_plum():
    shown = next(body for selector, body in rules(SHEET) if selector == ".quote.quote-shown>blockquote")
    assert "color:var(--ink)" in shown


def test_colours_are_named_once():
    after_tokens = SHEET.split("@layer base {")[1]
    allowed = {"#fff", "#000", "#777", "#F5F0F7"}  # paper, print, the ground of pictures in the dark
    assert set(re.findall(r"#[0-9A-Fa-f]{3,6}\b", after_tokens)) <= allowed


def test_every_class_in_a_template_is_in_a_stylesheet():
    known = set(re.findall(r"\.([a-z][\w-]*)", SHEET + PAPERS)) | {"icon"}
    unknown = {}
    for template in TEMPLATES:
        plain = re.sub(r"\{[{%#].*?[}%#]\}", " ", template.read_text("utf-8"), flags=re.DOTALL)
        used = {name for group in re.findall(r'class="([^"]*)"', plain) for name in group.split() if name[-1] != "-"}
        if used - known:
            unknown[template.name] = sorted(used - known)
    assert unknown == {}


def test_every_icon_is_drawn():
    drawn = {name for sprite in ("icons.svg", "marks.svg") for name in re.findall(r'id="i-([\w-]+)"', (STATIC / sprite).read_text("utf-8"))}
    used = {name for template in TEMPLATES for name in re.findall(r'icon\("([\w-]+)"\)', template.read_text("utf-8"))}
    assert used <= drawn
