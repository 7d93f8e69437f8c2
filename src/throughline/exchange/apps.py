from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "throughline.exchange"
    label = "exchange"
    verbose_name = "Exchange"
