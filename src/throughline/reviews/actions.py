"""Everything that closes a loop: look again, answer, tell, check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, keep, once, sent_before
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.conversations.actions import have_say, keep_voice
from throughline.conversations.models import Contribution, Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.choices import Party
from throughline.people.models import Contact, PersonRow
from throughline.plan.models import Item
from throughline.practice.actions import reopen_crossing, settle_crossing
from throughline.practice.models import Crossing

from . import law, policy
from .models import AskAnswered, Check, CrossingCited, LedWords, Perspective, Response, Review, Told

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
    *,
    item: Item,
    perspectives: Sequence[Perspective] = (),
    said: Sequence[JustSaid] = (),
    crossings: Sequence[Crossing] = (),
    by: Any,
    written: Written = NOW,
    **found: Any,
) -> Review:
    """Keep that people looked again at a plan item: what works and what does not, and whether it stays. Sent twice, it is one review.

    perspectives: unsaved rows; the person's come first, whatever the order given. said: the person's words that are not kept yet.
    crossings: why it was looked at: they are open no more.
    """
    require(policy.may_review(by, item.person))
    review = Review(person=item.person, item=item, topic=item.topic, **found)
    if before := sent_before(review, by=by, written=written):
        return before
    ordered = sorted([*(_kept(each, item, by, written) for each in said), *perspectives], key=lambda each: each.party != Party.PERSON)
    _check(review, ordered)
    _are_its_own(item, crossings)
    for position, each in enumerate(ordered, 1):
        each.person, each.review, each.position = item.person, review, position
    cited = [CrossingCited(person=item.person, review=review, crossing=each) for each in crossings]
    keep("reviews.looked-again", review, *ordered, *cited, by=by, written=written)
    for crossing in crossings:
        settle_crossing(crossing=crossing, by=by)
    return review


def _kept(said: JustSaid, item: Item, by: Any, written: Written) -> Perspective:
    """A voice of the person, in the review's own transaction."""
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    voice = keep_voice(person=item.person, words=said.words, how_told=said.how_told, topic=item.topic, by=by, written=when)
    return Perspective(party=Party.PERSON, voice=voice, works=said.works, text=said.words)


def _check(review: Review, perspectives: Sequence[Perspective]) -> None:
    persons_views = sum(each.party == Party.PERSON for each in perspectives)
    faults = law.review_faults(took_part=review.took_part, persons_views=persons_views, no_part_because=review.no_part_because)
    if review.led_by is not None and review.led_by.person_id != review.person_id:
        faults["led_by"] = N_("This is a contact of somebody else. Choose one of this person’s.")
    if any(each.voice is not None and each.voice.person_id != review.person_id for each in perspectives):
        faults["perspectives"] = N_("These words are somebody else's. Choose this person's own.")
    if faults:
        raise Invalid.by_law(faults)


def _are_its_own(item: Item, crossings: Sequence[Crossing]) -> None:
    if any(each.threshold.version.item_id != item.pk for each in crossings):
        raise Invalid({"crossings": _("This threshold stands on another part of the plan. Open the page again.")})


@once
@transaction.atomic
def answer_ask(
    *,
    contribution: Contribution,
    on: date | None = None,
    item: Item | None = None,
    led_by: Contact | None = None,
    words: str = "",
    by: Any,
    written: Written = NOW,
) -> AskAnswered:
    """Say to somebody who asked that people look again on which day they do, at what and who leads it; or why not. The latest counts.

    That somebody is to lead it gives no sight of anything: they see what is shared with them, as before.
    """
    require(policy.may_review(by, contribution.person))
    row = AskAnswered(person=contribution.person, contribution=contribution, item=item, on=on, led_by=led_by, words=words)
    row.topic = item.topic if item is not None else contribution.topic
    if before := sent_before(row, by=by, written=written):
        return before
    names = {"of": contribution.person_id, "item": item and item.person_id, "led_by": led_by and led_by.person_id}
    if faults := law.ask_faults(on=on, today=clock.today(), words=words, item=item is not None, led=led_by is not None, whose=names):
        raise Invalid.by_law(faults)
    earlier = AskAnswered.objects.current().filter(contribution=contribution).order_by("-sequence").first()
    if earlier is None:
        return keep("reviews.ask-answered", row, by=by, written=written)
    return amend("reviews.ask-answered", earlier, row, kind=Amendment.CORRECTED, reason=STANDS_NOW, by=by, written=written)


@once
@transaction.atomic
def send_led(*, asked: AskAnswered, said: Mapping[str, str], by: Any, written: Written = NOW) -> Contribution:
    """Keep what came of a review, in the words of whoever leads it. Theirs, never the person's; staff keep the review. Answers the first.

    said: words by ContributionKind.
    """
    require(policy.may_lead(by, asked))
    led_by: Any = asked.led_by
    first = have_say(contact=led_by, said=said, topic=asked.topic, by=by, written=written)
    if not LedWords.objects.filter(contribution=first).exists():
        rows = Contribution.objects.filter(contact=led_by, sequence=first.sequence)
        keep("reviews.led", *(LedWords(person=asked.person, asked=asked, contribution=row) for row in rows), by=by)
    return first


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

    What the review looked at waits again.

    An answer itself is put right by a later one, which says where it stands now.
    """
    require(policy.may_take_back(by, row))
    still_stands(row)
    mistake, when = corrected(row, {}, written)
    for cited in CrossingCited.objects.filter(review=row.pk).select_related("crossing__person"):
        reopen_crossing(crossing=cited.crossing, reason=reason, by=by)
    return amend("reviews.taken-back", row, mistake, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)
