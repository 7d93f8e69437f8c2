from django.urls import path

from . import views

app_name = "team"
urlpatterns = [
    path("team/shift/", views.shift, name="shift"),
    path("team/rota/", views.rota, name="rota"),
    path("team/competency/", views.competency, name="competency"),
    path("team/pass/", views.passes, name="passes"),
    path("team/pass/new/", views.pass_new, name="pass_new"),
    path("team/pass/<uuid:pass_id>/end/", views.pass_end, name="pass_end"),
    path("team/systems/", views.systems, name="systems"),
    path("team/systems/new/", views.system_new, name="system_new"),
    path("team/systems/<uuid:integration_id>/end/", views.system_end, name="system_end"),
    path("pass/<str:link>/", views.pass_use, name="pass_use"),
    path("card/<uuid:item_id>/read/", views.read, name="read"),
    path("card/<uuid:item_id>/key/", views.key, name="key"),
    path("card/<uuid:item_id>/signed/", views.signed, name="signed"),
    path("card/<uuid:item_id>/sign-off/", views.sign_off, name="sign_off"),
    path("sign-off/<uuid:sign_off_id>/", views.sign_off_one, name="sign_off_one"),
    path("sign-off/<uuid:sign_off_id>/correct/", views.sign_off_correct, name="sign_off_correct"),
    path("sign-off/<uuid:sign_off_id>/mistake/", views.sign_off_mistake, name="sign_off_mistake"),
]
