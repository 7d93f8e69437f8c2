"""Choosing somebody: the people in a person's life and the staff who support them, in one list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from throughline.access import queries as access
from throughline.base.terms import gettext_lazy as _
from throughline.people import queries as people
from throughline.people.choices import Party
from throughline.people.sight import Sight

from ..forms import Choice, Form


@dataclass(frozen=True, slots=True)
class Somebody:
    """A contact or a member of staff; nobody when both are None."""

    contact: Any = None
    staff: Any = None

    @property
    def party(self) -> str:
        return self.contact.kind if self.contact is not None else Party.STAFF.value

    @property
    def key(self) -> str:
        return f"contact-{self.contact.pk}" if self.contact is not None else f"staff-{self.staff.pk}"

    @property
    def label(self) -> Any:
        if self.contact is not None:
            return _("%(name)s, %(relationship)s") % {"name": self.contact.name, "relationship": self.contact.relationship}
        return _("%(name)s, %(staff)s") % {"name": self.staff.name}


NOBODY = Somebody()
CHOOSE = _("Choose one")


@dataclass(frozen=True, slots=True)
class Around:
    """Who is around a person: their contacts, then the team. Two queries."""

    contacts: tuple[Any, ...]
    team: tuple[Any, ...]

    @property
    def everybody(self) -> list[Somebody]:
        return [Somebody(contact=each) for each in self.contacts] + [Somebody(staff=each) for each in self.team]

    @property
    def manager(self) -> str:
        """Who reads what is for the manager alone, by name where there is one."""
        names = [each.name for each in self.team if each.reads_private]
        return names[0] if len(names) == 1 else str(_("the manager"))


def around(sight: Sight) -> Around:
    return Around(tuple(people.contacts(sight)), tuple(access.team_of(sight)))


def around_then(sight: Sight, several: Iterable[Any]) -> Around:
    """Who is around a person now, and those whom rows name who are so no more."""
    near, rows = around(sight), list(several)
    contacts = {each.pk: each for each in (*near.contacts, *(row.contact for row in rows if row.contact))}
    team = {each.pk: each for each in (*near.team, *(row.staff for row in rows if row.staff))}
    return Around(tuple(contacts.values()), tuple(team.values()))


class Who(Choice):
    """One of those around the person; its value is Somebody."""

    def __init__(self, label: Any, *, nobody: Any = CHOOSE, **options: Any) -> None:
        super().__init__(label, choices=(), as_list=True, **options)
        self.nobody = nobody
        self.found: dict[str, Somebody] = {}

    def offer(self, everybody: list[Somebody]) -> None:
        self.found = {each.key: each for each in everybody}
        self.choices = [("", self.nobody), *((each.key, each.label) for each in everybody)]

    def clean(self, value: Any) -> Somebody:
        return self.found.get(super().clean(value), NOBODY)


class AroundForm(Form):
    """A form in which somebody is chosen. around: those who can be."""

    def __init__(self, *args: Any, around: Around, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.around = around
        for field in self.fields.values():
            if isinstance(field, Who):
                field.offer(around.everybody)
