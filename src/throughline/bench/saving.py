"""How fast one practice record is saved, durable, with its event and tally, beside one plain insert."""

import time
from collections.abc import Callable
from statistics import median

from throughline.access.models import Assignment
from throughline.base import clock
from throughline.people.models import Person, Stay
from throughline.plan.models import Step
from throughline.practice import actions
from throughline.practice.choices import Result

from .plain import one_insert
from .table import Row

BLOCK = 60
ROUNDS = 7


def saving() -> Row:
    """Both arms in turn, in blocks; the middle of the rounds' rates."""
    save, (insert, tidy) = _one_record(), one_insert()
    _rate(save, 20), _rate(insert, 20)
    ours, plain = [], []
    for _ in range(ROUNDS):
        plain.append(_rate(insert, BLOCK))
        ours.append(_rate(save, BLOCK))
    tidy()
    detail = f"{median(ours):,.0f} against {median(plain):,.0f} a second"
    return Row(
        "save one practice record, with event and tally, against one plain insert (rate)", median(ours) / median(plain), 0.2, True, detail
    )


def _rate(act: Callable[[], None], times: int) -> float:
    began = time.perf_counter()
    for _ in range(times):
        act()
    return times / (time.perf_counter() - began)


def _one_record() -> Callable[[], None]:
    """A worker at a home of the person records a step of what staff follow; permission is asked anew each time."""
    step = Step.objects.select_related("version").order_by("id").first()
    assert step is not None, "The synthetic provider has no routine with steps."
    person = Person.objects.get(pk=step.person_id)
    service = Stay.objects.on(clock.today()).filter(person=person).values("service")[:1]
    worker = Assignment.objects.on(clock.today()).filter(service__in=service).select_related("user").first()
    assert worker is not None, "Nobody is assigned to this person's home."

    def save() -> None:
        actions.record_routine(
            person=person, version=step.version, step=step, result=Result.SAID_YES, note="Took the green cup.", by=worker.user
        )

    return save
