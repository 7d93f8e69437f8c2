"""Every address. Each view says who may open it (`web.addresses`)."""

from django.urls import include, path

from throughline.web import first_page

urlpatterns = [
    path("api/v1/", include("throughline.api.urls")),
    path("", first_page.first_page, name="first_page"),
    path("help/", first_page.help_page, name="help"),
    path("", include("throughline.web.sign_in.urls")),
    path("", include("throughline.web.account.urls")),
    path("set-up/", include("throughline.web.setup.urls")),
    path("", include("throughline.web.people.urls")),
    path("", include("throughline.web.circle.urls")),
    path("", include("throughline.web.said.urls")),
    path("", include("throughline.web.authority.urls")),
    path("", include("throughline.web.agreements.urls")),
    path("", include("throughline.web.sharing.urls")),
    path("", include("throughline.web.decisions.urls")),
    path("", include("throughline.web.capacity.urls")),
    path("", include("throughline.web.liberty.urls")),
    path("", include("throughline.web.disagreements.urls")),
    path("", include("throughline.web.safeguarding.urls")),
    path("", include("throughline.web.plan.urls")),
    path("", include("throughline.web.thread.urls")),
    path("", include("throughline.web.today.urls")),
    path("", include("throughline.web.incidents.urls")),
    path("", include("throughline.web.upsets.urls")),
    path("", include("throughline.web.ladders.urls")),
    path("", include("throughline.web.daily.urls")),
    path("", include("throughline.web.handover.urls")),
    path("", include("throughline.web.medicine.urls")),
    path("", include("throughline.web.check_ins.urls")),
    path("", include("throughline.web.watch.urls")),
    path("", include("throughline.web.team.urls")),
    path("", include("throughline.web.reviews.urls")),
    path("", include("throughline.sync.urls")),
]

handler400 = "throughline.web.first_page.not_understood"
handler404 = "throughline.web.first_page.not_found"
handler500 = "throughline.web.first_page.broken"
