from django.db import models
from django.utils.translation import gettext_lazy as _


class ServiceKind(models.TextChoices):
    """What kind of service a person is supported by."""

    SUPPORTED_LIVING = "supported_living", _("Supported living")
    CARE_HOME = "care_home", _("Care home")
    HOME_CARE = "home_care", _("Home care")


class Jurisdiction(models.TextChoices):
    """Whose law governs a service: regulators, review times and words differ."""

    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")


class Theme(models.TextChoices):
    """How a user likes their screen."""

    PHONE = "", _("The same as my phone or computer")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")
