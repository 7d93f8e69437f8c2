from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BaseConfig(AppConfig):
    name = "throughline.base"
    label = "base"
    verbose_name = "Base"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .triggers import install_after_migration

        post_migrate.connect(install_after_migration, dispatch_uid="throughline.base.triggers")
