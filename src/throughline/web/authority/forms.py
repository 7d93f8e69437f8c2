"""Who can decide by law, what was seen, advance refusals, advocates. `arguments` turns the answers into what the actions take."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.authority.choices import AdvocateKind, EndedWhy, HowAct, StepKind
from throughline.authority.law import COVERS
from throughline.authority.parts import Holder
from throughline.base.written import Written
from throughline.conversations.actions import Clip
from throughline.people.choices import Area

from ..forms import Choice, Choices, Day, Form, LongWords, Part, PhotoFile, Tick, Words
from ..forms.once import OnceId

SEVERAL = ("holders", "replacements", "how_act", "areas")
DAYS = ("reference", "made_on", "registered_on")
TERM = ("reference", "made_on", "starts_on", "expires_on")
LASTING = (*SEVERAL, "limits", *DAYS)
BY_COURT = ("holders", "how_act", "areas", "powers", "limits", *TERM)
# What is asked of each kind, and no more.
ASKED: dict[str, tuple[str, ...]] = {
    "lpa_welfare": (*LASTING, "life_sustaining"),
    "lpa_property": (*LASTING, "usable_while_able"),
    "epa": ("holders", "how_act", "areas", "limits", *DAYS, "usable_while_able"),
    "deputy_welfare": BY_COURT,
    "deputy_property": BY_COURT,
    "court_order": ("allows", "areas", *TERM),
    "appointee": ("holders", "powers", "reference", "starts_on", "expires_on"),
    "guardian": ("holders", "powers", "starts_on", "expires_on"),
    "nearest_relative": ("holders", "starts_on", "expires_on"),
    "advance_statement": ("allows", "made_on"),
    "advance_choice": ("allows", "made_on"),
}
# An attorney has all that the kind covers, unless the papers say less; a court says what it gives.
ALL_AT_FIRST = frozenset({"lpa_welfare", "lpa_property", "epa"})


class ContactForm(Form):
    """A form in which contacts of the person can be chosen, in the fields that `WHO` names."""

    WHO: tuple[str, ...] = ()

    def __init__(self, *args: Any, contacts: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contacts = {str(each.pk): each for each in contacts}
        for name in (each for each in self.WHO if each in self.fields):
            nobody = _("Choose one") if self.fields[name].required else _("Nobody from this list")
            first = [] if isinstance(self.fields[name], Choices) else [("", nobody)]
            self.set_choices(name, [*first, *((key, str(each)) for key, each in self.contacts.items())])

    def chosen(self, key: str) -> Any:
        return self.contacts.get(key)


class PowerForm(ContactForm):
    """What the papers say of an authority of one kind."""

    id = OnceId()
    allows = LongWords(_("What does it say?"), hint=_("As it is written there."), rows=4, missing=_("Write what it says."))
    holders = Choices(
        _("Who holds it?"), choices=(), hint=_("Somebody is missing? Add them to the people in %(name)s’s life first."), optional=True
    )
    replacements = Choices(_("Who takes their place if they no longer can?"), choices=(), optional=True)
    how_act = Choice(
        _("If there are several: how do they act?"),
        choices=[each for each in HowAct.choices if each[0] != HowAct.ALONE],
        hint=_("Look in the papers. Where it says both, write each down by itself, with the parts of life that belong to it."),
        optional=True,
    )
    areas = Choices(
        _("Which parts of life does it cover?"),
        choices=(),
        hint=_("Only what the papers say. What is not ticked is not covered."),
        optional=True,
    )
    powers = LongWords(_("What does it let them do?"), hint=_("In the words of the papers."), rows=3, optional=True)
    limits = LongWords(_("What limits or instructions does it have?"), hint=_("In the words of the papers."), rows=3, optional=True)
    life_sustaining = Tick(_("The papers let them decide about treatment that keeps %(name)s alive"), optional=True)
    usable_while_able = Tick(_("The papers let them act while %(name)s can still decide, if %(name)s agrees"), optional=True)
    reference = Words(_("Reference"), hint=_("Of the Office of the Public Guardian, or the court’s number."), optional=True)
    made_on = Day(_("When was it made?"), optional=True, past=True)
    registered_on = Day(
        _("When was it registered?"), hint=_("Leave it empty if it is not, or nobody knows. Until then it cannot be used."), optional=True
    )
    starts_on = Day(_("From which day?"), optional=True)
    expires_on = Day(_("What is its last day?"), optional=True)

    WHO = ("holders", "replacements")
    PARTS = (
        Part(("reason", "allows", "holders")),
        Part(("how_act", "replacements"), _("There are several, or somebody who takes their place"), folded=True),
        Part(("areas", "powers", "limits", "life_sustaining", "usable_while_able", "registered_on", "starts_on", "expires_on")),
        Part(("reference", "made_on"), _("Its reference, and when it was made"), folded=True),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in set(PowerForm.base_fields) - {"id", *ASKED[kind]}:
            del self.fields[name]
        for name in {"holders", "areas"} & self.fields.keys():
            self.says_nothing_of_optional(name)  # what is missing, the law says
        if "areas" in self.fields:
            covered = [(value, label) for value, label in Area.choices if value in COVERS[kind]]
            self.set_choices("areas", covered)
            self.fields["areas"].initial = [value for value, _label in covered] if kind in ALL_AT_FIRST else []

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `write_authority`, without the kind."""
        said = {name: given[name] for name in ASKED[self.kind] if name not in self.WHO}
        return said | {"holders": self._holders(given), "written": Written(id=given["id"])}

    def _holders(self, given: dict[str, Any]) -> list[Holder]:
        first = [Holder(contact=self.chosen(key)) for key in given.get("holders", [])]
        return first + [Holder(contact=self.chosen(key), replacement=True) for key in given.get("replacements", [])]


