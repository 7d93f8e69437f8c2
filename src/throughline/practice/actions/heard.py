"""What the person says about something that happened: a voice of theirs, kept with the record of it."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.agreements.actions.said import hear
from throughline.agreements.said import JustSaid
from throughline.base.errors import Invalid
from throughline.base.written import Written
from throughline.conversations.models import Voice
from throughline.people.models import PersonRow


def heard(row: PersonRow, said: JustSaid | Voice | None, by: Any, written: Written) -> Voice | None:
    """What the person says about it. What they say, they say after it: the voice is as old as the writing."""
    voice = hear(person=row.person, said=said, topic=row.topic, by=by, written=Written(recorded_at=written.recorded_at))
    if voice is not None and voice.person_id != row.person_id:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    return voice
