"""Deciding for somebody: one page, their wishes first."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.authority import policy as authority_policy
from throughline.authority import queries as authority
from throughline.base import clock
from throughline.decisions import queries
from throughline.decisions.choices import Conclusion, Standing
from throughline.decisions.law.advocate import is_needed as may_need_advocate
from throughline.decisions.law.best_interests import may_be_everyday
from throughline.people.sight import Sight

from ... import about_person
from ...assessed import CONCLUDED
from ...decisions.pages import beforehand
from ...decisions.pages.decide import Weighing, given_to, initial_of, split
from ...forms import is_given
from ...parts import Button, Link, Notice, Portrait
from ...said import showing
from ..for_them import ForThemAgainForm, ForThemForm, written_before


@dataclass(frozen=True)
class ForThemPage:
    form: ForThemForm
    portrait: Portrait
    back: Link
    title: str
    question: str
    own: tuple[Weighing, ...]
    own_earlier: tuple[Weighing, ...]
    others: tuple[Weighing, ...]
    others_earlier: tuple[Weighing, ...]
    notices: tuple[Notice, ...]
    sign: Button
    beforehand: bool  # something refused beforehand may be what it is about
    asked_before: bool  # those who were asked last time stand in the form already

    @property
    def by_papers(self) -> bool:
        """Whether the part about an attorney, deputy or court is open."""
        return is_given(self.form["authority"]) or self.form["basis"].value() in ("attorney", "court")

    def titled(self, shell: Any) -> str:
        return _("Error: %(title)s") % {"title": shell.full_title} if self.form.is_bound and self.form.errors else shell.full_title


def for_them_form(request: HttpRequest, sight: Sight, question: Any) -> ForThemForm:
    """The form, with the assessment that stands chosen already."""
    found = queries.assessments_of(sight, question)
    initial = {"assessment": _that_stands(found)}
    return ForThemForm(request.POST or None, initial=initial, **_rests_on(sight, found, question), **given_to(sight, question, ()))


def again_form(request: HttpRequest, sight: Sight, decision: Any) -> ForThemAgainForm:
    """The form of a later version, filled with what stands; an assessment that was taken back is not among those that can be chosen."""
    found, weighed = queries.assessments_of(sight, decision.question), list(decision.considerations.all())
    cited = str(decision.assessment_id or "")
    initial = initial_of(decision, weighed) | written_before(
        queries.best_interests_of(sight, decision), queries.consultees_of(sight, decision), queries.acting_in(sight, decision)
    )
    initial |= {"assessment": cited if cited in {str(each.pk) for each in found} else _that_stands(found)}
    initial |= {"authority": str(decision.authority_id or ""), "not_refused_because": decision.not_refused_because}
    initial |= {"keeps_apart": decision.keeps_apart}
    given = given_to(sight, decision.question, weighed)
    return ForThemAgainForm(request.POST or None, initial=initial, **_rests_on(sight, found, decision.question), **given)


def _that_stands(found: list[Any]) -> str:
    """The assessment that shows that the person cannot decide it; empty when none does."""
    return next((str(each.pk) for each in found if each.standing == Standing.VALID and each.conclusion == Conclusion.LACKS), "")


def _rests_on(sight: Sight, found: list[Any], question: Any) -> dict[str, Any]:
    """The assessments and papers that can be chosen, and whether it has to be said how much each option limits the person."""
    papers = authority.papers(sight)
    return {
        "assessments": [(each, _label(each, sight.person.name)) for each in found],
        "asks_levels": not may_be_everyday(question.impact, question.area),
        "papers": [each.authority for each in papers if not each.is_over(clock.today())],
    }


def _label(assessment: Any, name: str) -> str:
    concluded = CONCLUDED[Conclusion(assessment.conclusion)] % {"name": name}
    return _("%(day)s: %(concluded)s") % {"day": showing.short_day(assessment.occurred_at), "concluded": concluded}


def for_them_page(sight: Sight, question: Any, form: ForThemForm, decision: Any = None) -> ForThemPage:
    """decision: the version that stands, when it is decided again."""
    again = decision is not None
    back = reverse("decisions:decision", args=[decision.pk]) if again else reverse("decisions:question", args=[question.pk])
    title = _("Decide this again for %(name)s") if again else _("Decide this for %(name)s")
    own = split([each for each in form.heard if each.voice], form, sight.person, 4, 4)
    others = split([each for each in form.heard if each.contribution], form, sight.person, 2, 0)
    return ForThemPage(
        form=form,
        portrait=about_person.portrait(sight.person),
        back=Link(_("Decision %(number)s") % {"number": decision} if again else _("The question"), back),
        title=title % {"name": sight.person.name},
        question=question.text,
        own=own[0],
        own_earlier=own[1],
        others=others[0],
        others_earlier=others[1],
        notices=tuple(_notices(sight, question, form)),
        sign=Button(_("Sign this decision"), main=True),
        beforehand=beforehand.refused(sight, question),
        asked_before=again and not form.errors and is_given(form["asked_1_words"]),
    )


def _notices(sight: Sight, question: Any, form: ForThemForm) -> list[Notice]:
    name = {"name": sight.person.name}
    found = []
    if not form.assessments:
        text = _(
            "%(name)s is presumed able, so nobody decides it for them. Only if there is reason to doubt it, assess this question first."
        )
        button = Button(_("Assess this question"), reverse("capacity:assess", args=[question.pk]))
        found.append(Notice(_("Nothing shows that %(name)s cannot decide this") % name, text % name, "look", button))
    found += beforehand.notices(sight, question, own=False)
    if may_need_advocate(area=question.area, impact=question.impact) and not question.emergency_because:
        found.append(_advocate(sight))
    return found


def _advocate(sight: Sight) -> Notice:
    """What is to be done where nobody can be asked, said before it is decided."""
    name = {"name": sight.person.name}
    text = _(
        "Ask family or friends first. If nobody can be asked but those who are paid, the law asks for an independent mental capacity "
        "advocate before it is decided. The council or the NHS finds one: ask them, and write it down here."
    )
    may = authority_policy.may_keep(sight.actor, sight.person)
    button = Button(_("Ask for an advocate"), reverse("authority:advocate_new", args=[sight.person_id])) if may else None
    return Notice(_("Who can be asked about %(name)s?") % name, text, "look", button)
