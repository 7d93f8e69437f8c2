from django.apps import AppConfig


class AuthorityConfig(AppConfig):
    name = "throughline.authority"
    label = "authority"
    verbose_name = "Authority"
