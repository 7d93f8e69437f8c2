"""Who may say who is on shift, who may see who read what, who signs off whom, and who lets an agency worker in."""

from collections.abc import Iterable
from datetime import timedelta
from functools import reduce
from operator import and_
from typing import Any

from django.utils.translation import gettext as _

from throughline.access import asked, keys, scope
from throughline.access.roles import Act
from throughline.accounts.models import Service, User
from throughline.base import clock
from throughline.base.answers import YES, Answer, No
from throughline.people.models import Person

from .models import AgencyPass, SignOff

MOST_TRIES = 5
BEFORE = timedelta(minutes=30)  # so long before its hours a pass lets somebody in, to read first


def may_bring_shifts(by: Any) -> Answer:
    """Bringing in a rota, for some home."""
    return scope.allowed_anywhere(by, Act.KEEP_SHIFTS)


def may_keep_shifts(by: Any, service: Service) -> Answer:
    """Saying who is on shift at one home."""
    held = keys.of(by)
    if held.everywhere(Act.KEEP_SHIFTS) or service.pk in held.services(Act.KEEP_SHIFTS):
        return may_bring_shifts(by)
    return No(_("You can say who is on shift only at the homes that you manage."))


def may_read_card(by: Any, person: Person) -> Answer:
    """Saying "I have read this": whoever does what the card says."""
    return scope.allowed(by, Act.KEEP_PRACTICE, person)


def may_see_who_read(by: Any, person: Person) -> Answer:
    """Seeing who has read a card: whoever writes the plan, and whoever sees who looked at the record."""
    return scope.allowed(by, Act.PLAN, person) or scope.allowed(by, Act.SEE_READINGS, person)


def may_look_out(by: Any) -> Answer:
    """The page on which one sees, before a shift, who is on it and for what nobody signed them off."""
    return scope.allowed_anywhere(by, Act.SIGN_OFF)


def may_keep_key(by: Any, person: Person) -> Answer:
    """Saying that a card is a key routine, and what has to be seen of it."""
    return scope.allowed(by, Act.SIGN_OFF, person)


def may_sign_off(by: Any, worker: User, person: Person) -> Answer:
    """Signing somebody off for a key routine: nobody signs for themself."""
    if by.pk == worker.pk:
        return No(_("Nobody signs for themself. Ask a team leader or the manager to watch."))
    return scope.allowed(by, Act.SIGN_OFF, person)


def may_amend(by: Any, row: SignOff) -> Answer:
    """Correcting a sign-off: for its author, and for whoever answers for the record. Never by the worker whom it is about."""
    return may_sign_off(by, row.worker, row.person) & (YES if row.author_id == by.pk else scope.allowed(by, Act.CORRECT, row.person))


def may_make_passes(by: Any) -> Answer:
    """Letting an agency worker in, for somebody."""
    return scope.allowed_anywhere(by, Act.MAKE_PASS)


def may_make_pass(by: Any, people: Iterable[Person]) -> Answer:
    """Letting an agency worker in for each of some people."""
    return reduce(and_, (scope.allowed(by, Act.MAKE_PASS, person) for person in people), may_make_passes(by))


def may_end_pass(by: Any, given: AgencyPass) -> Answer:
    """Taking a pass back: whoever could have made it for one of its people."""
    answers = [scope.allowed(by, Act.MAKE_PASS, key.person) for key in given.keys.select_related("person")]
    return next((each for each in answers if each), may_make_passes(by) and No(_("This pass is for people whom you do not support.")))


def may_use_pass(given: AgencyPass) -> Answer:
    """Arriving with a pass: once, in its hours, with a few tries at its code."""
    asked.mark()
    now = clock.now()
    if given.used_at is not None or given.ended_at is not None or given.tries >= MOST_TRIES or given.until_at <= now:
        return No(_("This pass no longer works. Ask whoever gave it to you for a new one."))
    if now < given.from_at - BEFORE:
        return No(_("This pass does not work yet. It works from half an hour before your shift."))
    return YES
