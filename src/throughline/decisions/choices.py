from django.db import models
from django.utils.translation import gettext_lazy as _

from throughline.people.choices import Area

__all__ = ["Area", "Basis", "Effect", "ExcludedClass", "Impact", "Reaction", "Standing", "ToldReaction"]


class Impact(models.TextChoices):
    """How much hangs on a question; what must be written follows from it (`design.md` 2, law 8)."""

    LOW = "low", _("Low: everyday, easily changed back")
    MODERATE = "moderate", _("Moderate: changes the person's days")
    HIGH = "high", _("High: home, health, freedom, safety or people")


class ExcludedClass(models.TextChoices):
    """Questions that nobody may decide for somebody else (Mental Capacity Act 2005, ss. 27 to 29 and 62). Dated data; check."""

    NONE = "", _("None of these")
    MARRIAGE = "marriage", _("Marriage or civil partnership")
    SEX = "sex", _("Consent to sex")
    DIVORCE = "divorce", _("Divorce or dissolution")
    ADOPTION = "adoption", _("Adoption")
    PARENTAL = "parental", _("Parental responsibility, except about a child's property")
    FERTILITY = "fertility", _("Fertility treatment")
    VOTING = "voting", _("Voting")


class Basis(models.TextChoices):
    """On what basis a decision was made. Only the person's own are in force; the others are written down and take no effect yet."""

    OWN = "own", _("The person decided, alone")
    OWN_WITH_SUPPORT = "own_with_support", _("The person decided, with support")
    BEST_INTERESTS = "best_interests", _("In the person's best interests")
    ATTORNEY = "attorney", _("An attorney or deputy decided")
    COURT = "court", _("A court decided")
    RELATIVE = "relative", _("A relative decided")
    STAFF = "staff", _("Staff decided")
    CUSTOM = "custom", _("It has always been done this way")


class Standing(models.TextChoices):
    """Whether a decision or publication takes effect."""

    VALID = "valid", _("Takes effect")
    NOT_VALID = "not_valid", _("Not valid: takes no effect")


class Effect(models.TextChoices):
    """What a decision did with what somebody said."""

    SHAPED = "shaped", _("Shaped it")
    PARTLY = "partly", _("Partly followed")
    NOT_FOLLOWED = "not_followed", _("Not followed")


class Reaction(models.TextChoices):
    """How the person took an option."""

    PICKED = "picked", _("picked this")
    LIKED = "liked", _("liked it")
    UNSURE = "unsure", _("was not sure")
    NO = "no", _("said or showed no")
    NOT_SHOWN = "not_shown", _("was not shown this one")


class ToldReaction(models.TextChoices):
    """How the person took what they were told."""

    RIGHT = "right", _("said or showed that it is right")
    NOT_RIGHT = "not_right", _("said or showed that it is not right")
    UNSURE = "unsure", _("was not sure")
