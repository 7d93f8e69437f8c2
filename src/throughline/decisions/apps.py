from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "throughline.decisions"
    label = "decisions"
    verbose_name = "Decisions"
