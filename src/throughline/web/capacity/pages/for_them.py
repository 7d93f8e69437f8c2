"""Deciding for somebody: one page, their wishes first."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.authority import queries as authority
from throughline.base import clock
from throughline.decisions import queries
from throughline.decisions.choices import Conclusion, Standing
from throughline.people.sight import Sight

from ... import about_person
from ...assessed import CONCLUDED
from ...decisions.pages.decide import Weighing, given_to, split
from ...forms import is_given
from ...parts import Button, Link, Notice, Portrait
from ...said import showing
from ..for_them import ForThemForm


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

    @property
    def by_papers(self) -> bool:
        """Whether the part about an attorney, deputy or court is open."""
        return is_given(self.form["authority"]) or self.form["basis"].value() in ("attorney", "court")

    def titled(self, shell: Any) -> str:
        return _("Error: %(title)s") % {"title": shell.full_title} if self.form.is_bound and self.form.errors else shell.full_title


def for_them_form(request: HttpRequest, sight: Sight, question: Any) -> ForThemForm:
    """The form, with the assessment that stands chosen already."""
    found = queries.assessments_of(sight, question)
    stands = next((each for each in found if each.standing == Standing.VALID and each.conclusion == Conclusion.LACKS), None)
    papers = authority.authorities(sight)
    return ForThemForm(
        request.POST or None,
        initial={"assessment": str(stands.pk) if stands else ""},
        assessments=[(each, _label(each, sight.person.name)) for each in found],
        papers=[each for each in papers if authority.papers_of(each).is_over(clock.today()) is False],
        **given_to(sight, question, ()),
    )


def _label(assessment: Any, name: str) -> str:
    concluded = CONCLUDED[Conclusion(assessment.conclusion)] % {"name": name}
    return _("%(day)s: %(concluded)s") % {"day": showing.short_day(assessment.occurred_at), "concluded": concluded}


def for_them_page(sight: Sight, question: Any, form: ForThemForm) -> ForThemPage:
    own = split([each for each in form.heard if each.voice], form, sight.person, 4, 4)
    others = split([each for each in form.heard if each.contribution], form, sight.person, 2, 0)
    return ForThemPage(
        form=form,
        portrait=about_person.portrait(sight.person),
        back=Link(_("The question"), reverse("decisions:question", args=[question.pk])),
        title=_("Decide this for %(name)s") % {"name": sight.person.name},
        question=question.text,
        own=own[0],
        own_earlier=own[1],
        others=others[0],
        others_earlier=others[1],
        notices=tuple(_notices(sight, question, form)),
        sign=Button(_("Sign this decision"), main=True),
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
    if question.area == "treatment" and authority.refusals(sight):
        text = _("Whether it applies here is for the clinician or the court. Send it to them before anything is done.")
        link = Button(_("Read what %(name)s wrote") % name, reverse("authority:list", args=[sight.person_id]))
        found.append(Notice(_("%(name)s said beforehand to which treatments they say no") % name, text, "urgent", link))
    return found
