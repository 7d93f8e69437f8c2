"""What the person said or showed: speaker, subject, helper and recorder are four things; what was seen and thought are two."""

from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.base.models.recorded import Amendment, Audience
from throughline.base.written import Written
from throughline.conversations.actions import Clip
from throughline.conversations.choices import HowHelped, HowTold, Wish
from throughline.people.choices import FileBasis

from ...forms import Choice, Form, LongWords, Moment, PhotoFile, SoundFile, Words
from ...forms.once import OnceId
from ..who import AroundForm, Who

HOW = (
    (HowTold.SAID, _("%(name)s said it")),
    (HowTold.WROTE, _("%(name)s wrote it")),
    (HowTold.SIGNED, _("%(name)s signed it")),
    (HowTold.DEVICE, _("%(name)s used symbols or a device")),
    (HowTold.PICKED, _("%(name)s picked it")),
    (HowTold.SHOWED, _("%(name)s showed it")),
    (HowTold.TOLD_BY_SOMEONE, _("Someone told us")),
)
WISHES = (
    (Wish.TELLING, _("%(name)s tells us something")),
    (Wish.PREFERENCE, _("%(name)s likes or does not like something")),
    (Wish.REQUEST, _("%(name)s asks for something")),
    (Wish.CHANGE, _("%(name)s wants something to be different")),
    (Wish.CONCERN, _("%(name)s is worried or unhappy about something")),
)
HELPED = (
    (HowHelped.ALONE, _("%(name)s told us alone")),
    (HowHelped.READ_OUT, _("Someone read it out")),
    (HowHelped.POINTED, _("Someone pointed")),
    (HowHelped.INTERPRETED, _("Someone interpreted")),
    (HowHelped.AIDED, _("With photos, symbols or a device held by someone")),
)
AUDIENCES = ((Audience.TEAM, _("The team that supports %(name)s")), (Audience.MANAGER, _("Only %(manager)s")))
BASES = (
    (FileBasis.AGREED, _("%(name)s is OK with it being made and kept")),
    (FileBasis.CANNOT_AGREE, _("%(name)s could not say yes or no. It was made because of something else, written below")),
)
BOUNDARY = _("If someone may get hurt, %(manager)s has to tell someone who can help.")
LONGEST_SOUND = 120  # seconds


