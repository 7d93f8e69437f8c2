from django.urls import path

from . import views

app_name = "setup"
urlpatterns = [
    path("", views.home, name="home"),
    path("provider/", views.provider, name="provider"),
    path("homes/new/", views.service_new, name="service_new"),
    path("homes/<uuid:service_id>/", views.service, name="service"),
    path("staff/new/", views.staff_new, name="staff_new"),
    path("staff/<uuid:user_id>/", views.staff, name="staff"),
    path("staff/<uuid:user_id>/change/", views.staff_change, name="staff_change"),
    path("staff/<uuid:user_id>/password/", views.staff_password, name="staff_password"),
    path("staff/<uuid:user_id>/stop/", views.staff_stop, name="staff_stop"),
    path("staff/<uuid:user_id>/role/", views.assign, name="assign"),
    path("roles/<uuid:assignment_id>/end/", views.assignment_end, name="assignment_end"),
]
