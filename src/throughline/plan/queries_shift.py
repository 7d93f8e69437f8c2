"""What staff follow for several people at once: what comes on a day, what to avoid, and what became of the words that it cites.

Only what is for the team: it is asked for by pages that everybody on the shift reads. Each is one query, however many people there are.
"""

from collections.abc import Collection
from uuid import UUID

from throughline.base.models import Amendment
from throughline.base.models.recorded import Audience
from throughline.conversations.models import Voice
from throughline.people.models import PersonRowQuerySet

from .choices import Course, LinePart
from .models import Line, Step
from .queries import GRADED, latest_publications

OWN_WORDS = ("version", "version__item", "version__own_words__author", "version__own_words__sound")


def _followed(people: Collection[UUID]) -> PersonRowQuerySet:
    return latest_publications().filter(person__in=people, audience=Audience.TEAM, course=Course.FOLLOWED)


def steps_of(people: Collection[UUID], weekday_values: Collection[str]) -> list[Step]:
    """The steps of everything that staff follow for some people on a kind of day."""
    rows = Step.objects.filter(person__in=people, version__in=_followed(people).values("version"), days__in=weekday_values)
    return list(rows.select_related(*OWN_WORDS).annotate(is_graded=GRADED).order_by("from_time", "position"))


def avoided(people: Collection[UUID]) -> list[Line]:
    """What the cards that staff follow for some people say not to do, with the card."""
    rows = Line.objects.filter(version__in=_followed(people).values("version"), part=LinePart.DO_NOT)
    return list(rows.select_related(*OWN_WORDS).order_by("version__item__number", "position"))


def amended_voices_of(people: Collection[UUID]) -> dict[UUID, Voice | None]:
    """What became of the voices that were amended: as corrected, or None when nothing of them stands."""
    rows = Voice.objects.filter(person__in=people, audience=Audience.TEAM, amends__isnull=False).select_related("author", "sound")
    return {row.amends_id: None if row.amendment in Amendment.ends() else row for row in rows.order_by("sequence") if row.amends_id}
