"""Inviting somebody, taking an invitation up, and what circle, advocates and professionals write themselves."""

from typing import Any

from django.core.validators import validate_email
from django.forms import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from throughline.access.choices import HandedOver, MemberBasis
from throughline.conversations.choices import ContributionKind

from ..forms import Choice, Form, LongWords, Words
from ..forms.once import OnceId

BASES = (
    (MemberBasis.INVITED, _("%(name)s wants it")),
    (MemberBasis.STATED, _("Another reason, written below")),
)
HANDED = (
    (HandedOver.EMAIL, _("By e-mail, and I tell them the code")),
    (HandedOver.PRINTED, _("On paper, in two parts")),
)
LONGEST = 4_000


class Invite(Form):
    basis = Choice(_("Why do they get pages of their own?"), choices=BASES)
    basis_words = LongWords(
        _("How did %(name)s say so? Or what is the reason?"), rows=3, missing=_("Write how %(name)s said so, or what the reason is.")
    )
    handed_over = Choice(_("How does the invitation reach them?"), choices=HANDED)


class Accept(Form):
    code = Words(
        _("The code"), hint=_("Six figures, that you got apart from the link."), width="10", autocomplete="one-time-code",
        missing=_("Write the code."), max_length=20,
    )  # fmt: skip
    email = Words(
        _("Your email address"),
        kind="email",
        hint=_("You sign in with it. Leave it empty if whoever invited you has it already."),
        autocomplete="email",
        max_length=254,
        optional=True,
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        try:
            if email:
                validate_email(email)
        except ValidationError:
            raise ValidationError(_now("Write the whole address, like priya@example.org.")) from None
        return email


class AcceptSignedIn(Accept):
    """Whoever is signed in has an address already."""

    email = None  # type: ignore[assignment]  # takes the field out


class Say(Form):
    """Four boxes, any of them. `said` gives words by kind."""

    id = OnceId()
    working = LongWords(_("What works for %(name)s, as you see it?"), rows=4, limit=LONGEST, optional=True)
    not_working = LongWords(_("What does not work?"), rows=4, limit=LONGEST, optional=True)
    request = LongWords(_("What should people talk about?"), rows=4, limit=LONGEST, optional=True)
    information = LongWords(
        _("What do you know that others may not?"),
        hint=_("From before, or something you saw yourself, and when."),
        rows=4,
        limit=LONGEST,
        optional=True,
    )

    def said(self, given: dict[str, Any]) -> dict[str, str]:
        """For `have_say`."""
        kinds = (ContributionKind.WORKING, ContributionKind.NOT_WORKING, ContributionKind.REQUEST, ContributionKind.INFORMATION)
        return {kind.value: given[kind.value] for kind in kinds}


class Ask(Form):
    id = OnceId()
    words = LongWords(_("What do you ask for, and why?"), rows=5, limit=LONGEST, missing=_("Write what you ask for."))


class Note(Form):
    id = OnceId()
    words = LongWords(_("Your note to %(name)s"), rows=6, limit=LONGEST, missing=_("Write your note."))
