"""What the thread is computed from: plain, frozen values about one plan item, as the server had them at a moment. No Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words: which party, by what name, and what they are to the person."""

    party: str
    name: str
    relationship: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A voice: the person's words or what they showed."""

    id: UUID
    words: str
    seen: str
    thought: str
    thought_by: str
    how_told: str
    is_own_words: bool
    said_at: datetime
    recorder: str
    sound_id: UUID | None = None
    seconds: int | None = None
    taken_back: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Contributed:
    """What somebody else said. Theirs."""

    id: UUID
    source: Source
    words: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a decision did with a voice or a contribution."""

    voice_id: UUID | None
    contribution: Contributed | None
    effect: str
    because: str


@dataclass(frozen=True, slots=True)
class Talk:
    """An occasion on which the question was talked about."""

    id: UUID
    title: str
    held_at: datetime
    first: str
    not_first_because: str
    how: str
    came: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """An option, and how the person took it."""

    id: UUID
    title: str
    reaction: str
    reaction_words: str
    is_chosen: bool
    benefits: str = ""
    risks: str = ""
    photo_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision on which the item rests."""

    id: UUID
    number: int
    question: str
    outcome: str
    basis: str
    is_valid: bool
    decided_at: datetime
    support_given: str
    reasons: str
    recorder: str
    look_again_on: date | None
    look_again_if: str
    told_at: datetime | None
    told_how: str
    weighed: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a version: which part it stands in, and what it says."""

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Timed:
    """One step of a version."""

    text: str
    from_time: str
    to_time: str


@dataclass(frozen=True, slots=True)
class Written:
    """A version: the one that staff follow, or the latest when they follow none."""

    id: UUID
    number: int
    title: str
    summary: str
    written_at: datetime
    look_again_on: date | None
    look_again_if: str
    measure: str = ""
    baseline: str = ""
    baseline_on: date | None = None
    target: str = ""
    target_by: date | None = None
    rules: tuple[Rule, ...] = ()
    steps: tuple[Timed, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """The publication in force."""

    id: UUID
    course: str
    message: str
    published_at: datetime
    publisher: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """That people looked again."""

    id: UUID
    reviewed_at: datetime
    verdict: str
    because: str
    look_again_on: date | None
    reviewer: str
    reviewer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What we did about a voice of this thread."""

    id: UUID
    voice_id: UUID
    state: str
    what: str
    answered_at: datetime
    told_at: datetime | None
    right: str
    right_voice_id: UUID | None


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """Everything of one plan item, at a moment. `today` is the day on which it is read."""

    item_id: UUID
    number: int
    kind: str
    today: date
    written: Written | None
    published: Published | None = None
    newer_version: int | None = None
    decision: Decided | None = None
    options: tuple[Offered, ...] = ()
    talks: tuple[Talk, ...] = ()
    voices: tuple[Said, ...] = ()
    later_voices: tuple[Said, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    last_seen_on: date | None = None
    reviews: tuple[Reviewed, ...] = ()
    answers: tuple[Answer, ...] = ()
    communication: "Communicates | None" = None


@dataclass(frozen=True, slots=True)
class Communicates:
    """How the person communicates, as published; stands on every page about them."""

    text: str
    check_by: date | None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What one row of the plan's table is made of: enough to say which knots are there."""

    item_id: UUID
    number: int
    kind: str
    title: str
    today: date
    summary: str = ""
    version: int = 0
    is_followed: bool = False
    is_ended: bool = False
    has_voice: bool = False
    voice_id: UUID | None = None  # the first of those that it rests on and this reader may see
    was_talked_about: bool = False
    decision_id: UUID | None = None
    decision_is_own: bool = False
    was_told: bool = False
    has_records: bool = False
    has_later_voice: bool = False
    look_again_on: date | None = None
