from django.urls import path

from . import views

app_name = "sharing"
urlpatterns = [
    path("p/<uuid:person_id>/sharing/", views.sharing, name="page"),
    path("p/<uuid:person_id>/sharing/ask/", views.ask, name="ask"),
    path("p/<uuid:person_id>/sharing/others/", views.by_others, name="by_others"),
    path("p/<uuid:person_id>/sharing/back/", views.back, name="back"),
    path("p/<uuid:person_id>/sharing/not-told/", views.not_told, name="not_told"),
    path("p/<uuid:person_id>/sharing/not-told/<uuid:row_id>/", views.told_again, name="told_again"),
    path("p/<uuid:person_id>/sharing/by-law/", views.by_law, name="by_law"),
    path("p/<uuid:person_id>/sharing/by-law/<uuid:row_id>/", views.by_law_end, name="by_law_end"),
    path("p/<uuid:person_id>/sharing/without/", views.without, name="without"),
    path("p/<uuid:person_id>/sharing/without/<uuid:row_id>/", views.without_end, name="without_end"),
    path("p/<uuid:person_id>/sharing/told/", views.told, name="told"),
    path("sharing/said/<uuid:permission_id>/", views.said, name="said"),
    path("sharing/said/<uuid:permission_id>/mistake/", views.mistake, name="mistake"),
    path("sharing/told/<uuid:disclosure_id>/", views.told_one, name="told_one"),
    path("overrides/", views.overrides, name="overrides"),
]
