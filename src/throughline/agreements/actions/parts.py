from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.choices import Area
from throughline.people.models import Contact, Person, PersonRow

from .. import checking, law, policy, queries
from ..choices import PartKind
from ..models import AreaPart, EmotionalSupport, PartEnded, PartReview
from ..said import JustSaid
from .said import hear

Row = TypeVar("Row", bound=PersonRow)
Said = JustSaid | Voice | None


@once
@transaction.atomic
def keep_part(
    *, person: Person, area: str, part: str, because: str, said: Said = None, by: Any, written: Written = NOW, **told: Any
) -> AreaPart:
    """Keep that somebody takes part in one part of the person's life. It gives them no authority and no sight.

    told: contact, staff or team; since_on, needs_then, look_again_on. said: what the person says about it, or a voice that is there.
    Raises Invalid for somebody who is to decide and has no authority in scope whose papers somebody has seen.
    """
    require(policy.may_keep(by, person))
    if there := already(AreaPart, by=by, written=written):
        return there
    row = AreaPart(person=person, area=area, part=part, because=because, topic=_topic(area), **_dated(told))
    _check(row, told.get("look_again_on"))
    row.voice = _heard(said, row, by, written)
    return keep("agreements.part-kept", row, by=by, written=written)


def _topic(area: str) -> Topic:
    if area not in Area.values:
        raise Invalid({"area": _("Choose a part of life from the list.")})
    return Area(area).topic


def _dated(told: dict[str, Any]) -> dict[str, Any]:
    """What is told, with the days that were left out."""
    today = clock.today()
    return told | {"since_on": told.get("since_on") or today, "look_again_on": law.look_again(told.get("look_again_on"), today)}


def _check(row: AreaPart, look_again_on: date | None) -> None:
    """Raise Invalid when it cannot be kept; say on which authority it rests when they decide."""
    _somebody(row, row.team)
    today = clock.today()
    missing = law.part_incomplete(because=row.because, since_on=row.since_on, look_again_on=look_again_on, today=today)
    if missing:
        raise Invalid.by_law(missing)
    if row.part == PartKind.DECIDES:
        _decides(row, today)
    _once_only(row)


def _somebody(row: Any, team: bool = False) -> None:
    """One of the person's people, a member of staff, or the trained staff as they are on shift."""
    if sum((row.contact is not None, row.staff is not None, team)) != 1:
        raise Invalid({"who": _("Say who it is: one of %(person)s’s people, one of %(staff)s, or %(staff)s who are trained for it.")})
    if row.contact is not None:
        _in_life(row.contact, row.person)


def _in_life(contact: Contact, person: Person) -> None:
    names = {"contact": contact.name, "name": person.name}
    if contact.person_id != person.pk:
        raise Invalid({"who": _("%(contact)s is not among %(name)s’s people. Add them first.") % names})
    if contact.ended_on is not None:
        raise Invalid({"who": _("%(contact)s is written down as in %(name)s’s life no more.") % names})


def _decides(row: AreaPart, today: date) -> None:
    """Raise Invalid, with what is wrong and what to do, when no authority lets them decide about this."""
    found = queries.by_law(row.contact, row.area, today)
    if found.faults:
        fault = law.FAULTS[found.faults[0]]
        raise Invalid({"part": f"{_(fault.wrong)} {_(fault.do)}"})
    row.authority = found.authority


def _once_only(row: AreaPart) -> None:
    same = AreaPart.objects.current().filter(person=row.person, area=row.area, part=row.part)
    same = same.filter(contact=row.contact, staff=row.staff, team=row.team)
    ended = PartEnded.objects.current().filter(part__in=same).values("part")
    if same.exclude(pk__in=ended).exists():
        raise Invalid({"who": _("They have this part already. Look at it again there.")})


def _heard(said: Said, row: PersonRow, by: Any, written: Written) -> Voice | None:
    voice = hear(person=row.person, said=said, topic=row.topic, by=by, written=written)
    checking.same_person("said", voice, row.person)
    return voice


