"""No code of the law without a story in each of the three doors: the action, the page, the import."""

import pytest
from tests.decisions.test_every_state import STATES as BY_ACTION
from tests.exchange.test_every_state import STATES as BY_IMPORT
from tests.web.capacity.test_every_state import SENT_BACK

from throughline.decisions import law

# What a decision loses when something is taken back or changes later: said when it is read (tests/decisions/test_taking_back.py).
LATER = {"assessment-corrected", "assessment-able-since"}
# What form and action refuse to keep; the import alone brings it (tests/decisions/test_law.py, `incomplete`).
REFUSED = {code for code in law.FAULTS if code.startswith("incomplete-")}
NEVER = {
    "basis-unknown": "the field knows five bases and three that are none; the import refuses another word",
    "authority-person-able": "of a decision it is said by the assessment that is missing; sight by law asks for it",
    "incomplete-because": "the database holds that what was not followed says why",
}
# A folder need not hold who worked there then, so nobody in it is called a stranger (`decisions.deciders`).
OF_TODAY = {"decider-stranger"}
EXCUSED = {
    "action": LATER | REFUSED | NEVER.keys(),
    "page": LATER | REFUSED | NEVER.keys(),
    "import": LATER | NEVER.keys() | OF_TODAY,
}
TOLD = {"action": BY_ACTION, "page": BY_ACTION, "import": BY_IMPORT}


@pytest.mark.parametrize("door", TOLD)
def test_every_code_has_a_story(door: str) -> None:
    told = {code for code, _story in TOLD[door].values()}
    assert told - law.FAULTS.keys() == set()
    assert law.FAULTS.keys() - EXCUSED[door] - told == set()


def test_what_the_page_sends_back_is_of_the_law_too() -> None:
    assert SENT_BACK.keys() <= law.FAULTS.keys()
