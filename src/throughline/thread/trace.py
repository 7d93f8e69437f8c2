"""Six knots on a line, computed from facts. A missing knot is a value, shown where it would stand. No Django."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .facts import ItemFacts, PlanFacts


class Knot(StrEnum):
    """The six places of a thread, in order."""

    SAID = "said"
    TALKED = "talked"
    DECIDED = "decided"
    STAFF_DO = "staff_do"
    HAPPENED = "happened"
    LOOK_AGAIN = "look_again"


class Gap(StrEnum):
    """A missing knot, or a step inside one that nobody has taken."""

    NO_VOICE = "no_voice"
    NOT_TALKED = "not_talked"
    NO_DECISION = "no_decision"
    NOT_TOLD = "not_told"
    NO_CARD = "no_card"
    NOTHING_SEEN = "nothing_seen"
    NO_LOOK_AGAIN = "no_look_again"
    REVIEW_DUE = "review_due"


PLACE = {
    Gap.NO_VOICE: Knot.SAID,
    Gap.NOT_TALKED: Knot.TALKED,
    Gap.NO_DECISION: Knot.DECIDED,
    Gap.NOT_TOLD: Knot.DECIDED,
    Gap.NO_CARD: Knot.STAFF_DO,
    Gap.NOTHING_SEEN: Knot.HAPPENED,
    Gap.NO_LOOK_AGAIN: Knot.LOOK_AGAIN,
    Gap.REVIEW_DUE: Knot.LOOK_AGAIN,
}

# Inside their knot these leave the knot standing: something is there, and one thing is still to do.
INSIDE = frozenset({Gap.NOT_TOLD, Gap.REVIEW_DUE})

# Kinds that tell how somebody is or communicates: nothing is recorded against them, and nothing in them is decided.
TELLING_KINDS = frozenset({"profile", "communication"})
# Kinds against which staff record what happens.
RECORDED_KINDS = frozenset({"routine", "risk_ladder", "checklist", "money_plan", "what_helps", "outcome", "restriction"})

OWN_BASES = frozenset({"own", "own_with_support"})


@dataclass(frozen=True, slots=True)
class Line:
    """The line of one thread: which knots are the person's own words or choice, and every gap in the order of the line."""

    own: frozenset[Knot]
    gaps: tuple[Gap, ...]
    look_again_on: date | None

    @property
    def missing(self) -> frozenset[Knot]:
        """Knots that are not there."""
        return frozenset(PLACE[gap] for gap in self.gaps if gap not in INSIDE)

    @property
    def is_whole(self) -> bool:
        """Nothing is missing and nothing is due."""
        return not self.gaps

    @property
    def first(self) -> Gap | None:
        """The gap to close first."""
        return self.gaps[0] if self.gaps else None

    @property
    def is_service_led(self) -> bool:
        """Started by staff: nobody asked, nobody decided."""
        return Gap.NO_VOICE in self.gaps and Gap.NO_DECISION in self.gaps


def line_of_row(row: PlanFacts) -> Line:
    """The line of one plan item in a table."""
    found = [
        (Gap.NO_VOICE, not row.has_voice),
        (Gap.NOT_TALKED, row.kind not in TELLING_KINDS and not row.was_talked_about),
        (Gap.NO_DECISION, row.kind not in TELLING_KINDS and row.decision_id is None),
        (Gap.NOT_TOLD, row.decision_id is not None and not row.was_told),
        (Gap.NO_CARD, not row.is_followed),
        (Gap.NOTHING_SEEN, row.kind in RECORDED_KINDS and not row.has_records),
        (Gap.NO_LOOK_AGAIN, row.look_again_on is None),
        (Gap.REVIEW_DUE, row.look_again_on is not None and row.look_again_on < row.today),
    ]
    own = {Knot.SAID: row.has_voice, Knot.DECIDED: row.decision_is_own, Knot.HAPPENED: row.has_later_voice}
    return Line(frozenset(knot for knot, is_own in own.items() if is_own), tuple(gap for gap, there in found if there), row.look_again_on)


def row_of(item: ItemFacts) -> PlanFacts:
    """One item's facts as a row of the plan's table, so that page and table can never disagree."""
    decision, written = item.decision, item.written
    return PlanFacts(
        item_id=item.item_id,
        number=item.number,
        kind=item.kind,
        title=written.title if written else "",
        today=item.today,
        version=written.number if written else 0,
        is_followed=item.published is not None and item.published.course == "followed",
        is_ended=item.published is not None and item.published.course == "ended",
        has_voice=any(not said.taken_back for said in item.voices),
        was_talked_about=bool(item.talks),
        decision_id=decision.id if decision else None,
        decision_is_own=decision is not None and decision.basis in OWN_BASES,
        was_told=decision is not None and decision.told_at is not None,
        has_records=any(item.counts.values()),
        has_later_voice=bool(item.later_voices),
        look_again_on=look_again_on(item),
    )


def line_of(item: ItemFacts) -> Line:
    """The line of one plan item."""
    return line_of_row(row_of(item))


def look_again_on(item: ItemFacts) -> date | None:
    """When people look at it again: as the last review says, else the version, else the decision."""
    if item.reviews and item.reviews[0].look_again_on:
        return item.reviews[0].look_again_on
    if item.written and item.written.look_again_on:
        return item.written.look_again_on
    return item.decision.look_again_on if item.decision else None


def offered(counts: dict[str, int]) -> tuple[int, int, int, int]:
    """(offered, of how many, said yes, said no): "said no" and "a different way" count as offered."""
    yes, no = counts.get("said_yes", 0), counts.get("said_no", 0)
    was = yes + no + counts.get("different", 0)
    return was, was + counts.get("not_offered", 0), yes, no
