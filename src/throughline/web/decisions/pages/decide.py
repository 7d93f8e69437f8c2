"""Writing down a decision: one page, the person's words first."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import queries as access
from throughline.base.models.recorded import Audience
from throughline.conversations import queries as said
from throughline.decisions import queries
from throughline.decisions.choices import ExcludedClass
from throughline.decisions.law import OWN_BASES
from throughline.people.sight import Sight

from ... import about_person
from ...forms import is_given
from ...parts import Button, Contribution, Link, Notice, Portrait, Quote
from ...said import showing
from ...said.who import Somebody, around
from ..deciding import AgainForm, DecideForm, Heard, restored
from . import beforehand
from .question import DRAFT

NEAR = 4  # of the person's words shown at once, and of what others said; the rest is folded, but never what was weighed
NEAR_OTHERS = 2
MOST = 40  # voices, and contributions, newest first: what a decision weighs is near it


@dataclass(frozen=True)
class Weighing:
    """One thing that was said, with the two boxes for what it did."""

    quote: Quote | None
    contribution: Contribution | None
    effect: Any
    because: Any
    legend: str

    @property
    def keeps_because(self) -> bool:
        """Whether the second box stays in sight, whatever the first one says."""
        return is_given(self.because)


@dataclass(frozen=True)
class DecidePage:
    form: DecideForm
    portrait: Portrait
    back: Link
    title: str
    question: str
    own: tuple[Weighing, ...]
    own_earlier: tuple[Weighing, ...]
    others: tuple[Weighing, ...]
    others_earlier: tuple[Weighing, ...]
    sign: Button
    draft: Button | None
    add_option: Button | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def bases(self) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """The person's own, and the others, which are folded."""
        every = [each.data for each in self.form["basis"].subwidgets]
        return tuple(each for each in every if each["value"] in OWN_BASES), tuple(each for each in every if each["value"] not in OWN_BASES)

    @property
    def somebody_else(self) -> bool:
        """Whether the other bases are open."""
        return is_given(self.form["decided_by"]) or any(each["selected"] for each in self.bases[1])

    @property
    def keeps_support(self) -> bool:
        """Whether the box for support stays in sight, whoever is chosen."""
        return is_given(self.form["support_given"])

    @property
    def no_words(self) -> bool:
        """Nothing of the person's could be weighed, so that it is asked at once why."""
        return not (self.own or self.own_earlier)

    @property
    def more(self) -> tuple[Any, ...]:
        """What is rarely needed."""
        asked_before = {"no_voice_because": self.no_words, "only_one_because": self.form.asks_why_one}
        return tuple(self.form[name] for name in self.form.MORE if not asked_before.get(name))

    @property
    def more_open(self) -> bool:
        return any(is_given(field) for field in self.more)

    def titled(self, shell: Any) -> str:
        return _("Error: %(title)s") % {"title": shell.full_title} if self.form.is_bound and self.form.errors else shell.full_title


def decide_form(request: HttpRequest, sight: Sight, question: Any) -> DecideForm:
    """The form, with what its author wrote before and did not sign."""
    form = DecideForm(request.POST or None, **given_to(sight, question, ()))
    draft = None if form.is_bound else access.draft_of(person=sight.person, form=DRAFT, about_id=question.pk, by=sight.actor)
    return restored(form, draft.content) if draft else form  # type: ignore[return-value]


def again_form(request: HttpRequest, sight: Sight, decision: Any) -> AgainForm:
    """The form of a later version, filled with what stands."""
    weighed = list(decision.considerations.all())
    given = given_to(sight, decision.question, weighed)
    return AgainForm(request.POST or None, initial=initial_of(decision, weighed), **given)


def given_to(sight: Sight, question: Any, weighed: Any) -> dict[str, Any]:
    return {
        "names": {"name": sight.person.name},
        "around": around(sight),
        "heard": _heard(sight, question, weighed),
        "options": queries.options(sight, question),
        "talked": queries.talked_in(sight, question),
        "impact": question.impact,
        "newest": queries.newest_of(sight, question),
    }


