"""A voice: the person's words, how we know, and what became of them."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.policy import UNDO_FOR, may_undo
from throughline.base.models.recorded import Amendment, Audience
from throughline.conversations import policy, queries
from throughline.conversations.choices import HowHelped, HowTold, Wish
from throughline.people.choices import FileBasis
from throughline.people.sight import Sight

from ... import about_person, words
from ...as_at import Moment, banner
from ...disagreements import links
from ...parts import Button, Contribution, Gap, Link, Notice, Portrait, Quote, Saved, Source
from .. import became, showing
from ..amended import Earlier, put_right, taken_back

Fact = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Photo:
    href: str
    shows: str


@dataclass(frozen=True)
class VoicePage:
    back: Link
    portrait: Portrait
    title: str
    quote: Quote
    became: became.Became
    facts: tuple[Fact, ...]
    take_back: str = ""  # where undoing is sent
    photo: Photo | None = None
    gap: Gap | None = None
    saved: Saved | None = None
    taken_back: Notice | None = None
    earlier: tuple[Earlier, ...] = ()
    seconds: tuple[Contribution, ...] = ()
    actions: tuple[Button, ...] = ()
    as_at: Any = None
    private: bool = False
    disputed: Link | None = None


def voice_page(sight: Sight, row: Any, at: Moment) -> VoicePage:
    """The page of a voice at the address of any of its rows; it shows what stands, and what stood before."""
    life = queries.history(sight, row, at.moment)
    now, name = life[-1], sight.person.name
    ids = [each.pk for each in life]
    found = queries.seconds_of(sight, ids)
    seconds = [each for each_id in ids for each in found.get(each_id, [])]
    ended = now.amendment in Amendment.ends()
    may_change = not at.is_past and not ended
    return VoicePage(
        back=showing.person_link(sight.person),
        portrait=about_person.portrait(sight.person),
        title=_title(now, name),
        quote=replace(showing.quote(now, name, size="l", link=False, seconded=any(each.agrees for each in seconds)), thought=None),
        became=became.of_voice(sight, now, ids, at.moment, may_change),
        facts=(*_of_what_was_seen(now, seconds), *_facts(now, life[0], name)),
        photo=_photo(now),
        gap=_no_words(now, sight, may_change),
        saved=_saved(now, sight) if may_change else None,
        taken_back=taken_back(now, name) if ended else None,
        earlier=tuple(_earlier(old, later) for old, later in zip(life, life[1:], strict=False) if _changed(old, later)),
        seconds=tuple(_second(each) for each in seconds),
        actions=_actions(now, sight, bool(seconds)) if may_change else (),
        as_at=banner(at, showing.voice_address(row)),
        take_back=reverse("said:voice_take_back", args=[now.pk]),
        private=now.audience == Audience.MANAGER,
        disputed=links.link(sight, now, "voice", ids, may=may_change),
    )


def _title(voice: Any, name: str) -> str:
    shown = {HowTold.SHOWED: _("What %(name)s showed"), HowTold.PICKED: _("What %(name)s picked"), HowTold.WROTE: _("What %(name)s wrote")}
    told = _("What we were told that %(name)s said") if voice.how_told == HowTold.TOLD_BY_SOMEONE else _("What %(name)s said")
    return shown.get(voice.how_told, told) % {"name": name}


def _facts(voice: Any, first: Any, name: str) -> tuple[Fact, ...]:
    """Speaker, subject, helper and recorder: four facts; then when, who else was there, and for whom it is."""
    wrote = _("%(who)s, %(when)s") % {"who": voice.author.name, "when": showing.moment(first.recorded_at)}
    found = [
        (_("Who spoke"), (_("%(name)s %(how)s") % {"name": name, "how": _how(voice)},)),
        (_("About whom or what"), (voice.subject or _("About %(name)s") % {"name": name},)),
        (_("Who helped"), _helped(voice)),
        (_("Who wrote it down"), (wrote, *([_("Later, because: %(why)s") % {"why": first.late_because}] if first.late_because else []))),
        (_("When"), (showing.moment(voice.occurred_at),)),
        (_("Who else was there"), (voice.others_present,) if voice.others_present else ()),
        (_("What %(name)s wants with it") % {"name": name}, (_("%(name)s %(wish)s") % {"name": name, "wish": Wish(voice.wish).label},)),
        (_("Is %(name)s OK with the recording") % {"name": name}, _basis(voice)),
        (_("Who can see it"), (_("Only the manager"),) if voice.audience == Audience.MANAGER else (_("The team"),)),
    ]
    return tuple((label, tuple(str(line) for line in lines)) for label, lines in found if lines)


def _how(voice: Any) -> str:
    """said it, used symbols or a device; or whose account it is."""
    if voice.how_told == HowTold.TOLD_BY_SOMEONE:
        teller = voice.told_by_contact or voice.told_by_staff
        return _("said it, as %(teller)s told us") % {"teller": teller.name}
    return str(HowTold(voice.how_told).label)


def _helped(voice: Any) -> tuple[str, ...]:
    helper = voice.helper_contact or voice.helper_staff
    how = str(HowHelped(voice.how_helped).label)
    if helper is None:
        return (_("Nobody, %(how)s") % {"how": how},) if voice.how_helped == HowHelped.ALONE else (how,)
    return (_("%(who)s: %(how)s") % {"who": helper.name, "how": how},)


def _basis(voice: Any) -> tuple[str, ...]:
    files = [each for each in (voice.sound, voice.photo) if each is not None]
    return tuple(dict.fromkeys(f"{FileBasis(each.basis).label}. {each.basis_words}" for each in files))


def _of_what_was_seen(voice: Any, seconds: list[Any]) -> tuple[Fact, ...]:
    """What was seen and what somebody thinks it means never share a place."""
    checked = _("Somebody else saw the same.") if any(each.agrees for each in seconds) else _("Not checked yet.")
    seen = voice.seen if voice.words or voice.how_told != HowTold.SHOWED else ""
    thought = (
        (voice.thought, _("%(who)s thinks so. %(checked)s") % {"who": voice.thought_by.name, "checked": checked}) if voice.thought else ()
    )
    own = (voice.words,) if voice.words and voice.how_told == HowTold.SHOWED else ()
    return tuple(
        (label, lines)
        for label, lines in (
            (_("Words that came with it"), own),
            (_("What was seen"), (seen,) if seen else ()),
            (_("What somebody thinks"), thought),
        )
        if lines
    )


def _photo(voice: Any) -> Photo | None:
    if voice.photo is None:
        return None
    return Photo(showing.file_address(voice.photo.pk), voice.photo.shows or _("A photo that was kept with these words"))


def _no_words(voice: Any, sight: Sight, may_change: bool) -> Gap | None:
    """A recording without words: whoever cannot hear it has nothing to read."""
    if voice.words or voice.seen:
        return None
    may = may_change and policy.may_amend(sight.actor, voice)
    write = Button(_("Write the words down"), reverse("said:voice_correct", args=[voice.pk])) if may else None
    return Gap(_("No words yet."), _("The recording is kept. Whoever cannot hear it has nothing to read."), write)


def _saved(voice: Any, sight: Sight) -> Saved | None:
    """Undo is free for ten minutes, for the one who wrote it."""
    if not may_undo(sight.actor, voice):
        return None
    until = words.clock_time(voice.received_at + UNDO_FOR)
    text = _("Kept at %(time)s. You can undo it until %(until)s.") % {"time": words.clock_time(voice.received_at), "until": until}
    return Saved(text, Button(_("Undo"), icon="undo", name="kind", value=Amendment.UNDONE.value))


def _changed(old: Any, later: Any) -> bool:
    return later.amendment == Amendment.CORRECTED and (old.words, old.seen, old.thought) != (later.words, later.seen, later.thought)


def _earlier(old: Any, later: Any) -> Earlier:
    said = " ".join(part for part in (old.words, old.seen, old.thought) if part) or _("A recording without words")
    return put_right((said,), later)


def _second(each: Any) -> Contribution:
    same = _("saw the same") if each.agrees else _("saw something else")
    text = f"{each.seen} {_('Thinks: %(thought)s') % {'thought': each.thought}}" if each.thought else each.seen
    return Contribution(
        text, Source((_("%(same)s, %(day)s") % {"same": same, "day": showing.day(each.occurred_at)},), showing.staff_speaker(each.author))
    )


def _actions(voice: Any, sight: Sight, seconded: bool) -> tuple[Button, ...]:
    user, found = sight.actor, []
    if voice.is_inferred and not seconded and policy.may_second(user, voice):
        found.append(Button(_("I saw it too"), reverse("said:voice_second", args=[voice.pk])))
    if policy.may_amend(user, voice):
        found += [
            Button(_("Put this right"), reverse("said:voice_correct", args=[voice.pk]), icon="pencil"),
            Button(_("Take it back"), reverse("said:voice_take_back", args=[voice.pk])),
            Button(_("It is somebody else’s"), reverse("said:voice_move", args=[voice.pk])),
        ]
    return tuple(found)
