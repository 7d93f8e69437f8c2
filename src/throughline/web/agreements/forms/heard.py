"""What the person said or showed, as the fields of a form, and a form that is kept once however often it is sent."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations.choices import HowTold

from ...forms import Choice, Form, LongWords
from ...forms.once import OnceId
from ...said.forms.voices import HOW

HEARD = tuple(pair for pair in HOW if pair[0] != HowTold.TOLD_BY_SOMEONE)


class Heard(Form):
    id = OnceId()
    words = LongWords(
        _("What does %(name)s say about it?"), hint=_("In %(name)s’s own words, or what %(name)s picked."), rows=2, optional=True
    )
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.SAID, as_list=True, optional=True)
    seen = LongWords(_("Or what did you see?"), hint=_("Only what you saw. Not what it may mean."), rows=2, optional=True)

    SAYS = ("words", "how_told", "seen")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """What was heard, the id that the page brought, and the rest as it is."""
        rest = {name: value for name, value in given.items() if name not in (*self.SAYS, "id")}
        return rest | {"said": self.said(given), "written": Written(id=given["id"])}

    @staticmethod
    def said(given: dict[str, Any]) -> JustSaid:
        return JustSaid(given["how_told"] or HowTold.SAID.value, given["words"], given["seen"])
