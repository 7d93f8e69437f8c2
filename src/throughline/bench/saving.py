"""How fast one practice record is saved, durable, with event and tally, beside one plain insert; with and without a threshold check."""

import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from statistics import median
from typing import Any

from throughline.access.models import Assignment
from throughline.access.roles import Act
from throughline.access.scope import people_visible_to
from throughline.base import clock
from throughline.base.written import Written
from throughline.people.models import Person, Stay
from throughline.plan import actions as plan
from throughline.plan.models import Step, Version
from throughline.plan.parts import Step as NewStep
from throughline.plan.parts import Threshold
from throughline.practice import actions
from throughline.practice.choices import Result

from .plain import one_insert
from .table import Row

BLOCK = 60
ROUNDS = 7
AT_LEAST = 0.2
WINDOW = 7  # days


def saving() -> list[Row]:
    """A record that no threshold can count, and one that a threshold looks at; each in turn with plain inserts."""
    step = Step.objects.select_related("version__item").order_by("id").first()
    assert step is not None, "The synthetic provider has no routine with steps."
    worker = _worker(step.person_id)
    plain = _said_yes(step, worker)
    watched = _said_no(_with_a_threshold(step), worker)
    return [
        _row("save one practice record, with event and tally, against one plain insert (rate)", plain),
        _row("save one that a threshold counts, with event, tally and threshold check, against one plain insert (rate)", watched),
    ]


def _row(what: str, save: Callable[[], None]) -> Row:
    """Both arms in turn, in blocks; the middle of the rounds' rates."""
    insert, tidy = one_insert()
    _rate(save, 20), _rate(insert, 20)
    ours, plain = [], []
    for _ in range(ROUNDS):
        plain.append(_rate(insert, BLOCK))
        ours.append(_rate(save, BLOCK))
    tidy()
    detail = f"{median(ours):,.0f} against {median(plain):,.0f} a second"
    return Row(what, median(ours) / median(plain), AT_LEAST, True, detail)


def _rate(act: Callable[[], None], times: int) -> float:
    began = time.perf_counter()
    for _ in range(times):
        act()
    return times / (time.perf_counter() - began)


def _worker(person_id: Any) -> Any:
    """A worker at a home of the person; permission is asked anew with each record."""
    service = Stay.objects.on(clock.today()).filter(person=person_id).values("service")[:1]
    worker = Assignment.objects.on(clock.today()).filter(service__in=service).select_related("user").first()
    assert worker is not None, "Nobody is assigned to this person's home."
    return worker.user


def _said_yes(step: Step, by: Any) -> Callable[[], None]:
    person = Person.objects.get(pk=step.person_id)

    def save() -> None:
        actions.record_routine(person=person, version=step.version, step=step, result=Result.SAID_YES, note="Took the green cup.", by=by)

    return save


def _with_a_threshold(step: Step) -> Version:
    """The same card, with a threshold that counts when it was offered and the person said no."""
    managers = (each.user for each in Assignment.objects.on(clock.today()).select_related("user"))
    manager = next(each for each in managers if people_visible_to(each, Act.PLAN).filter(pk=step.person_id).exists())
    watch = Threshold(counts="said_no", at_least=3, within_days=WINDOW, do="Ask again another way.")
    steps = [NewStep(text=step.text, from_time=step.from_time, to_time=step.to_time)]
    version = plan.write(item=step.version.item, title=step.version.title, steps=steps, thresholds=[watch], by=manager)
    plan.publish(version=version, message="From today", by=manager)
    return version


def _said_no(version: Version, by: Any) -> Callable[[], None]:
    """Each a window away from the one before: as far apart as they come in a life, so that none is crossed by the bench itself."""
    person, step, number = Person.objects.get(pk=version.person_id), version.steps.get(), count()

    def save() -> None:
        written = Written(occurred_at=clock.now() - timedelta(days=(WINDOW + 1) * next(number)))
        actions.record_routine(person=person, version=version, step=step, result=Result.SAID_NO, by=by, written=written)

    return save
