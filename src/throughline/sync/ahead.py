"""What a phone takes along for a shift: the pages of its people, and everything that those pages are made of."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.templatetags.static import static
from django.urls import reverse

from throughline.access import scope
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import Days, ItemKind
from throughline.practice import queries_check_ins as check_ins
from throughline.web.daily import writing as daily
from throughline.web.ladders.places import ahead as ladders_ahead
from throughline.workforce import on_shift

LEASE = timedelta(hours=12)  # a shift, at most

STATIC = (
    "throughline.css",
    "icons.svg",
    "marks.svg",
    "favicon.svg",
    "print.js",
    "recorder.js",
    "phone/queue.js",
    "phone/sealing.js",
    "phone/sending.js",
    "phone/lock.js",
    "phone/pin.js",
    "phone/page.js",
    "phone/moment.js",
    "phone/crossing.js",
    "phone/capture.js",
    "phone/mending.js",
    "phone/today.js",
    "phone/along.js",
    "phone/upset.js",
    "phone/waiting.js",
    "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "fonts/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
)


def lease(worker: Any) -> datetime:
    """Until when a phone may show what it took along: twelve hours after signing in, at most."""
    begun = worker.last_login or clock.now()
    return min(begun, clock.now()) + LEASE


def shift(worker: Any, first: UUID | None = None) -> dict[str, Any]:
    """What goes along, and who of the shift does not, for the phone to say. first: whom the worker wants along before others."""
    people = on_shift.people(worker, first, on_shift.ALONG)
    left = on_shift.left_out(worker, people) if len(people) >= on_shift.ALONG else []
    return {"pages": _pages(worker, people), "static": static_files(), "people": _named(people), "left": _named(left)}


def _named(people: Iterable[Any]) -> list[dict[str, str]]:
    return [{"id": str(each.pk), "name": each.name} for each in people]


def pages(worker: Any) -> list[str]:
    """The addresses of everything for the shift."""
    return _pages(worker, on_shift.people(worker, most=on_shift.ALONG))


def _pages(worker: Any, people: Iterable[Any]) -> list[str]:
    return [*_places(), *(each for person in people for each in _of_person(scope.sight(worker, person.pk)))]


def _places() -> tuple[str, ...]:
    return (
        reverse("today:today"),
        reverse("today:record"),
        reverse("handover:handover"),
        reverse("sync:waiting"),
        reverse("sync:no_signal"),
    )


def _of_person(sight: Sight) -> Iterator[str]:
    """Today and its sheets, cards and profile, and where words and notes are written."""
    person = sight.person_id
    for place in ("today:today", "today:record"):
        yield f"{reverse(place)}?p={person}"
    for page in ("said:voice_new", "today:note_new", "incidents:new", "upsets:new", "plan:profile", "medicine:new"):
        yield reverse(page, args=[person])
    yield from daily.pages(sight)
    for expected in check_ins.of_day(sight, clock.today()):
        yield reverse("check_ins:new", args=[person, expected.agreed.pk])
    for step in plan.steps_on(sight, Days.that_hold(clock.today().weekday())):
        yield reverse("today:outcome", args=[person, step.pk])
    yield from ladders_ahead(sight)
    for each in plan.followed(sight, kinds=ItemKind.for_staff()):
        yield reverse("plan:card", args=[each.item_id])


@cache
def static_files() -> tuple[str, ...]:
    """What pages are made of, by the addresses of this release."""
    return tuple(static(f"throughline/{name}") for name in STATIC)
