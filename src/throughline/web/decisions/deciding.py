"""The form of a decision: what was weighed with the person's voices first, what was decided, by whom and on what basis."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from throughline.base.terms import gettext as say
from throughline.base.terms import gettext_lazy as _
from throughline.base.written import Written
from throughline.decisions.choices import Basis, Effect, Impact
from throughline.decisions.parts import Consideration

from ..forms import Choice, Day, LongWords, Moment, Words
from ..forms.once import OnceId
from ..said.who import AroundForm, Who
from .meanwhile import Newest, ask_first

BASES = (
    (Basis.OWN, _("%(name)s decided, alone")),
    (Basis.OWN_WITH_SUPPORT, _("%(name)s decided, with support")),
    (Basis.RELATIVE, _("A relative decided")),
    (Basis.STAFF, _("%(Staff)s decided")),
    (Basis.CUSTOM, _("It has always been done this way")),
)
NEVER = _("Written down as what happened. It takes no effect: this gives nobody the right to decide for an adult.")
BASIS_HINTS: dict[str, Any] = {
    Basis.OWN: _("It takes effect when it is signed."),
    Basis.OWN_WITH_SUPPORT: _("It takes effect when it is signed."),
    Basis.RELATIVE: NEVER,
    Basis.STAFF: NEVER,
    Basis.CUSTOM: NEVER,
}
EFFECTS = [("", _("Not weighed")), *Effect.choices]
ENOUGH = 2  # options, keeping things as they are among them
ONE_OPTION = _("Needed when there are fewer than two options, unless little hangs on it.")
NEEDED_WHEN = ("no_voice_because", "only_one_because", "support_given", "decided_by")  # their hints say when
PLAIN = (
    "outcome",
    "basis",
    "support_given",
    "reasons",
    "only_one_because",
    "no_voice_because",
    "could_not",
    "look_again_on",
    "look_again_if",
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice or contribution that can be weighed."""

    voice: Any = None
    contribution: Any = None

    @property
    def key(self) -> str:
        return f"voice-{self.voice.pk}" if self.voice is not None else f"contribution-{self.contribution.pk}"


