"""Who stands among those who were told, and is not to be told: said beside it, wherever somebody writes it freely.

It is kept as it was written: what happened is always written down. But nobody may miss it, and what was really told has a page of its own,
where it is held against what was open then.
"""

from typing import Any

from django.urls import reverse

from throughline.access import circle
from throughline.agreements import policy
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight

from .parts import Link
from .sections import Section


def named(sight: Sight, row: Any) -> Section:
    """A section that says so; empty where nobody is named whom it concerns. `row.told` is who was told, as somebody wrote it. One query."""
    names = circle.shut_in(sight.person_id, row.told, [row.topic], row.received_at) if row.told.strip() else []
    if not names:
        return Section("")
    said = {"names": ", ".join(names), "name": sight.person.name}
    text = _("%(names)s stands among those who were told, and %(name)s does not want them told about this.") % said
    ask = _("If they were told, write that down as well, and tell %(name)s. If they were not, put right what stands here.") % said
    may = policy.may_disclose(sight.actor, sight.person)
    link = Link(_("Somebody was told something"), reverse("sharing:told", args=[sight.person_id]))
    return Section(_("Not to be told"), lines=(text, ask), links=(link,) if may else ())
