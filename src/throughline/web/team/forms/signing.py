"""Key routines, and signing somebody off for one."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from throughline.base import clock
from throughline.base.terms import gettext as _now
from throughline.base.terms import gettext_lazy as _
from throughline.workforce.choices import Competence, Method, Subject

from ...citing import CitingForm
from ...forms import Choice, Choices, Day, Form, LongWords, Words

A_YEAR = timedelta(days=365)


class KeyForm(Form):
    subject = Choice(_("What is this key routine about?"), choices=Subject.choices)
    criteria = LongWords(
        _("What does somebody have to be seen doing?"),
        hint=_("One thing a line, like: Says one thing and waits for %(name)s’s answer."),
        missing=_("Write at least one thing to see."),
        limit=2_000,
    )


class ChangeKeyForm(KeyForm):
    is_key = Choice(
        _("Do %(staff)s need to be signed off for it?"),
        choices=(("yes", _("Yes, it is a key routine")), ("no", _("No, not any more"))),
        initial="yes",
    )
    reason = Words(_("Why does this change?"), max_length=300, missing=_("Say why this is changed. The first words stay in the record."))

    def clean_is_key(self) -> bool:
        return bool(self.cleaned_data["is_key"] == "yes")


class SignOffForm(CitingForm):
    """What was seen of one worker. The values go to the action as they are."""

    CITES = ("voice",)

    worker = Choice(_("Whom did you watch?"), choices=(), as_list=True, missing=_("Choose whom you watched."))
    method = Choice(_("How?"), choices=Method.choices)
    agreed_words = Words(
        _("How did %(name)s say or show that it was fine to be watched?"),
        hint=_("Leave it empty when you watched without %(name)s."),
        max_length=300,
        optional=True,
    )
    seen = Choices(_("What did you see?"), choices=(), hint=_("Tick what you saw. What is not ticked was not seen."), optional=True)
    feedback = LongWords(_("What did %(name)s make of it?"), rows=3, limit=2_000, optional=True)
    voice = Choice(_("Did %(name)s say it in words that are on the record?"), choices=(), optional=True)
    result = Choice(_("So, can they do it?"), choices=Competence.choices)
    conditions = LongWords(
        _("Who is beside them, or what do they practise first?"),
        hint=_("When they can do it alone, leave it empty."),
        rows=3,
        limit=2_000,
        optional=True,
    )
    until_on = Day(_("The last day on which it holds"), hint=_("A year at most. Leave it empty when it is not yet."), optional=True)
    seen_on = Day(_("On which day did you watch?"), past=True)
    place = Words(_("Where?"), max_length=300, optional=True)

    def __init__(self, *args: Any, workers: Iterable[Any], criteria: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workers = {str(each.pk): each for each in workers}
        self.criteria = list(criteria)
        fields: Any = self.fields
        fields["worker"].choices = [("", _now("Choose one")), *((key, each.name) for key, each in self.workers.items())]
        fields["seen"].choices = [(str(number), text) for number, text in enumerate(self.criteria)]
        for name, first in (("seen_on", clock.today()), ("until_on", clock.today() + A_YEAR)):
            fields[name].initial = fields[name].initial or first

    def clean_worker(self) -> Any:
        return self.workers[self.cleaned_data["worker"]]

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])

    def clean_seen(self) -> list[tuple[str, bool]]:
        ticked = set(self.cleaned_data["seen"])
        return [(text, str(number) in ticked) for number, text in enumerate(self.criteria)]

    def clean(self) -> dict[str, Any]:
        """What is not yet so holds until no day."""
        given = super().clean() or {}
        return given | ({"until_on": None} if given.get("result") == Competence.NOT_YET else {})


class CorrectForm(SignOffForm):
    reason = Words(_("Why is this corrected?"), max_length=300, missing=_("Say why this is changed. The first words stay in the record."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["worker"]


class MistakeForm(Form):
    reason = Words(_("Why should it not have been kept?"), max_length=300, missing=_("Write why, in a sentence."))
