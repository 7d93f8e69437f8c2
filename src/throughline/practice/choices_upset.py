"""The words of an upset: what came before, toward whom, and how strong it was by our anchors (`domain.md` 8.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Before(models.TextChoices):
    """What was so that day and makes an upset likelier: it works slowly."""

    TIRED = "tired", _("Slept badly, or tired")
    PAIN = "pain", _("In pain, or not well")
    HUNGER = "hunger", _("Hungry or thirsty")
    MEDICINE = "medicine", _("A change of medicine")
    WAITING = "waiting", _("Waiting for something")
    CHANGE = "change", _("Other people, or another plan")


class Trigger(models.TextChoices):
    """What was just before it: it works fast."""

    NOISE = "noise", _("Noise")
    CROWD = "crowd", _("Many people")
    ASKED = "asked", _("Asked to do something")
    TOLD_NO = "told_no", _("Told no, or to wait")
    MOVED = "moved", _("Something moved or changed")
    TOUCHED = "touched", _("Touched, or too close")
    NOT_KNOWN = "not_known", _("We do not know")


class Toward(models.TextChoices):
    """At whom it was directed."""

    SELF = "self", _("The person themself")
    OTHERS = "others", _("Other people")
    THINGS = "things", _("Things")
    NOBODY = "nobody", _("Nobody")


class Intensity(models.IntegerChoices):
    """How strong it was. Each number has one meaning for everybody who writes it down."""

    UNSETTLED = 1, _("Unsettled: voice or pacing only")
    DISRUPTS = 2, _("What was going on had to stop")
    DAMAGE = 3, _("Something broken, or somebody touched; nobody hurt")
    FIRST_AID = 4, _("First aid, or somebody was held or stopped")
    EMERGENCY = 5, _("Medical treatment, police or 999")
