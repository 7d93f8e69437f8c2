from typing import Any

from django.db import transaction

from throughline.base.written import NOW, Written
from throughline.conversations.actions import keep_voice
from throughline.conversations.models import Voice
from throughline.people.models import Person

from ..said import JustSaid


@transaction.atomic
def hear(*, person: Person, said: JustSaid | Voice | None, topic: str, by: Any, written: Written = NOW) -> Voice | None:
    """The person's words as a voice of theirs, kept with what rests on it; or the voice that is there. None when nothing was said."""
    if said is None or isinstance(said, Voice):
        return said
    if not said.says_something:
        return None
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    return keep_voice(person=person, how_told=said.how_told, words=said.words, seen=said.seen, topic=topic, by=by, written=when)
