from django.db import models

from throughline.base.terms import gettext_lazy as _


class Subject(models.TextChoices):
    """What a key routine is about: where support done otherwise than agreed can do harm (`domain.md` 10.4)."""

    COMMUNICATION = "communication", _("How to communicate")
    DE_ESCALATION = "de_escalation", _("What helps when somebody is %(upset)s")
    MEDICATION = "medication", _("Medication")
    RISK = "risk", _("A risk and what keeps it small")


class Method(models.TextChoices):
    """How somebody was seen to do it."""

    OBSERVED = "observed", _("Seen doing it with %(person)s")
    SIMULATED = "simulated", _("Seen doing it without %(person)s, as practice")
    KNOWLEDGE = "knowledge", _("Asked about it, or an online course")


class Competence(models.TextChoices):
    """What a sign-off came to. About one routine and one day, never about a worker as such."""

    COMPETENT = "competent", _("Can do it alone")
    SUPERVISED = "supervised", _("Can do it with somebody beside them")
    NOT_YET = "not_yet", _("Not yet")
