"""An invitation as it is handed over: the link in one place, the code in another. Nothing of the person stands in the e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.choices import HandedOver
from throughline.base import clock

from ... import words
from ...parts import Button, Link, Qr, Standing
from ...plan.qr import code as qr_code
from ...sharing import wording


@dataclass(frozen=True)
class InvitedPage:
    name: str
    link: str
    qr: Qr
    code: str
    until: str
    email: Button | None
    on_paper: bool
    shared: tuple[str, ...]  # what was said in the same moment that may be seen
    opens_nothing: tuple[Standing, ...]
    then: tuple[Link, ...]


def invited_page(contact: Any, invited: Any, link: str, permissions: Sequence[Any] = ()) -> InvitedPage:
    """Shown once, and kept nowhere."""
    until = words.full_day(invited.invitation.expires_at, clock.today())
    on_paper = invited.invitation.handed_over == HandedOver.PRINTED
    code = f"{invited.code[:3]} {invited.code[3:]}"
    shared = tuple(_("%(topic)s: %(level)s") % _said(each) for each in permissions if not each.faults)
    shut = tuple(filter(None, (_opens_nothing(each) for each in permissions)))
    square, email = qr_code(link, _("Opens the invitation")), _email(contact, link)
    return InvitedPage(contact.name, link, square, code, until, email, on_paper, shared, shut, _then(contact, bool(permissions)))


def _said(permission: Any) -> dict[str, str]:
    return {"topic": wording.topic(permission.about), "level": wording.level(permission.level)}


def _opens_nothing(permission: Any) -> Standing | None:
    """Why the law does not carry what was said, and what to do."""
    return wording.why_not(permission.faults, _("%(topic)s: this opens nothing") % _said(permission))


def _then(contact: Any, said: bool) -> tuple[Link, ...]:
    """What they may see, where nobody said it yet; somebody else; everybody."""
    person = contact.person
    what = Link(_("Say what %(name)s may see") % {"name": contact.name}, f"{reverse('sharing:ask', args=[person.pk])}?contact={contact.pk}")
    more = Link(_("Add somebody else"), reverse("people:contact_new", args=[person.pk]))
    everybody = Link(_("People in %(name)s’s life") % {"name": person.name}, reverse("people:circle", args=[person.pk]))
    return (more, everybody) if said else (what, more, everybody)


def _email(contact: Any, link: str) -> Button | None:
    """Opens the sender's own mail. No name of anybody, and nothing of what it is about."""
    if not contact.email:
        return None
    subject = quote(_("There is something for you to read"))
    body = quote(_("Open this link, and write the code that you are told apart from this e-mail: %(link)s") % {"link": link})
    return Button(_("Write the e-mail"), f"mailto:{quote(contact.email)}?subject={subject}&body={body}", main=True)
