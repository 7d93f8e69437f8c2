"""Who may see what. `arguments` turns the answers into what the actions take."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.access.choices import Level
from throughline.agreements.choices import GivenBy, OverrideKind, StatutoryKind
from throughline.agreements.said import JustSaid
from throughline.base.models.recorded import Topic
from throughline.base.written import Written
from throughline.conversations.choices import HowTold

from ..authority.forms import ContactForm, Once
from ..forms import Choice, Choices, Day, Form, LongWords, Moment, Part, Tick, Words
from ..said.forms.voices import HOW

TOPIC = "topic-"
OF_TOPICS = tuple(TOPIC + value for value in Topic.values)
LEVELS = ((Level.NO, _("No")), (Level.AT_REVIEWS, _("At reviews")), (Level.MAY_SEE, _("May see")))
HEARD = tuple(pair for pair in HOW if pair[0] != HowTold.TOLD_BY_SOMEONE)
BY_OTHERS = tuple(pair for pair in GivenBy.choices if pair[0] != GivenBy.PERSON)


def _offer(form: Form, name: str, rows: Iterable[Any], label: Any = str) -> dict[str, Any]:
    """Offer rows in a list; what was chosen is looked up among them again."""
    listed = {str(row.pk): row for row in rows}
    field: Any = form.fields[name]
    field.choices = [("", say("None of these")), *((key, label(row)) for key, row in listed.items())]
    return listed


class Heard(Form):
    """What the person said or showed, as the fields of a form."""

    words = LongWords(_("What did %(name)s say?"), hint=_("In %(name)s’s own words, or what %(name)s picked."), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.SAID, as_list=True)
    seen = LongWords(_("Or what did you see?"), hint=_("Only what you saw. Not what it may mean."), rows=2, optional=True)

    @staticmethod
    def heard(given: dict[str, Any]) -> JustSaid:
        """What was heard, out of what the form gave."""
        return JustSaid(given.pop("how_told"), given.pop("words"), given.pop("seen"))


class Levels(Form):
    """Three answers for each topic; a topic without an answer is left as it was."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for value, label in Topic.choices:
            self.fields[TOPIC + value] = Choice(str(label)[:1].upper() + str(label)[1:], choices=LEVELS, in_row=True, optional=True)
            self.says_nothing_of_optional(TOPIC + value)  # said once, above

    @staticmethod
    def levels(given: dict[str, Any]) -> dict[str, str]:
        """The answers by topic, out of what the form gave."""
        found = {name.removeprefix(TOPIC): given.pop(name) for name in list(given) if name.startswith(TOPIC)}
        return {topic: level for topic, level in found.items() if level}


class LevelsForm(ContactForm, Once, Levels):
    """The answers for one contact."""

    contact = Choice(_("Who is it about?"), choices=(), as_list=True, missing=_("Choose who it is about."))

    WHO = ("contact",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["id", "contact", *OF_TOPICS])

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])


