"""The frame of a page, from the request: where one can go, who is signed in, whose words the provider uses."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import circle, keys, queries
from throughline.access.roles import Act
from throughline.people.sight import Sight

from .as_at import Around
from .circle import places as own
from .shell import NavItem, Shell
from .terms import terms


def frame(request: HttpRequest, title: str, *, person: Any = None, current: str = "", nav: Any = None, **more: Any) -> Shell:
    """The shell of a page. `current` is the key of the place in the bar. `nav`: other places than the actor's own."""
    user: Any = request.user
    signed_in = user.is_authenticated
    return Shell(
        title=title,
        person=person.name if person else None,
        nav=nav or (places(user) if signed_in else ()),
        current=current,
        day=Around(request),
        user=user.name if signed_in else "",
        writer=str(user.pk) if signed_in else "",
        me=reverse("account:me") if signed_in else "",
        theme=user.theme if signed_in else "",
        provider=terms().provider if signed_in else "",
        homes=queries.homes_of(user) if signed_in else (),
        help=reverse("help") if signed_in else "",
        worker=str(user.pk) if signed_in and _may_have_written(user) else "",
        **more,
    )


def _may_have_written(user: Any) -> bool:
    """Staff, and whoever was: their phone may still have to send what they wrote before their role ended."""
    return bool(keys.of(user).acts()) or not circle.is_no_staff(user)


def places(user: Any) -> tuple[NavItem, ...]:
    """Where the actor can go, in the same order on every page."""
    acts = keys.of(user).acts()
    if not acts:
        return own.of_everybody(circle.places(user))
    found = [NavItem("today", _("Today"), reverse("today:today"), "home")] if Act.KEEP_PRACTICE in acts else []
    if Act.SEE_PERSON in acts:
        found.append(NavItem("people", _("People"), reverse("people:list"), "people"))
    if Act.KEEP_PRACTICE in acts:
        found.append(NavItem("record", _("Record"), reverse("today:record"), "plus"))
        found.append(NavItem("handover", _("Handover"), reverse("handover:handover"), "handover"))
    if Act.SIGN_OFF in acts:
        found.append(NavItem("shift", _("Shift"), reverse("team:shift"), "clock"))
    if acts & {Act.KEEP_STAFF, Act.SET_UP}:
        found.append(NavItem("team", _("Team and homes"), reverse("setup:home"), "staff"))
    return tuple(found)


def who_can_see_shared(sight: Sight) -> str:
    """The same sentence on the pages of family, advocates and professionals."""
    return _("You can see this page for as long as it is shared with you. Every reading is kept, and %(name)s can see the list.") % {
        "name": sight.person.name
    }


def who_can_see(sight: Sight) -> str:
    """The sentence at the foot of every page about a person."""
    return _(
        "Who can see this page: the team that supports %(name)s, and the registered manager."
        " Every reading is kept, and %(name)s can see the list."
    ) % {"name": sight.person.name}
