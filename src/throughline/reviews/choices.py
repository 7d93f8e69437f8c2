from django.db import models

from throughline.base.terms import gettext_lazy as _


class ReviewKind(models.TextChoices):
    """Why people look again."""

    PLANNED = "planned", _("It was time to")
    ASKED = "asked", _("%(Person)s asked")
    TRIGGERED = "triggered", _("Something happened")


class Verdict(models.TextChoices):
    """What a review comes to."""

    KEEP = "keep", _("Keep it as it is")
    CHANGE = "change", _("Change it")
    END = "end", _("End it")


class TookPart(models.TextChoices):
    """How the person took part in the review (`domain.md` 10.2)."""

    LED = "led", _("led it")
    PRESENT = "present", _("was there")
    SEPARATE = "separate", _("gave their view separately")
    CHOSE_NOT = "chose_not", _("chose not to")
    NOT_OFFERED = "not_offered", _("was not asked")


class Works(models.TextChoices):
    """Whether a perspective says that something works."""

    WORKS = "works", _("Works")
    WORKS_NOT = "works_not", _("Does not work")


class ResponseState(models.TextChoices):
    """What we did about what the person said: four states and no fifth."""

    WAITING = "waiting", _("Waiting")
    DOING = "doing", _("Doing")
    DONE = "done", _("Done")
    COULD_NOT = "could_not", _("Could not, and why")


class RightForThem(models.TextChoices):
    """Whether the person says that it was right."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")
