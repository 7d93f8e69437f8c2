"""Forms in which the person's words are chosen from what is on the record."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.base.models.recorded import Audience
from throughline.base.written import Written
from throughline.conversations import queries
from throughline.people.sight import Sight

from .forms import Choices, Form
from .forms.choices import SHOWN, FoldedBoxes, FoldedRadios, Radios
from .forms.once import OnceId
from .said import showing

MOST = 60  # of the latest words; older ones are cited from their own page
NEAR = 2  # of them in sight, where several can be chosen
LONGEST = 100
NONE = _("None of these")


def to_cite(sight: Sight, *, private: bool = False) -> list[Any]:
    """The latest words that a row for the team can cite; for one that is for the manager alone, those told to the manager too."""
    return [each for each in queries.voices(sight, most=MOST) if private or each.audience == Audience.TEAM]


class Once(Form):
    """A form whose answers go to the action as they are, with the id that the page brought."""

    id = OnceId()

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For the action."""
        return {name: value for name, value in given.items() if name != "id"} | {"written": Written(id=given["id"])}


class CitingForm(Once):
    """Words can be chosen in the fields that CITES names; the values are voices."""

    CITES: tuple[str, ...] = ()

    def __init__(self, *args: Any, voices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voices = {str(each.pk): each for each in voices}
        offered = [(key, shown(each)) for key, each in self.voices.items()]
        for name in self.CITES:
            several = isinstance(self.fields[name], Choices)
            if several or isinstance(self.fields[name].widget, Radios):
                folded: FoldedBoxes | FoldedRadios = FoldedBoxes() if several else FoldedRadios()
                folded.most = NEAR if several else SHOWN
                self.fields[name].widget = folded
            self.set_choices(name, [*([] if several else [("", NONE)]), *offered])

    def cited(self, key: str) -> Any:
        return self.voices.get(key)


def shown(voice: Any) -> str:
    """It gets too loud. Said it, 24 February."""
    words = showing.voice_words(voice)
    short = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return say("“%(words)s”, %(how)s") % {"words": short, "how": showing.how_told(voice)}
