"""What a plan item says: one form a kind, made of the parts that the kind has (`plan/choices.py`)."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext_lazy as _
from throughline.plan.choices import ItemKind, LinePart
from throughline.plan.parts import Line

from ...forms import Choice, Day, Form, LongWords, Words
from ..kinds import ASKED, HINTS, ONE_A_LINE
from . import allowances
from .lines import Lines, Row, rows
from .stages import Staged, StageRow, StepNow
from .told import NOTHING_YET, Because, Hidden, OwnWords
from .watching import Watching

ROWS = 2  # empty rows for steps
ROWS_OF_ROUTINE = MORE_ROWS = 4  # and how many more each time
LONGEST_TITLE = 90


class ContentForm(Form):
    """The parts that every kind has; the rest is added by kind."""

    kind = ""
    stages: Sequence[StageRow] = ()  # of a ladder
    title = Words(
        _("What is it called?"),
        hint=_("Short, in words that %(name)s uses. It stands at the top of the card."),
        missing=_("Write what it is called."),
        max_length=LONGEST_TITLE,
        error_messages={"max_length": _("Use at most 90 letters, so that it fits on a card.")},
    )
    own_words = OwnWords(
        _("Why, in %(name)s’s own words"),
        hint=_("These words stand first, above everything that %(staff)s do. Without any it is shown as started by %(staff)s."),
    )
    summary = LongWords(_("What we do, and why"), rows=3, optional=True, hint=_("A sentence or two, for whoever reads the plan."))
    because = Because(_("What else did %(name)s say or show that led to this?"))
    look_again_on = Day(_("When do we look again at this with %(name)s?"), optional=True, ahead=True)
    look_again_if = LongWords(
        _("When do we look again sooner?"), rows=3, optional=True, hint=_("One a line, like: %(name)s asks, or moves home.")
    )
    topic = Choice(
        _("What is it about, for those with whom %(name)s shares?"),
        choices=Topic.choices,
        hint=_(
            "Whoever may see that topic sees this. Left empty: daily life, or money for a money plan, or feeling %(upset)s for what helps."
        ),
        as_list=True,
        optional=True,
    )
    decision = Hidden()

    def __init__(
        self,
        *args: Any,
        voices: Iterable[Any] = (),
        row_count: int = 0,
        steps: Iterable[Any] = (),
        money: Iterable[Any] = (),
        watching: Mapping[str, Any] = MappingProxyType({}),
        unsent: Any = None,
        is_new: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["topic"]  # an item stays about what it was begun about
        voices = list(voices)
        self.fields["own_words"].offer(voices, NOTHING_YET)  # type: ignore[attr-defined]
        self.fields["because"].offer(voices)  # type: ignore[attr-defined]
        if not voices:
            del self.fields["because"]
        self.row_count = row_count if has_steps(self.kind) else 0
        sent = self.data if self.is_bound else unsent
        self.watching = Watching(sent, self.names, watching, check=self.is_bound) if has_steps(self.kind) else None
        self.rows: list[Row] = rows(self.data if self.is_bound else None, self.row_count, self.names, steps)
        self.money = allowances.rows(self.data if self.is_bound else None, money, self.names) if self.kind == ItemKind.MONEY_PLAN else []

    def is_valid(self) -> bool:
        watching = self.watching is None or self.watching.is_valid()
        return all([super().is_valid(), watching, *(row.is_valid() for row in (*self.rows, *self.money))])

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        watching = self.watching.mistakes if self.watching else []
        return super().mistakes + [mistake for row in (*self.rows, *self.money) for mistake in row.mistakes] + watching

    def lines(self) -> list[Line]:
        """The lines, unsaved, in the order of their parts."""
        given = self.cleaned_data
        return [Line(part=part.value, text=text) for part in LinePart.for_kind(self.kind) for text in given[f"part_{part.value}"]]

    def content(self) -> dict[str, Any]:
        """Everything that an action takes, but who and which item."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("part_") and name != "decision"}
        steps = [step for row in self.rows if (step := row.step())]
        agreed = [each for row in self.money if (each := row.allowance())]
        watching = self.watching.content() if self.watching else {}
        return {"because": [], **given, "lines": self.lines(), "steps": steps, "allowances": agreed, **watching}


OUTCOME = {
    "measure": Words(_("How will we know?"), optional=True, hint=_("Something that can be seen or counted, like times a week.")),
    "baseline": Words(_("How is it now?"), optional=True),
    "baseline_on": Day(_("On which day was it so?"), optional=True, past=True),
    "target": Words(_("How does %(name)s want it to be?"), optional=True),
    "target_by": Day(_("By when?"), optional=True),
}


WORKS_WHEN = _("%(name)s’s own measure, in %(name)s’s words: how %(name)s will know that it works.")


class Money(Choice):
    """Whether staff hold or limit the person's money: asked outright, because a box that nobody ticked says nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("Do %(staff)s hold %(name)s’s money, or limit how it is spent?"),
            choices=(("yes", _("Yes. This needs a decision")), ("no", _("No. %(name)s holds it and spends it"))),
            missing=_("Say whether %(staff)s hold or limit %(name)s’s money."),
        )

    def prepare_value(self, value: Any) -> Any:
        return ("yes" if value else "no") if isinstance(value, bool) else value

    def clean(self, value: Any) -> bool:
        return super().clean(value) == "yes"


@cache
def form_for(kind: str) -> type[ContentForm]:
    """The form of a kind."""
    parts = {f"part_{part.value}": Lines(ASKED[part], hint=HINTS.get(part, ONE_A_LINE)) for part in LinePart.for_kind(kind)}
    outcome = OUTCOME if kind == ItemKind.OUTCOME else {}
    money = {"controls_money": Money()} if kind == ItemKind.MONEY_PLAN else {}
    ladder = (
        {"measure": Words(_("It works when"), optional=True, hint=WORKS_WHEN), "stage_now": StepNow()}
        if kind == ItemKind.RISK_LADDER
        else {}
    )
    order = ["title", "own_words", "summary", *outcome, *ladder, *parts, *money, "because", "look_again_on", "look_again_if", "topic"]
    bases = (Staged, ContentForm) if ladder else (ContentForm,)
    form = type(f"{kind.title()}Form", bases, {"kind": kind, **parts, **outcome, **ladder, **money, "field_order": order})
    return form  # type: ignore[return-value]


def has_steps(kind: str) -> bool:
    """Whether things of a kind come at times of day."""
    return kind in ItemKind.for_staff()
