"""Everything that closes a loop: look again, answer, tell, check."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, keep
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.people.choices import Party
from throughline.plan.models import Item

from . import law, policy
from .models import Check, Perspective, Response, Review, Told


@transaction.atomic
def look_again(*, item: Item, perspectives: Sequence[Perspective] = (), by: Any, written: Written = NOW, **found: Any) -> Review:
    """Keep that people looked again at a plan item: what works and what does not, and whether it stays.

    perspectives: unsaved rows; the person's come first, whatever the order given.
    """
    require(policy.may_review(by, item.person))
    review = Review(person=item.person, item=item, **found)
    ordered = sorted(perspectives, key=lambda each: each.party != Party.PERSON)
    _check(review, ordered)
    for position, each in enumerate(ordered, 1):
        each.person, each.review, each.position = item.person, review, position
    return keep("reviews.looked-again", review, *ordered, by=by, written=written)


def _check(review: Review, perspectives: Sequence[Perspective]) -> None:
    persons_views = sum(each.party == Party.PERSON for each in perspectives)
    faults = law.review_faults(took_part=review.took_part, persons_views=persons_views, no_part_because=review.no_part_because)
    if any(each.voice is not None and each.voice.person_id != review.person_id for each in perspectives):
        faults["perspectives"] = N_("These words are somebody else's. Choose this person's own.")
    if faults:
        raise Invalid.by_law(faults)


@transaction.atomic
def respond(*, voice: Voice, state: str, what: str, by: Any, written: Written = NOW, **more: Any) -> Response:
    """Say what we do, did or could not do about something the person said. A later response replaces the state, never the row."""
    require(policy.may_respond(by, voice.person))
    response = Response(person=voice.person, voice=voice, state=state, what=what, audience=voice.audience, **more)
    if faults := law.response_faults(state=state, what=what, by_day_given=response.by_day is not None):
        raise Invalid.by_law(faults)
    earlier = Response.objects.current().filter(voice=voice).order_by("-sequence").first()
    if earlier is None:
        return keep("reviews.responded", response, by=by, written=written)
    return amend(
        "reviews.responded", earlier, response, kind=Amendment.CORRECTED, reason=N_("Where it stands now."), by=by, written=written
    )


@transaction.atomic
def tell(*, response: Response, how: str, by: Any, written: Written = NOW) -> Told:
    """Keep that the person was told what we did. Now it is answered."""
    require(policy.may_tell(by, response.person))
    return keep(
        "reviews.told", Told(person=response.person, response=response, how=how, audience=response.audience), by=by, written=written
    )


@transaction.atomic
def check(*, response: Response, right: str, voice: Voice | None = None, what_next: str = "", by: Any, written: Written = NOW) -> Check:
    """Keep whether the person says that it was right. Now it is closed."""
    require(policy.may_tell(by, response.person))
    if voice is not None and voice.person_id != response.person_id:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    checked = Check(person=response.person, response=response, right=right, voice=voice, what_next=what_next, audience=response.audience)
    return keep("reviews.checked", checked, by=by, written=written)
