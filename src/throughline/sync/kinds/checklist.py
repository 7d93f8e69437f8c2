from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import NotFound
from throughline.plan.choices import ItemKind
from throughline.practice import actions
from throughline.practice import queries_daily as queries
from throughline.practice.choices_daily import Done
from throughline.web.daily import writing
from throughline.web.daily.kinds import CHECKLIST

from ..reading import Sent
from .kind import Kind, cited, given, put


def keep(sent: Sent, by: Any) -> str:
    """A checklist, gone through. fields: those of the page's form, `item`, and `rest` where all the rest is done."""
    sight = scope.sight(by, sent.person_id)
    version = cited(lambda: writing.followed_version(sight, UUID(sent.text("item")), ItemKind.CHECKLIST))
    form = writing.checklist_form(sight, version, sent.as_form())
    told = form.arguments(given(form)) | {"written": sent.written}
    return CHECKLIST.address(actions.run_checklist(person=sight.person, version=version, by=by, **told).pk)


def words(sent: Sent, sight: Any) -> list[str]:
    """Its name and what was not done; the rest is on the form that is accepted."""
    try:
        version = writing.followed_version(sight, UUID(sent.text("item")), ItemKind.CHECKLIST)
    except (ValueError, NotFound):
        return put(sent.text("words"), sent.text("note"))
    answers = [(line.text, sent.text(f"check_{n}"), sent.text(f"why_{n}")) for n, line in enumerate(writing.checks_of(version))]
    told = [_("%(what)s: %(done)s. %(why)s") % {"what": what, "done": Done(done).label, "why": why} for what, done, why in answers if done]
    return put(version.title, *told, sent.text("words"), sent.text("note"))


KIND = Kind(gettext_lazy("A checklist"), Act.KEEP_PRACTICE, queries.person_of_run, keep, words)
