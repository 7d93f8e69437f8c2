"""Recorded twice: the same one, or two?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.practice import actions, queries, queries_twice

from ...addresses import Policy, address, look
from ...ask import ask
from ...forms import Choice, Form
from ...submit import submit
from ..pages import twice as pages_twice

ANSWERS = (("same", gettext_lazy("Yes, it was written down twice")), ("two", gettext_lazy("No, it happened twice")))


class SameOne(Form):
    answer = Choice(gettext_lazy("Is it the same one?"), choices=ANSWERS, missing=gettext_lazy("Say whether it is the same one."))


@address(Policy.PERSON)
def twice(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Both stay until somebody says: the same one, and the later is struck through; or two, and nobody is asked again."""
    sight = look(request, queries.person_of_record(record_id), record_id)
    rows = queries_twice.beside(sight, queries.record(sight, record_id))
    pair = queries_twice.asked_about(rows, queries_twice.told_apart(sight, [each.pk for each in rows]))
    if pair is None:
        return redirect("today:recorded", record_id=record_id)
    form = SameOne(request.POST or None)
    act = {"same": actions.same_one, "two": actions.two_of_them}
    answer = lambda given: act[given["answer"]](first=pair[0], second=pair[1], by=request.user)
    if request.method == "POST" and submit(form, answer):
        return redirect("today:records", item_id=pair[0].item_id)
    intro, back = pages_twice.both(sight, pair), pages_twice.back(pair[0])
    return ask(request, form, _("Recorded twice"), _("Keep this answer"), back=back, intro=intro, person=sight.person, current="today")
