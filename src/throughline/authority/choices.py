"""Who can decide by law, how they act, how it ends; and the kinds of advocate."""

from django.db import models

from throughline.base.terms import gettext_lazy as _


class AuthorityKind(models.TextChoices):
    """Kinds of legal authority, and two that look like one and are none (`domain.md` 1.5). An advance refusal has a table of its own."""

    LPA_WELFARE = "lpa_welfare", _("Lasting power of attorney for health and welfare")
    LPA_PROPERTY = "lpa_property", _("Lasting power of attorney for property and money")
    EPA = "epa", _("Enduring power of attorney, made before October 2007")
    DEPUTY_WELFARE = "deputy_welfare", _("Deputy for health and welfare")
    DEPUTY_PROPERTY = "deputy_property", _("Deputy for property and money")
    COURT_ORDER = "court_order", _("An order of the Court of Protection")
    APPOINTEE = "appointee", _("Appointee for benefits, or suitable person for direct payments")
    GUARDIAN = "guardian", _("Guardian under the Mental Health Act")
    NEAREST_RELATIVE = "nearest_relative", _("Nearest relative under the Mental Health Act")
    ADVANCE_STATEMENT = "advance_statement", _("What %(person)s wrote down beforehand about what they want")
    ADVANCE_CHOICE = "advance_choice", _("Advance choice document, for care under the Mental Health Act")

    @classmethod
    def of_the_persons_own(cls) -> frozenset[str]:
        """Papers that the person wrote: nobody holds them, and nobody decides by them."""
        return frozenset({cls.ADVANCE_STATEMENT, cls.ADVANCE_CHOICE})


class HowAct(models.TextChoices):
    """How several holders of one authority act."""

    ALONE = "alone", _("There is one, who acts alone")
    JOINTLY = "jointly", _("Only together: all of them, each time")
    JOINTLY_AND_SEVERALLY = "jointly_and_severally", _("Together, or each of them alone")
    MIXED = "mixed", _("Together in some things, each alone in others")


class EndedWhy(models.TextChoices):
    """Why an authority is no more."""

    REVOKED = "revoked", _("%(Person)s took it back")
    DISCLAIMED = "disclaimed", _("They gave it up")
    DIED = "died", _("They died")
    EXPIRED = "expired", _("It ran out")
    SET_ASIDE = "set_aside", _("A court ended it")


class AdvocateKind(models.TextChoices):
    """Kinds of advocate, by the law under which they come (`domain.md` 1.6, 3.3)."""

    IMCA = "imca", _("Independent mental capacity advocate")
    RPR = "rpr", _("Representative of somebody whose liberty is limited")
    DOLS_IMCA = "dols_imca", _("Mental capacity advocate about liberty")
    CARE_ACT = "care_act", _("Advocate under the Care Act, in England")
    WALES_PART10 = "wales_part10", _("Advocate under Part 10 of the code, in Wales")
    IMHA = "imha", _("Independent mental health advocate")
    INDEPENDENT = "independent", _("Independent advocate, whom %(person)s chose")


class StepKind(models.TextChoices):
    """What happened with an advocate."""

    REFERRED = "referred", _("Asked for an advocate again")
    ACCEPTED = "accepted", _("An advocate said yes")
    MET_IN_PRIVATE = "met_in_private", _("Met %(person)s in private")
    MET = "met", _("Met %(person)s, with others there")
    REPORTED = "reported", _("Gave a report, or said what they think")
    CONSIDERED = "considered", _("Whoever decides looked at the report")
    ENDED = "ended", _("The advocate’s work ended")
