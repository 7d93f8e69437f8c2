from typing import Any

from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.practice import actions
from throughline.practice import queries_daily as queries
from throughline.web.daily import writing
from throughline.web.daily.kinds import ACTIVITY

from ..reading import Sent
from .kind import Kind, given, put


def keep(sent: Sent, by: Any) -> str:
    """What the person went to, or did not. fields: those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    form = writing.activity_form(sight, sent.as_form())
    told = form.arguments(given(form)) | {"written": sent.written}
    return ACTIVITY.address(actions.keep_activity(person=sight.person, by=by, **told).pk)


def words(sent: Sent, sight: Any) -> list[str]:
    return put(sent.text("what"), sent.text("words"), sent.text("why"))


KIND = Kind(gettext_lazy("Something they went to, or did not"), Act.KEEP_PRACTICE, queries.person_of_activity, keep, words)
