"""Answering, telling, asking whether it was right, and looking again."""

from typing import Any

from throughline.base.terms import gettext as now_
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.reviews.choices import ResponseState, ReviewKind, RightForThem, TookPart, Verdict

from ..forms import Choice, Choices, Day, Form, LongWords, Words
from ..forms.once import OnceId
from ..plan.forms.told import Because

TOLD = (
    (HowTold.SAID, _("%(name)s said it")),
    (HowTold.SIGNED, _("%(name)s signed it")),
    (HowTold.DEVICE, _("%(name)s used symbols or a device")),
    (HowTold.PICKED, _("%(name)s picked it")),
    (HowTold.WROTE, _("%(name)s wrote it")),
)
STATES = (
    (ResponseState.WAITING, _("Waiting: %(name)s will have an answer by a day")),
    (ResponseState.DOING, _("Doing: it is under way")),
    (ResponseState.DONE, _("Done")),
    (ResponseState.COULD_NOT, _("Could not, and why")),
)
SHOWS_BY_DAY = frozenset({ResponseState.WAITING.value, ResponseState.DOING.value})


class Answer(Form):
    """What we do about what the person said."""

    id = OnceId()
    state = Choice(_("Where does it stand?"), choices=STATES)
    what = LongWords(
        _("What do we do, what did we do, or why could we not?"),
        hint=_("Write it so that %(name)s can hold us to it. If we could not, say what else %(name)s can do."),
        rows=4,
        missing=_("Write what we do, or why we could not."),
    )
    by_day = Day(_("By which day?"), hint=_("While it is waiting or under way."), ahead=True, optional=True)
    item = Choice(_("Which part of the plan changed because of it?"), choices=(), as_list=True, optional=True)

    def __init__(self, *args: Any, items: tuple[tuple[str, str], ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("item", [("", _("Nothing in the plan")), *items])

    def clean(self) -> dict[str, Any]:
        """A day belongs to what is still to come."""
        given = super().clean() or self.cleaned_data
        if given.get("state") not in SHOWS_BY_DAY:
            given["by_day"] = None
        return given


class Telling(Form):
    """That the person was told."""

    id = OnceId()
    how = Words(
        _("How did you tell %(name)s?"),
        hint=_("For example: with photos, after tea, one thing at a time."),
        missing=_("Write how you told %(name)s."),
    )


class IsItRight(Form):
    """Whether the person says that it was right, and in which words."""

    id = OnceId()
    right = Choice(
        _("Does %(name)s say it is right?"),
        choices=(
            (RightForThem.YES, _("%(name)s says yes")),
            (RightForThem.NO, _("%(name)s says no")),
            (RightForThem.UNSURE, _("%(name)s is not sure")),
        ),
    )
    words = LongWords(_("What did %(name)s say?"), hint=_("In %(name)s’s own words. They are kept as %(name)s’s."), rows=3, optional=True)
    how_told = Choice(_("How did %(name)s tell you?"), choices=TOLD, initial=HowTold.SAID.value, optional=True)
    what_next = Words(_("What happens next?"), hint=_("For example: Dan helps %(name)s to ask again."), optional=True)


class LookAgain(Form):
    """A review in its smallest form: what works, what does not, keep or change. The person comes first."""

    id = OnceId()
    works_voices = Because(_("What works? Choose what %(name)s said or showed already"))
    works_words = LongWords(_("What works, in %(name)s’s own words now"), rows=2, optional=True)
    not_voices = Because(_("What does not work? Choose what %(name)s said or showed already"))
    not_words = LongWords(_("What does not work, in %(name)s’s own words now"), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell you now?"), choices=TOLD, initial=HowTold.SAID.value, optional=True)
    took_part = Choice(
        _("How did %(name)s take part?"),
        choices=(
            (TookPart.LED, _("%(name)s led it")),
            (TookPart.PRESENT, _("%(name)s was there")),
            (TookPart.SEPARATE, _("%(name)s gave a view separately")),
            (TookPart.CHOSE_NOT, _("%(name)s chose not to")),
            (TookPart.NOT_OFFERED, _("%(name)s was not asked")),
        ),
    )
    no_part_because = LongWords(_("If %(name)s has no say here: why not, and how did %(name)s’s view come in?"), rows=2, optional=True)
    staff_works = LongWords(_("What works, as you see it"), rows=2, optional=True)
    staff_not = LongWords(_("What does not work, as you see it"), rows=2, optional=True)
    kind = Choice(
        _("Why do you look again now?"),
        choices=(
            (ReviewKind.PLANNED, _("It was time to")),
            (ReviewKind.ASKED, _("%(name)s asked")),
            (ReviewKind.TRIGGERED, _("Something happened")),
        ),
    )
    led_by = Choice(_("Who led it, if not %(name)s or %(staff)s?"), choices=(), as_list=True, optional=True)
    verdict = Choice(
        _("What comes of it?"),
        choices=((Verdict.KEEP, _("Keep it as it is")), (Verdict.CHANGE, _("Change it")), (Verdict.END, _("End it"))),
        hints={Verdict.CHANGE.value: _("You write the new version next."), Verdict.END.value: _("You end it next, with a reason.")},
    )
    because = LongWords(_("Because"), rows=3, missing=_("Write why it stays, changes or ends."))
    look_again_on = Day(_("When do you look again?"), ahead=True, optional=True)

    crossings = Choices(_("Which thresholds do you look at with this?"), choices=(), optional=True)

    def __init__(self, *args: Any, voices: list[Any], contacts: list[Any], crossings: dict[str, tuple[Any, str]], **kwargs: Any) -> None:
        """crossings: the open ones of the plan item, by key, each with its words."""
        super().__init__(*args, **kwargs)
        self.open_crossings = {key: row for key, (row, _words) in crossings.items()}
        self.set_choices("crossings", [(key, words) for key, (_row, words) in crossings.items()])
        if not crossings:
            del self.fields["crossings"]
        for name in ("works_voices", "not_voices"):
            self.fields[name].offer(voices)  # type: ignore[attr-defined]
        self.contacts = {str(each.pk): each for each in contacts}
        nobody = ("", now_("%(name)s or %(staff)s") % kwargs["names"])
        self.set_choices("led_by", [nobody, *((key, str(each)) for key, each in self.contacts.items())])
        for contact in contacts:
            who = {"who": str(contact)}
            self.fields[f"works_{contact.pk}"] = LongWords(now_("What works, says %(who)s") % who, rows=2, optional=True)
            self.fields[f"not_{contact.pk}"] = LongWords(now_("What does not work, says %(who)s") % who, rows=2, optional=True)

    def clean_crossings(self) -> list[Any]:
        return [self.open_crossings[key] for key in self.cleaned_data["crossings"]]

    def clean_led_by(self) -> Any:
        return self.contacts.get(self.cleaned_data["led_by"])


class AnswerAsk(Form):
    """What we say to somebody who asked that people look again."""

    id = OnceId()
    on = Day(
        _("On which day do people look again?"), hint=_("Leave it empty if they do not, and say why below."), ahead=True, optional=True
    )
    item = Choice(_("At which part of the plan?"), choices=(), as_list=True, optional=True)
    led_by = Choice(
        _("Who leads it?"),
        choices=(),
        hint=_("Ask %(name)s first who they want. An advocate can lead it, on pages of their own."),
        as_list=True,
        optional=True,
    )
    words = LongWords(_("What do we say to them?"), rows=3, optional=True)

    def __init__(self, *args: Any, items: list[Any], contacts: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {"item": dict(items), "led_by": {str(each.pk): each for each in contacts}}
        first = {"item": now_("Choose one"), "led_by": now_("%(name)s or %(staff)s") % kwargs["names"]}
        labels = {"item": {key: title for key, (title, _row) in self.rows["item"].items()}, "led_by": self.rows["led_by"]}
        for name, listed in labels.items():
            self.set_choices(name, [("", first[name]), *((key, str(each)) for key, each in listed.items())])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `answer_ask`."""
        item = self.rows["item"].get(given["item"])
        rest = {"item": item[1] if item else None, "led_by": self.rows["led_by"].get(given["led_by"])}
        return {"on": given["on"], "words": given["words"], "written": Written(id=given["id"])} | rest