@once
@transaction.atomic
def keep_support(*, person: Person, how: str, said: Said = None, by: Any, written: Written = NOW, **told: Any) -> EmotionalSupport:
    """Keep that somebody is there for the person. It stands apart from every part, and needs none. told: contact or staff, since_on."""
    require(policy.may_keep(by, person))
    if there := already(EmotionalSupport, by=by, written=written):
        return there
    told["since_on"] = told.get("since_on") or clock.today()
    row = EmotionalSupport(person=person, how=how, topic=Topic.PLANS, **told)
    _somebody(row)
    _has_come("since_on", row.since_on)
    row.voice = _heard(said, row, by, written)
    return keep("agreements.support-kept", row, by=by, written=written)


def _has_come(field: str, day: date) -> None:
    if day > clock.today():
        raise Invalid({field: _("This has not come yet. Write today or an earlier day.")})


@once
@transaction.atomic
def look_again(
    *, part: AreaPart, verdict: str, because: str, said: Said = None, look_again_on: date | None = None, by: Any, written: Written = NOW
) -> PartReview:
    """Keep that a part was looked at again: it stays or has to change, and why."""
    require(policy.may_keep(by, part.person))
    if there := already(PartReview, by=by, written=written):
        return there
    _runs(part)
    today = clock.today()
    if missing := law.part_incomplete(because=because, since_on=today, look_again_on=look_again_on, today=today):
        raise Invalid.by_law(missing | ({"because": _("Write why it stays or changes.")} if "because" in missing else {}))
    days = law.look_again(look_again_on, today)
    row = PartReview(person=part.person, part=part, verdict=verdict, because=because, look_again_on=days, topic=part.topic)
    row.voice = _heard(said, row, by, written)
    return keep("agreements.part-looked-at", row, by=by, written=written)


def _runs(part: AreaPart) -> None:
    """Raise Invalid when a part was taken back or has ended. Held until the end of the transaction."""
    still_stands(part)
    if PartEnded.objects.current().filter(part=part).exists():
        raise Invalid({"part": _("This part has ended already. Open it again and look at what is written there.")})


@once
@transaction.atomic
def end_part(
    *,
    part: AreaPart,
    on: date,
    why: str,
    replaced_by: dict[str, Any] | None = None,
    support: str = "",
    by: Any,
    written: Written = NOW,
) -> PartEnded:
    """Keep that somebody has a part no more, with the part that takes its place and how they go on being there for the person.

    replaced_by: for `keep_part`, without the area and the day: who (contact, staff or team), part, and what else is told of it.
    support: how the one whose part ends is there for the person from now on; empty when nothing is said of that.
    """
    require(policy.may_keep(by, part.person))
    if there := already(PartEnded, by=by, written=written):
        return there
    _runs(part)
    _has_come("on", on)
    after = Written(recorded_at=written.recorded_at)
    new = _in_its_place(part, on, why, replaced_by, by, after)
    if support.strip():
        keep_support(person=part.person, contact=part.contact, staff=part.staff, how=support, since_on=on, by=by, written=after)
    ended = PartEnded(person=part.person, part=part, on=on, why=why, replaced_by=new, topic=part.topic)
    return keep("agreements.part-ended", ended, by=by, written=written)


def _in_its_place(part: AreaPart, on: date, why: str, told: dict[str, Any] | None, by: Any, written: Written) -> AreaPart | None:
    """The part that takes its place. Nobody takes their own place with the same part."""
    if told is None:
        return None
    new: dict[str, Any] = {"part": part.part, "because": why, "since_on": on} | told
    return keep_part(person=part.person, area=part.area, by=by, written=written, **new)


@once
@transaction.atomic
def end_support(*, support: EmotionalSupport, on: date, why: str, by: Any, written: Written = NOW) -> PartEnded:
    """Keep that somebody is there for the person no more."""
    require(policy.may_keep(by, support.person))
    if there := already(PartEnded, by=by, written=written):
        return there
    still_stands(support)
    if PartEnded.objects.current().filter(support=support).exists():
        raise Invalid({"support": _("This has ended already. Open it again and look at what is written there.")})
    _has_come("on", on)
    ended = PartEnded(person=support.person, support=support, on=on, why=why, topic=support.topic)
    return keep("agreements.support-ended", ended, by=by, written=written)


@transaction.atomic
def take_back(*, row: Row, reason: str, by: Any, written: Written = NOW) -> Row:
    """Mark what was written here as entered by mistake: a part, being there, a look, an ending, something told. It counts no more."""
    require(policy.may_amend(by, row))
    still_stands(row)
    mistake, when = corrected(row, {}, written)
    return amend("agreements.taken-back", row, mistake, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)
