from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "throughline.accounts"
    label = "accounts"
    verbose_name = "Accounts"
