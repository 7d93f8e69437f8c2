from django.db import models
from django.utils.translation import gettext_lazy as _

from throughline.people.choices import Area


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
    """Why a step was not offered, or how it was done instead; never a telling-off."""

    NONE = "", _("Not said")
    AWAY = "away", _("Was away or out")
    ASLEEP = "asleep", _("Was asleep")
    BUSY_SHIFT = "busy_shift", _("We could not, on this shift")
    NOT_WELL = "not_well", _("Was not well")
    ASKED = "asked", _("Wanted it another way")
    OTHER_TIME = "other_time", _("At another time")
    OTHER_PLACE = "other_place", _("In another place")
    SOMEONE_ELSE = "someone_else", _("With somebody else")
    OTHER = "other", _("Something else")

    @classmethod
    def after(cls, result: str) -> "list[WhyNot]":
        """The four that are offered after an answer; nothing is asked after a yes or a no."""
        if result == Result.NOT_OFFERED:
            return [cls.AWAY, cls.ASLEEP, cls.NOT_WELL, cls.BUSY_SHIFT]
        if result == Result.DIFFERENT:
            return [cls.ASKED, cls.OTHER_TIME, cls.OTHER_PLACE, cls.SOMEONE_ELSE]
        return []


class Feeling(models.TextChoices):
    """How it was for the person: three, never five."""

    NONE = "", _("Not said")
    GOOD = "good", _("Good")
    SO_SO = "so_so", _("So-so")
    NOT_GOOD = "not_good", _("Not good")


class IncidentKind(models.TextChoices):
    """What kind of thing happened that should not have."""

    FALL = "fall", _("A fall")
    INJURY = "injury", _("Somebody was hurt")
    MEDICINE_ERROR = "medicine_error", _("A mistake with medicine")
    LOST = "lost", _("Somebody got lost")
    MONEY_MISSING = "money_missing", _("Money is missing")
    OTHER = "other", _("Something else")


# In which part of life it is, unless whoever writes it down says otherwise.
AREA_OF_INCIDENT = {
    IncidentKind.FALL: Area.DAILY_CARE,
    IncidentKind.INJURY: Area.DAILY_CARE,
    IncidentKind.MEDICINE_ERROR: Area.MEDICATION,
    IncidentKind.LOST: Area.COMMUNITY,
    IncidentKind.MONEY_MISSING: Area.MONEY,
    IncidentKind.OTHER: Area.OTHER,
}


class TrialSupport(models.TextChoices):
    """How a graded step was done: four honest answers (`domain.md` 8.3)."""

    ALONE = "alone", _("Alone")
    PROMPTS = "prompts", _("With prompts")
    HELP = "help", _("With help")
    STOPPED = "stopped", _("Stopped")

    @classmethod
    def went_well(cls) -> frozenset[str]:
        """A word or a sign on the way is what the step is for; to be helped, or to stop, is not yet."""
        return frozenset({cls.ALONE, cls.PROMPTS})


class Ready(models.TextChoices):
    """What the person says when they are asked about the next step."""

    NOT_ASKED = "", _("Not asked")
    YES = "yes", _("Ready")
    NOT_YET = "not_yet", _("Not yet")


class WhyMissed(models.TextChoices):
    """Why medicine was not taken when it was due; never a telling-off."""

    SAID_NO = "said_no", _("Said no")
    AWAY = "away", _("Was away or asleep")
    NOT_WELL = "not_well", _("Was not well")
    NOT_HERE = "not_here", _("The medicine was not there")
    FORGOTTEN = "forgotten", _("It was forgotten")
    NOT_KNOWN = "not_known", _("We do not know")


class Answer(models.TextChoices):
    """What came of a check-in."""

    ANSWERED = "answered", _("Answered")
    NO_ANSWER = "no_answer", _("No answer")
