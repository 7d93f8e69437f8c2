"""What every card of a person has around its words."""

from typing import Any

from throughline.people import queries as people
from throughline.people.sight import Sight
from throughline.thread import load

from ...about_person import portrait
from ..cards import Around, calls
from ..cited import cited


def around(sight: Sight, looks: dict[Any, Any] | None = None) -> Around:
    """Three queries, and one when the days to look again are asked for."""
    found = {row.item_id: row.look_again_on for row in load.load_plan(sight)} if looks is None else looks
    return Around(cited(sight), portrait(sight.person, people.portrait(sight)), calls(people.stays(sight)), found)
