from django.urls import path

from . import views

app_name = "authority"
urlpatterns = [
    path("p/<uuid:person_id>/authority/", views.powers, name="list"),
    path("p/<uuid:person_id>/authority/new/", views.kinds, name="new"),
    path("p/<uuid:person_id>/authority/new/<str:kind>/", views.write, name="write"),
    path("p/<uuid:person_id>/authority/beforehand/", views.refusal_new, name="refusal_new"),
    path("p/<uuid:person_id>/authority/advocate/", views.advocate_new, name="advocate_new"),
    path("p/<uuid:person_id>/authority/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("authority/<uuid:authority_id>/", views.power, name="power"),
    path("authority/<uuid:authority_id>/correct/", views.correct, name="correct"),
    path("authority/<uuid:authority_id>/seen/", views.seen, name="seen"),
    path("authority/<uuid:authority_id>/ended/", views.ended, name="ended"),
    path("beforehand/<uuid:refusal_id>/send/", views.send, name="send"),
    path("beforehand/<uuid:refusal_id>/withdrawn/", views.withdrawn, name="withdrawn"),
    path("beforehand/sent/<uuid:sent_id>/answer/", views.answer, name="answer"),
    path("advocate/<uuid:advocacy_id>/step/", views.step, name="step"),
]
