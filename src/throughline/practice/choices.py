from django.db import models
from django.utils.translation import gettext_lazy as _


class Result(models.TextChoices):
    """What happened with a step of a routine: four honest answers."""

    SAID_YES = "said_yes", _("Offered, said yes")
    SAID_NO = "said_no", _("Offered, said no")
    DIFFERENT = "different", _("Done a different way")
    NOT_OFFERED = "not_offered", _("Not offered")

    @classmethod
    def offered(cls) -> frozenset[str]:
        """Results that count as offered: "said no" does (`ux.md` 6)."""
        return frozenset({cls.SAID_YES, cls.SAID_NO, cls.DIFFERENT})


class WhyNot(models.TextChoices):
    """Why a step was not offered; never a telling-off."""

    NONE = "", _("Not said")
    AWAY = "away", _("Was away or out")
    ASLEEP = "asleep", _("Was asleep")
    BUSY_SHIFT = "busy_shift", _("We could not, on this shift")
    NOT_WELL = "not_well", _("Was not well")
    OTHER = "other", _("Something else")


class Feeling(models.TextChoices):
    """How it was for the person: three, never five."""

    NONE = "", _("Not said")
    GOOD = "good", _("Good")
    SO_SO = "so_so", _("So-so")
    NOT_GOOD = "not_good", _("Not good")
