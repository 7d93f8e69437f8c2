"""Somebody writes a plan item: what the form begins with, keeping what was written, and keeping it for later.

The same for a new item and for a new version of one. Nothing that was written is lost: a draft is kept for its author, and
whoever writes at the same time as somebody else is told and keeps their words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from throughline.access import actions as access
from throughline.access import queries as drafts
from throughline.base.models.recorded import Audience
from throughline.conversations import queries as conversations
from throughline.decisions import queries as decisions
from throughline.people.sight import Sight
from throughline.plan import actions, queries
from throughline.plan.climbing import stage_of
from throughline.plan.copying import OF_STAGE

from .cited import Cited, cited
from .forms import MORE_ROWS, ROWS, ROWS_OF_ROUTINE, ContentForm, Offered, SourcesForm, allowances, form_for
from .forms.stages import LEAST, MOST, as_initial
from .forms.watching import of_version

OFFERED = 60  # the latest voices and contributions to choose from
NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "go"})
OUTCOME = ("measure", "baseline", "baseline_on", "target", "target_by")
FIELDS = ("title", "summary", *OUTCOME, "controls_money", "look_again_on", "look_again_if")
LADDER = "risk_ladder"


@dataclass
class Writing:
    """One kind of item of one person; `item` is None while it is new. `decision_id`: what it is to rest on, when it was begun from one."""

    sight: Sight
    kind: str
    item: Any = None
    decision_id: UUID | None = None

    @cached_property
    def latest(self) -> Any:
        """The version that the writer has before them."""
        return queries.latest_version(self.sight, self.item) if self.item else None

    @cached_property
    def cited(self) -> Cited:
        """What became of the words that the latest version cites."""
        return cited(self.sight)

    @cached_property
    def voices(self) -> list[Any]:
        """What the person said, the latest first, with everything that the latest version and the decision cite and that stands."""
        found = [voice for voice in conversations.voices(self.sight, most=OFFERED) if voice.audience == Audience.TEAM]
        known = {voice.pk for voice in found}
        stands = [self.cited.as_it_stands(voice) for voice in self._resting_on()]
        return found + list({voice.pk: voice for voice in stands if voice is not None and voice.pk not in known}.values())

    def _resting_on(self) -> list[Any]:
        """The voices of the latest version and of the decision."""
        because = [because.voice for because in self.latest.becauses.all()] if self.latest else []
        return because + ([each.voice for each in self.decision.considerations.all() if each.voice] if self.decision else [])

    @cached_property
    def decision(self) -> Any:
        """The decision from which the item was begun."""
        return decisions.decision(self.sight, self.decision_id) if self.decision_id else None

    @cached_property
    def draft(self) -> Any:
        """What this writer began and did not keep."""
        return drafts.draft_of(by=self.sight.actor, **self.of_draft)

    @property
    def of_draft(self) -> dict[str, Any]:
        return {"person": self.sight.person, "form": f"plan.{self.kind}", "about_id": self.item.pk if self.item else None}

    def form(self, data: Any = None) -> ContentForm:
        """What was sent; without that a draft, the latest version, or what the decision says."""
        if data is not None:
            return self._made(data, _row_count(data, self._least_rows), stage_count=_count(data, "stage", LEAST, MOST))
        if self.draft:
            return self.unsent(_as_sent(self.draft.content))
        kept: dict[str, Any] = {
            "initial": self._initial(),
            "steps": self._steps,
            "stages": as_initial(self.latest),
            "money": allowances.as_kept(self.latest),
            "watching": of_version(self.latest) if self.latest else {},
        }
        return self._made(None, len(self._steps) + self._least_rows, **kept)

    def unsent(self, data: QueryDict, more: int = 0) -> ContentForm:
        """A form with what was written in it, and nothing said about mistakes yet."""
        count = _row_count(data, self._least_rows) + more
        form_class = form_for(self.kind)
        initial = {name: field.widget.value_from_datadict(data, {}, name) for name, field in form_class.base_fields.items()}  # type: ignore[attr-defined]
        written = [{part: data.get(f"step-{n}-{part}", "") for part in ("text", "from_time", "to_time", "days")} for n in range(count)]
        stages = [{part: data.get(f"stage-{n}-{part}", "") for part in OF_STAGE} for n in range(_count(data, "stage", LEAST, MOST))]
        return self._made(None, count, initial=initial, steps=written, stages=stages, money=allowances.as_written(data), unsent=data)

    def more_rows(self, data: QueryDict) -> ContentForm:
        """The same with room for more steps."""
        return self.unsent(data, more=MORE_ROWS)

    def _made(self, data: Any, row_count: int, *, stages: Any = (), stage_count: int = 0, **more: Any) -> ContentForm:
        if self.kind == LADDER:
            more |= {"stages": stages, "stage_count": max(stage_count, len(stages) + 1, LEAST), "followed": self._followed}
        return form_for(self.kind)(
            data, names={"name": self.sight.person.name}, voices=self.voices, row_count=row_count, is_new=self.item is None, **more
        )

    @property
    def _followed(self) -> Any:
        """The step of a ladder that staff follow now; None when they follow none."""
        publication = queries.in_force(self.sight, self.item) if self.item else None
        return stage_of(publication.version) if publication is not None else None

    @property
    def _least_rows(self) -> int:
        if self.latest is not None:
            return ROWS
        return ROWS_OF_ROUTINE if self.kind == "routine" else ROWS

    @property
    def _steps(self) -> list[dict[str, Any]]:
        steps = self.latest.steps.all() if self.latest else ()
        return [{"text": step.text, "from_time": step.from_time, "to_time": step.to_time, "days": step.days} for step in steps]

    def _initial(self) -> dict[str, Any]:
        if self.latest is not None:
            return _of_version(self.latest, self.cited)
        return _of_decision(self.decision) if self.decision else {}

    def sources(self, content: ContentForm, data: Any = None) -> SourcesForm:
        """Where each of the lines comes from."""
        offered = Offered(self.voices, conversations.contributions(self.sight, most=OFFERED), self.sight.person.name)
        return SourcesForm(data, names={}, lines=content.lines(), offered=offered, known=self._known())

    def _known(self) -> dict[tuple[str, str], Any]:
        """Where the lines of the latest version come from, by part and words."""
        lines = self.latest.lines.all() if self.latest else ()
        return {(line.part, line.text): line.voice or line.contribution for line in lines if line.voice or line.contribution}

    def content_of(self, form: ContentForm) -> dict[str, Any]:
        """What was written; lines whose words stayed keep where they come from."""
        content = form.content()
        for line in content["lines"]:
            source = self._known().get((line.part, line.text))
            if source is not None:
                setattr(line, "contribution" if hasattr(source, "party") else "voice", source)
        return content

    def keep(self, content: Mapping[str, Any], after: int | None = None) -> Any:
        """Keep it as a version. The draft has done its work."""
        by = self.sight.actor
        if self.item is None:
            version = actions.begin(person=self.sight.person, kind=self.kind, by=by, **content)
        else:
            version = actions.write(item=self.item, after=after, by=by, **content)
        access.drop_draft(by=by, **self.of_draft)
        return version

    def keep_draft(self, data: QueryDict) -> None:
        """Keep what was written so far, for its author alone."""
        content = {name: values for name, values in data.lists() if name not in NOT_CONTENT}
        access.keep_draft(by=self.sight.actor, content=content, **self.of_draft)

    def from_draft(self) -> ContentForm | None:
        """The draft as it would be kept; None when there is none, or it has mistakes."""
        form = self.form(_as_sent(self.draft.content)) if self.draft else None
        return form if form and form.is_valid() else None

    @property
    def address(self) -> str:
        """Where it is written."""
        if self.item:
            return reverse("plan:write", args=[self.item.pk])
        decision = f"&decision={self.decision_id}" if self.decision_id else ""
        return reverse("plan:item_new", args=[self.sight.person_id]) + f"?kind={self.kind}{decision}"

    def step_address(self, step: str) -> str:
        """The address of a further step of writing it."""
        return f"{self.address}{'&' if '?' in self.address else '?'}step={step}"

    def after_keeping(self, version: Any) -> str:
        """Begun from a decision, it goes on to be published; otherwise one reads it first."""
        if self.decision_id:
            return reverse("plan:publish", args=[version.pk]) + f"?decision={self.decision_id}"
        return reverse("plan:version", args=[version.pk])


def _as_sent(content: Mapping[str, Any]) -> QueryDict:
    """A draft as the form sent it."""
    data = QueryDict(mutable=True)
    for name, values in content.items():
        data.setlist(name, values)
    return data


def _row_count(data: Any, least: int) -> int:
    """How many rows for steps were sent."""
    return _count(data, "step", least, 60)


def _count(data: Any, rows: str, least: int, most: int) -> int:
    """How many rows of a kind were sent."""
    sent = [int(name.split("-")[1]) + 1 for name in data if name.startswith(f"{rows}-") and name.split("-")[1].isdigit()]
    return min(max([least, *sent]), most)


def _of_version(version: Any, cited: Cited) -> dict[str, Any]:
    """What a version says, as the form asks for it."""
    parts: dict[str, list[str]] = {}
    for line in version.lines.all():
        parts.setdefault(f"part_{line.part}", []).append(line.text)
    own = cited.as_it_stands(version.own_words) if version.own_words else None
    stands = [cited.as_it_stands(each.voice) for each in version.becauses.all() if each.voice_id != version.own_words_id]
    because = [str(voice.pk) for voice in stands if voice is not None]
    return {name: getattr(version, name) for name in FIELDS} | parts | {"own_words": str(own.pk) if own else "", "because": because}


def _of_decision(decision: Any) -> dict[str, Any]:
    """What a decision says already: its outcome, the voices that it weighed, when to look again."""
    voices = [str(each.voice_id) for each in decision.considerations.all() if each.voice_id]
    return {
        "title": decision.outcome[:90],
        "own_words": voices[0] if voices else "",
        "because": voices[1:],
        "look_again_on": decision.look_again_on,
        "look_again_if": decision.look_again_if,
    }
