from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "throughline.practice"
    label = "practice"
    verbose_name = "Practice"
