"""How a decision was worked out for somebody who could not decide it: what stands on the decision's page."""

from typing import Any

from django.urls import reverse

from throughline.base.terms import gettext as _
from throughline.decisions import queries
from throughline.decisions.choices import Conclusion, KeepsApart, MayRegain
from throughline.people.sight import Sight

from ...assessed import CONCLUDED
from ...parts import Link
from ...said import showing
from .wording import is_own


def assessment_link(decision: Any, name: str) -> Link | None:
    """The assessment on which it rests."""
    if decision.assessment is None:
        return None
    concluded = CONCLUDED[Conclusion(decision.assessment.conclusion)] % {"name": name}
    said = {"day": showing.short_day(decision.assessment.occurred_at), "concluded": concluded}
    return Link(_("%(day)s: %(concluded)s") % said, reverse("capacity:assessment", args=[decision.assessment_id]))


def points(sight: Sight, decision: Any) -> tuple[tuple[str, str], ...]:
    """(what was asked, what was written), of the points of section 4; nothing of a decision of the person's own."""
    row = None if is_own(decision) else queries.best_interests_of(sight, decision)
    by = [] if is_own(decision) else [each.holder.contact.name for each in queries.acting_in(sight, decision)]
    found = [(_("Who of those who hold the authority decided"), ", ".join(by)), *(_points(row, sight.person.name) if row else [])]
    if decision.keeps_apart:
        kept = _("Whether it keeps somebody who is named from contact with %(name)s") % {"name": sight.person.name}
        found.append((kept, str(KeepsApart(decision.keeps_apart).label)))
    found += [(_consulted(each), each.words) for each in (queries.consultees_of(sight, decision) if row else [])]
    return tuple((asked, written) for asked, written in found if written)


def _points(row: Any, name: str) -> list[tuple[str, str]]:
    said = {"name": name}
    return [
        (_("What %(name)s wants now") % said, row.present_wishes),
        (_("What %(name)s wanted in the past") % said, row.past_wishes),
        (_("What matters to %(name)s") % said, row.values),
        (_("How %(name)s took part") % said, row.took_part),
        (_("What weight %(name)s’s wishes had") % said, row.weight),
        (_("What else bears on it"), row.circumstances),
        (_("Might %(name)s be able to decide it later?") % said, _later(row)),
        (_("Nobody could be asked, because"), row.not_consulted_because),
        (_("Why not something that limits %(name)s less") % said, row.less_restrictive_because),
        (_("What harm to %(name)s it prevents") % said, row.harm),
        (_("How likely that harm is, and how serious"), row.harm_likely),
        (_("Why it is in proportion to that harm"), row.proportionate_because),
        (_("What %(staff)s do"), row.staff_do),
    ]


def _later(row: Any) -> str:
    label = str(MayRegain(row.may_regain).label)
    return _("%(answer)s. It could not wait: %(why)s") % {"answer": label, "why": row.why_not_wait} if row.why_not_wait else label


def _consulted(each: Any) -> str:
    who = each.contact or each.staff
    return _("%(who)s was asked: %(kind)s") % {"who": who.name, "kind": each.get_kind_display()}
