"""How it is told what stands about somebody's liberty."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.access.roles import ROLES
from throughline.decisions.law.liberty import LibertyStanding

from ..parts import Notice, State
from ..said import showing


def state(stands: LibertyStanding, name: str) -> State:
    """Where it stands, in a line."""
    if stands.state == "authorised":
        day = showing.short_day(stands.until) if stands.until else ""
        return State(_("Authorised until %(day)s") % {"day": day} if day else _("Authorised by a court’s order"), "info")
    if stands.state == "no_deprivation":
        return State(_("%(name)s’s liberty is not taken away") % {"name": name}, "good")
    if stands.state == "superseded":
        return State(_("Made under a superseded test, review needed"), "look")
    return State(why_open(stands, name), "look") if stands.state == "open" else State(_("Nobody has looked at it yet"), "waiting")


def why_open(stands: LibertyStanding, name: str) -> str:
    """Why somebody has to look at it."""
    sentences = {
        "objects": _("%(name)s objects. Somebody has to look again"),
        "look_again": _("The day to look again has passed"),
        "refer": _("Referred, and nothing authorises it yet"),
        "authorised": _("No authorisation is in date"),
        "unauthorised": _("%(name)s’s liberty is taken away, and nothing authorises it"),
    }
    return sentences[stands.because] % {"name": name}


def notice(stands: LibertyStanding, name: str) -> Notice | None:
    """What has to be known first: an objection goes before everything, an authorisation too."""
    if stands.objects:
        text = _(
            "Look at what is limited with %(name)s, and conclude anew. An authorisation goes on meanwhile; "
            "ask those who gave it to look again."
        )
        return Notice(_("%(name)s objects to how things are") % {"name": name}, text % {"name": name}, "look")
    if stands.state == "superseded":
        text = _("The test changed on 2 June 2026. Nothing new that limits %(name)s can rest on this until somebody has looked again.")
        return Notice(_("Made under a superseded test, review needed"), text % {"name": name}, "look")
    return None


def concluded(review: Any) -> str:
    """Ruth, registered manager, 3 March."""
    role = ROLES.get(review.concluded_as)
    return _("%(who)s, %(role)s, %(day)s") % {
        "who": review.concluded_by.name,
        "role": _(role.name) if role else review.concluded_as,
        "day": showing.day(review.occurred_at),
    }
