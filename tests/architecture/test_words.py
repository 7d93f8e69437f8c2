"""No word that we do not use stands where people read it, and every sentence can be translated."""

from pathlib import Path

import pytest

from throughline.base.plain_words import lint

from . import visible
from .sources import Module

# Words that stand bare in templates, and why. Everything else goes through gettext.
BARE = {
    "Throughline": "the name of the program, the same in every language",
}

# Templates that no reader of ours meets, and why.
NO_PAGE = {
    "gallery/*": "shows the parts to whoever builds with them, filled with made-up people",
    "forms/attrs.jinja": "attributes of a box, and no words",
    "components/phone_attrs.jinja": "attributes of a form; their sentences stand in gettext",
}


def pages() -> list[Path]:
    """Templates that somebody reads."""
    return [path for path in visible.templates() if not any(path.match(pattern) for pattern in NO_PAGE)]


def test_no_word_that_we_do_not_use() -> None:
    found = {f"{where}: “{each.found}”; we write: {each.instead}" for where, text in visible.everywhere() for each in lint(text)}
    assert not found, "\n".join(sorted(found))


def test_there_is_something_to_read_everywhere() -> None:
    """An empty source would keep the wall above quiet for ever."""
    for source in (visible.in_templates(), visible.in_choices(), visible.in_roles(), visible.in_catalogues()):
        assert next(source)


@pytest.mark.parametrize("path", pages(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sentence_of_a_template_can_be_translated(path) -> None:
    assert [text for text in visible.bare(path.read_text("utf-8")) if text not in BARE] == []


@pytest.mark.parametrize(
    "code",
    [
        'x = _("The resident went out")',
        'require(No("He refused"))',
        'raise Invalid({"text": "She declined"})',
        'Fault("code", wrong="It failed", do="x")',
        'No(f"{name} is non-verbal")',
    ],
)
def test_a_planted_word_in_code_is_found(code: str) -> None:
    assert any(lint(text) for _, text in visible.in_code([Module("throughline.plan.policy", code)]))


def test_names_of_fields_are_not_words_on_a_page() -> None:
    assert not any(
        lint(text) for _, text in visible.in_code([Module("throughline.plan.policy", 'Invalid({"placement": "Choose a home."})')])
    )


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Hello {{ name }}</p>", ["Hello …"]),
        ('<a href="{{ url("x") }}" title="More about it">{{ _("More") }}</a>', ["More about it"]),
        ('<img alt="A tree" src="{{ x }}">', ["A tree"]),
        ('{{ "Save it" if new else _("Keep it") }}', ["Save it"]),
        ('{{ button("Go on", page.href) }}', ["Go on"]),
        ("{% if x %}<b>yes</b>{% endif %}", ["yes"]),
    ],
)
def test_a_planted_bare_sentence_is_found(template: str, found: list[str]) -> None:
    assert visible.bare(template) == found


@pytest.mark.parametrize(
    "template",
    [
        '<p class="lead">{{ _("Hello %(name)s", name=x) }}</p>',
        "{% trans name=x %}Hello {{ name }}{% endtrans %}",
        "{# A note for whoever writes this. #}",
        '<div class="{{ x and " field-wrong" or "" }}"{% if y %} data-theme="dark"{% endif %}>·&nbsp;5</div>',
        '{{ portrait(page.portrait, "xs") }}<svg viewBox="0 0 48 56"><path d="M10 0V8C10"/></svg>',
        "<script>const Words = 1</script>",
    ],
)
def test_a_template_in_order_passes(template: str) -> None:
    assert visible.bare(template) == []
