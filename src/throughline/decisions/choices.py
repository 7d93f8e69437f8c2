from typing import Any

from django.db import models

from throughline.base.terms import gettext_lazy as _
from throughline.people.choices import Area as Area  # a question's, as it is an authority's


class Impact(models.TextChoices):
    """How much hangs on a question; what must be written follows from it (`design.md` 2, law 8)."""

    LOW = "low", _("Low: everyday, easily changed back")
    MODERATE = "moderate", _("Moderate: changes %(person)s's days")
    HIGH = "high", _("High: home, health, freedom, safety or people")


class ExcludedClass(models.TextChoices):
    """Questions that nobody may decide for somebody else (Mental Capacity Act 2005, ss. 27 to 29 and 62). Dated data; check."""

    NONE = "", _("None of these")
    MARRIAGE = "marriage", _("Marriage or civil partnership")
    SEX = "sex", _("Consent to sex")
    DIVORCE = "divorce", _("Divorce or dissolution")
    ADOPTION = "adoption", _("Adoption")
    PARENTAL = "parental", _("Parental responsibility, except about a child's property")
    FERTILITY = "fertility", _("Fertility treatment")
    VOTING = "voting", _("Voting")
    MHA_PART4 = "mha_part4", _("Treatment for a mental disorder under Part 4 of the Mental Health Act")
    DYING = "dying", _("Ending %(person)s’s life, or helping them to end it")


class Basis(models.TextChoices):
    """On what basis a decision was made. What a relative, staff or habit decided is written down and takes no effect."""

    OWN = "own", _("%(Person)s decided, alone")
    OWN_WITH_SUPPORT = "own_with_support", _("%(Person)s decided, with support")
    BEST_INTERESTS = "best_interests", _("In %(person)s's best interests")
    ATTORNEY = "attorney", _("An attorney or deputy decided")
    COURT = "court", _("A court decided")
    RELATIVE = "relative", _("A relative decided")
    STAFF = "staff", _("%(Staff)s decided")
    CUSTOM = "custom", _("It has always been done this way")


class Standing(models.TextChoices):
    """Whether a decision or publication takes effect."""

    VALID = "valid", _("Takes effect")
    NOT_VALID = "not_valid", _("Not valid: takes no effect")


class Effect(models.TextChoices):
    """What a decision did with what somebody said."""

    SHAPED = "shaped", _("Shaped it")
    PARTLY = "partly", _("Partly followed")
    NOT_FOLLOWED = "not_followed", _("Not followed")


class Reaction(models.TextChoices):
    """How the person took an option."""

    PICKED = "picked", _("picked this")
    LIKED = "liked", _("liked it")
    UNSURE = "unsure", _("was not sure")
    NO = "no", _("said or showed no")
    NOT_SHOWN = "not_shown", _("was not shown this one")


class ToldReaction(models.TextChoices):
    """How the person took what they were told."""

    RIGHT = "right", _("said or showed that it is right")
    NOT_RIGHT = "not_right", _("said or showed that it is not right")
    UNSURE = "unsure", _("was not sure")


class Limits(models.IntegerChoices):
    """How much an option limits the person (`domain.md` 1.3): words in order, never a score."""

    NOTHING = 0, _("It limits nothing")
    A_LITTLE = 1, _("It limits a little, and is easily undone")
    SOME = 2, _("It limits something that matters to %(person)s")
    MUCH = 3, _("It limits much")
    MOST = 4, _("It limits most of what %(person)s can do or where they can go")


class Shown(models.TextChoices):
    """Whether an ability was shown."""

    ABLE = "able", _("Yes")
    UNABLE = "unable", _("No")
    NOT_TESTED = "not_tested", _("Not asked")


class Impairment(models.TextChoices):
    """Whether there is an impairment or disturbance of the mind or brain. No diagnosis is needed."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")


class Conclusion(models.TextChoices):
    """What an assessment of one question comes to."""

    ABLE = "able", _("%(Person)s can decide this")
    LACKS = "lacks", _("%(Person)s cannot decide this, at this time")
    NOT_CONCLUDED = "not_concluded", _("No conclusion yet: %(person)s is presumed able")


class Fluctuates(models.TextChoices):
    """Whether how the person is goes up and down."""

    NO = "no", _("No")
    PREDICTABLE = "predictable", _("Yes, and we know when")
    UNPREDICTABLE = "unpredictable", _("Yes, and we cannot tell when")


class MayRegain(models.TextChoices):
    """Whether the person may be able to decide it later (Mental Capacity Act 2005, s. 4(3))."""

    YES = "yes", _("Yes, perhaps")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("We do not know")


class Consulted(models.TextChoices):
    """As what somebody was consulted (Mental Capacity Act 2005, s. 4(7))."""

    NAMED = "named", _("%(Person)s named them as somebody to ask")
    CARES = "cares", _("They care for %(person)s or take an interest in how they are")
    ATTORNEY = "attorney", _("They hold a lasting power of attorney")
    DEPUTY = "deputy", _("They are a deputy")
    ADVOCATE = "advocate", _("They are an independent advocate")


class KeepsApart(models.TextChoices):
    """Whether a decision keeps somebody who is named from contact with the person, which no deputy can decide (s. 20(2)(a))."""

    YES = "yes", _("Yes: they may not see %(person)s, or not speak with them")
    NO = "no", _("No")


# --- liberty ---


class LibertyConclusion(models.TextChoices):
    """What a liberty review came to. A named person with a named role concludes; nothing ever concludes by itself."""

    NO_DEPRIVATION = "no_deprivation", _("The arrangements do not take %(person)s’s liberty away")
    REFER = "refer", _("They may, so it goes to those who can authorise it")
    AUTHORISED = "authorised", _("They do, and it is authorised")
    UNAUTHORISED = "unauthorised", _("They do, and nothing authorises it yet")


class LibertyTest(models.TextChoices):
    """By which test a review was concluded. The law changed on 2 June 2026 ([2026] UKSC 16); dated data, check."""

    BEFORE = "before_2026_06_02", _("The test used until 1 June 2026")
    SINCE = "since_2026_06_02", _("The test used since 2 June 2026")


class Ground(models.TextChoices):
    """On what it rests that nobody's liberty is taken away. The last two are written down where they were used, and carry nothing."""

    FREE = "free", _("%(Person)s can leave, and few things are limited, or not for long")
    ORDINARY = "ordinary", _("It is an ordinary life for somebody who needs the same support")
    OWN_WISH = "own_wish", _("%(Person)s shows over time, in words or behaviour, that they want to live like this")
    CALM = "calm", _("%(Person)s is calm, or goes along with it")
    SAID_YES = "said_yes", _("%(Person)s said yes when asked, or a record says yes")

    @classmethod
    def carrying(cls) -> list[tuple[str, Any]]:
        """Those on which a conclusion can rest. The labels stay lazy: a form asks for them when it is defined, before anybody reads it."""
        return [(each.value, each.label) for each in cls if each not in (cls.CALM, cls.SAID_YES)]


