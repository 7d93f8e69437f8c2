"""Answering somebody in the person's life who asked that people look again: on which day, and who leads it; or why not."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.conversations import queries as conversations
from throughline.people import queries as people
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.reviews import actions, policy

from ..addresses import Policy, address, look
from ..parts import Link
from ..said import showing
from ..said.views.asking import form_page, names
from ..submit import submit
from . import forms


@address(Policy.PERSON)
def answer_ask(request: HttpRequest, contribution_id: UUID) -> HttpResponse:
    """They read the answer on their own pages; whoever leads the review finds it there too."""
    sight = look(request, conversations.person_of_contribution(contribution_id), about_id=contribution_id)
    require(policy.may_review(request.user, sight.person))
    row = conversations.contribution(sight, contribution_id)
    form = forms.AnswerAsk(request.POST or None, names=names(sight), items=_items(sight), contacts=people.contacts(sight))
    keep = lambda given: actions.answer_ask(contribution=row, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect(showing.contribution_address(row))
    back, title = Link(_("These words"), showing.contribution_address(row)), _("Do people look again?")
    return form_page(request, sight, form, title, _("Keep this answer"), back=back, intro=row.words)


def _items(sight: Sight) -> list[tuple[str, tuple[str, Any]]]:
    """What staff follow, by its key, with its title."""
    return [(str(each.item_id), (each.version.title, each.item)) for each in plan.followed(sight) if each.version]
