from django.db import models

from throughline.base.terms import gettext_lazy as _


class Scope(models.TextChoices):
    """What a token lets another system do; never more than its role does."""

    PEOPLE = "people:read", _("Read who is supported, and where")
    CARDS = "cards:read", _("Read the cards that %(staff)s follow")
    PRACTICE_OUT = "practice:read", _("Read routine records, daily notes and activities")
    PRACTICE_IN = "practice:write", _("Bring in routine records, daily notes and activities")
    INCIDENTS_OUT = "incidents:read", _("Read incidents, missed medicine and when somebody was upset")
    INCIDENTS_IN = "incidents:write", _("Bring in incidents, missed medicine and when somebody was upset")
    SHIFTS_OUT = "shifts:read", _("Read who is on shift")
    SHIFTS_IN = "shifts:write", _("Bring in who is on shift")
