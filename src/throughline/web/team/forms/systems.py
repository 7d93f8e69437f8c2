"""Letting another system in."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from throughline.api.choices import Scope
from throughline.base import clock
from throughline.base.terms import gettext as _now
from throughline.base.terms import gettext_lazy as _

from ...forms import Choice, Choices, Day, Form, Words

EVERYWHERE = "everywhere"
USUAL = timedelta(days=180)


class SystemForm(Form):
    name = Words(_("What is it called?"), hint=_("As %(staff)s will read it beside what it brought, like: Rota system."), max_length=120)
    scopes = Choices(_("What may it do?"), choices=Scope.choices, missing=_("Choose what it may do."))
    where = Choice(_("Where?"), choices=(), as_list=True, missing=_("Choose where."))
    until_on = Day(_("The last day"), hint=_("A year at most. It can be let in again then."), ahead=True)

    def __init__(self, *args: Any, homes: Iterable[Any], everywhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial={"until_on": clock.today() + USUAL}, **kwargs)
        self.homes = {str(each.pk): each for each in homes}
        places = [(key, each.name) for key, each in self.homes.items()]
        whole = [(EVERYWHERE, _now("The whole provider"))] if everywhere else []
        fields: Any = self.fields
        fields["where"].choices = [("", _now("Choose one")), *places, *whole]

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For the action: no home is everywhere."""
        return {name: value for name, value in given.items() if name != "where"} | {"service": self.homes.get(given["where"])}
