"""Inviting somebody, taking an invitation up, and what circle, advocates and professionals write themselves."""

from collections.abc import Iterable
from typing import Any

from django.core.validators import validate_email
from django.forms import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from throughline.access.choices import HandedOver, MemberBasis
from throughline.agreements.choices import Agreed
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
YES_OR_NO = ((Agreed.AGREED, _("Yes, I agree")), (Agreed.REFUSED, _("No")))


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
            raise ValidationError(now_("Write the whole address, like priya@example.org.")) from None
        return email


class AcceptSignedIn(Accept):
    """Whoever is signed in has an address already."""

    email = None  # type: ignore[assignment]  # takes the field out


class Boxes(Form):
    """Boxes, any of them. `said` gives words by kind."""

    KINDS = (ContributionKind.WORKING, ContributionKind.NOT_WORKING, ContributionKind.REQUEST, ContributionKind.INFORMATION)

    def said(self, given: dict[str, Any]) -> dict[str, str]:
        """For `have_say`."""
        return {kind.value: given[kind.value] for kind in self.KINDS}


class Say(Boxes):
    """What works, what does not, what to talk about, what one knows; about one question or about anything."""

    id = OnceId()
    about = Choice(_("What is it about?"), choices=(), optional=True)
    working = LongWords(_("What works for %(name)s, as you see it?"), rows=4, limit=LONGEST, optional=True)
    not_working = LongWords(_("What does not work?"), rows=4, limit=LONGEST, optional=True)
    request = LongWords(_("What should people please talk about?"), rows=4, limit=LONGEST, optional=True)
    information = LongWords(
        _("What do you know that others may not?"),
        hint=_("From before, or something you saw yourself: what, and when."),
        rows=4,
        limit=LONGEST,
        optional=True,
    )

    def __init__(self, *args: Any, questions: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = {str(each.pk): each for each in questions}
        self.set_choices("about", [*((key, each.text) for key, each in self.questions.items()), ("", now_("Anything else"))])
        if not self.questions:
            del self.fields["about"]

    def question(self, given: dict[str, Any]) -> Any:
        """The question, if it is about one."""
        return self.questions.get(given.get("about", ""))


class Led(Boxes):
    """What came of a review that somebody in the person's life led."""

    id = OnceId()
    information = LongWords(
        _("What did %(name)s say or show, and how was %(name)s asked?"),
        hint=_("%(name)s’s own words, and what you saw. The team asks %(name)s again before they count as %(name)s’s."),
        rows=4,
        limit=LONGEST,
        optional=True,
    )
    working = LongWords(_("What works?"), rows=3, limit=LONGEST, optional=True)
    not_working = LongWords(_("What does not work?"), rows=3, limit=LONGEST, optional=True)
    request = LongWords(_("What should stay, change or end, and why?"), rows=3, limit=LONGEST, optional=True)


class Agree(Form):
    """Somebody's own answer to how they take part."""

    id = OnceId()
    answer = Choice(_("Do you agree?"), choices=YES_OR_NO, missing=_("Say yes or no."))
    words = LongWords(
        _("In your own words"), hint=_("If you do not agree: what would have to be different?"), rows=4, limit=LONGEST, optional=True
    )


class Decided(Form):
    id = OnceId()
    words = LongWords(
        _("What do you decide, and why?"),
        hint=_("Say which way you choose, what %(name)s wants, whom you asked, and why nothing that limits %(name)s less would do."),
        rows=6,
        limit=LONGEST,
        missing=_("Write what you decide."),
    )


class Ask(Form):
    id = OnceId()
    words = LongWords(_("What do you ask for, and why?"), rows=5, limit=LONGEST, missing=_("Write what you ask for."))


class Note(Form):
    id = OnceId()
    words = LongWords(_("Your note to %(name)s"), rows=6, limit=LONGEST, missing=_("Write your note."))
