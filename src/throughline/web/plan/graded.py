"""The graded steps of a ladder in words, wherever they are read."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.plan.choices import ItemKind


@dataclass(frozen=True, slots=True)
class ShownStage:
    """One step as a version says it: a heading, and what is written of it by question."""

    title: str
    now: str
    facts: tuple[tuple[str, str], ...]


def numbered(stage: Any) -> str:
    """Step 2: Somebody behind, at a distance"""
    return _("Step %(n)s: %(what)s") % {"n": stage.position, "what": stage.text}


def rule(stage: Any) -> str:
    """How many tries the step asks for, and what else has to be seen."""
    tries = ngettext("%(n)s try that goes well", "%(n)s tries in a row that go well", stage.in_a_row) % {"n": stage.in_a_row}
    return _("%(tries)s. %(also)s") % {"tries": tries, "also": stage.move_on} if stage.move_on else tries


def facts(stage: Any) -> tuple[tuple[str, str], ...]:
    """What is written of a step."""
    known = (
        (_("What staff do"), stage.support),
        (_("On to the next step after"), rule(stage)),
        (_("Step back if"), stage.step_back),
        (_("Stop if"), stage.stop),
    )
    return tuple((label, text) for label, text in known if text)


def stage_words(stage: Any) -> str:
    """Everything of a step, in a sentence or two, for what changes between versions."""
    return " ".join([f"{stage.text}.", *(_("%(label)s: %(text)s.") % {"label": label, "text": text} for label, text in facts(stage))])


def shown(version: Any) -> tuple[ShownStage, ...]:
    """The steps of a version; the one that the person is on says so."""
    return tuple(ShownStage(numbered(each), _("now") if each.is_current else "", facts(each)) for each in stages_of(version))


def stages_of(version: Any) -> list[Any]:
    """The steps of a version; of what is no ladder nothing is asked."""
    return list(version.stages.all()) if version.item.kind == ItemKind.RISK_LADDER else []