def _heard(sight: Sight, question: Any, weighed: Any) -> list[Heard]:
    """The person's voices first, then what others said, for this question too; and whatever was weighed before, however old.

    A decision is for the whole team, so that what is for the manager alone does not stand in it.
    """
    voices = {each.pk: each for each in said.voices(sight, most=MOST) if each.audience == Audience.TEAM}
    contributions = {each.pk: each for each in said.contributions(sight, most=MOST)}
    contributions |= {each.pk: each for each in queries.said_about(sight, question)}
    voices |= {each.voice.pk: each.voice for each in weighed if each.voice}
    contributions |= {each.contribution.pk: each.contribution for each in weighed if each.contribution}
    return [Heard(voice=each) for each in voices.values()] + [Heard(contribution=each) for each in contributions.values()]


def initial_of(decision: Any, weighed: list[Any]) -> dict[str, Any]:
    """What stands of a decision, for the form that decides it again."""
    plain = ("outcome", "basis", "support_given", "reasons", "only_one_because", "no_voice_because", "could_not", "look_again_if")
    found = {name: getattr(decision, name) for name in plain}
    decider = Somebody(decision.decided_by_contact, decision.decided_by_staff)
    found |= {"decided_by": decider.key if decision.decided_by else "", "option": str(decision.option_id or "")}
    found |= {"conversation": str(decision.conversation_id or "")}
    for each in weighed:
        key = Heard(voice=each.voice, contribution=each.contribution).key
        found |= {f"effect-{key}": each.effect, f"because-{key}": each.because}
    return found


def decide_page(sight: Sight, question: Any, form: DecideForm, decision: Any = None) -> DecidePage:
    name, again = sight.person.name, decision is not None
    own = split([each for each in form.heard if each.voice], form, sight.person, NEAR, NEAR)
    others = split([each for each in form.heard if each.contribution], form, sight.person, NEAR_OTHERS, 0)
    address = reverse("decisions:decision", args=[decision.pk]) if again else reverse("decisions:question", args=[question.pk])
    return DecidePage(
        form=form,
        portrait=about_person.portrait(sight.person),
        back=Link(_("Decision %(number)s") % {"number": decision} if again else _("The question"), address),
        title=_("Decide again with %(name)s") % {"name": name} if again else _("Write down the decision"),
        question=question.text,
        own=own[0],
        own_earlier=own[1],
        others=others[0],
        others_earlier=others[1],
        sign=Button(_("Sign this decision"), main=True),
        draft=None if again else Button(_("Keep as a draft"), name="draft", value="1"),
        add_option=_add_option(question, again) if form.asks_why_one else None,
        notices=(*_notices(question, name), *beforehand.notices(sight, question, own=True)),
    )


def _add_option(question: Any, again: bool) -> Button:
    """Back to the options; what was written of a first decision goes into the draft."""
    if again:
        return Button(_("Add an option"), reverse("decisions:option_new", args=[question.pk]))
    return Button(_("Add an option"), name="draft", value="option")


def split(heard: list[Heard], form: DecideForm, person: Any, most: int, else_newest: int) -> tuple[tuple[Weighing, ...], ...]:
    """(near the question, the rest), the newest first. Near is what was weighed, or said where the question was talked about."""
    weighed = [each for each in heard if form[f"effect-{each.key}"].value()]
    near = [each for each in heard if str((each.voice or each.contribution).conversation_id) in form.talked and each not in weighed]
    shown = weighed + near[: max(0, most - len(weighed))] or heard[:else_newest]
    return tuple(_weighing(each, form, person) for each in shown), tuple(
        _weighing(each, form, person) for each in heard if each not in shown
    )


def _weighing(heard: Heard, form: DecideForm, person: Any) -> Weighing:
    boxes = {"effect": form[f"effect-{heard.key}"], "because": form[f"because-{heard.key}"]}
    if heard.voice is not None:
        return Weighing(
            showing.quote(heard.voice, person.name, size="s", link=False), None, legend=showing.voice_words(heard.voice), **boxes
        )
    said = showing.contribution(heard.contribution, person)
    return Weighing(None, replace(said, source=replace(said.source, link=None)), legend=heard.contribution.words, **boxes)


def _notices(question: Any, name: str) -> tuple[Notice, ...]:
    if not question.excluded_class:
        return ()
    what = str(ExcludedClass(question.excluded_class).label)
    text = _("Whatever anybody else decides about it takes no effect. Only %(name)s can decide it.") % {"name": name}
    return (Notice(_("%(what)s: the law lets nobody decide this for somebody else") % {"what": what}, text, "look"),)
