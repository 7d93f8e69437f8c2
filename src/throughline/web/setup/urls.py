from django.urls import path

from ..not_yet import not_yet

app_name = "setup"
urlpatterns = [
    path("", not_yet, name="home"),
    path("provider/", not_yet, name="provider"),
    path("homes/new/", not_yet, name="service_new"),
    path("homes/<uuid:service_id>/", not_yet, name="service"),
    path("staff/new/", not_yet, name="staff_new"),
    path("staff/<uuid:user_id>/", not_yet, name="staff"),
    path("staff/<uuid:user_id>/role/", not_yet, name="assign"),
    path("roles/<uuid:assignment_id>/end/", not_yet, name="assignment_end"),
]
