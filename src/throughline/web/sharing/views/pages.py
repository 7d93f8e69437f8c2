"""What is shared with whom, one permission, one thing that was told; and over everybody, what was shared without permission."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from throughline.agreements import policy, queries
from throughline.base.answers import require

from ...addresses import Policy, address, look, note_people
from ...frame import frame
from ...said import showing
from ..pages.one import disclosure_page, permission_page
from ..pages.sharing import sharing_page
from ..pages.without import overrides_page


@address(Policy.PERSON)
def sharing(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who may see what about a person."""
    sight = look(request, person_id)
    page = sharing_page(sight)
    return render(request, "sharing/sharing.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def said(request: HttpRequest, permission_id: UUID) -> HttpResponse:
    """One permission, and the words on which it rests."""
    sight = look(request, queries.person_of_permission(permission_id), about_id=permission_id)
    page = permission_page(sight, queries.permission(sight, permission_id))
    return render(request, "sharing/one.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def told_one(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    """One thing that was told, and whether anything covered it."""
    sight = look(request, queries.person_of_disclosure(disclosure_id), about_id=disclosure_id)
    page = disclosure_page(sight, queries.disclosure(sight, disclosure_id))
    return render(request, "sharing/one.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.SCOPED)
def overrides(request: HttpRequest) -> HttpResponse:
    """What was shared without permission, of everybody, for those who lead."""
    require(policy.may_see_overrides(request.user))
    found = queries.overrides_everywhere(request.user)
    page = overrides_page(found)
    response = render(request, "sharing/overrides.jinja", {"shell": frame(request, page.title, current="people"), "page": page})
    return note_people(request, response, (each.row.person for each in found), "sharing:overrides")
