"""Who gave a permission, what the law gives without one, and for what it is passed over."""

from django.db import models

from throughline.base.terms import gettext_lazy as _


class GivenBy(models.TextChoices):
    """Who said that somebody may see something. A relative and staff are written down, and open nothing."""

    PERSON = "person", _("%(Person)s said so")
    ATTORNEY = "attorney", _("An attorney said so")
    DEPUTY = "deputy", _("A deputy said so")
    BEST_INTERESTS = "best_interests", _("It was decided in %(person)s’s best interests")
    RELATIVE = "relative", _("A relative said so")
    STAFF = "staff", _("%(Staff)s said so")


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


class PartKind(models.TextChoices):
    """How somebody takes part in one part of life. Being there for the person is none of these; it is kept apart."""

    DECIDES = "decides", _("Decides, by law")
    CONTRIBUTES = "contributes", _("Says what they know and think")
    CONSULTED = "consulted", _("Is asked before something changes")
    INFORMED = "informed", _("Is told afterwards")
    DELIVERS_CARE = "delivers_care", _("Does some of the support")


class PartVerdict(models.TextChoices):
    """What came of looking at a part again."""

    KEEP = "keep", _("It stays as it is")
    CHANGE = "change", _("It has to change")


class Involved(models.TextChoices):
    """How somebody takes part in planning, in reviews or in decisions."""

    NOT = "not", _("Takes no part")
    TOLD = "told", _("Is told afterwards")
    ASKED = "asked", _("Is asked beforehand")
    THERE = "there", _("Is there, and says what they know and think")
    DECIDES = "decides", _("Decides what the law lets them decide")


class Rhythm(models.TextChoices):
    """When something is shared: at set times, or when something named happens. Never as it is written."""

    WEEKLY = "weekly", _("Once a week")
    MONTHLY = "monthly", _("Once a month")
    AT_REVIEWS = "at_reviews", _("At reviews")
    WHEN_IT_HAPPENS = "when_it_happens", _("When something happens that is named here")


class Agreed(models.TextChoices):
    """What somebody says to an involvement agreement."""

    AGREED = "agreed", _("Agreed")
    REFUSED = "refused", _("Said no")
    NOT_ASKED = "not_asked", _("Not asked yet")
