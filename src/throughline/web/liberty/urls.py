from django.urls import path

from . import views

app_name = "liberty"
urlpatterns = [
    path("p/<uuid:person_id>/liberty/", views.liberty, name="list"),
    path("p/<uuid:person_id>/liberty/review/", views.review_new, name="review_new"),
    path("p/<uuid:person_id>/liberty/objection/", views.objection_new, name="objection_new"),
    path("p/<uuid:person_id>/liberty/authorisation/", views.authorisation_new, name="authorisation_new"),
    path("p/<uuid:person_id>/liberty/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("liberty/<uuid:review_id>/", views.review, name="review"),
    path("liberty/condition/<uuid:condition_id>/", views.met, name="met"),
    path("liberty/authorisation/<uuid:authorisation_id>/ended/", views.ended, name="ended"),
]
