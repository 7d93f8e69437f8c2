from typing import Any
from uuid import UUID

from django.db import transaction

from throughline.base import clock, events
from throughline.base.answers import require
from throughline.people.models import Draft, Person

from .. import scope
from ..queries import draft_of
from ..roles import Act


@transaction.atomic
def keep_draft(*, person: Person, form: str, content: dict[str, Any], about_id: UUID | None = None, by: Any) -> Draft:
    """Keep what has been written so far, unsigned, for its author alone. The journal has that there is one, not its words."""
    require(scope.allowed(by, Act.SEE_PERSON, person))
    draft = draft_of(person=person, form=form, about_id=about_id, by=by) or Draft(author=by, person=person, form=form, about_id=about_id)
    draft.content, draft.updated_at = content, clock.now()
    events.record("people.draft-kept", by=by, about=draft)
    draft.save()
    return draft


@transaction.atomic
def drop_draft(*, person: Person, form: str, about_id: UUID | None = None, by: Any) -> None:
    """A draft ends when its form is signed, or when its author throws it away."""
    require(scope.allowed(by, Act.SEE_PERSON, person))
    for draft in Draft.objects.filter(author=by, person=person, form=form, about_id=about_id):
        events.record("people.draft-dropped", by=by, about=draft)
        draft.delete()