class WritePowerForm(PowerForm):
    """The same, with what is seen of the papers, when they are at hand."""

    seen = Words(
        _("Are the papers here? What do you see of them?"),
        hint=_("For example: registered, with the stamp on each page. Leave it empty if nobody has seen them: then it is only claimed."),
        optional=True,
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        return super().arguments(given) | {"seen": given["seen"]}


class CorrectPowerForm(PowerForm):
    reason = Words(
        _("Why is it put right?"),
        hint=_("The first words stay in the record. Somebody has to see the papers again, against the new ones."),
        missing=_("Say why."),
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_authority`."""
        return super().arguments(given) | {"reason": given["reason"]}


def of_power(row: Any) -> dict[str, Any]:
    """What stands of an authority, for the form that corrects it."""
    same = {name: getattr(row, name) for name in ASKED[row.kind] if name not in PowerForm.WHO}
    holders = list(row.holders.all())
    return same | {
        "holders": [str(each.contact_id) for each in holders if not each.replacement],
        "replacements": [str(each.contact_id) for each in holders if each.replacement],
    }


class SeenForm(Form):
    id = OnceId()
    what = Words(
        _("What did you see?"),
        hint=_("For example: the registered power, with the stamp on each page, pages 1 to 20."),
        missing=_("Write what you saw."),
    )
    seen_on = Day(_("When did you see it?"), past=True)
    copy = PhotoFile(_("A photo of it"), hint=_("Only if %(name)s agrees that we keep one."), optional=True)
    copy_because = Words(_("How did %(name)s agree to the photo?"), hint=_("Needed with a photo."), optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `see_papers`."""
        photo = given["copy"]
        clip = Clip(photo.file, photo.content_type or "", shows=given["what"]) if photo else None
        return {
            "what": given["what"],
            "seen_on": given["seen_on"],
            "copy": clip,
            "copy_because": given["copy_because"],
            "written": Written(id=given["id"]),
        }


class Once(Form):
    """A form whose answers go to the action as they are."""

    id = OnceId()

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For the action, with the id that the page brought."""
        return {name: value for name, value in given.items() if name != "id"} | {"written": Written(id=given["id"])}


class EndedForm(Once):
    on = Day(_("From which day is it no more?"), past=True)
    why = Choice(
        _("Why?"),
        choices=EndedWhy.choices,
        hint=_("If one of several goes and the others go on, put right who holds it instead."),
        missing=_("Say why."),
    )
    words = LongWords(_("In a few words, if there is more to say"), rows=2, optional=True)


class RefusalForm(Once):
    treatments = LongWords(
        _("Which treatment does %(name)s say no to?"),
        hint=_("In the words of the advance decision."),
        rows=3,
        missing=_("Write which treatment."),
    )
    circumstances = LongWords(_("In which circumstances?"), hint=_("In the words of the advance decision."), rows=3, optional=True)
    in_writing = Tick(_("It is in writing"), optional=True)
    signed = Tick(_("It is signed"), optional=True)
    witnessed = Tick(_("A witness signed it too"), optional=True)
    even_if_life_at_risk = Tick(_("It says that it applies even if life is at risk"), optional=True)
    made_on = Day(_("When was it made?"), optional=True, past=True)
    where_kept = Words(_("Where is it kept?"), optional=True)


class WithdrawnForm(Form):
    words = Words(_("How did %(name)s take it back?"), hint=_("In %(name)s’s words, or what was seen."), max_length=300)


class SendForm(ContactForm, Once):
    contact = Choice(_("To whom of the people in %(name)s’s life?"), choices=(), as_list=True, optional=True)
    to = Words(_("Or to whom else?"), hint=_("For example: the out-of-hours doctor."), optional=True)
    how = Words(_("How?"), hint=_("For example: a copy by hand."), optional=True)

    WHO = ("contact",)

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])


class AnswerForm(Once):
    words = LongWords(
        _("What did they answer?"), hint=_("In their words, with their name."), rows=3, missing=_("Write what they answered.")
    )


class AdvocateForm(ContactForm, Once):
    kind = Choice(_("What kind of advocate?"), choices=AdvocateKind.choices, missing=_("Say which kind."))
    contact = Choice(_("Who is it?"), choices=(), hint=_("Leave it empty while nobody is found yet."), as_list=True, optional=True)
    responsible_body = Words(
        _("Who was asked to find one?"), hint=_("For example: the council. Needed while nobody is found yet."), optional=True
    )
    referred_on = Day(_("When were they asked?"), optional=True, past=True)
    area = Choice(_("Which part of life is it about?"), choices=Area.choices, as_list=True, optional=True)
    legal_basis = LongWords(_("Why does the law give one here?"), rows=2, optional=True)

    WHO = ("contact",)

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])


class StepForm(ContactForm, Once):
    kind = Choice(_("What happened?"), choices=StepKind.choices, missing=_("Say what happened."))
    on = Day(_("When?"), past=True)
    contact = Choice(
        _("Who is the advocate?"),
        choices=(),
        hint=_("Needed when an advocate said yes, and is not known yet."),
        as_list=True,
        optional=True,
    )
    words = LongWords(_("In a few words"), rows=2, optional=True)

    WHO = ("contact",)

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])