class VoiceForm(AroundForm):
    id = OnceId()
    sound = SoundFile(_("A recording"), hint=_("At most 2 minutes. Ask %(name)s first."), optional=True)
    sound_seconds = forms.IntegerField(required=False, min_value=0, max_value=LONGEST_SOUND, widget=forms.HiddenInput)
    photo = PhotoFile(_("A photo"), hint=_("Of what %(name)s showed, made or picked. Ask %(name)s first."), optional=True)
    photo_shows = Words(_("What can be seen in the photo?"), hint=_("For those who cannot see it."), optional=True)
    basis = Choice(_("Is %(name)s OK with the recording or photo?"), choices=BASES, optional=True)
    basis_words = Words(_("How did %(name)s say yes? Or why was it made?"), hint=_("For example: thumb up when asked."), optional=True)
    words = LongWords(_("%(name)s’s own words"), hint=_("As %(name)s put it. A recording is enough for now."), rows=3, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HOW, initial=HowTold.SAID, missing=_("Say how %(name)s told us."))
    told_by = Who(_("Who told us?"), optional=True)
    seen = LongWords(_("What did you see?"), hint=_("Only what you saw. Not what it may mean."), rows=2, optional=True)
    thought = LongWords(_("What do you think that it means?"), hint=_("This is yours, not %(name)s’s."), rows=2, optional=True)
    wish = Choice(_("What does %(name)s want with it?"), choices=WISHES, initial=Wish.TELLING)
    audience = Choice(_("Who can see it? Ask %(name)s"), choices=AUDIENCES, hint=BOUNDARY, initial=Audience.TEAM)
    said_at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, optional=True)
    late_because = Words(_("Why is it written down later?"), hint=_("Only when it is more than a day ago."), optional=True)
    how_helped = Choice(_("How was %(name)s helped to tell us?"), choices=HELPED, initial=HowHelped.ALONE)
    helper = Who(_("Who helped?"), nobody=_("Nobody"), optional=True)
    others_present = Words(_("Who else was there?"), optional=True)
    subject = Words(_("Whom or what is it about?"), hint=_("Leave it empty when it is about %(name)s."), optional=True)

    CAPTURE = ("words", "how_told", "told_by", "seen", "thought", "wish", "audience")
    MORE = ("said_at", "late_because", "how_helped", "helper", "others_present", "subject")
    CLIPS = ("photo", "photo_shows", "basis", "basis_words")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (given.get("sound") or given.get("photo")) and not given.get("basis"):
            self.add_error("basis", say("Say whether %(name)s is OK with it. Without that it cannot be kept."))
        if given.get("basis") == FileBasis.AGREED and not given.get("basis_words"):
            given["basis_words"] = say("%(name)s was asked first and was OK with it.") % self.names
        return given

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_voice_with_clips`."""
        same = ("how_told", "words", "seen", "thought", "wish", "audience", "how_helped", "others_present", "subject", "late_because")
        helper, teller = given["helper"], given["told_by"] if given["how_told"] == HowTold.TOLD_BY_SOMEONE else None
        return {
            **{name: given[name] for name in same},
            "helper_contact": helper.contact,
            "helper_staff": helper.staff,
            "told_by_contact": teller and teller.contact,
            "told_by_staff": teller and teller.staff,
            "written": Written(id=given["id"], occurred_at=given["said_at"]),
            "clips": self._clips(given),
            "basis": given["basis"],
            "basis_words": given["basis_words"],
        }

    def _clips(self, given: dict[str, Any]) -> dict[str, Clip]:
        clips = {}
        if sound := given["sound"]:
            clips["sound"] = Clip(sound.file, sound.content_type or "", seconds=given["sound_seconds"])
        if photo := given["photo"]:
            clips["photo"] = Clip(photo.file, photo.content_type or "", shows=given["photo_shows"])
        return clips


class CorrectForm(Form):
    words = LongWords(_("%(name)s’s own words"), hint=_("As %(name)s put it."), rows=3, optional=True)
    seen = LongWords(_("What was seen?"), hint=_("Only what was seen. Not what it may mean."), rows=2, optional=True)
    thought = LongWords(_("What do you think that it means?"), hint=_("This is yours, not %(name)s’s."), rows=2, optional=True)
    wish = Choice(_("What does %(name)s want with it?"), choices=WISHES)
    reason = Words(_("Why is this put right?"), hint=_("The first words stay in the record, struck through."), missing=_("Say why."))


TAKE_BACK = (
    (Amendment.WITHDRAWN, _("%(name)s wants it taken back")),
    (Amendment.MISTAKE, _("It was written here by mistake")),
)


class TakeBackForm(Form):
    kind = Choice(_("Why is it taken back?"), choices=TAKE_BACK)
    reason = Words(
        _("In a sentence"), hint=_("It stays in the record, struck through. A mistake needs a reason; %(name)s needs none."), optional=True
    )


class MoveForm(Form):
    to = Choice(_("Whose words are they?"), choices=(), as_list=True, missing=_("Choose whose words they are."))
    reason = Words(_("How did it come to stand here?"), hint=_("Both records keep a trace."), missing=_("Say how it came to stand here."))

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        self.set_choices("to", [("", say("Choose one")), *((key, each.name) for key, each in self.people.items())])

    def clean_to(self) -> Any:
        return self.people[self.cleaned_data["to"]]


class SecondForm(Form):
    seen = LongWords(_("What did you see?"), hint=_("On another day, or apart from the first. Only what you saw."), rows=3)
    agrees = Choice(_("Did you see the same?"), choices=(("yes", _("Yes, I saw the same")), ("no", _("No, I saw something else"))))
    thought = LongWords(_("What do you think that it means?"), hint=_("This is yours, not %(name)s’s."), rows=2, optional=True)

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"
