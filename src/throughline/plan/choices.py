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
    CHECK = "check", _("Check")
    LIMIT = "limit", _("What is limited")
    LESS = "less", _("How it will become less")
    CHECK_IN = "check_in", _("Check-in")
    BENEFIT = "benefit", _("What is good about it")
    HARM = "harm", _("If we do not do it")
    ASK = "ask", _("What we ask")
    ANSWER = "answer", _("Answers")

    @classmethod
    def for_kind(cls, kind: str) -> list["LinePart"]:
        """The parts that a kind of plan item has, in the order in which they are read."""
        return PARTS_OF_KIND[kind]


CARD = [LinePart.DO, LinePart.DO_NOT, LinePart.EARLY_SIGN, LinePart.STEP_UP, LinePart.CALL]
PARTS_OF_KIND: dict[str, list[LinePart]] = {
    ItemKind.OUTCOME: [LinePart.DO, LinePart.ASK, LinePart.ANSWER],
    ItemKind.ROUTINE: CARD,
    ItemKind.COMMUNICATION: [LinePart.UNDERSTANDS, LinePart.MEANS, LinePart.YES, LinePart.NO],
    ItemKind.PROFILE: [LinePart.ADMIRE, LinePart.IMPORTANT, LinePart.SUPPORT],
    ItemKind.WHAT_HELPS: [*CARD, LinePart.REACT],
    ItemKind.RISK_LADDER: [*CARD, LinePart.CHECK_IN, LinePart.BENEFIT, LinePart.HARM],
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


class Every(models.TextChoices):
    """How often an amount is for something."""

    DAY = "day", _("each day")
    WEEK = "week", _("each week")
    MONTH = "month", _("each month")


class Holder(models.TextChoices):
    """Who holds some of the person's money until it is spent."""

    PERSON = "person", _("The person")
    STAFF = "staff", _("Staff")
    SOMEBODY = "somebody", _("Somebody else, by law or as the person asked")


class Receipts(models.TextChoices):
    """Whether receipts are kept."""

    NONE = "none", _("No receipts")
    IF_GIVEN = "if_given", _("When there is one")
    ALWAYS = "always", _("Always")


class Method(models.TextChoices):
    """How the person lets us know, as they chose."""

    TEXT = "text", _("By text")
    CALL = "call", _("By phone")
    VIDEO = "video", _("By video")
    APP = "app", _("With an app or a device")
    VISIT = "visit", _("Somebody looks in")


TOPIC_OF_KIND = {ItemKind.MONEY_PLAN: Topic.MONEY, ItemKind.WHAT_HELPS: Topic.BEHAVIOUR, ItemKind.RESTRICTION: Topic.BEHAVIOUR}


def topic_of(kind: str) -> Topic:
    """What an item of a kind is about, for sharing, unless somebody says otherwise."""
    return TOPIC_OF_KIND.get(kind, Topic.DAILY_LIFE)  # type: ignore[call-overload, no-any-return]  # a member is its value