class AskForm(LevelsForm, Heard):
    """What the person says that one contact may see."""

    asked_alone = Tick(_("%(name)s was asked alone, without those whom it is about"), optional=True)
    explained_how = Words(_("How was it explained?"), hint=_("For example: with photos of the pages."), optional=True)
    until = Day(_("Until when?"), hint=_("Leave it empty for a year. It is asked again after half a year in any case."), optional=True)
    conditions = Words(_("Anything that %(name)s wants with it?"), hint=_("For example: tell me first."), optional=True)

    PARTS = (
        Part(("contact", "words", "how_told", "asked_alone")),
        Part(("seen", "explained_how", "until", "conditions"), _("If %(name)s showed it; how it was explained, until when"), folded=True),
        Part(OF_TOPICS, _("What that means, topic by topic")),
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        levels, said = self.levels(given), self.heard(given)
        return super().arguments(given) | {"levels": levels, "said": said, "given_by": GivenBy.PERSON}


class OthersForm(LevelsForm):
    """What somebody else says that one contact may see: lawful only by an authority or a decision."""

    given_by = Choice(_("Who said so?"), choices=BY_OTHERS, missing=_("Say who."))
    authority = Choice(_("By which authority?"), choices=(), as_list=True, optional=True)
    decision = Choice(_("By which decision about sharing?"), choices=(), as_list=True, optional=True)
    evidence = LongWords(_("Where does it stand?"), hint=_("For example: a letter of 3 May."), rows=2, optional=True)
    until = Day(_("Until when?"), hint=_("Leave it empty for a year."), optional=True)

    PARTS = (
        Part(("contact", "given_by", "authority", "decision", "evidence")),
        Part(OF_TOPICS, _("What they may see, topic by topic")),
        Part(("until",)),
    )

    def __init__(self, *args: Any, authorities: Iterable[Any], decisions: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.authorities = _offer(self, "authority", authorities)
        self.decisions = _offer(self, "decision", decisions, lambda row: f"{row}: {row.outcome}")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        levels = self.levels(given)
        rests = {"authority": self.authorities.get(given["authority"]), "decision": self.decisions.get(given["decision"])}
        return super().arguments(given) | {"levels": levels} | rests


class BackForm(Once, Heard):
    permissions = Choices(_("What does %(name)s take back?"), choices=(), missing=_("Choose what is taken back."))

    field_order = ("id", "permissions", "words", "how_told", "seen")

    def __init__(self, *args: Any, permissions: Mapping[str, tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed = permissions
        self.set_choices("permissions", [(key, label) for key, (_row, label) in permissions.items()])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        chosen = [self.listed[key][0] for key in given["permissions"]]
        said = self.heard(given)
        return super().arguments(given) | {"permissions": chosen, "said": said}


class Somebody(ContactForm):
    """One of the person's people, or a name."""

    contact = Choice(_("Who is it?"), choices=(), as_list=True, optional=True)

    WHO = ("contact",)

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])


class NotToldForm(Somebody, Once, Heard):
    name = Words(_("Or who else?"), hint=_("Somebody who is not among %(name)s’s people."), max_length=120, optional=True)
    topics = Choices(_("What are they not to be told about?"), choices=Topic.choices, hint=_("Tick none for: anything."), optional=True)

    field_order = ("id", "contact", "name", "topics", "words", "how_told", "seen")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        said = self.heard(given)
        return super().arguments(given) | {"said": said}


class ReasonForm(Form):
    """One answer, why."""

    reason = Words("", missing=_("Say why."), max_length=300)

    def __init__(self, *args: Any, asks: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = asks, hint


class ForATime(ContactForm, Once):
    """One contact, some topics, why, until when."""

    contact = Choice(_("With whom?"), choices=(), as_list=True, missing=_("Choose with whom."))
    topics = Choices(_("What is it about?"), choices=Topic.choices, missing=_("Say what it is about."))
    because = LongWords(_("Why?"), rows=2, missing=_("Say why."))

    WHO = ("contact",)

    def clean_contact(self) -> Any:
        return self.chosen(self.cleaned_data["contact"])


class ByLawForm(ForATime):
    kind = Choice(_("Who are they, by law?"), choices=StatutoryKind.choices, missing=_("Say who they are."))
    authority = Choice(_("By which authority?"), choices=(), hint=_("Of an attorney or deputy."), as_list=True, optional=True)
    assessment = Choice(
        _("For which question?"),
        choices=(),
        hint=_("Of an attorney or deputy. Only questions that %(name)s cannot decide now, as an assessment says."),
        as_list=True,
        optional=True,
    )
    advocacy = Choice(_("By which advocate’s work?"), choices=(), hint=_("Of an advocate."), as_list=True, optional=True)
    until = Day(_("Until when?"), hint=_("A year at most."))

    field_order = ("id", "contact", "kind", "authority", "assessment", "advocacy", "topics", "because", "until")

    def __init__(
        self, *args: Any, authorities: Iterable[Any], advocacies: Iterable[Any], assessments: Iterable[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.assessments = _offer(self, "assessment", assessments, lambda row: row.question.text)
        self.authorities, self.advocacies = _offer(self, "authority", authorities), _offer(self, "advocacy", advocacies)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        rests = {"authority": self.authorities.get(given["authority"]), "advocacy": self.advocacies.get(given["advocacy"])}
        rests["assessment"] = self.assessments.get(given["assessment"])
        return super().arguments(given) | rests


class WithoutForm(ForATime):
    kind = Choice(_("What for?"), choices=OverrideKind.choices, missing=_("Say what for."))
    until = Day(_("Until when?"), hint=_("Four weeks at most."))
    person_told = Words(_("How was %(name)s told? Or why not?"), optional=True)

    field_order = ("id", "contact", "kind", "topics", "because", "until", "person_told")


class ToldForm(Somebody, Once):
    to_whom = Words(_("Or who else?"), hint=_("Somebody who is not among %(name)s’s people."), max_length=120, optional=True)
    topics = Choices(_("What was it about?"), choices=Topic.choices, missing=_("Say what it was about."))
    what = LongWords(_("What were they told?"), rows=2, missing=_("Write what they were told."))
    purpose = Words(_("What for?"), missing=_("Say what for."), max_length=300)
    told_at = Moment(_("When?"), hint=_("Leave it empty for just now."), past=True, optional=True)
    at_review = Tick(_("It was while people looked again together"), optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        when = Written(id=given["id"], occurred_at=given.pop("told_at"))
        return super().arguments(given) | {"written": when}
