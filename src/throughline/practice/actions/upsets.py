"""Write down that the person was upset: short at first if it has to be, finished on the same shift, corrected with a reason later."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.checks import CLOCK_SKEW
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Person
from throughline.plan.models import Line

from .. import law_upset, policy, queries_upset
from ..choices_upset import Before, Toward, Trigger
from ..models import Upset, UpsetLine
from .crossings import counted_anew, cross, uncross
from .heard import hear_about

FINISHED = N_("Finished on the same shift.")  # kept as it stands here; pages say `_(reason)`
WORDS = ("before", "seen", "thought", "helped", "injuries", "restriction_words", "told")
LISTS = {"slow": Before, "fast": Trigger, "toward": Toward}


@once
@transaction.atomic
def keep_upset(
    *, person: Person, lines: Iterable[Line] = (), said: JustSaid | Voice | None = None, by: Any, written: Written = NOW, **told: Any
) -> Upset:
    """Keep one time that the person was upset. `written.occurred_at` is when it began; `ended_at` when it was over, where that is known.

    lines: early signs that were seen and things to do that helped, of cards that staff follow or followed.
    said: what the person says about it, or a voice that is there.
    """
    require(policy.may_keep(by, person))
    if there := already(Upset, by=by, written=written):
        return there
    row = Upset(person=person, topic=Topic.BEHAVIOUR, **told)
    _check(row, written)
    parts = _parts(row, lines)
    row.voice = hear_about(row=row, said=said, by=by, written=written)
    keep("practice.upset-kept", row, *parts, by=by, written=written)
    cross(row=row, by=by)
    return row


def _check(row: Upset, written: Written) -> None:
    began = written.occurred_at or row.occurred_at or written.recorded_at or clock.now()
    restricted = {"restriction_used": row.restriction_used, "restriction_words": row.restriction_words}
    faults = law_upset.upset_faults(began=began, ended=row.ended_at, now=clock.now() + CLOCK_SKEW, **restricted)
    if faults:
        raise Invalid.by_law(faults)
    for name, known in LISTS.items():
        if law_upset.unknown_codes(getattr(row, name), known.values):
            raise Invalid({name: _("Choose from the list.")})


def _parts(row: Upset, lines: Iterable[Line]) -> list[UpsetLine]:
    """Each line once, in the order given."""
    chosen = {line.pk: line for line in lines}
    if any(line.person_id != row.person_id or line.part not in queries_upset.CHOSEN for line in chosen.values()):
        raise Invalid({"lines": _("This is not on a card of this person. Open the page again.")})
    return [UpsetLine(upset=row, person_id=row.person_id, line=line) for line in chosen.values()]


@once
@transaction.atomic
def finish_upset(
    *, upset: Upset, lines: Iterable[Line] = (), said: JustSaid | Voice | None = None, by: Any, written: Written = NOW, **told: Any
) -> Upset:
    """Add what was left out, on the same shift and without a reason. What stands already stays; words come after the words that stand."""
    require(policy.may_finish(by, upset, written))
    if there := already(Upset, by=by, written=written):
        return there
    still_stands(upset)
    given = {name: value for name, value in told.items() if value not in (None, "", [], False)}
    new, when = corrected(upset, {name: _added(upset, name, value) for name, value in given.items()}, _began(written))
    _check(new, when)
    parts = _parts(new, [*(each.line for each in upset.lines.select_related("line")), *lines])
    new.voice = hear_about(row=new, said=said, by=by, written=written) or new.voice
    amend("practice.upset-finished", upset, new, *parts, kind=Amendment.CORRECTED, reason=FINISHED, by=by, written=when)
    return counted_anew(before=upset, now=new, by=by)


def _began(written: Written) -> Written:
    """When it was finished says nothing of when it began."""
    return Written(written.id, None, written.recorded_at, written.device, written.counter)


def _added(row: Upset, name: str, value: Any) -> Any:
    """What stands, with what is added."""
    stands = getattr(row, name)
    if name in LISTS:
        return [*stands, *(each for each in value if each not in stands)]
    if name in WORDS and stands and stands != value:
        return f"{stands}\n{value}"
    return value


@transaction.atomic
def correct_upset(*, upset: Upset, lines: Iterable[Line] | None = None, reason: str, by: Any, written: Written = NOW, **told: Any) -> Upset:
    """Say it better, with a reason; the first words stay, struck through. lines: None leaves them as they are."""
    require(policy.may_correct(by, upset))
    still_stands(upset)
    new, when = corrected(upset, told, written)
    _check(new, when)
    kept = [each.line for each in upset.lines.select_related("line")] if lines is None else lines
    parts = _parts(new, kept)
    amend("practice.upset-corrected", upset, new, *parts, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)
    return counted_anew(before=upset, now=new, by=by)


@transaction.atomic
def mistake_upset(*, upset: Upset, reason: str, by: Any) -> Upset:
    """Say that it was written down by mistake. It stays, struck through, and is not counted."""
    require(policy.may_correct(by, upset))
    still_stands(upset)
    ended = amend("practice.upset-mistaken", upset, copy_of(upset), kind=Amendment.MISTAKE, reason=reason, by=by)
    uncross(row=upset, by=by)
    return ended
