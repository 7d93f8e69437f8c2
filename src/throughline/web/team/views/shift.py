from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.workforce import policy

from ...addresses import Policy, address
from ...frame import frame
from ..pages.shift import shift_page


@address(Policy.SCOPED)
def shift(request: HttpRequest) -> HttpResponse:
    """Today and tomorrow: who is there, and what is missing before they begin."""
    require(policy.may_look_out(request.user))
    shell = frame(request, _("Before the shift"), current="shift")
    return render(request, "shared/sections.jinja", {"shell": shell, "page": shift_page(request.user)})
