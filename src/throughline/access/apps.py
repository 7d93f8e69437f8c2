from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "throughline.access"
    label = "access"
    verbose_name = "Access"
