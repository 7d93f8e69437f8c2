from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "throughline.agreements"
    label = "agreements"
    verbose_name = "Agreements"
