from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Audience, Topic
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.people.models import Person

from .. import policy, queries_safeguarding
from ..choices import ConcernStep, TellingOf
from ..law import safeguarding as law
from ..models import SafeguardingConcern, SafeguardingStep

RESTRICTED = {"audience": Audience.MANAGER, "topic": Topic.SAFEGUARDING}


@once
@transaction.atomic
def raise_concern(
    *,
    person: Person,
    concern: str,
    safe_now: str,
    wants: str = "",
    voice: Voice | None = None,
    wants_because: str = "",
    telling: str = TellingOf.NOT_YET,
    telling_because: str = "",
    by: Any,
    written: Written = NOW,
) -> SafeguardingConcern:
    """Raise that the person is or may be harmed. For the manager alone: whoever raised it reads back only that they did."""
    require(policy.may_raise(by, person))
    if there := already(SafeguardingConcern, by=by, written=written):
        return there
    _is_theirs(voice, person)
    told = {"telling": telling, "telling_because": telling_because, "wants": wants, "wants_because": wants_because}
    if missing := law.concern_faults(has_voice=voice is not None, **told):
        raise Invalid.by_law(missing)
    row = SafeguardingConcern(person=person, concern=concern, safe_now=safe_now, voice=voice, **told, **RESTRICTED)
    return keep("decisions.concern-raised", row, by=by, written=written)


@once
@transaction.atomic
def keep_concern_step(
    *,
    concern: SafeguardingConcern,
    kind: str,
    to: str = "",
    words: str = "",
    rationale: str = "",
    consent: str = "",
    voice: Voice | None = None,
    by: Any,
    written: Written = NOW,
) -> SafeguardingStep:
    """Keep what was done about a concern. The person's agreement is asked for, and never a condition of referring."""
    require(policy.may_see_concerns(by, concern.person))
    if there := already(SafeguardingStep, by=by, written=written):
        return there
    _is_theirs(voice, concern.person)
    before = queries_safeguarding.steps_of(concern)
    if before.is_closed:
        raise Invalid({"kind": _("This is closed already. Raise a new concern if there is one.")})
    said = words or (str(voice) if voice is not None else "")
    missing = law.step_faults(kind=kind, to=to, words=said, rationale=rationale, consent=consent)
    if missing or (kind == ConcernStep.CLOSED and (missing := law.closing_faults(before.kinds))):
        raise Invalid.by_law(missing)
    told = {"kind": kind, "to": to, "words": words, "rationale": rationale, "consent": consent, "voice": voice}
    row = SafeguardingStep(person=concern.person, concern=concern, **told, **RESTRICTED)
    return keep("decisions.concern-step", row, by=by, written=written)


def _is_theirs(voice: Voice | None, person: Person) -> None:
    if voice is not None and voice.person_id != person.pk:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
