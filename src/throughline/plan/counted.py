"""What a threshold can count. One line a kind; `practice.counting` has the table and the filter of each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counted(models.TextChoices):
    """A kind of happening. Those of a step are of the steps of the same plan item."""

    SAID_NO = "said_no", _("This was offered, and the person said no")
    NOT_OFFERED = "not_offered", _("This was not offered")
    INCIDENT = "incident", _("An incident of any kind")
    FALL = "fall", _("A fall")
    INJURY = "injury", _("Somebody was hurt")
    MEDICINE_ERROR = "medicine_error", _("A mistake with medicine")
    LOST = "lost", _("Somebody got lost")
    UPSET = "upset", _("An upset")
    TRY_STOPPED = "try_stopped", _("A try of this that was stopped")
    MISSED_MEDICINE = "missed_medicine", _("Missed medicine")
    MISSED_CHECK_IN = "missed_check_in", _("A missed check-in")


# Kinds that last: these can be counted in minutes too.
LASTING: frozenset[str] = frozenset({Counted.UPSET})


class Measure(models.TextChoices):
    """In what a threshold counts."""

    TIMES = "times", _("times")
    MINUTES = "minutes", _("minutes in all")
