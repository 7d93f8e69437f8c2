from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow

from ..choices import HowHelped, HowTold, Wish
from .conversation import Conversation


class Voice(PersonRow):
    """What the person said or showed. Speaker, subject, helper and recorder are four fields.

    The speaker is always the person whose record it is: nobody else's words are a voice. The subject is whom or what
    the words are about. The helper helped them say it. The recorder is the row's author. What was seen and what somebody
    thinks it means never share a field (`design.md` 2, law 2).
    """

    declared = CARE

    how_told = models.CharField(max_length=20, choices=HowTold)
    words = Words(blank=True, default="")  # the person's own words; of a picking, what was picked; empty while only a sound holds them
    wish = models.CharField(max_length=20, choices=Wish, default=Wish.TELLING)
    language = models.CharField(max_length=20, default="en-GB")
    subject = Line(blank=True, default="")  # whom or what it is about; empty: themself
    seen = Words(blank=True, default="")  # what was observed
    thought = Words(blank=True, default="")  # what somebody thinks it means
    thought_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how_helped = models.CharField(max_length=20, choices=HowHelped, default=HowHelped.ALONE)
    helper_contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    helper_staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_by_contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_by_staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    others_present = Line(blank=True, default="")  # who was in the room
    conversation = models.ForeignKey(Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sound = models.ForeignKey("people.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    photo = models.ForeignKey("people.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    late_because = Line(blank=True, default="")  # why it was written down long after it was said

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="voice_person")]
        constraints = [
            models.CheckConstraint(name="voice_says_or_shows_something", condition=~Q(words="") | ~Q(seen="") | Q(sound__isnull=False)),
            models.CheckConstraint(name="voice_showed_is_seen", condition=~Q(how_told=HowTold.SHOWED) | ~Q(seen="")),
            models.CheckConstraint(name="voice_thought_has_a_thinker", condition=Q(thought="") | Q(thought_by__isnull=False)),
            models.CheckConstraint(
                name="voice_told_by_someone_says_who",
                condition=~Q(how_told=HowTold.TOLD_BY_SOMEONE) | Q(told_by_contact__isnull=False) | Q(told_by_staff__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words or self.seen

    @property
    def is_own_words(self) -> bool:
        """Whether these are the person's own words or choice, and not an account of them."""
        return self.how_told in HowTold.own_words()

    @property
    def is_inferred(self) -> bool:
        """Whether the view rests on what somebody thinks that they saw."""
        return self.how_told in {HowTold.SHOWED, HowTold.TOLD_BY_SOMEONE}


class SecondObservation(PersonRow):
    """A second observer's look at what the person showed, on another occasion or apart from the first.

    An inferred view counts as the person's only with one (`domain.md` 7.4).
    """

    declared = CARE

    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="+")
    seen = Words()
    agrees = models.BooleanField()
    thought = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="second_observation_person")]

    def __str__(self) -> str:
        return self.seen
