"""Who a person is on our books, where they live, and who is in their life."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from throughline.access.choices import HandedOver
from throughline.agreements.said import JustSaid
from throughline.conversations.choices import HowTold
from throughline.people.choices import ContactKind, OwnColour
from throughline.people.nhs_number import is_nhs_number

from ..forms import Choice, Day, Form, Part, Tick, Words
from ..said.forms.voices import HOW
from ..sharing.forms import OF_TOPICS, Levels

OWN_WAYS = tuple(pair for pair in HOW if pair[0] in HowTold.own_words())
LIKE_A_DAY = _("For example 3 3 1996.")


class Homes(Form):
    """A form that asks for a home; `offer` says which there are."""

    def offer(self, homes: Iterable[Any]) -> "Homes":
        listed = [(str(home.pk), home.name) for home in homes]
        field: Any = self.fields["home"]
        field.choices = [("", _now("Choose one")), *listed]
        if len(listed) == 1:
            field.initial = listed[0][0]
        return self


class PersonForm(Form):
    name = Words(
        _("What do they like to be called?"), hint=_("Shown on every page, like: Jo."), max_length=80, missing=_("Write their name.")
    )
    full_name = Words(_("Full name"), max_length=200, optional=True)
    how_to_say = Words(_("How is it said?"), hint=_("Like: rhymes with show."), max_length=120, optional=True)
    pronouns = Words(_("She, he, they?"), width="10", max_length=40, optional=True)
    born_on = Day(_("Date of birth"), hint=LIKE_A_DAY, optional=True, past=True)
    nhs_number = Words(_("NHS number"), hint=_("10 digits. Nobody needs one to be supported."), width="10", max_length=20, optional=True)
    own_colour = Choice(
        _("Which colour should their page have?"), choices=OwnColour.choices, hints={"slate": _("Until they choose.")}, as_list=True
    )

    def clean_nhs_number(self) -> str:
        number: str = self.cleaned_data["nhs_number"]
        if number and not is_nhs_number(number):
            raise forms.ValidationError(_now("This is not an NHS number. Compare it with the letter, or leave it empty."))
        return number


class NewPerson(PersonForm, Homes):
    home = Choice(_("Which home supports them?"), choices=(), as_list=True, missing=_("Choose a home."))
    from_on = Day(_("Since which day?"), hint=LIKE_A_DAY)

    field_order = ("name", "home", "from_on", "own_colour", "full_name", "how_to_say", "pronouns", "born_on", "nhs_number")


class ChangedPerson(PersonForm):
    died_on = Day(_("If %(name)s has died: on which day?"), optional=True, past=True)


class ContactForm(Form):
    name = Words(_("Name"), hint=_("As %(name)s calls them, like: Priya."), max_length=120, missing=_("Write their name."))
    kind = Choice(_("What are they in %(name)s’s life?"), choices=ContactKind.choices)
    relationship = Words(
        _("In a word"), hint=_("Like: mum, GP, independent advocate."), max_length=120, missing=_("Write what they are to %(name)s.")
    )
    phone = Words(_("Phone"), kind="tel", width="10", max_length=40, optional=True)
    email = Words(_("Email address"), kind="email", max_length=254, optional=True)
    note = Words(_("Good to know"), hint=_("Like: rings on Sundays."), max_length=300, optional=True)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        try:
            if email:
                validate_email(email)
        except forms.ValidationError:
            raise forms.ValidationError(_now("Write the whole address, like priya@example.org, or leave it empty.")) from None
        return email


class NewContact(ContactForm, Levels):
    """Somebody in the person's life; and, where the person wants it, pages of their own at once, with what may be seen there."""

    basis_words = Words(
        _("Do they get pages of their own? What did %(name)s say?"),
        hint=_("In %(name)s’s own words. Leave it empty if not, or not yet: then nobody is invited."),
        max_length=300,
        optional=True,
    )
    how_told = Choice(_("How did %(name)s tell us?"), choices=OWN_WAYS, initial=HowTold.SAID, as_list=True, optional=True)
    asked_alone = Tick(_("%(name)s was asked alone, without them"), optional=True)
    handed_over = Choice(
        _("How does the invitation reach them?"),
        choices=((HandedOver.PRINTED, _("On paper, in two parts")), (HandedOver.EMAIL, _("By e-mail, and I tell them the code"))),
        initial=HandedOver.PRINTED.value,
        optional=True,
    )

    PARTS = (
        Part(("name", "kind", "relationship")),
        Part(("phone", "email", "note"), _("How they are reached, and what is good to know"), folded=True),
        Part(("basis_words", "how_told", "asked_alone", "handed_over"), _("Pages of their own")),
        Part(OF_TOPICS, _("What they may see there, topic by topic"), folded=True),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("basis_words", "how_told", "handed_over"):
            self.says_nothing_of_optional(name)  # said in the hint of the first

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if any(given.get(name) for name in OF_TOPICS) and not given.get("basis_words", "").strip():
            self.add_error("basis_words", _now("Write what %(name)s said. Without it, nobody may see anything.") % self.names)
        return given

    def about(self, given: dict[str, Any]) -> dict[str, Any]:
        """Who they are, and no more."""
        return {name: given[name] for name in ContactForm.base_fields}

    def welcomed(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `add_invite_and_share`."""
        said = JustSaid(given["how_told"] or HowTold.SAID, given["basis_words"])
        how = {"handed_over": given["handed_over"] or HandedOver.PRINTED, "asked_alone": given["asked_alone"]}
        return {**self.about(given), **how, "levels": self.levels(dict(given)), "said": said}


class ChangedContact(ContactForm):
    ended_on = Day(
        _("The last day, if they are in %(name)s’s life no more"), hint=_("What they said before stays."), optional=True, past=True
    )


class StayForm(Homes):
    home = Choice(_("Which home supports %(name)s?"), choices=(), as_list=True, missing=_("Choose a home."))
    from_on = Day(_("From which day?"), hint=LIKE_A_DAY)


class EndStay(Form):
    on = Day(_("Which day is the last?"), hint=LIKE_A_DAY)
