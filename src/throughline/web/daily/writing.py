"""What can be written down of a person's day: the forms, for a page and for what comes from a phone, and where their pages are."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.base.errors import NotFound
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import ItemKind, LinePart
from throughline.workforce import on_shift

from ..parts import Button
from ..said.views.asking import names
from ..said.who import around
from . import forms
from .money import allowances
from .pages.scales import answers_of, question_of


def followed_version(sight: Sight, item_id: UUID, kind: str) -> Any:
    """What staff follow of a checklist, or of what the person wants; NotFound when they follow nothing there."""
    found = [version for version in _versions(sight, kind) if version.item_id == item_id]
    if not found:
        raise NotFound
    return found[0]


def checks_of(version: Any) -> list[Any]:
    """What a checklist checks."""
    return [line for line in version.lines.all() if line.part == LinePart.CHECK]


def checklist_form(sight: Sight, version: Any, data: Any = None) -> forms.ChecklistForm:
    """With the checklists of others on this shift, for a day on which several go together."""
    return forms.ChecklistForm(data, names=names(sight), lines=checks_of(version), others=_of_others(sight))


def _of_others(sight: Sight) -> list[Any]:
    """Whom the worker may see on this shift and who have a checklist too."""
    found = []
    for person in on_shift.people(sight.actor):
        if person.pk != sight.person_id:
            theirs = _versions(scope.sight(sight.actor, person.pk), ItemKind.CHECKLIST)
            found += [_with_person(version, person) for version in theirs if checks_of(version)]
    return found


def _with_person(version: Any, person: Any) -> Any:
    version.person = person
    return version


def activity_form(sight: Sight, data: Any = None) -> forms.ActivityForm:
    return forms.ActivityForm(data, names=names(sight))


def scale_form(sight: Sight, version: Any, data: Any = None) -> forms.ScaleForm:
    question, answers = question_of(version), answers_of(version)
    return forms.ScaleForm(data, names=names(sight), around=around(sight), question=question, answers=answers)


def spending_form(sight: Sight, data: Any = None, files: Any = None) -> forms.SpendingForm:
    return forms.SpendingForm(data, files, names=names(sight), allowances=allowances(sight))


def choices(sight: Sight) -> tuple[Button, ...]:
    """What else can be written down, for the page that asks what it is: as the person's plan has it."""
    return tuple(Button(text, href, icon=icon, size="shift", start=True) for text, href, icon in _offered(sight))


def pages(sight: Sight) -> list[str]:
    """The pages that a phone takes along."""
    return [href for _text, href, _icon in _offered(sight)]


def _offered(sight: Sight) -> Iterator[tuple[str, str, str]]:
    """(words, address, icon). Checklists and scales as far as there are any."""
    person, name = sight.person_id, {"name": sight.person.name}
    yield _("Something %(name)s went to, or did not") % name, reverse("daily:activity_new", args=[person]), "people"
    yield _("What was spent of %(name)s’s money") % name, reverse("daily:spending_new", args=[person]), "plus"
    for version in _versions(sight, ItemKind.CHECKLIST, ItemKind.OUTCOME):
        said = name | {"what": version.title}
        if checks_of(version):
            yield _("Checklist: %(what)s") % said, reverse("daily:run_new", args=[person, version.item_id]), "good"
        if answers_of(version):
            yield _("What %(name)s says: %(what)s") % said, reverse("daily:answer_new", args=[person, version.item_id]), "happy"


def _versions(sight: Sight, *kinds: str) -> list[Any]:
    """What staff follow of some kinds."""
    return [each.version for each in plan.followed(sight, kinds=kinds)]
