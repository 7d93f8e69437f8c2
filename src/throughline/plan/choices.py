from django.db import models

from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext_lazy as _


class ItemKind(models.TextChoices):
    """What a line of a plan is (`design.md` 3)."""

    OUTCOME = "outcome", _("What %(person)s wants")
    ROUTINE = "routine", _("Routine")
    COMMUNICATION = "communication", _("How %(person)s communicates")
    PROFILE = "profile", _("One-page profile")
    WHAT_HELPS = "what_helps", _("What helps")
    RISK_LADDER = "risk_ladder", _("Steps towards doing it alone")
    MONEY_PLAN = "money_plan", _("Money plan")
    CHECKLIST = "checklist", _("Checklist")
    RESTRICTION = "restriction", _("Something that limits %(person)s")

    @classmethod
    def for_staff(cls) -> frozenset[str]:
        """Kinds from which a shift card is made."""
        return frozenset({cls.ROUTINE, cls.WHAT_HELPS, cls.RISK_LADDER, cls.MONEY_PLAN, cls.CHECKLIST, cls.RESTRICTION})


class LinePart(models.TextChoices):
    """Where a line stands: on a card, in a profile, in a communication profile."""

    DO = "do", _("Do")
    DO_NOT = "do_not", _("Do not")
    EARLY_SIGN = "early_sign", _("Early signs")
    STEP_UP = "step_up", _("Get help if")
    CALL = "call", _("Who to call")
    REACT = "react", _("If it happens anyway")
    ADMIRE = "admire", _("What people like")
    IMPORTANT = "important", _("What is important")
    SUPPORT = "support", _("How to support well")
    MEANS = "means", _("How I tell you")
    UNDERSTANDS = "understands", _("How to tell me")
    YES = "yes", _("Yes")
    NO = "no", _("No, or stop")
    STAGE = "stage", _("Step")
    CHECK = "check", _("Check")
    LIMIT = "limit", _("What is limited")
    LESS = "less", _("How it will become less")

    @classmethod
    def for_kind(cls, kind: str) -> list["LinePart"]:
        """The parts that a kind of plan item has, in the order in which they are read."""
        return PARTS_OF_KIND[kind]


CARD = [LinePart.DO, LinePart.DO_NOT, LinePart.EARLY_SIGN, LinePart.STEP_UP, LinePart.CALL]
PARTS_OF_KIND: dict[str, list[LinePart]] = {
    ItemKind.OUTCOME: [LinePart.DO],
    ItemKind.ROUTINE: CARD,
    ItemKind.COMMUNICATION: [LinePart.UNDERSTANDS, LinePart.MEANS, LinePart.YES, LinePart.NO],
    ItemKind.PROFILE: [LinePart.ADMIRE, LinePart.IMPORTANT, LinePart.SUPPORT],
    ItemKind.WHAT_HELPS: [*CARD, LinePart.REACT],
    ItemKind.RISK_LADDER: [LinePart.STAGE, *CARD],
    ItemKind.MONEY_PLAN: CARD,
    ItemKind.CHECKLIST: [LinePart.CHECK, *CARD],
    ItemKind.RESTRICTION: [LinePart.LIMIT, LinePart.LESS, *CARD],
}


class Course(models.TextChoices):
    """What a publication does with its item."""

    FOLLOWED = "followed", _("%(Staff)s follow this version")
    ENDED = "ended", _("The item has ended")


class Days(models.TextChoices):
    """On which days a step comes."""

    EVERY = "every", _("Every day")
    WEEKDAYS = "weekdays", _("Monday to Friday")
    WEEKEND = "weekend", _("Saturday and Sunday")
    MON = "mon", _("Mondays")
    TUE = "tue", _("Tuesdays")
    WED = "wed", _("Wednesdays")
    THU = "thu", _("Thursdays")
    FRI = "fri", _("Fridays")
    SAT = "sat", _("Saturdays")
    SUN = "sun", _("Sundays")

    @classmethod
    def that_hold(cls, weekday: int) -> list[str]:
        """The values that hold on a weekday, Monday being 0."""
        single = [cls.MON, cls.TUE, cls.WED, cls.THU, cls.FRI, cls.SAT, cls.SUN][weekday]
        return [cls.EVERY, cls.WEEKEND if weekday >= 5 else cls.WEEKDAYS, single]


TOPIC_OF_KIND = {ItemKind.MONEY_PLAN: Topic.MONEY, ItemKind.WHAT_HELPS: Topic.BEHAVIOUR, ItemKind.RESTRICTION: Topic.BEHAVIOUR}


def topic_of(kind: str) -> Topic:
    """What an item of a kind is about, for sharing, unless somebody says otherwise."""
    return TOPIC_OF_KIND.get(kind, Topic.DAILY_LIFE)  # type: ignore[call-overload, no-any-return]  # a member is its value
