from django.db import models

from throughline.base.terms import gettext_lazy as _


class HowTold(models.TextChoices):
    """How the person told us: a closed list of seven (`ux.md` 2.9). Shown on every quotation; never a score."""

    SAID = "said", _("said it")
    WROTE = "wrote", _("wrote it")
    SIGNED = "signed", _("signed it")
    DEVICE = "device", _("used symbols or a device")
    PICKED = "picked", _("picked it")
    SHOWED = "showed", _("showed it")
    TOLD_BY_SOMEONE = "told_by_someone", _("someone told us")

    @classmethod
    def own_words(cls) -> frozenset[str]:
        """Ways in which the words are the person's own, and not somebody's account of them."""
        return frozenset({cls.SAID, cls.WROTE, cls.SIGNED, cls.DEVICE, cls.PICKED})


class HowHelped(models.TextChoices):
    """How somebody helped the person to say it (`ux.md` 2.12)."""

    ALONE = "alone", _("alone")
    READ_OUT = "read_out", _("someone read it out")
    POINTED = "pointed", _("someone pointed")
    INTERPRETED = "interpreted", _("someone interpreted")
    AIDED = "aided", _("with photos, symbols or a device held by someone")


class Wish(models.TextChoices):
    """What the person wants of us with these words; what asks for something waits for an answer."""

    REQUEST = "request", _("asks for something")
    CONCERN = "concern", _("is worried or unhappy about something")
    CHANGE = "change", _("wants something to be different")
    PREFERENCE = "preference", _("likes or does not like something")
    TELLING = "telling", _("tells us something")

    @classmethod
    def awaits_answer(cls) -> frozenset[str]:
        """Wishes that wait until the person is told what we did (`domain.md` 14, rule 10)."""
        return frozenset({cls.REQUEST, cls.CONCERN, cls.CHANGE})


class ConversationKind(models.TextChoices):
    """What kind of occasion it was."""

    TALK = "talk", _("A talk")
    CHECK_IN = "check_in", _("What matters: a weekly talk")
    MEETING = "meeting", _("A meeting")
    REVIEW_MEETING = "review_meeting", _("A review meeting")
    SEPARATE = "separate", _("Gathering a view apart from others")
    DEBRIEF = "debrief", _("Talking about something that happened")
    BY_PHONE = "by_phone", _("A call or message")


class Attendance(models.TextChoices):
    """Whether somebody who was asked took part."""

    CAME = "came", _("was there")
    APOLOGIES = "apologies", _("sent apologies")
    CHOSE_NOT = "chose_not", _("chose not to come")
    SEPARATELY = "separately", _("gave their view separately, before")


class ContributionKind(models.TextChoices):
    """What a contribution is (`domain.md` 10.7). Attendance alone is none."""

    INFORMATION = "information", _("something they know")
    OPINION = "opinion", _("what they think")
    REQUEST = "request", _("something they ask for")
    CONCERN = "concern", _("a worry")
    OFFER = "offer", _("an offer")
    WORKING = "working", _("what works, as they see it")
    NOT_WORKING = "not_working", _("what does not work, as they see it")


class AttemptMethod(models.TextChoices):
    """Ways of trying to hear somebody (`domain.md` 7.4)."""

    TALKING = "talking", _("Talking, with time to answer")
    PHOTOS = "photos", _("Photos or symbols")
    OBJECTS = "objects", _("Objects that stand for things")
    CHOICE_BOARD = "choice_board", _("A choice board")
    SIGNS = "signs", _("Signs")
    DEVICE = "device", _("Their own device")
    BEING_THERE = "being_there", _("Being with them, doing and watching")
    TRUSTED = "trusted", _("Somebody they trust asked them")
    ADVOCATE = "advocate", _("An advocate")


class AttemptResult(models.TextChoices):
    """What came of it."""

    NOT_NOW = "not_now", _("They did not want to, then")
    NO_ANSWER = "no_answer", _("No answer that we understood")
    UPSET = "upset", _("They were %(upset)s, so we stopped")
    PARTLY = "partly", _("Some of it; we try again")
