from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "throughline.sync"
    label = "sync"
    verbose_name = "Phones"
