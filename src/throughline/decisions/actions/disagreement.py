from datetime import date
from typing import Any

from django.db import transaction

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Audience
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.conversations.models import Conversation, Voice
from throughline.people.choices import Area, Party
from throughline.people.models import Contact, Person

from .. import policy, queries_disagreement
from ..law import disagreement as law
from ..models import Decision, Disagreement, DisagreementClosed, DisagreementStep, Position


@once
@transaction.atomic
def open_disagreement(
    *,
    person: Person,
    subject: str,
    decision: Decision | None = None,
    conversation: Conversation | None = None,
    voice: Voice | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Disagreement:
    """Write down that somebody sees it otherwise, from one decision, one conversation or one thing that the person said.

    It changes nothing by itself. Opened from what the person said, those words are their position.
    """
    require(policy.may_open(by, person))
    if there := already(Disagreement, by=by, written=written):
        return there
    cited = _the_one([decision, conversation, voice], person)
    row = Disagreement(person=person, subject=subject, decision=decision, conversation=conversation, voice=voice, **told)
    row.topic, row.audience = cited.topic, cited.audience
    position = Position(disagreement=row, party=Party.PERSON, voice=voice, **_like(row)) if voice is not None else None
    return keep("decisions.disagreement-opened", row, *([position] if position else []), by=by, written=written)


def _the_one(several: list[Any], person: Person) -> Any:
    """What it is about: one thing, of this person."""
    cited = [each for each in several if each is not None]
    if len(cited) != 1:
        raise Invalid({"subject": _("Open it from the one thing that it is about: a decision, a conversation or %(person)s's words.")})
    if cited[0].person_id != person.pk:
        raise Invalid({"subject": _("This is on somebody else's record.")})
    return cited[0]


def _like(row: Disagreement) -> dict[str, Any]:
    """What a row of a disagreement has of it: whose it is, about what, and for whom."""
    return {"person": row.person, "topic": row.topic, "audience": row.audience}


@once
@transaction.atomic
def take_position(
    *,
    disagreement: Disagreement,
    party: str,
    words: str = "",
    voice: Voice | None = None,
    contact: Contact | None = None,
    staff: Any = None,
    evidence: str = "",
    by: Any,
    written: Written = NOW,
) -> Position:
    """Keep where somebody stands. The person's is a voice and comes first; everybody else's is in their own words."""
    require(policy.may_open(by, disagreement.person))
    if there := already(Position, by=by, written=written):
        return there
    dispute = _goes_on(disagreement)
    is_persons = party == Party.PERSON
    standpoint = law.Standpoint(is_persons, voice is not None, dispute.has_persons_position)
    if missing := law.position_faults(standpoint) or _whose(disagreement, is_persons, words, voice, contact, staff):
        raise Invalid.by_law(missing)
    said = {"words": words, "voice": voice, "contact": contact, "staff": staff, "evidence": evidence}
    row = Position(disagreement=disagreement, party=party, **said, **_like(disagreement))
    return keep("decisions.position-taken", row, by=by, written=written)


def _whose(row: Disagreement, is_persons: bool, words: str, voice: Any, contact: Any, staff: Any) -> dict[str, str]:
    """That somebody is named who belongs here, and that nothing told to the manager alone is shown to the team."""
    if voice is not None and voice.person_id != row.person_id:
        return {"voice": _("These words are somebody else's. Choose this person's own.")}
    if voice is not None and voice.audience == Audience.MANAGER and row.audience != Audience.MANAGER:
        return {"voice": _("These words were told to the manager alone. Choose others, or ask %(person)s.")}
    if contact is not None and contact.person_id != row.person_id:
        return {"who": _("This is a contact of somebody else. Choose one of this person's.")}
    if not is_persons and (contact is None) == (staff is None):
        return {"who": _("Say whose position this is.")}
    return {} if is_persons or words.strip() else {"words": _("Write it in their own words.")}


def _goes_on(row: Disagreement) -> queries_disagreement.Dispute:
    """The disagreement as it stands; held, so that it is not closed meanwhile."""
    dispute = queries_disagreement.disputes([row])[0]
    if dispute.closed is not None:
        raise Invalid({"disagreement": _("This is closed already. Open a new one if it is disputed again.")})
    return dispute


@once
@transaction.atomic
def take_step(
    *,
    disagreement: Disagreement,
    rung: str,
    owner: Any,
    due_on: date | None = None,
    because: str = "",
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> DisagreementStep:
    """Keep the next step: who sees to it and by when; our own convention where nobody says. Steps come in their order."""
    require(policy.may_settle(by, disagreement.person))
    if there := already(DisagreementStep, by=by, written=written):
        return there
    dispute = _goes_on(disagreement)
    if missing := law.step_faults(before=dispute.rung, rung=rung, because=because):
        raise Invalid.by_law(missing)
    due = due_on or law.due(clock.today(), dispute.rung)
    row = DisagreementStep(disagreement=disagreement, rung=rung, owner=owner, due_on=due, because=because, **told, **_like(disagreement))
    return keep("decisions.disagreement-step", row, by=by, written=written)


@once
@transaction.atomic
def close_disagreement(
    *, disagreement: Disagreement, came_to: str, settled_by: Decision | None = None, by: Any, written: Written = NOW, **told: Any
) -> DisagreementClosed:
    """Close it with what it came to and why. Nobody who is a party to it does; what changed rests on a decision that takes effect."""
    require(policy.may_settle(by, disagreement.person))
    if there := already(DisagreementClosed, by=by, written=written):
        return there
    dispute = _goes_on(disagreement)
    if missing := law.closing_faults(_closing(dispute, came_to, settled_by, by)):
        raise Invalid.by_law(missing)
    row = DisagreementClosed(disagreement=disagreement, came_to=came_to, settled_by=settled_by, **told, **_like(disagreement))
    return keep("decisions.disagreement-closed", row, by=by, written=written)


def _closing(dispute: queries_disagreement.Dispute, came_to: str, settled_by: Decision | None, by: Any) -> law.Closing:
    if settled_by is not None and settled_by.person_id != dispute.row.person_id:
        raise Invalid({"settled_by": _("This decision is about somebody else. Choose one of this person's.")})
    return law.Closing(
        closer=by.pk,
        parties=dispute.parties,
        came_to=came_to,
        has_decision=settled_by is not None,
        decision_is_valid=settled_by is not None and Decision.objects.in_effect().filter(pk=settled_by.pk).exists(),
        decision_basis=settled_by.basis if settled_by else "",
        persons_position=dispute.has_persons_position,
        about_home=dispute.row.decision is not None and dispute.row.decision.question.area in (Area.HOME, Area.TENANCY),
        tenancy=dispute.tenancy,
    )
