from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import NotFound
from throughline.plan.choices import ItemKind
from throughline.practice import actions
from throughline.practice import queries_daily as queries
from throughline.web.daily import writing
from throughline.web.daily.kinds import ANSWER
from throughline.web.daily.pages.scales import answers_of

from ..reading import Sent
from .kind import Kind, cited, given, put


def _version(sent: Sent, sight: Any) -> Any:
    return writing.followed_version(sight, UUID(sent.text("item")), ItemKind.OUTCOME)


def keep(sent: Sent, by: Any) -> str:
    """What the person answered on their own scale. fields: those of the page's form, and `item`."""
    sight = scope.sight(by, sent.person_id)
    version = cited(lambda: _version(sent, sight))
    form = writing.scale_form(sight, version, sent.as_form())
    told = form.arguments(given(form)) | {"written": sent.written}
    return ANSWER.address(actions.keep_answer(person=sight.person, version=version, by=by, **told).pk)


def words(sent: Sent, sight: Any) -> list[str]:
    try:
        version = _version(sent, sight)
    except (ValueError, NotFound):
        return put(sent.text("words"))
    answered = [line.text for line in answers_of(version) if str(line.pk) == sent.text("answer")]
    return put(version.title, *answered, sent.text("words"))


KIND = Kind(gettext_lazy("An answer on their own scale"), Act.KEEP_PRACTICE, queries.person_of_answer, keep, words)
