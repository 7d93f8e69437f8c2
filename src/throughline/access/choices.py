"""How somebody came by a key to what is written about a person, and how much it opens."""

from django.db import models

from throughline.base.terms import gettext_lazy as _


class Level(models.TextChoices):
    """How much of one topic somebody may see."""

    NO = "no", _("Not at all")
    AT_REVIEWS = "at_reviews", _("At reviews: what was agreed, when people look again")
    MAY_SEE = "may_see", _("May see: what stands now, and what was agreed")


class GrantBasis(models.TextChoices):
    """On what a grant rests. The person's permission is one of three; the law knows the others."""

    PERMISSION = "permission", _("Permission")
    STATUTORY = "statutory", _("The law gives it to them")
    OVERRIDE = "override", _("Shared for a time without permission, for a reason")


class MemberBasis(models.TextChoices):
    """Why somebody has pages of their own about a person. What they see there is what grants say."""

    INVITED = "invited", _("%(Person)s invited them")
    STATED = "stated", _("On another footing, which is written down")


class HandedOver(models.TextChoices):
    """How an invitation reached the one who is invited."""

    EMAIL = "email", _("By e-mail")
    PRINTED = "printed", _("On paper, handed over")
