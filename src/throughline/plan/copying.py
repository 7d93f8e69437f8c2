"""What a version says, unsaved: for a new version that says nearly the same."""

from typing import Any

from .models import Line, Stage, Step, Version

FIELDS = (
    *("title", "summary", "own_words", "measure", "baseline", "baseline_on", "target", "target_by"),
    *("controls_money", "look_again_on", "look_again_if"),
)
OF_LINE = ("part", "text", "voice_id", "contribution_id")
OF_STEP = ("text", "from_time", "to_time", "days")
OF_STAGE = ("text", "support", "move_on", "in_a_row", "step_back", "stop", "is_current")


def content_of(version: Version) -> dict[str, Any]:
    """For `write`: the fields, and lines, steps, stages and voices as they stand. That it moved is not said again."""
    return {name: getattr(version, name) for name in FIELDS} | {
        "lines": [_like(Line, each, OF_LINE) for each in version.lines.all()],
        "steps": [_like(Step, each, OF_STEP) for each in version.steps.all()],
        "stages": stages_of(version),
        "because": [each.voice for each in version.becauses.all()],
    }


def stages_of(version: Version, current: int = 0) -> list[Stage]:
    """The steps of a ladder; `current`: the number of the one that the person is on now, when that changes."""
    stages = [_like(Stage, each, OF_STAGE) for each in version.stages.all()]
    for number, stage in enumerate(stages, 1):
        stage.is_current = number == current if current else stage.is_current
    return stages


def _like(model: Any, row: Any, names: tuple[str, ...]) -> Any:
    return model(**{name: getattr(row, name) for name in names})
