from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.models import Contact, Person

from .. import law, policy
from ..checking import has_come, is_theirs
from ..choices import StepKind
from ..models import Advocacy, AdvocacyStep


@once
@transaction.atomic
def ask_for_advocate(
    *,
    person: Person,
    kind: str,
    contact: Contact | None = None,
    responsible_body: str = "",
    referred_on: date | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Advocacy:
    """Keep that an advocate was asked for, or works with the person already."""
    require(policy.may_keep(by, person))
    if there := already(Advocacy, by=by, written=written):
        return there
    is_theirs("contact", contact, person)
    if missing := law.advocacy_incomplete(has_contact=contact is not None, responsible_body=responsible_body):
        raise Invalid.by_law(missing)
    if referred_on is not None:
        has_come("referred_on", referred_on)
    asked = {"contact": contact, "responsible_body": responsible_body, "referred_on": referred_on}
    advocacy = Advocacy(person=person, kind=kind, topic=Topic.PLANS, **asked, **told)
    return keep("authority.advocate-asked-for", advocacy, by=by, written=written)


@once
@transaction.atomic
def keep_step(
    *, advocacy: Advocacy, kind: str, on: date, words: str = "", contact: Contact | None = None, by: Any, written: Written = NOW
) -> AdvocacyStep:
    """Keep what happened with an advocate: who said yes, that they met the person, what they reported, that it ended."""
    require(policy.may_keep(by, advocacy.person))
    if there := already(AdvocacyStep, by=by, written=written):
        return there
    is_theirs("contact", contact, advocacy.person)
    has_come("on", on)
    _goes_on(advocacy)
    if missing := law.step_incomplete(kind=kind, has_contact=_known(advocacy, contact)):
        raise Invalid.by_law(missing)
    step = AdvocacyStep(person=advocacy.person, advocacy=advocacy, kind=kind, on=on, words=words, contact=contact, topic=advocacy.topic)
    return keep("authority.advocate-step", step, by=by, written=written)


def _known(advocacy: Advocacy, contact: Contact | None) -> bool:
    return contact is not None or advocacy.contact_id is not None


def _goes_on(advocacy: Advocacy) -> None:
    if AdvocacyStep.objects.current().filter(advocacy=advocacy, kind=StepKind.ENDED).exists():
        raise Invalid({"advocacy": _("This advocate’s work has ended. Write down a new one if somebody was asked for again.")})
