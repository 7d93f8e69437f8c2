from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep, once
from throughline.base.written import NOW, Written
from throughline.plan.models import Version
from throughline.plan.queries import latest_publications

from .. import policy
from ..models import CardReading


@once
@transaction.atomic
def read_card(*, version: Version, by: Any, written: Written = NOW) -> CardReading:
    """Say "I have read this" of what staff follow. Said twice, it is said once."""
    require(policy.may_read_card(by, version.person))
    before = CardReading.objects.current().filter(version=version, author=by).first()
    if before is not None:
        return before
    if not latest_publications().filter(version=version).exists():
        raise Invalid({"version": _("This card changed while you read it. Read it again as it is now.")})
    reading = CardReading(person=version.person, version=version, topic=version.topic, audience=version.audience)
    return keep("workforce.card-read", reading, by=by, written=written)
