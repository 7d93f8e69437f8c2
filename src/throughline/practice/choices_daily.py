"""What workers choose from when they write down a checklist, an activity or what was spent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Done(models.TextChoices):
    """What came of one check of a checklist."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_NEEDED = "not_needed", _("Not needed")


class Going(models.TextChoices):
    """Whether the person went to what they had wanted, or were offered."""

    WENT = "went", _("Went")
    LEFT_EARLY = "left_early", _("Went, and left early")
    SAID_NO = "said_no", _("Was offered it, and said no")
    DID_NOT_GO = "did_not_go", _("Did not go")
    AWAY = "away", _("Was away")


class Chosen(models.TextChoices):
    """Whose choice an activity was."""

    OWN = "own", _("Their own choice")
    SAID_YES = "said_yes", _("Somebody offered it, and they chose")
    NOT_ASKED = "not_asked", _("Nobody asked them")


class WhoChose(models.TextChoices):
    """Who chose what the person's money was spent on."""

    ALONE = "alone", _("The person, alone")
    WITH_SUPPORT = "with_support", _("The person, with support")
    FOR_THEM = "for_them", _("Somebody for them")
