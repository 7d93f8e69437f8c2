"""What a token lets another system do. Who may let one in is `access`'s to say."""

from django.utils.translation import gettext as _

from throughline.access import asked
from throughline.base.answers import YES, Answer, No

from .models import Integration


def may_call(integration: Integration, wanted: str) -> Answer:
    """Whether a token that works has the scope that an address asks for."""
    asked.mark()
    if wanted in integration.scopes:
        return YES
    return No(_("This token does not have the scope %(scope)s. Ask the registered manager for one that has.") % {"scope": wanted})
