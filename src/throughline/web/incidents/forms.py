"""An incident, short enough for a phone: what it was, what the person says, what was seen and done. The rest is folded."""

from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.people.choices import Area
from throughline.practice.choices import IncidentKind

from ..agreements.forms.heard import HEARD
from ..citing import CitingForm
from ..forms import Choice, LongWords, Moment, Tick, Words

FIRST_STAYS = _("The first words stay in the record, struck through.")
SAME = ("kind", "seen", "done", "place", "thought", "injuries", "restriction_used", "restriction_words", "told")
AS_ITS_KIND = _("As it is for what happened")


class IncidentForm(CitingForm):
    kind = Choice(_("What was it?"), choices=IncidentKind.choices, missing=_("Say what it was."))
    words = LongWords(_("What does %(name)s say about it?"), hint=_("In %(name)s’s own words."), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.SAID, as_list=True, optional=True)
    seen = LongWords(
        _("What did you see?"), hint=_("As it was, in order. Not what you think of it."), rows=4, missing=_("Write what you saw.")
    )
    done = LongWords(_("What was done at once?"), rows=2, missing=_("Write what was done at once."))
    happened_at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, day_is_enough=True, optional=True)
    place = Words(_("Where was it?"), optional=True)
    injuries = LongWords(_("Who was hurt, and how?"), rows=2, optional=True)
    told = LongWords(_("Who was told, and when?"), hint=_("For example: the doctor on call, at 9 pm."), rows=2, optional=True)
    restriction_used = Tick(_("Somebody or something held, stopped or limited %(name)s"), optional=True)
    restriction_words = LongWords(_("What was it, by whom, and for how long?"), hint=_("Needed then."), rows=2, optional=True)
    thought = LongWords(
        _("What do you think it means, or why it happened?"), hint=_("It is kept apart from what you saw."), rows=2, optional=True
    )
    voice = Choice(_("Words of %(name)s’s about it that are on the record"), choices=(), as_list=True, optional=True)
    area = Choice(_("Which part of life is it about?"), choices=[("", AS_ITS_KIND), *Area.choices], as_list=True, optional=True)

    CITES: tuple[str, ...] = ("voice",)
    SHOWN: tuple[str, ...] = ("kind", "words", "how_told", "seen", "done")
    MORE: tuple[str, ...] = (
        "happened_at",
        "place",
        "injuries",
        "told",
        "restriction_used",
        "restriction_words",
        "thought",
        "voice",
        "area",
    )

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """One part, without a heading: the person before what others saw."""
        return (("", self.SHOWN),)

    @property
    def folded(self) -> tuple[str, tuple[str, ...]]:
        return (say("When and where, who was hurt or told, and what you think"), self.MORE)

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_incident`."""
        said = JustSaid(given["how_told"] or HowTold.SAID.value, given["words"])
        return {name: given[name] for name in SAME} | {
            "area": given["area"],
            "said": said if said.says_something else given["voice"],
            "written": Written(id=given["id"], occurred_at=given["happened_at"]),
        }


class CorrectForm(IncidentForm):
    words = how_told = voice = None  # type: ignore[assignment]  # how Django leaves a field out; what they said is put right as their words
    reason = Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))

    CITES = ()
    SHOWN = ("kind", "seen", "done", "reason")
    MORE = ("happened_at", "place", "injuries", "told", "restriction_used", "restriction_words", "thought", "area")

    def clean_voice(self) -> Any:
        return None

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_incident`."""
        same = {name: given[name] for name in (*SAME, "reason")}
        return same | ({"area": given["area"]} if given["area"] else {}) | {"written": Written(occurred_at=given["happened_at"])}


def of_incident(row: Any) -> dict[str, Any]:
    """What stands of an incident, for the form that corrects it. When it was is asked only to be changed."""
    return {name: getattr(row, name) for name in (*SAME, "area")}
