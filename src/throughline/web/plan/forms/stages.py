"""The graded steps of a ladder as rows of a form, and on which of them the person is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.plan.copying import OF_STAGE
from throughline.plan.parts import Stage

from ...forms import Choice, Form, Words

LEAST, MOST = 4, 12  # rows
NAMES = tuple(name for name in OF_STAGE if name != "is_current")
USUAL = {"in_a_row": 3}  # what nobody has to choose
IN_A_ROW = [(str(n), str(n)) for n in (1, 2, 3, 4, 5, 6, 8, 10)]


class StageRow(Form):
    """One step: what happens on it, what staff do; and, folded, when to move on, step back or stop."""

    text = Words(_("What happens on it"), optional=True)
    support = Words(_("What staff do meanwhile"), optional=True)
    in_a_row = Choice(_("How many tries in a row have to go well?"), choices=IN_A_ROW, as_list=True, optional=True)
    move_on = Words(_("What else has to be seen before the next step?"), optional=True)
    step_back = Words(_("When do we step back?"), optional=True)
    stop = Words(_("When does staff stop a try?"), optional=True)

    RULES = ("in_a_row", "move_on", "step_back", "stop")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("in_a_row", [("", say("3, as usual")), *IN_A_ROW])
        for name in self.fields:
            self.says_nothing_of_optional(name)

    @property
    def rules(self) -> Any:
        """What is folded, until something in it has to be put right."""
        return self.fold(self.RULES, say("When to move on, step back or stop"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("text") and any(given.get(name) for name in ("support", *self.RULES)):
            self.add_error("text", say("Write what happens on this step, or take the rest away."))
        return given

    def stage(self) -> Stage | None:
        """The step, unsaved; None when the row is empty."""
        given = self.cleaned_data
        if not given.get("text"):
            return None
        in_a_row = {"in_a_row": int(given["in_a_row"])} if given.get("in_a_row") else {}
        return Stage(**{name: given.get(name, "") for name in ("text", "support", "move_on", "step_back", "stop")}, **in_a_row)


def stage_rows(data: Any, count: int, names: Any, initial: Iterable[Mapping[str, Any]] = ()) -> list[StageRow]:
    """So many rows, filled from what was written or from what is there."""
    known = [*initial, *({} for _n in range(count))]
    return [StageRow(data, prefix=f"stage-{n}", names=names, initial=known[n]) for n in range(count)]


def as_initial(version: Any) -> list[dict[str, Any]]:
    """The steps of a version, as the rows ask for them."""
    stages = version.stages.all() if version is not None else ()
    return [
        {name: "" if name in USUAL and getattr(stage, name) == USUAL[name] else getattr(stage, name) for name in NAMES} for stage in stages
    ]


def on_step(stages: list[Stage], number: int, text: str = "") -> list[Stage]:
    """The person is on the step that says what theirs said; where none does, on the one at its place."""
    found = next((n for n, each in enumerate(stages, 1) if text and each.text == text), min(number, len(stages)))
    for n, each in enumerate(stages, 1):
        each.is_current = n == found
    return stages


class StepNow(Choice):
    """On which step somebody begins. Its value is a number."""

    def __init__(self) -> None:
        numbers = [(str(n), str(n)) for n in range(1, MOST + 1)]
        hint = _("After that the ladder moves by a decision of %(name)s’s, from its own page.")
        super().__init__(_("With which step does %(name)s begin?"), choices=numbers, hint=hint, as_list=True, initial="1", optional=True)
        self.says_optional = False

    def clean(self, value: Any) -> int:
        return int(super().clean(value) or 1)


class Staged:
    """What the form of a ladder has besides: its steps, and with which of them the person begins. Beside `ContentForm`."""

    def __init__(self, *args: Any, stage_count: int = 0, stages: Iterable[Any] = (), followed: Stage | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        self.followed = followed
        if followed is not None:
            del form.fields["stage_now"]  # it moves by a decision
        self.stages = stage_rows(form.data if form.is_bound else None, stage_count, form.names, stages)

    def is_valid(self) -> bool:
        valid: Any = super()
        return all([valid.is_valid(), *(row.is_valid() for row in self.stages)])

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        whole: Any = super()
        return [*whole.mistakes, *(mistake for row in self.stages for mistake in row.mistakes)]

    def content(self) -> dict[str, Any]:
        """Everything that an action takes, the steps with it."""
        whole: Any = super()
        given = whole.content()
        first, stages = given.pop("stage_now", 1), [stage for row in self.stages if (stage := row.stage())]
        now = (self.followed.position, self.followed.text) if self.followed is not None else (first, "")
        return given | {"stages": on_step(stages, *now)}
