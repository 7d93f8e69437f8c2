from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "throughline.workforce"
    label = "workforce"
    verbose_name = "Workforce"
