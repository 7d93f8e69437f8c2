"""Putting right or taking back what was written of a conversation, a contribution or an attempt: filled with what stands, and why."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.base.models.recorded import Amendment
from throughline.base.written import Written

from ...forms import Choice, Day, Form, Moment, Words
from ..who import Somebody
from .conversations import AttemptForm, ContributionForm, ConversationForm

FIRST_STAYS = _("The first words stay in the record, struck through.")


def _why() -> Words:
    return Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))


def _when() -> Moment:
    return Moment(_("When was it?"), past=True)


def _same_minute(given: datetime, before: datetime) -> datetime:
    """A form shows minutes; a moment that was left as it is stays what it was."""
    return before if given == before.replace(second=0, microsecond=0) else given


class CorrectConversationForm(ConversationForm):
    id = None  # type: ignore[assignment]  # how Django leaves a field out
    held_at = _when()
    reason = _why()

    AFTER = (*ConversationForm.AFTER, "reason")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_conversation`."""
        written = Written(occurred_at=_same_minute(given["held_at"], self.initial["held_at"]))
        return super().arguments(given) | {"reason": given["reason"], "written": written}


def of_conversation(held: Any) -> dict[str, Any]:
    """What stands of a conversation, for its form."""
    same = ("kind", "title", "purpose", "place", "who_spoke_first", "not_first_because", "how_we_talked", "notes")
    given = {name: getattr(held, name) for name in same} | {"held_at": held.occurred_at, "attendance-person": ""}
    given["agenda"] = "\n".join(each.text for each in held.agenda.all())
    for seat in held.presences.all():
        key = Somebody(seat.contact, seat.staff).key if seat.contact or seat.staff else "person"
        given |= {f"attendance-{key}": seat.attendance, f"prepared-{key}": seat.prepared}
    return given


class CorrectContributionForm(ContributionForm):
    id = None  # type: ignore[assignment]  # how Django leaves a field out
    said_at = _when()
    reason = _why()

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_contribution`."""
        written = Written(occurred_at=_same_minute(given["said_at"], self.initial["said_at"]))
        return super().arguments(given) | {"reason": given["reason"], "written": written}


def of_contribution(row: Any) -> dict[str, Any]:
    """What stands of a contribution, for its form."""
    same = ("words", "kind", "beforehand", "person_present", "answered_for")
    return {name: getattr(row, name) for name in same} | {"who": Somebody(row.contact, row.staff).key, "said_at": row.occurred_at}


class CorrectAttemptForm(AttemptForm):
    id = None  # type: ignore[assignment]
    try_again_on = Day(_("When do we try again?"), optional=True)
    tried_at = _when()
    reason = _why()

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_attempt`."""
        written = Written(occurred_at=_same_minute(given["tried_at"], self.initial["tried_at"]))
        return super().arguments(given) | {"reason": given["reason"], "written": written}


def of_attempt(row: Any) -> dict[str, Any]:
    """What stands of an attempt, for its form."""
    same = {name: getattr(row, name) for name in ("seen", "result", "try_again_on")}
    return same | {"question": row.asked, "way": row.method, "tried_at": row.occurred_at}


class MistakeForm(Form):
    reason = Words(_("Why was it a mistake?"), hint=_("It stays in the record, struck through."), missing=_("Say why."))


TAKE_BACK = (
    (Amendment.WITHDRAWN, _("%(who)s wants it taken back")),
    (Amendment.MISTAKE, _("It was written here by mistake")),
)


class TakeBackContributionForm(Form):
    kind = Choice(_("Why is it taken back?"), choices=TAKE_BACK)
    reason = Words(
        _("In a sentence"), hint=_("It stays in the record, struck through. A mistake needs a reason; %(who)s needs none."), optional=True
    )