class DecideForm(AroundForm):
    id = OnceId()
    newest = Newest()
    no_voice_because = LongWords(
        _("Nothing from %(name)s is weighed, because"),
        hint=_(
            "Needed when nothing from %(name)s is weighed. Write also how %(name)s’s view came in. Without it the decision takes no effect."
        ),
        rows=2,
        optional=True,
    )
    option = Choice(_("Which option?"), choices=(), optional=True, as_list=True)
    outcome = Words(
        _("What was decided, in a sentence?"),
        hint=_("For example: a quieter afternoon, with breaks at 2 and 3:30."),
        missing=_("Write what was decided."),
    )
    reasons = LongWords(_("Why?"), rows=2, optional=True)
    only_one_because = Words(_("There are not two options, because"), hint=ONE_OPTION, optional=True)
    could_not = LongWords(_("What could we not do, and why?"), rows=2, optional=True)
    basis = Choice(_("Who decided?"), choices=BASES, hints=BASIS_HINTS, missing=_("Say who decided."))
    support_given = LongWords(
        _("What support did %(name)s have to decide?"),
        hint=_("Needed when %(name)s decided with support. For example: photos, two short talks, headphones on."),
        rows=2,
        optional=True,
    )
    decided_by = Who(
        _("Who was it?"),
        hint=_("Needed when a relative or %(staff)s decided."),
        optional=True,
    )
    decided_at = Moment(
        _("When was it decided?"), hint=_("Leave it empty for just now. A day is enough."), past=True, day_is_enough=True, optional=True
    )
    conversation = Choice(_("In which meeting or talk?"), choices=(), as_list=True, optional=True)
    look_again_on = Day(_("When do we look again?"), ahead=True, optional=True)
    look_again_if = LongWords(
        _("And sooner if"), hint=_("For example: %(name)s asks, or is %(upset)s 3 times in a week."), rows=2, optional=True
    )

    not_two = _("Needed here: fewer than two options are written down. Or add one first; what you wrote is kept as your draft.")
    AGAIN = ("look_again_on", "look_again_if")
    MORE = ("no_voice_because", "only_one_because", "could_not", "decided_at", "conversation")

    def __init__(
        self, *args: Any, heard: list[Heard], options: list[Any], talked: list[Any], impact: str, newest: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.latest = newest
        self.fields["newest"].initial = str(newest.pk) if newest else ""
        self.asks_why_one = len(options) < ENOUGH and impact != Impact.LOW
        for name in NEEDED_WHEN:
            self.says_nothing_of_optional(name)
        if self.asks_why_one:
            self.fields["only_one_because"].help_text = self.not_two
        self.heard = heard
        self.options = {str(each.pk): each for each in options}
        self._choose_anew()
        self.talked = {str(each.pk): each for each in talked}
        self._offer("option", [("", _("None of these, or part of one")), *((key, each.title) for key, each in self.options.items())])
        self._offer("conversation", [("", _("None")), *((key, each.title) for key, each in self.talked.items())])
        for each in heard:
            self._weigh(each)

    def _choose_anew(self) -> None:
        """The option that was chosen before, as it stands since it was said how much it limits the person."""
        stands = {str(each.amends_id): key for key, each in self.options.items() if each.amends_id}
        chosen = self.initial.get("option", "")
        self.initial["option"] = stands.get(chosen, chosen)

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.set_choices(name, choices)

    def _weigh(self, heard: Heard) -> None:
        """Two boxes for one thing that was said: what it did, and why. The second is asked only where it can be needed."""
        self.fields[f"effect-{heard.key}"] = Choice(_("What it did"), choices=(), as_list=True, optional=True)
        self._offer(f"effect-{heard.key}", EFFECTS)
        self.fields[f"because-{heard.key}"] = Words(_("Because"), optional=True)
        for name in (f"effect-{heard.key}", f"because-{heard.key}"):
            self.says_nothing_of_optional(name)

    def clean_option(self) -> Any:
        return self.options.get(self.cleaned_data["option"])

    def clean_conversation(self) -> Any:
        return self.talked.get(self.cleaned_data["conversation"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for each in self.heard:
            if given.get(f"effect-{each.key}") == Effect.NOT_FOLLOWED and not given.get(f"because-{each.key}"):
                self.add_error(f"because-{each.key}", say("Say why it was not followed."))
        ask_first(self, self.latest)
        return given

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `decide` and `decide_again`."""
        decider = given["decided_by"]
        return {name: given[name] for name in PLAIN} | {
            "option": given["option"],
            "conversation": given["conversation"],
            "decided_by_contact": decider.contact,
            "decided_by_staff": decider.staff,
            "considered": [self._consideration(each, given) for each in self.heard if given[f"effect-{each.key}"]],
            "written": Written(id=given["id"], occurred_at=given["decided_at"]),
        }

    def _consideration(self, heard: Heard, given: dict[str, Any]) -> Consideration:
        effect, because = given[f"effect-{heard.key}"], given[f"because-{heard.key}"]
        return Consideration(voice=heard.voice, contribution=heard.contribution, effect=effect, because=because)


class AgainForm(DecideForm):
    reason = Words(
        _("Why is it decided again?"), hint=_("The first version stays, and so does its number."), missing=_("Say why it is decided again.")
    )

    not_two = _("Needed here: fewer than two options are written down. Or add one first, before you write.")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        return super().arguments(given) | {"reason": given["reason"]}


# --- drafts ------------------------------------------------------------------------------------------

NOT_KEPT = frozenset({"csrfmiddlewaretoken", "draft", "id", "newest"})


def as_draft(posted: QueryDict) -> dict[str, list[str]]:
    """What has been written so far, as it was written."""
    return {name: values for name, values in posted.lists() if name not in NOT_KEPT}


def restored(form: AroundForm, content: dict[str, list[str]]) -> AroundForm:
    """A form that shows what its author had written, with nothing marked as wrong yet."""
    written = QueryDict(mutable=True)
    for name, values in content.items():
        written.setlist(name, values)
    for name, field in form.fields.items():
        if not field.widget.value_omitted_from_data(written, {}, name):
            form.initial[name] = field.widget.value_from_datadict(written, {}, name)
    return form
