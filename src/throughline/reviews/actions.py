"""Everything that closes a loop: look again, answer, tell, check."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, keep, once, sent_before
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.conversations.actions import keep_voice
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.choices import Party
from throughline.people.models import PersonRow
from throughline.plan.models import Item

from . import law, policy
from .models import Check, Perspective, Response, Review, Told

Row = TypeVar("Row", bound=PersonRow)

STANDS_NOW = N_("Where it stands now.")  # kept as it stands here; pages say `_(reason)`


@dataclass(frozen=True, slots=True)
class JustSaid:
    """What the person said while people looked again: it is kept as a voice of theirs, and the review cites it."""

    words: str
    how_told: str
    works: str


@once
@transaction.atomic
def look_again(
    *, item: Item, perspectives: Sequence[Perspective] = (), said: Sequence[JustSaid] = (), by: Any, written: Written = NOW, **found: Any
) -> Review:
    """Keep that people looked again at a plan item: what works and what does not, and whether it stays. Sent twice, it is one review.

    perspectives: unsaved rows; the person's come first, whatever the order given. said: the person's words that are not kept yet.
    """
    require(policy.may_review(by, item.person))
    review = Review(person=item.person, item=item, topic=item.topic, **found)
    if before := sent_before(review, by=by, written=written):
        return before
    ordered = sorted([*(_kept(each, item, by, written) for each in said), *perspectives], key=lambda each: each.party != Party.PERSON)
    _check(review, ordered)
    for position, each in enumerate(ordered, 1):
        each.person, each.review, each.position = item.person, review, position
    return keep("reviews.looked-again", review, *ordered, by=by, written=written)


def _kept(said: JustSaid, item: Item, by: Any, written: Written) -> Perspective:
    """A voice of the person, in the review's own transaction."""
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    voice = keep_voice(person=item.person, words=said.words, how_told=said.how_told, topic=item.topic, by=by, written=when)
    return Perspective(party=Party.PERSON, voice=voice, works=said.works, text=said.words)


def _check(review: Review, perspectives: Sequence[Perspective]) -> None:
    persons_views = sum(each.party == Party.PERSON for each in perspectives)
    faults = law.review_faults(took_part=review.took_part, persons_views=persons_views, no_part_because=review.no_part_because)
    if any(each.voice is not None and each.voice.person_id != review.person_id for each in perspectives):
        faults["perspectives"] = N_("These words are somebody else's. Choose this person's own.")
    if faults:
        raise Invalid.by_law(faults)


@once
@transaction.atomic
def respond(*, voice: Voice, state: str, what: str, by: Any, written: Written = NOW, **more: Any) -> Response:
    """Say what we do, did or could not do about something the person said. A later response replaces the state, never the row."""
    require(policy.may_respond(by, voice.person))
    response = Response(person=voice.person, voice=voice, state=state, what=what, audience=voice.audience, topic=voice.topic, **more)
    if faults := law.response_faults(state=state, what=what, by_day_given=response.by_day is not None):
        raise Invalid.by_law(faults)
    if before := sent_before(response, by=by, written=written):
        return before
    earlier = Response.objects.current().filter(voice__in=_written_as(voice)).order_by("-sequence").first()
    if earlier is None:
        return keep("reviews.responded", response, by=by, written=written)
    return amend("reviews.responded", earlier, response, kind=Amendment.CORRECTED, reason=STANDS_NOW, by=by, written=written)


def _written_as(voice: Voice) -> list[UUID]:
    """The voice, and what it was written down as before it was corrected: an answer to those is an answer to this."""
    rows = [voice.pk]
    while earlier := Voice.objects.filter(pk=rows[-1]).values_list("amends", flat=True).first():
        rows.append(earlier)
    return rows


@once
@transaction.atomic
def tell(*, response: Response, how: str, by: Any, written: Written = NOW) -> Told:
    """Keep that the person was told what we did. Now it is answered."""
    require(policy.may_tell(by, response.person))
    told = Told(person=response.person, response=response, how=how, audience=response.audience, topic=response.topic)
    return sent_before(told, by=by, written=written) or keep("reviews.told", told, by=by, written=written)


@once
@transaction.atomic
def check(
    *,
    response: Response,
    right: str,
    voice: Voice | None = None,
    words: str = "",
    how_told: str = "",
    what_next: str = "",
    by: Any,
    written: Written = NOW,
) -> Check:
    """Keep whether the person says that it was right. Now it is closed.

    words, how_told: what the person said to it, when it is not kept yet; it becomes a voice of theirs in the same transaction.
    """
    require(policy.may_tell(by, response.person))
    if voice is not None and voice.person_id != response.person_id:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    checked = Check(person=response.person, response=response, right=right, voice=voice, what_next=what_next, audience=response.audience)
    checked.topic = response.topic
    if words.strip():
        checked.voice_id = _voice_of(written) or _heard(response, words, how_told, by, written).pk
    return sent_before(checked, by=by, written=written) or keep("reviews.checked", checked, by=by, written=written)


def _voice_of(written: Written) -> UUID | None:
    """The voice that the first sending of the same check has kept."""
    return Check.objects.filter(pk=written.id).values_list("voice", flat=True).first() if written.id else None


def _heard(response: Response, words: str, how_told: str, by: Any, written: Written) -> Voice:
    """What the person said to it, for whoever may see the answer."""
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    shared = {"audience": response.audience, "topic": response.topic}
    return keep_voice(person=response.person, words=words, how_told=how_told, by=by, written=when, **shared)


@transaction.atomic
def take_back(*, row: Row, reason: str, by: Any, written: Written = NOW) -> Row:
    """Mark as entered by mistake that people looked again, that the person was told, or that they were asked. It counts no more.

    An answer itself is put right by a later one, which says where it stands now.
    """
    require(policy.may_take_back(by, row))
    still_stands(row)
    mistake, when = corrected(row, {}, written)
    return amend("reviews.taken-back", row, mistake, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)
