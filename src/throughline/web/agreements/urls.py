from django.urls import path

from . import views

app_name = "agreements"
urlpatterns = [
    path("p/<uuid:person_id>/parts/", views.parts, name="parts"),
    path("p/<uuid:person_id>/parts/new/", views.part_new, name="part_new"),
    path("p/<uuid:person_id>/parts/there/", views.support_new, name="support_new"),
    path("p/<uuid:person_id>/parts/need/", views.need_new, name="need_new"),
    path("p/<uuid:person_id>/parts/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("need/<uuid:change_id>/mistake/", views.need_mistake, name="need_mistake"),
    path("part/<uuid:part_id>/", views.part, name="part"),
    path("part/<uuid:part_id>/again/", views.again, name="again"),
    path("part/<uuid:part_id>/end/", views.end, name="end"),
    path("there/<uuid:support_id>/end/", views.support_end, name="support_end"),
    path("p/<uuid:person_id>/agreement/", views.agreement, name="agreement"),
    path("p/<uuid:person_id>/agreement/new/", views.write, name="write"),
    path("agreement/<uuid:version_id>/", views.version, name="version"),
    path("agreement/<uuid:version_id>/answer/", views.answer, name="answer"),
    path("agreement/<uuid:version_id>/answer/<str:who>/", views.answer_of, name="answer_of"),
    path("p/<uuid:person_id>/who-decides/", views.who_decides, name="who_decides"),
]
