from django.urls import path

from .views import app, door, held

app_name = "sync"
urlpatterns = [
    path("sync/", door.door, name="door"),
    path("sync/files/", door.file, name="file"),
    path("service-worker.js", app.worker, name="worker"),
    path("manifest.webmanifest", app.manifest, name="manifest"),
    path("no-signal/", app.no_signal, name="no_signal"),
    path("locked/", app.locked, name="locked"),
    path("pin/", app.pin, name="pin"),
    path("waiting/", app.waiting, name="waiting"),
    path("held/", held.several, name="held"),
    path("held/<uuid:held_id>/", held.one, name="held_one"),
]
