"""An occasion on which things were talked about, what others said, and tries to hear."""

from typing import Any

from throughline.base.terms import gettext_lazy as _
from throughline.base.terms import word_lazy
from throughline.base.written import Written
from throughline.conversations.choices import AttemptMethod, AttemptResult, Attendance, ContributionKind, ConversationKind
from throughline.conversations.parts import Presence
from throughline.people.choices import Party

from ...forms import Choice, Day, Form, LongWords, Moment, Tick, Words
from ...forms.once import OnceId
from ..who import AroundForm, Somebody, Who

FIRST = (
    (Party.PERSON, _("%(name)s")),
    (Party.CIRCLE, word_lazy("Circle")),
    (Party.ADVOCATE, _("An advocate")),
    (Party.PROFESSIONAL, _("A professional")),
    (Party.STAFF, word_lazy("Staff")),
)
ASKED = [("", _("Not asked")), *Attendance.choices]
KINDS = (
    (ContributionKind.INFORMATION, _("Something they know")),
    (ContributionKind.OPINION, _("What they think")),
    (ContributionKind.REQUEST, _("Something they ask for")),
    (ContributionKind.CONCERN, _("A worry")),
    (ContributionKind.OFFER, _("An offer")),
)


class ConversationForm(AroundForm):
    id = OnceId()
    kind = Choice(_("What kind of occasion was it?"), choices=ConversationKind.choices, as_list=True)
    title = Words(_("A short name for it"), hint=_("For example: %(name)s’s meeting, 3 March."), missing=_("Give it a short name."))
    purpose = Words(_("What was it for?"), missing=_("Say in a line what it was for."))
    held_at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, optional=True)
    place = Words(_("Where?"), optional=True)
    agenda = LongWords(
        _("Questions to talk about"), hint=_("One on each line, in the order in which they were asked."), rows=4, optional=True
    )
    who_spoke_first = Choice(_("Who spoke first?"), choices=FIRST, initial=Party.PERSON)
    not_first_because = LongWords(
        _("If not %(name)s: why, and how did %(name)s’s view come in?"), hint=_("%(name)s speaks first."), rows=2, optional=True
    )
    how_we_talked = LongWords(_("How did we talk?"), hint=_("For example: photos, few words, headphones on."), rows=2, optional=True)
    notes = LongWords(
        _("Anything else"), hint=_("What each one said is written down after this, under their own name."), rows=3, optional=True
    )

    BEFORE = ("kind", "title", "purpose", "held_at", "place", "agenda")
    AFTER: tuple[str, ...] = ("who_spoke_first", "not_first_because", "how_we_talked", "notes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = [("person", self.names["name"], None), *((each.key, each.label, each) for each in self.around.everybody)]
        for key, _name, _who in self.seats:
            self._seat(f"attendance-{key}", Choice(_("There?"), choices=(), as_list=True, optional=True))
            self.set_choices(f"attendance-{key}", ASKED)
            self._seat(f"prepared-{key}", Words(_("Prepared how?"), optional=True))
        self.fields["attendance-person"].initial = Attendance.CAME

    def _seat(self, name: str, field: Any) -> None:
        """One box of the table; that it may stay empty goes without saying."""
        field.says_optional = False
        self.fields[name] = field

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The table of who was there: name, whether they came, how they were prepared."""
        return [(name, self[f"attendance-{key}"], self[f"prepared-{key}"]) for key, name, _who in self.seats]

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `hold_conversation`."""
        same = ("kind", "title", "purpose", "place", "who_spoke_first", "not_first_because", "how_we_talked", "notes")
        return {
            **{name: given[name] for name in same},
            "agenda": [line.strip() for line in given["agenda"].splitlines() if line.strip()],
            "present": [_presence(who, given, key) for key, _name, who in self.seats if given[f"attendance-{key}"]],
            "written": Written(id=given.get("id"), occurred_at=given["held_at"]),
        }


def _presence(who: Somebody | None, given: dict[str, Any], key: str) -> Presence:
    said = {"attendance": given[f"attendance-{key}"], "prepared": given[f"prepared-{key}"]}
    if who is None:
        return Presence(party=Party.PERSON, **said)
    return Presence(party=who.party, contact=who.contact, staff=who.staff, **said)


class ContributionForm(AroundForm):
    id = OnceId()
    who = Who(_("Whose words are they?"), missing=_("Say whose words they are."))
    words = LongWords(_("What did they say?"), hint=_("Theirs, never %(name)s’s. What %(name)s said has a page of its own."), rows=4)
    kind = Choice(_("What is it?"), choices=KINDS, initial=ContributionKind.INFORMATION)
    beforehand = Tick(_("Gathered before the meeting, apart from others"), optional=True)
    person_present = Tick(_("%(name)s was there"), optional=True)
    answered_for = Tick(_("They answered in %(name)s’s place"), optional=True)
    said_at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_contribution`."""
        same = ("words", "kind", "beforehand", "person_present", "answered_for")
        who = given["who"]
        return {name: given[name] for name in same} | {
            "contact": who.contact,
            "staff": who.staff,
            "written": Written(id=given.get("id"), occurred_at=given["said_at"]),
        }


class AttemptForm(Form):
    id = OnceId()
    question = LongWords(_("What did we try to ask?"), rows=2)
    way = Choice(_("How did we try?"), choices=AttemptMethod.choices)  # not `method`: in a browser that is the form's own
    seen = LongWords(_("What did you see?"), hint=_("Only what you saw. Not what it may mean."), rows=2, optional=True)
    result = Choice(_("What came of it?"), choices=AttemptResult.choices)
    try_again_on = Day(_("When do we try again?"), ahead=True, optional=True)
    tried_at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_attempt`."""
        same = ("seen", "result", "try_again_on")
        return {name: given[name] for name in same} | {
            "asked": given["question"],
            "method": given["way"],
            "written": Written(id=given.get("id"), occurred_at=given["tried_at"]),
        }
