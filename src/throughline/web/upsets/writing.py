"""From the forms to the actions and back, for pages and phones alike."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from throughline.base.written import Written
from throughline.people.sight import Sight
from throughline.practice import actions, queries_upset

from ..said.views.asking import names
from ..terms import terms
from . import forms


def names_of(sight: Sight) -> dict[str, str]:
    """What sentences about an upset name: the person, and the provider's word for it."""
    return names(sight, distress=terms().distress)


def offered(sight: Sight, also: Iterable[Any] = ()) -> dict[str, list[Any]]:
    """Lines to choose from: of the cards that staff follow, and those that were chosen before."""
    cards, before = queries_upset.cards(sight), list(also)
    parts = {"signs": queries_upset.SIGN, "helps": queries_upset.HELPS}
    found = {}
    for name, part in parts.items():
        lines = queries_upset.lines_of(cards, part)
        there = {line.pk for line in lines}
        found[name] = [*lines, *(line for line in before if line.part == part and line.pk not in there)]
    return found


def sent_lines(sight: Sight, data: Any) -> list[Any]:
    """Lines that a form sends, of cards that staff follow or followed: the page may have been open since before the last change."""
    ids = [each for name in forms.OF_CARDS for each in (data.getlist(name) if data else ())]
    return queries_upset.chosen(sight, as_ids(ids))


def as_ids(texts: Iterable[str]) -> list[UUID]:
    """Those of some texts that are ids."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def new_form(data: Any, sight: Sight) -> forms.UpsetForm:
    return forms.UpsetForm(data, names=names_of(sight), **offered(sight, sent_lines(sight, data)))


def finish_form(data: Any, sight: Sight, row: Any = None) -> forms.FinishForm:
    """What is not there yet; without a row, everything: a phone finishes what it does not have."""
    form = forms.FinishForm(data, names=names_of(sight), auto_id="finish_%s", **offered(sight, sent_lines(sight, data)))
    for name in ("lasted",) if row is not None and row.ended_at else ():
        del form.fields[name]
    return form


def correct_form(data: Any, sight: Sight, row: Any) -> forms.CorrectForm:
    lines = [each.line for each in row.lines.all()]
    return forms.CorrectForm(data, names=names_of(sight), initial=forms.of_upset(row), **offered(sight, [*lines, *sent_lines(sight, data)]))


def with_lines(sight: Sight, told: dict[str, Any]) -> dict[str, Any]:
    """The lines themselves for their ids."""
    return told | {"lines": in_order(queries_upset.chosen(sight, as_ids(told["lines"])), told["lines"])}


def in_order(lines: Collection[Any], ids: list[str]) -> list[Any]:
    return sorted(lines, key=lambda line: ids.index(str(line.pk)))


def keep(sight: Sight, form: forms.UpsetForm, given: dict[str, Any], by: Any) -> Any:
    return actions.keep_upset(person=sight.person, by=by, **with_lines(sight, form.arguments(given)))


def keep_sent(sight: Sight, form: forms.UpsetForm, given: dict[str, Any], written: Written, ahead: timedelta, by: Any) -> Any:
    """From a phone: the times that its clock took are put right by how far it is ahead."""
    by_clock = {name: given[name] and given[name] - ahead for name in ("started_at", "ended_at")}
    told = with_lines(sight, form.arguments(given | by_clock))
    began = told.pop("written").occurred_at or written.occurred_at
    return actions.keep_upset(person=sight.person, by=by, **told | {"written": replace(written, occurred_at=began)})


def finish(sight: Sight, form: forms.FinishForm, given: dict[str, Any], row: Any, by: Any, written: Written | None = None) -> Any:
    told = with_lines(sight, form.over(given, row))
    return actions.finish_upset(upset=row, by=by, written=written or Written(id=given["id"]), **told)


def correct(sight: Sight, form: forms.CorrectForm, given: dict[str, Any], row: Any, by: Any) -> Any:
    return actions.correct_upset(upset=row, by=by, **with_lines(sight, form.better(given, row)))
