from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid, NotFound
from throughline.plan import queries as plan
from throughline.web.team.views.reading import onward
from throughline.workforce import actions, queries

from ..reading import Sent
from .kind import Kind


def keep(sent: Sent, by: Any) -> str:
    """That a worker read one version of a card. fields: item, version, then."""
    version = _version(scope.sight(by, sent.person_id), sent)
    actions.read_card(version=version, by=by, written=sent.written)
    return onward(by, version.item_id, sent.text("then"))


def _version(sight: Any, sent: Sent) -> Any:
    try:
        return plan.version(sight, UUID(sent.text("version")))
    except (ValueError, NotFound):
        raise Invalid({"version": _("This card is not here any more. Open it again with signal.")}) from None


def words(sent: Sent, sight: Any) -> list[str]:
    return [_("“I have read this”, of the card %(title)s.") % {"title": _version(sight, sent).title}]


KIND = Kind(gettext_lazy("A card read"), Act.KEEP_PRACTICE, queries.person_of_card_reading, keep, words)
