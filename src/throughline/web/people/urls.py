from django.urls import path

from ..not_yet import not_yet
from ..person import views as person
from . import files

app_name = "people"
urlpatterns = [
    path("people/", not_yet, name="list"),
    path("people/new/", not_yet, name="new"),
    path("p/<uuid:person_id>/", person.page, name="page"),
    path("p/<uuid:person_id>/change/", not_yet, name="change"),
    path("p/<uuid:person_id>/circle/", not_yet, name="circle"),
    path("p/<uuid:person_id>/circle/new/", not_yet, name="contact_new"),
    path("p/<uuid:person_id>/circle/<uuid:contact_id>/", not_yet, name="contact"),
    path("p/<uuid:person_id>/stays/new/", not_yet, name="stay_new"),
    path("p/<uuid:person_id>/stays/<uuid:stay_id>/end/", not_yet, name="stay_end"),
    path("p/<uuid:person_id>/readings/", not_yet, name="readings"),
    path("p/<uuid:person_id>/timeline/", person.timeline, name="timeline"),
    path("p/<uuid:person_id>/photo/", files.photo, name="photo"),
    path("file/<uuid:file_id>/", files.file, name="file"),
]