class Feeling(models.TextChoices):
    """What the person shows about how they live. Going along is neither wanting it nor agreeing to it."""

    WANTS = "wants", _("wants to live like this, and shows it")
    GOES_ALONG = "goes_along", _("goes along with it")
    OBJECTS_WORDS = "objects_words", _("says no to it, or to a part of it")
    OBJECTS_BEHAVIOUR = "objects_behaviour", _("shows that it is not wanted: tries to leave, pushes away, is %(upset)s by it")

    @classmethod
    def objections(cls) -> frozenset[str]:
        """Those by which the person objects."""
        return frozenset({cls.OBJECTS_WORDS, cls.OBJECTS_BEHAVIOUR})


class Consistent(models.TextChoices):
    """Whether what the person shows stays the same over time."""

    YES = "yes", _("The same over time")
    NO = "no", _("It changes")
    NOT_KNOWN = "not_known", _("Not known yet")


class AuthorisedBy(models.TextChoices):
    """What authorises that somebody's liberty is taken away."""

    STANDARD = "standard", _("A standard authorisation, from the council or health board")
    URGENT = "urgent", _("An urgent authorisation, by the home itself")
    COURT = "court", _("An order of the Court of Protection")


# --- disagreement ---


class Rung(models.TextChoices):
    """The steps by which a disagreement is settled, in their order (`domain.md` 1.9)."""

    LISTEN = "listen", _("Listen, and say %(person)s’s view again in their words")
    CHECK = "check", _("Check who can decide: capacity, authority, permission")
    EVIDENCE = "evidence", _("Meet over what is known, with facts that everybody agrees")
    ADVOCATE = "advocate", _("Ask for an independent advocate")
    SECOND = "second", _("Ask for a second opinion, or several professions together")
    MEDIATION = "mediation", _("Somebody neutral helps both sides to talk")
    COMPLAINT = "complaint", _("A formal complaint, on its own path")
    COUNCIL = "council", _("The council or health board; safeguarding, if anybody may be harmed")
    COURT = "court", _("The Court of Protection, with legal advice")


class CameTo(models.TextChoices):
    """What a disagreement came to."""

    CHOICE_STANDS = "choice_stands", _("%(Person)s’s choice stands")
    CHANGED = "changed", _("It was changed, and %(person)s agreed")
    BEST_INTERESTS = "best_interests", _("It was decided in %(person)s’s best interests")
    REFERRED = "referred", _("It went to somebody else to settle")
    COURT = "court", _("A court decided")


# --- safeguarding ---


class TellingOf(models.TextChoices):
    """Whether the person was told that a concern was raised."""

    TOLD = "told", _("%(Person)s was told")
    NOT_YET = "not_yet", _("Not yet")
    NOT_TOLD = "not_told", _("Not told, for a reason")


class ConcernStep(models.TextChoices):
    """What was done about a safeguarding concern."""

    SAFE = "safe", _("What was done so that %(person)s is safe")
    WANTS = "wants", _("What %(person)s wants")
    TOLD = "told", _("%(Person)s was told, or why not")
    REFERRED = "referred", _("Referred")
    NOT_REFERRED = "not_referred", _("Not referred, and why")
    ANSWERED = "answered", _("What they answered")
    OUTCOME = "outcome", _("What came of it for %(person)s")
    CLOSED = "closed", _("Closed")


class ConsentTo(models.TextChoices):
    """Whether the person agreed that it is referred. It is asked and written down; the duty does not wait for it."""

    AGREED = "agreed", _("%(Person)s agreed")
    SAID_NO = "said_no", _("%(Person)s said no, and it was referred all the same")
    NOT_ASKED = "not_asked", _("Not asked, because asking was not safe or not possible")
