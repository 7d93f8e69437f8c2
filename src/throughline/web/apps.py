from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "throughline.web"
    label = "web"
    verbose_name = "Pages"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from .middleware import session_used

        user_logged_in.connect(session_used, dispatch_uid="throughline.web.session")
