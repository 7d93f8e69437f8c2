"""Jo's freedom, a disagreement and a concern, for whoever walks through every page; and what cannot be kept of them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from throughline.base import clock
from throughline.conversations.models import Voice
from throughline.decisions import actions
from throughline.decisions.law import liberty
from throughline.decisions.models import Disagreement, LibertyAuthorisation, LibertyReview, SafeguardingConcern
from throughline.demo.build import Cast

FAULTS = liberty.FAULTS | liberty.AUTHORISATION_FAULTS


def voice_of(it: Cast) -> Voice:
    found = Voice.objects.current().filter(person=it.jo, audience="team").first()
    assert found is not None
    return found


def reviewed(it: Cast, **more: Any) -> LibertyReview:
    """Ruth concluded that Jo's liberty is not taken away."""
    life = {name: "Jo" for name in ("arrangements", "purpose", "normality", "freedom_to_leave", "no_wishes_because")}
    again = {"look_again_by": clock.today() + timedelta(days=90)}
    told = {"conclusion": "no_deprivation", "reasons": "Jo", "grounds": ["free"], **life, **again}
    return actions.review_liberty(person=it.jo, by=it.ruth, **(told | more))


def authorised(it: Cast, **more: Any) -> LibertyAuthorisation:
    told = {"kind": "court", "reference": "Jo", "from_on": clock.today(), "conditions": ["Jo"]}
    return actions.keep_authorisation(person=it.jo, by=it.ruth, **(told | more))


def opened(it: Cast) -> Disagreement:
    return actions.open_disagreement(person=it.jo, subject="Jo", voice=voice_of(it), by=it.ruth)


def raised(it: Cast, **more: Any) -> SafeguardingConcern:
    told = {"concern": "Jo", "safe_now": "Jo", "wants": "Jo"}
    return actions.raise_concern(person=it.jo, by=it.ruth, **(told | more))


def examples(it: Cast) -> dict[str, Any]:
    """For each name in an address, a row."""
    row, concern, authorisation = opened(it), raised(it), authorised(it)
    actions.take_step(disagreement=row, rung="listen", owner=it.ruth, by=it.ruth)
    actions.keep_concern_step(concern=concern, kind="safe", words="Jo", by=it.ruth)
    actions.keep_objection(person=it.jo, feeling="objects_words", voice=voice_of(it), by=it.ruth)
    review = reviewed(it)
    taken_back(it)
    return {
        "liberty:mistake": {"table": "review", "row_id": review.pk},
        "disagreements:mistake": {"table": "disagreement", "row_id": row.pk},
        "safeguarding:mistake": {"table": "concern", "row_id": concern.pk},
        "review_id": review.pk,
        "authorisation_id": authorisation.pk,
        "condition_id": authorisation.conditions.get().pk,
        "disagreement_id": row.pk,
        "concern_id": concern.pk,
    }


def taken_back(it: Cast) -> None:
    """What pages show of it."""
    for row in (reviewed(it), authorised(it), raised(it), opened(it)):
        actions.take_back(row=row, reason="Jo", by=it.ruth)


def passed_over(it: Cast) -> Any:
    return actions.take_step(disagreement=opened(it), rung="court", owner=it.ruth, by=it.ruth)


def not_referred(it: Cast) -> Any:
    return actions.keep_concern_step(concern=raised(it), kind="not_referred", by=it.ruth)


def by_the_person(it: Cast) -> Any:
    return actions.take_position(disagreement=opened(it), party="person", words="Jo", by=it.ruth)


def changed_by_nobody(it: Cast) -> Any:
    told = {"came_to": "changed", "reasons": "Jo", "told": "Jo", "staff_now": "Jo", "look_again_on": clock.today()}
    return actions.close_disagreement(disagreement=opened(it), by=it.ruth, **told)


INVALID: dict[str, Callable[[Cast], Any]] = {
    "a conclusion that rests on calm": lambda it: reviewed(it, grounds=["calm"]),
    "a role that one does not have": lambda it: reviewed(it, concluded_as="owner"),
    "an authorisation without an end": lambda it: authorised(it, kind="standard", in_hospital=True),
    "an objection that nobody heard": lambda it: actions.keep_objection(person=it.jo, feeling="objects_words", by=it.ruth),
    "a step that is passed over": passed_over,
    "a position that is written for somebody": by_the_person,
    "a change that nobody decided": changed_by_nobody,
    "a concern without what is wanted": lambda it: raised(it, wants=""),
    "a concern that is not referred": not_referred,
}
