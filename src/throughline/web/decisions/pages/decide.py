"""Writing down a decision: one page, the person's words first."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import queries as access
from throughline.base.models.recorded import Audience
from throughline.conversations import queries as said
from throughline.decisions import queries
from throughline.decisions.choices import ExcludedClass
from throughline.people.sight import Sight

from ... import about_person
from ...parts import Button, Contribution, Link, Notice, Portrait, Quote
from ...said import showing
from ...said.who import around
from ..deciding import AgainForm, DecideForm, Heard, restored
from .question import DRAFT

NEWEST = 4  # shown at once; the rest is folded
MOST = 40  # voices, and contributions, newest first: what a decision weighs is near it


@dataclass(frozen=True)
class Weighing:
    """One thing that was said, with the two boxes for what it did."""

    quote: Quote | None
    contribution: Contribution | None
    effect: Any
    because: Any
    legend: str


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
    notices: tuple[Notice, ...] = ()

    def titled(self, shell: Any) -> str:
        return _("Error: %(title)s") % {"title": shell.full_title} if self.form.is_bound and self.form.errors else shell.full_title


def decide_form(request: HttpRequest, sight: Sight, question: Any) -> DecideForm:
    """The form, with what its author wrote before and did not sign."""
    form = DecideForm(request.POST or None, **_given(sight, question, ()))
    draft = None if form.is_bound else access.draft_of(person=sight.person, form=DRAFT, about_id=question.pk, by=sight.actor)
    return restored(form, draft.content) if draft else form  # type: ignore[return-value]


def again_form(request: HttpRequest, sight: Sight, decision: Any) -> AgainForm:
    """The form of a later version, filled with what stands."""
    weighed = list(decision.considerations.all())
    given = _given(sight, decision.question, weighed)
    return AgainForm(request.POST or None, initial=_initial(decision, weighed), **given)


def _given(sight: Sight, question: Any, weighed: Any) -> dict[str, Any]:
    return {
        "names": {"name": sight.person.name},
        "around": around(sight),
        "heard": _heard(sight, weighed),
        "options": queries.options(sight, question),
        "talked": queries.talked_in(sight, question),
    }


def _heard(sight: Sight, weighed: Any) -> list[Heard]:
    """The person's voices first, then what others said; and whatever was weighed before, however old.

    A decision is for the whole team, so that what is for the manager alone does not stand in it.
    """
    voices = {each.pk: each for each in said.voices(sight, most=MOST) if each.audience == Audience.TEAM}
    contributions = {each.pk: each for each in said.contributions(sight, most=MOST)}
    voices |= {each.voice.pk: each.voice for each in weighed if each.voice}
    contributions |= {each.contribution.pk: each.contribution for each in weighed if each.contribution}
    return [Heard(voice=each) for each in voices.values()] + [Heard(contribution=each) for each in contributions.values()]


def _initial(decision: Any, weighed: list[Any]) -> dict[str, Any]:
    plain = ("outcome", "basis", "support_given", "reasons", "only_one_because", "no_voice_because", "could_not", "look_again_if")
    found = {name: getattr(decision, name) for name in plain}
    found |= {"option": str(decision.option_id or ""), "conversation": str(decision.conversation_id or "")}
    for each in weighed:
        key = Heard(voice=each.voice, contribution=each.contribution).key
        found |= {f"effect-{key}": each.effect, f"because-{key}": each.because}
    return found


def decide_page(sight: Sight, question: Any, form: DecideForm, decision: Any = None) -> DecidePage:
    name, again = sight.person.name, decision is not None
    own = _split([each for each in form.heard if each.voice], form, sight.person)
    others = _split([each for each in form.heard if each.contribution], form, sight.person)
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
        notices=_notices(question, name),
    )


def _split(heard: list[Heard], form: DecideForm, person: Any) -> tuple[tuple[Weighing, ...], tuple[Weighing, ...]]:
    """What stands near the question, and what was said earlier: newest, from where it was talked about, or weighed already."""
    near: list[Weighing] = []
    earlier: list[Weighing] = []
    for number, each in enumerate(heard):
        said_in = (each.voice or each.contribution).conversation_id
        is_near = number < NEWEST or str(said_in) in form.talked or bool(form[f"effect-{each.key}"].value())
        (near if is_near else earlier).append(_weighing(each, form, person))
    return tuple(near), tuple(earlier)


def _weighing(heard: Heard, form: DecideForm, person: Any) -> Weighing:
    boxes = {"effect": form[f"effect-{heard.key}"], "because": form[f"because-{heard.key}"]}
    if heard.voice is not None:
        return Weighing(showing.quote(heard.voice, person.name, size="s"), None, legend=showing.voice_words(heard.voice), **boxes)
    return Weighing(None, showing.contribution(heard.contribution, person), legend=heard.contribution.words, **boxes)


def _notices(question: Any, name: str) -> tuple[Notice, ...]:
    if not question.excluded_class:
        return ()
    what = str(ExcludedClass(question.excluded_class).label)
    text = _("Whatever anybody else decides about it takes no effect. Only %(name)s can decide it.") % {"name": name}
    return (Notice(_("%(what)s: the law lets nobody decide this for somebody else") % {"what": what}, text, "look"),)
