from django.db import models
from django.utils.translation import gettext_lazy as _

from throughline.people.choices import Area as Area  # a question's, as it is an authority's


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
    """On what basis a decision was made. What a relative, staff or habit decided is written down and takes no effect."""

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


class Limits(models.IntegerChoices):
    """How much an option limits the person (`domain.md` 1.3): words in order, never a score."""

    NOTHING = 0, _("It limits nothing")
    A_LITTLE = 1, _("It limits a little, and is easily undone")
    SOME = 2, _("It limits something that matters to the person")
    MUCH = 3, _("It limits much")
    MOST = 4, _("It limits most of what the person can do or where they can go")


class Shown(models.TextChoices):
    """Whether an ability was shown."""

    ABLE = "able", _("Yes")
    UNABLE = "unable", _("No")
    NOT_TESTED = "not_tested", _("Not asked")


class Impairment(models.TextChoices):
    """Whether there is an impairment or disturbance of the mind or brain. No diagnosis is needed."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")


class Conclusion(models.TextChoices):
    """What an assessment of one question comes to."""

    ABLE = "able", _("The person can decide this")
    LACKS = "lacks", _("The person cannot decide this, at this time")
    NOT_CONCLUDED = "not_concluded", _("No conclusion yet: the person is presumed able")


class Fluctuates(models.TextChoices):
    """Whether how the person is goes up and down."""

    NO = "no", _("No")
    PREDICTABLE = "predictable", _("Yes, and we know when")
    UNPREDICTABLE = "unpredictable", _("Yes, and we cannot tell when")


class MayRegain(models.TextChoices):
    """Whether the person may be able to decide it later (Mental Capacity Act 2005, s. 4(3))."""

    YES = "yes", _("Yes, perhaps")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("We do not know")


class Consulted(models.TextChoices):
    """As what somebody was consulted (Mental Capacity Act 2005, s. 4(7))."""

    NAMED = "named", _("The person named them as somebody to ask")
    CARES = "cares", _("They care for the person or take an interest in how they are")
    ATTORNEY = "attorney", _("They hold a lasting power of attorney")
    DEPUTY = "deputy", _("They are a deputy")
    ADVOCATE = "advocate", _("They are an independent advocate")
