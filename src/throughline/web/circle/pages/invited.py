"""An invitation as it is handed over: the link in one place, the code in another. Nothing of the person stands in the e-mail."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.choices import HandedOver
from throughline.base import clock

from ... import words
from ...parts import Button, Link, Qr
from ...plan.qr import code as qr_code


@dataclass(frozen=True)
class InvitedPage:
    name: str
    link: str
    qr: Qr
    code: str
    until: str
    email: Button | None
    on_paper: bool
    then: Link


def invited_page(contact: Any, invited: Any, link: str) -> InvitedPage:
    """Shown once, and kept nowhere."""
    until = words.full_day(invited.invitation.expires_at, clock.today())
    on_paper = invited.invitation.handed_over == HandedOver.PRINTED
    code = f"{invited.code[:3]} {invited.code[3:]}"
    what = _("Say what %(name)s may see") % {"name": contact.name}
    then = Link(what, f"{reverse('sharing:ask', args=[contact.person_id])}?contact={contact.pk}")
    return InvitedPage(contact.name, link, qr_code(link, _("Opens the invitation")), code, until, _email(contact, link), on_paper, then)


def _email(contact: Any, link: str) -> Button | None:
    """Opens the sender's own mail. No name of anybody, and nothing of what it is about."""
    if not contact.email:
        return None
    subject = quote(_("There is something for you to read"))
    body = quote(_("Open this link, and write the code that you are told apart from this e-mail: %(link)s") % {"link": link})
    return Button(_("Write the e-mail"), f"mailto:{quote(contact.email)}?subject={subject}&body={body}", main=True)
