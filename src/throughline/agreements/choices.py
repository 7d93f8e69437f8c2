"""Who gave a permission, what the law gives without one, and for what it is passed over."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GivenBy(models.TextChoices):
    """Who said that somebody may see something. A relative and staff are written down, and open nothing."""

    PERSON = "person", _("The person said so")
    ATTORNEY = "attorney", _("An attorney said so")
    DEPUTY = "deputy", _("A deputy said so")
    BEST_INTERESTS = "best_interests", _("It was decided in the person’s best interests")
    RELATIVE = "relative", _("A relative said so")
    STAFF = "staff", _("Staff said so")


class StatutoryKind(models.TextChoices):
    """To whom the law itself gives sight (`domain.md` 0.3). Dated data; check."""

    IMCA = "imca", _("Independent mental capacity advocate")
    RPR = "rpr", _("Representative of somebody whose liberty is limited")
    ATTORNEY = "attorney", _("Attorney or deputy, in what they decide")
    COUNCIL = "council", _("The council")
    REGULATOR = "regulator", _("The regulator")
    COURT = "court", _("A court, or somebody it sends")


class OverrideKind(models.TextChoices):
    """For what something is shared without permission."""

    SAFEGUARDING = "safeguarding", _("To keep somebody safe from harm by others")
    VITAL_INTERESTS = "vital_interests", _("Somebody’s life or health is in danger")
    COURT = "court", _("A court ordered it")
    LEGAL_DUTY = "legal_duty", _("Another law asks for it")


class DisclosureBasis(models.TextChoices):
    """What covered something that was told."""

    NONE = "", _("Nothing")
    PERMISSION = "permission", _("A permission")
    STATUTORY = "statutory", _("The law gives it to them")
    OVERRIDE = "override", _("Shared without permission, for a reason")
