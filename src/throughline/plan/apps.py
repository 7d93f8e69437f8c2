from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "throughline.plan"
    label = "plan"
    verbose_name = "Plan"
