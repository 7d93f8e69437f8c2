"""Go through a person's checklist, alone or on a day of several people."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.ids import new_id
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Person
from throughline.plan.choices import ItemKind, LinePart
from throughline.plan.models import Line, Version

from .. import law_daily, policy
from ..choices_daily import Done
from ..models import CheckDone, ChecklistRun
from .heard import hear_about


@once
@transaction.atomic
def run_checklist(
    *,
    person: Person,
    version: Version,
    checks: Sequence[CheckDone],
    also: Sequence[Version] = (),
    said: JustSaid | Voice | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> ChecklistRun:
    """Keep one run. What is written of it is the person's; others of the same day have rows of their own.

    checks: unsaved, one for each check of the version. also: checklists of others of which all was done too, on the same group day.
    """
    require(policy.may_keep(by, person))
    if there := already(ChecklistRun, by=by, written=written):
        return there
    run = _run(person, version, written, group=new_id() if also else None, **told)
    _check(run, checks)
    run.voice = hear_about(row=run, said=said, by=by, written=written)
    for each in also:
        _all_done(each, run, by, written)
    return keep("practice.checklist-run", run, *_parts(run, checks), by=by, written=written)


def _run(person: Person, version: Version, written: Written, **told: Any) -> ChecklistRun:
    """A run that is not kept yet, about what its item is about."""
    if version.person_id != person.pk or version.item.kind != ItemKind.CHECKLIST:
        raise Invalid({"checks": _("This checklist is not part of this person's plan. Open it again.")})
    told["day"] = told.get("day") or clock.day_of(written.occurred_at or written.recorded_at or clock.now())
    return ChecklistRun(person=person, item_id=version.item_id, version=version, topic=version.topic, **told)


def _check(run: ChecklistRun, checks: Sequence[CheckDone]) -> None:
    answered = {each.line_id: (each.done, each.why) for each in checks}
    if faults := law_daily.run_faults([each.pk for each in _asked(run.version)], answered, len(checks)):
        raise Invalid.by_law(faults)


def _asked(version: Version) -> list[Line]:
    """What a version checks, in its order."""
    return list(version.lines.filter(part=LinePart.CHECK))


def _all_done(version: Version, first: ChecklistRun, by: Any, written: Written) -> None:
    """Somebody else's run of the same group day, with all of it done. Its words are nobody's: the first run's are the person's own."""
    require(policy.may_keep(by, version.person))
    if version.person_id == first.person_id:
        raise Invalid({"also": _("Choose others of that day. This person's own checklist is above.")})
    run = _run(version.person, version, written, group=first.group, day=first.day)
    checks = [CheckDone(line=line, done=Done.YES) for line in _asked(version)]
    _check(run, checks)
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    keep("practice.checklist-run", run, *_parts(run, checks), by=by, written=when)


def _parts(run: ChecklistRun, checks: Sequence[CheckDone]) -> list[CheckDone]:
    """The answers, as parts of a run."""
    for each in checks:
        each.run, each.person = run, run.person
    return list(checks)


@transaction.atomic
def correct_run(
    *, run: ChecklistRun, checks: Sequence[CheckDone], reason: str, by: Any, written: Written = NOW, **told: Any
) -> ChecklistRun:
    """Say it better, with a reason: all its answers anew. Nobody else's run of that day changes by it."""
    require(policy.may_correct(by, run))
    still_stands(run)
    new, when = corrected(run, told, written)
    _check(new, checks)
    return amend(
        "practice.checklist-corrected", run, new, *_parts(new, checks), kind=Amendment.CORRECTED, reason=reason, by=by, written=when
    )


@transaction.atomic
def mistake_run(*, run: ChecklistRun, reason: str, by: Any) -> ChecklistRun:
    """Say that a run was written down by mistake. It stays, struck through."""
    require(policy.may_correct(by, run))
    still_stands(run)
    return amend("practice.checklist-mistaken", run, copy_of(run), kind=Amendment.MISTAKE, reason=reason, by=by)
