"""What the person says about something that happened: whose words they are, and when they are said."""

from django.utils.translation import gettext as _

from throughline.base.errors import Invalid
from throughline.base.written import Written
from throughline.conversations.models import Voice
from throughline.people.models import Person


def after(written: Written) -> Written:
    """What they say, they say after it: the voice is as old as the writing."""
    return Written(recorded_at=written.recorded_at)


def theirs(voice: Voice | None, person: Person) -> Voice | None:
    """The voice. Raises Invalid when it is somebody else's."""
    if voice is not None and voice.person_id != person.pk:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    return voice
