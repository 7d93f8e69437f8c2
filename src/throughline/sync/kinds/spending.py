from contextlib import ExitStack
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.practice import actions
from throughline.practice import queries_daily as queries
from throughline.web.daily import writing
from throughline.web.daily.kinds import SPENDING

from ..files import opened
from ..reading import Sent
from .kind import Kind, given, put


def keep(sent: Sent, by: Any) -> str:
    """What was spent, with the photo of its receipt. fields and files: those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    with ExitStack() as open_files:
        form = writing.spending_form(sight, sent.as_form(), opened(sent, by, open_files))
        told = form.arguments(given(form)) | {"written": sent.written}
        kept = actions.keep_spending(person=sight.person, by=by, **told)
    return SPENDING.address(kept.pk)


def words(sent: Sent, sight: Any) -> list[str]:
    told = _("£%(amount)s: %(what)s") % {"amount": sent.text("amount"), "what": sent.text("what")}
    photo = [_("With a photo of the receipt.") for _each in list(sent.files)[:1]]
    return put(told, sent.text("why_more"), sent.text("words"), *photo)


KIND = Kind(gettext_lazy("What was spent"), Act.KEEP_PRACTICE, queries.person_of_spending, keep, words)
