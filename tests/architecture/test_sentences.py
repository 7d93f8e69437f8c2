"""What a policy, an action, a law or a page says can be translated: a whole sentence, in gettext or marked for it."""

import pytest
from scripts.messages import collected

from .sentences import bare_answers, bare_sentences, for_translators
from .sources import Module, modules

# What says whole sentences that no reader of a page meets, and why.
NOT_ON_A_PAGE = {
    "throughline.base.storage": "tells a programmer of a wrong checksum",
    "throughline.bench": "measures, for whoever runs the server",
    "throughline.cli": "the command line speaks English to whoever runs the server",
    "throughline.config": "the same, and what is printed into the reference pages",
    "throughline.demo": "stories are told in the words of those who are in them",
    "throughline.exchange": "the command line, and SQL of its own; codes and places of faults are for whoever prepares a folder",
    "throughline.web.gallery": "shows the parts to whoever builds with them",
}


def on_pages() -> list[Module]:
    return [each for each in modules() if not any(f"{each.name}.".startswith(f"{name}.") for name in NOT_ON_A_PAGE)]


def test_every_answer_can_be_translated() -> None:
    found = [f"{module.name}:{line}: {text}" for module in modules() for line, text in bare_answers(module)]
    assert not found, "\n".join(found)


def test_every_sentence_can_be_translated() -> None:
    found = [f"{module.name}:{line}: {text}" for module in on_pages() for line, text in bare_sentences(module)]
    assert not found, "\n".join(found)


def test_every_sentence_is_collected_for_translators() -> None:
    """Babel reads tokens and Python reads a tree: what only one of them sees would never be translated."""
    ids = {text for message in collected() for text in ([message.id] if isinstance(message.id, str) else message.id)}
    among = [each for each in modules() if not each.name.startswith("throughline.web.gallery")]
    lost = [f"{module.name}:{line}: {text}" for module in among for line, text in for_translators(module) if text not in ids]
    assert not lost, "\n".join(lost)


def test_every_leave_is_used() -> None:
    for name in NOT_ON_A_PAGE:
        among = [each for each in modules() if f"{each.name}.".startswith(f"{name}.")]
        assert not among or any(True for module in among for _ in bare_sentences(module)), name


GETTEXT = "from django.utils.translation import gettext as _\n"


@pytest.mark.parametrize(
    "code",
    [
        'No("Ask another manager.")',
        'No(f"Ask {name}.")',
        'raise Refused("It has ended " + when)',
        'raise Invalid({"text": "Write it down."})',
        'raise Invalid({"text": f"{name} wrote it"} | more)',
        'errors.No("Later" if late else _("Now"))',
        'No(say("Ask another manager."))',
    ],
)
def test_a_planted_answer_is_found(code: str) -> None:
    assert list(bare_answers(Module("throughline.plan.policy", GETTEXT + code)))


@pytest.mark.parametrize(
    "code",
    [
        'No(_("Ask %(name)s.") % {"name": names["first"]})',
        'raise Invalid({"text": LONGEST[kind]})',
        "raise Invalid({field: _(fault) for field, fault in found.items()})",
        'raise Refused(f"{_(fault.wrong)} {_(fault.do)}")',
        'raise Invalid({"text": N_("Write it down.")})',
        "raise Invalid(faults)",
    ],
)
def test_an_answer_in_order_passes(code: str) -> None:
    assert not list(bare_answers(Module("throughline.plan.policy", GETTEXT + code)))


@pytest.mark.parametrize(
    "code", ['faults["text"] = "Write it down."', 'Fault("code", "It rests on habit.", do)', 'NOTE = "Look again, please."']
)
def test_a_planted_sentence_is_found(code: str) -> None:
    assert list(bare_sentences(Module("throughline.plan.law", code)))


def test_another_name_for_gettext_is_gettext() -> None:
    code = "from django.utils.translation import gettext as say\nNo(say('Ask Ruth.'))\n"
    assert not list(bare_answers(Module("throughline.plan.policy", code)))


def test_a_sentence_inside_an_f_string_is_for_translators_too() -> None:
    module = Module("throughline.web.words", GETTEXT + """f"{x} {_('Ask Ruth.')}\"""")
    assert [text for _line, text in for_translators(module)] == ["Ask Ruth."]


def test_docstrings_are_for_us() -> None:
    assert not list(bare_sentences(Module("throughline.plan.law", '"""What may be published."""\n')))
