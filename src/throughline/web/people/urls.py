from django.urls import path

from ..person import views as person
from . import files, views

app_name = "people"
urlpatterns = [
    path("people/", views.people, name="list"),
    path("people/new/", views.new, name="new"),
    path("p/<uuid:person_id>/", person.page, name="page"),
    path("p/<uuid:person_id>/change/", views.change, name="change"),
    path("p/<uuid:person_id>/circle/", views.circle, name="circle"),
    path("p/<uuid:person_id>/circle/new/", views.contact_new, name="contact_new"),
    path("p/<uuid:person_id>/circle/<uuid:contact_id>/", views.contact, name="contact"),
    path("p/<uuid:person_id>/stays/new/", views.stay_new, name="stay_new"),
    path("p/<uuid:person_id>/stays/<uuid:stay_id>/end/", views.stay_end, name="stay_end"),
    path("p/<uuid:person_id>/readings/", views.readings, name="readings"),
    path("p/<uuid:person_id>/timeline/", person.timeline, name="timeline"),
    path("p/<uuid:person_id>/photo/", files.photo, name="photo"),
    path("file/<uuid:file_id>/", files.file, name="file"),
]
