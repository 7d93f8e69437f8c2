"""What every card of a person has around its words."""

from typing import Any

from throughline.people import queries as people
from throughline.people.sight import Sight
from throughline.thread import load

from ...about_person import portrait
from ...as_at import Moment, today
from ..cards import Around, calls
from ..cited import cited


def around(sight: Sight, looks: dict[Any, Any] | None = None, at: Moment | None = None) -> Around:
    """Three queries, and one when the days to look again are asked for. at: the day on which it is read, today when none is given."""
    day = at or today()
    found = {row.item_id: row.look_again_on for row in load.load_plan(sight, day.moment)} if looks is None else looks
    numbers = calls(people.stays(sight), day.day)
    return Around(cited(sight, day.moment), portrait(sight.person, people.portrait(sight)), numbers, found, day)
