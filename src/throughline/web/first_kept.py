"""Where the page of a row is, for whoever kept it and sends something else from the same page."""

from typing import Any

from django.urls import reverse

from throughline.access import circle
from throughline.base.models.recorded import Audience

# By table: the address whose one argument is the row.
PAGES = {
    "agreements.agreementversion": "agreements:version",
    "agreements.areapart": "agreements:part",
    "agreements.disclosure": "sharing:told_one",
    "agreements.sharingpermission": "sharing:said",
    "authority.authority": "authority:power",
    "conversations.attempt": "said:attempt",
    "conversations.contribution": "said:contribution",
    "conversations.conversation": "said:conversation",
    "conversations.voice": "said:voice",
    "decisions.capacityassessment": "capacity:assessment",
    "decisions.decision": "decisions:decision",
    "decisions.disagreement": "disagreements:one",
    "decisions.libertyreview": "liberty:review",
    "decisions.question": "decisions:question",
    "practice.activity": "daily:activity",
    "practice.checklistrun": "daily:run",
    "practice.checkin": "check_ins:one",
    "practice.incident": "incidents:one",
    "practice.missedmedicine": "medicine:one",
    "practice.routinerecord": "today:recorded",
    "practice.upset": "upsets:one",
    "practice.trial": "ladders:trial",
    "practice.scaleanswer": "daily:answer",
    "practice.spending": "daily:spending",
}


def address_of(row: Any) -> str:
    """The page of a row for its author; "" where it has none of its own, or its author writes and does not read there."""
    name = PAGES.get(row._meta.label_lower, "")
    if not name or row.audience != Audience.TEAM or circle.is_no_staff(row.author):
        return ""
    return reverse(name, args=[row.pk])
