from django.db import models
from django.utils.translation import gettext_lazy as _


class Reply(models.TextChoices):
    """What a phone is told about one of its records."""

    NEW = "new", _("kept now")
    IDENTICAL = "identical", _("was here already")
    INVALID = "invalid", _("cannot be kept as it is")
    HELD = "held", _("waits for a manager")
    WAITING = "waiting", _("waits for its sound or photo")


class Settling(models.TextChoices):
    """What a manager did with a record that was held."""

    ACCEPTED = "accepted", _("accepted into the record")
    SET_ASIDE = "set_aside", _("set aside")
