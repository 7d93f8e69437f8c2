"""What changes from one version to another, in words: added, taken out, changed. Pure, over versions with their lines and steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from throughline.plan.choices import LinePart
from throughline.plan.climbing import same_step, stage_of

from ..daily.money import arranged
from .cards import step_words
from .graded import numbered, stage_words, stages_of
from .kinds import part_name

FIELDS = (
    ("title", lambda: _("Name")),
    ("summary", lambda: _("What we do, and why")),
    ("measure", lambda: _("How we will know")),
    ("baseline", lambda: _("How it was")),
    ("target", lambda: _("How it should be")),
    ("look_again_if", lambda: _("Look again sooner if")),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes: where, and what stood before and stands now; one of them is empty when it was added or taken out."""

    where: str
    before: str
    after: str

    @property
    def mark(self) -> str:
        """In a word, never in colour alone."""
        if not self.before:
            return _("Added")
        return _("Changed") if self.after else _("Taken out")


def changes(old: Any, new: Any, name: str) -> list[Change]:
    """Everything that the new version says differently, in the order in which it is read."""
    return [
        *_own_words(old, new, name),
        *_fields(old, new),
        *_stages(old, new),
        *_steps(old, new),
        *_lines(old, new, name),
        *_money(old, new, name),
    ]


def _own_words(old: Any, new: Any, name: str) -> Iterator[Change]:
    if old.own_words_id != new.own_words_id:
        before, after = (str(version.own_words) if version.own_words else "" for version in (old, new))
        yield Change(_("In %(name)s’s own words") % {"name": name}, before, after)


def _fields(old: Any, new: Any) -> Iterator[Change]:
    for field, label in FIELDS:
        if getattr(old, field) != getattr(new, field):
            yield Change(label(), getattr(old, field), getattr(new, field))


def _stages(old: Any, new: Any) -> Iterator[Change]:
    """Of a ladder: on which step the person is, and what its steps say."""
    before, after = stage_of(old), stage_of(new)
    if before and after and not same_step(before, after):
        yield Change(_("The step now"), numbered(before), numbered(after))
    yield from _of_list(_("Steps"), *([stage_words(stage) for stage in stages_of(version)] for version in (old, new)))


def _steps(old: Any, new: Any) -> Iterator[Change]:
    before, after = ([step_words(step) for step in version.steps.all()] for version in (old, new))
    yield from _of_list(_("When"), before, after)


def _lines(old: Any, new: Any, name: str) -> Iterator[Change]:
    for part in LinePart.for_kind(new.item.kind):
        before, after = ([line.text for line in version.lines.all() if line.part == part] for version in (old, new))
        yield from _of_list(part_name(part, name), before, after)


def _money(old: Any, new: Any, name: str) -> Iterator[Change]:
    before, after = ([arranged(each, name) for each in version.allowances.all()] for version in (old, new))
    yield from _of_list(_("Money"), before, after)


def _of_list(where: str, before: list[str], after: list[str]) -> Iterator[Change]:
    """Lines that take each other's place are one change; a line that only moved is not."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone = [text for text in before[a:b] if text not in after]
        come = [text for text in after[c:d] if text not in before]
        for n in range(max(len(gone), len(come))):
            yield Change(where, gone[n] if n < len(gone) else "", come[n] if n < len(come) else "")
