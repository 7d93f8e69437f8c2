from django.urls import path

from . import inviting, taking_part, views, writing

app_name = "circle"
urlpatterns = [
    path("p/<uuid:person_id>/circle/<uuid:contact_id>/invite/", inviting.invite, name="invite"),
    path("p/<uuid:person_id>/circle/members/<uuid:member_id>/end/", inviting.end, name="end"),
    path("invitation/<str:link>/", inviting.accept, name="invitation"),
    path("circle/", views.choose, name="choose"),
    path("circle/<uuid:person_id>/", views.home, name="home"),
    path("circle/<uuid:person_id>/agreed/", views.agreed, name="agreed"),
    path("circle/<uuid:person_id>/said/", views.said, name="said"),
    path("circle/<uuid:person_id>/access/", views.access, name="access"),
    path("circle/<uuid:person_id>/decide/", views.decide, name="decide"),
    path("circle/<uuid:person_id>/agreed/<uuid:version_id>/answer/", taking_part.answer, name="answer"),
    path("circle/<uuid:person_id>/decide/<uuid:question_id>/", writing.decided, name="decided"),
    path("circle/<uuid:person_id>/lead/<uuid:asked_id>/", taking_part.lead, name="lead"),
    path("circle/<uuid:person_id>/say/", writing.say, name="say"),
    path("circle/<uuid:person_id>/ask/", writing.ask_for, name="ask"),
    path("circle/<uuid:person_id>/notes/", writing.notes, name="notes"),
    path("circle/<uuid:person_id>/notes/<uuid:note_id>/", writing.note, name="note"),
]
