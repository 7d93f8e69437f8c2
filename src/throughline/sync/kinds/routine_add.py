from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid, NotFound
from throughline.practice import actions, queries
from throughline.practice.choices import WhyNot
from throughline.web.today.pages import words as said

from ..reading import Sent
from .kind import Kind

ADDS = ("feeling", "why_not", "note")


def keep(sent: Sent, by: Any) -> str:
    """How it was, why, or what was seen, straight after recording. fields: record, and any of feeling, why_not, note."""
    sight = scope.sight(by, sent.person_id)
    told = {name: value for name in ADDS if (value := _value(sent, name))}
    actions.add_to_routine(record=last_words(sight, sent), by=by, written=sent.written, **told)
    return reverse("today:recorded", args=[sent.text("record")])


def _value(sent: Sent, name: str) -> str:
    """The page's faces say "so-so"; a reason in words alone is a reason of its own."""
    value = sent.text(name).strip()
    if name == "feeling":
        return value.replace("-", "_")
    return WhyNot.OTHER.value if name == "why_not" and not value and sent.text("what") == "why" else value


def last_words(sight: Any, sent: Sent) -> Any:
    """The record that is meant, as it stands now."""
    try:
        return queries.latest_of(sight, queries.record(sight, UUID(sent.text("record"))))
    except (ValueError, NotFound):
        raise Invalid({"record": _("What this belongs to is not in the record. Look at what needs you first.")}) from None


def words(sent: Sent, sight: Any) -> list[str]:
    name = sight.person.name
    told = [said.feeling(sent.text("feeling"), name), said.why(sent.text("why_not"), name), sent.text("note")]
    return [each for each in told if each]


KIND = Kind(gettext_lazy("Added straight after"), Act.KEEP_PRACTICE, queries.person_of_record, keep, words)
