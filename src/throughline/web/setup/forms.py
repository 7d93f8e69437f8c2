"""The provider and its words, homes, staff and their roles."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from throughline.access.roles import ROLES, Role
from throughline.accounts.choices import Jurisdiction, ServiceKind
from throughline.base.terms import gettext as _now

from ..account.forms import HOW_LONG
from ..forms import Choice, Day, Form, Words

A_WORD: dict[str, Any] = {"max_length": 60, "missing": _("Write the word that you use.")}


class ProviderForm(Form):
    name = Words(_("What is your organisation called?"), max_length=300, missing=_("Write the name of your organisation."))
    person_term = Words(
        _("Your word for somebody you support"), hint=_("Used where no name fits, as in: “What did the person say?”"), **A_WORD
    )
    circle_term = Words(_("Your word for those close to them"), hint=_("As in: “family and friends”."), **A_WORD)
    staff_term = Words(_("Your word for those who work for you"), hint=_("As in: “staff”, “our team”."), **A_WORD)
    distress_term = Words(_("Your word for when somebody is in distress"), hint=_("As in: “upset”."), **A_WORD)


class ServiceForm(Form):
    name = Words(_("What is the home called?"), hint=_("As people call it, like: Elm House."), max_length=300, missing=_("Write its name."))
    kind = Choice(_("What kind is it?"), choices=ServiceKind.choices)
    jurisdiction = Choice(
        _("Where is it?"), choices=Jurisdiction.choices, hints={"england": _("CQC regulates it."), "wales": _("CIW regulates it.")}
    )
    phone = Words(
        _("Whom do staff ring by day?"),
        hint=_("A phone number. It is printed on cards."),
        kind="tel",
        width="10",
        optional=True,
        max_length=40,
    )
    on_call_phone = Words(_("Whom do staff ring at night?"), kind="tel", width="10", optional=True, max_length=40)
    regulator_id = Words(
        _("The regulator’s number for it"), hint=_("CQC location ID, or CIW registration."), width="10", optional=True, max_length=40
    )
    ods_code = Words(_("ODS code"), hint=_("The NHS code of the place, if it has one."), width="10", optional=True, max_length=20)


class StaffForm(Form):
    name = Words(_("Name"), hint=_("As people call them, like: Amina."), max_length=120, missing=_("Write their name."))
    email = Words(
        _("Email address"), hint=_("They sign in with it."), kind="email", max_length=254, missing=_("Write their email address.")
    )
    job = Words(_("Job"), hint=_("Like: support worker, nights."), optional=True, max_length=120)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        try:
            validate_email(email)
        except forms.ValidationError:
            raise forms.ValidationError(_now("Write the whole address, like amina@example.org.")) from None
        return email


class PasswordForm(Form):
    password = Words(
        _("A first password for %(name)s"), kind="text", autocomplete="off", strip=False, hint=HOW_LONG, missing=_("Write a password.")
    )

    def clean(self) -> dict[str, Any]:
        """The same rules as when somebody chooses their own."""
        given = super().clean() or {}
        if password := given.get("password"):
            try:
                validate_password(password, self.about(given))
            except forms.ValidationError as weak:
                self.add_error("password", weak)
        return given

    def about(self, given: dict[str, Any]) -> Any:
        """Of whom the password should not remind."""
        return get_user_model()(name=self.names.get("name", ""), email=self.names.get("email", ""))


class NewStaffForm(StaffForm, PasswordForm):
    field_order = ("name", "email", "job", "password")

    def about(self, given: dict[str, Any]) -> Any:
        return get_user_model()(name=given.get("name", ""), email=given.get("email", ""))


class AssignForm(Form):
    role = Choice(_("Which role does %(name)s have?"), choices=(), missing=_("Choose a role."))
    where = Choice(_("Where?"), choices=(), as_list=True, missing=_("Choose where."))
    from_on = Day(_("From which day?"))
    until_on = Day(
        _("The last day"), hint=_("An agency worker’s role always ends by itself. For others, leave it empty."), optional=True, ahead=True
    )

    def offer(self, roles: Iterable[Role], places: Iterable[tuple[str, str]]) -> "AssignForm":
        """What whoever fills it in can give."""
        given = list(roles)
        role: Any = self.fields["role"]
        role.choices = [(each.code, _now(each.name)) for each in given]
        role.widget.hints = {each.code: _now(each.description) for each in given}
        where: Any = self.fields["where"]
        where.choices = [("", _now("Choose one")), *places]
        return self

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        role = ROLES.get(given.get("role", ""))
        if role and role.must_end and not given.get("until_on") and "until_on" not in self.errors:
            self.add_error("until_on", _now("This role ends by itself. Write on which day."))
        return given


class EndForm(Form):
    on = Day(_("Which day is the last?"), hint=_("Leave it empty, and it ends now."), optional=True, ahead=True)
