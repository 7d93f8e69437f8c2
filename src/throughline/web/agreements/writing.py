"""From the form of a version to the action: what goes beyond authority and permission is said beside its field before it is kept."""

from collections.abc import Sequence
from typing import Any

from throughline.agreements import actions, law, queries
from throughline.agreements.choices import Agreed, Involved
from throughline.agreements.parts import AgreementParty, SharedThing
from throughline.agreements.queries import Stated
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound
from throughline.base.terms import gettext as _
from throughline.decisions import queries as decisions
from throughline.people import queries as people
from throughline.people.choices import ContactKind
from throughline.people.sight import Sight

from ..said.who import around
from . import forms
from .forms import proposals

AROUND = (ContactKind.CIRCLE, ContactKind.ADVOCATE)


def version_form(data: Any, sight: Sight, every: Sequence[Stated]) -> forms.VersionForm:
    """The form, with what stands in the newest version or, for the first, with plain proposals."""
    newest = every[0].version if every else None
    contacts = _contacts(sight, newest)
    return forms.VersionForm(
        data,
        names={"name": sight.person.name},
        contacts=contacts,
        levels=queries.open_levels(contacts),
        decisions=decisions_about_it(sight),
        first=newest is None,
        initial=proposals.from_version(newest) if newest else _first(sight, contacts),
    )


def _contacts(sight: Sight, newest: Any) -> list[Any]:
    """Family, friends and advocates; and whoever takes part already."""
    named = {each.contact_id for each in newest.parties.all()} if newest else set()
    return [each for each in people.contacts(sight) if each.kind in AROUND or each.pk in named]


def _first(sight: Sight, contacts: Sequence[Any]) -> dict[str, Any]:
    me, advocates = sight.actor.name, [each.name for each in contacts if each.kind == ContactKind.ADVOCATE]
    who = (me, me, advocates[0] if advocates else "", around(sight).manager)
    return proposals.first(sight.person.name, who, [each for each in contacts if each.kind == ContactKind.CIRCLE])


def decisions_about_it(sight: Sight) -> list[Any]:
    """Decisions on which an agreement can rest: about how one of the person's people takes part in support, contact or sharing."""
    rows = decisions.decisions(sight)
    return [each for each in rows if each.question.contact_id is not None and each.question.area in law.INVOLVEMENT_AREAS]


def keep(sight: Sight, form: forms.VersionForm, given: dict[str, Any], every: Sequence[Stated], by: Any) -> Any:
    """Write the version. Raises Invalid, beside the fields, with what would take no effect, unless it is meant to be kept like that."""
    parties, shared = form.parties(given), form.shared(given)
    for each in parties:
        if each.in_decisions == Involved.DECIDES:
            each.areas = sorted(queries.areas_by_law(each.contact, clock.today()))
    if not given.get("anyway") and (found := _beside(form, given, parties, shared)):
        raise Invalid(found)
    try:
        written = {"after": _after(given["after"], every), **form.arguments(given)}
        return actions.write_version(person=sight.person, parties=parties, shared=shared, by=by, **written)
    except Invalid as invalid:
        raise Invalid({_field(form, name): fault for name, fault in invalid.faults.items()}) from None


def _field(form: forms.VersionForm, name: str) -> str:
    """Where nobody takes part is said at the first of them."""
    return f"planning-{form.contacts[0].pk}" if name == "parties" and form.contacts else name


def _after(text: str, every: Sequence[Stated]) -> Any:
    """The version from which the form was opened; None for the first."""
    found = [each.version for each in every if str(each.version.pk) == text]
    if text and not found:
        raise NotFound
    return found[0] if found else None


def _beside(
    form: forms.VersionForm, given: dict[str, Any], parties: Sequence[AgreementParty], shared: Sequence[SharedThing]
) -> dict[str, str]:
    over = queries.beyond(parties, shared, clock.today())
    found = {f"decisions-{parties[n].contact_id}": _said("agreement-decides-beyond") for n in over.parties}
    found |= {f"topics-{contact}": _said("agreement-shares-beyond") for contact in {shared[n].contact_id for n in over.shared}}
    answered = form.answered(given)
    unsaid = answered.answer == Agreed.AGREED and not form.said(given).says_something and answered.decision is None
    return found | ({"words": _said("agreement-no-view")} if unsaid else {})


def _said(code: str) -> str:
    fault = law.FAULTS[code]
    return f"{_(fault.wrong)} {_(fault.do)}"


def who_of(stated: Stated, key: str) -> dict[str, Any]:
    """The party that an address names: contact-… or staff-…; NotFound when they take no part."""
    kind, _dash, row_id = key.partition("-")
    for each in stated.version.parties.all():
        found = getattr(each, kind, None) if kind in ("contact", "staff") else None
        if found is not None and str(found.pk) == row_id:
            return {kind: found}
    raise NotFound
