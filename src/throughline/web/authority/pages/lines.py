"""One advance refusal and one advocate's work, as they stand on the page of who can decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.authority.queries import Advocate, Sending
from throughline.people.choices import Area

from ... import legal
from ...parts import Button, Link
from ...said import showing


@dataclass(frozen=True)
class Step:
    """Something that was done, in a sentence, and where it is taken back when it was a mistake."""

    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Card:
    """One thing with what is known of it, what was done, and what can be done."""

    title: str
    lines: tuple[str, ...]
    steps: tuple[Step, ...]
    actions: tuple[Button, ...]
    law: tuple[str, ...] = ()
    mistake: Link | None = None


def mistake(row: Any, table: str, more: str, *, may: bool) -> Link | None:
    """Where a row is marked as entered by mistake. `more` is read out: which row."""
    address = reverse("authority:mistake", args=[row.person_id, table, row.pk])
    return Link(_("Entered by mistake"), address, more=more[:80]) if may else None


# --- advance refusals ---


def refusal(row: Any, sendings: Iterable[Sending], *, may: bool) -> Card:
    """What it says and to whom it was sent. Nothing here says whether it holds."""
    said = [_said(row)]
    said += [_("In these circumstances: %(words)s") % {"words": row.circumstances}] if row.circumstances else []
    said += [_("Kept: %(where)s") % {"where": row.where_kept}] if row.where_kept else []
    steps = tuple(step for sending in sendings for step in _sent(sending, may))
    return Card(row.treatments, (*said, *_form(row)), steps, _refusal_actions(row) if may else (), mistake=_of(row, "refusal", may))


def _of(row: Any, table: str, may: bool) -> Link | None:
    return mistake(row, table, str(row), may=may)


def _said(row: Any) -> str:
    named = {"who": row.author.name, "day": showing.short_day(row.made_on) if row.made_on else ""}
    return (_("Made on %(day)s. Written down here by %(who)s.") if row.made_on else _("Written down here by %(who)s.")) % named


def _form(row: Any) -> tuple[str, ...]:
    """What the law asks of the paper, as it was seen; not whether that is enough."""
    return (
        _("It is in writing.") if row.in_writing else _("It is not written down here that it is in writing."),
        _("It is signed.") if row.signed else _("It is not written down here that it is signed."),
        _("A witness signed it.") if row.witnessed else _("It is not written down here that a witness signed it."),
        _("It says that it applies even if life is at risk.")
        if row.even_if_life_at_risk
        else _("It is not written down here that it says it applies even if life is at risk."),
    )


def _sent(sending: Sending, may: bool) -> list[Step]:
    sent = sending.sent
    named = {"to": sent.to, "day": showing.short_day(sent.occurred_at), "who": sent.author.name, "how": sent.how}
    text = _("Sent to %(to)s on %(day)s by %(who)s: %(how)s.") if sent.how else _("Sent to %(to)s on %(day)s by %(who)s.")
    answer = Link(_("Write down what they answered"), reverse("authority:answer", args=[sent.pk]), more=sent.to) if may else None
    answers = [Step(_answered(each), _of(each, "answer", may)) for each in sending.answers]
    nothing = [] if answers else [Step(_("No answer is written down yet."), answer)]
    return [Step(text % named, _of(sent, "sent", may)), *answers, *nothing]


def _answered(answer: Any) -> str:
    return _("They answered: “%(words)s” Written down on %(day)s.") % {
        "words": answer.words,
        "day": showing.short_day(answer.occurred_at),
    }


def _refusal_actions(row: Any) -> tuple[Button, ...]:
    more = row.treatments[:80]
    return (
        Button(_("Send it to a clinician"), reverse("authority:send", args=[row.pk]), more=more),
        Button(_("It was taken back"), reverse("authority:withdrawn", args=[row.pk]), more=more),
    )


def taken_back(row: Any, name: str) -> str:
    """A refusal that the person took back."""
    named = {"what": row.treatments, "name": name, "day": showing.short_day(row.recorded_at), "words": row.reason}
    if row.reason:
        return _("No to: %(what)s. %(name)s took it back, written down on %(day)s: %(words)s") % named
    return _("No to: %(what)s. %(name)s took it back, written down on %(day)s.") % named


# --- advocates ---


def advocate(each: Advocate, codes: tuple[str, ...], *, may: bool) -> Card:
    """Who it is or who was asked to find one, why, and what came of it."""
    row = each.advocacy
    steps = tuple(Step(_step(step), _of(step, "step", may)) for step in each.steps)
    button = Button(_("Write down what happened"), reverse("authority:step", args=[row.pk]), more=str(row))
    actions = (button,) if may and not each.ended else ()
    return Card(str(row), _about(each), steps, actions, legal.texts(codes), _of(row, "advocate", may))


def _about(each: Advocate) -> tuple[str, ...]:
    row = each.advocacy
    lines = [str(each.contact) if each.contact else _("Nobody is found yet.")]
    asked = {"body": row.responsible_body, "day": showing.short_day(row.referred_on) if row.referred_on else ""}
    if row.responsible_body:
        lines.append((_("%(body)s was asked on %(day)s.") if row.referred_on else _("%(body)s was asked.")) % asked)
    lines += [_("About: %(area)s") % {"area": Area(row.area).label}] if row.area else []
    lines += [_("Because: %(why)s") % {"why": row.legal_basis}] if row.legal_basis else []
    return tuple(lines)


def _step(step: Any) -> str:
    named = {"what": step.get_kind_display(), "day": showing.short_day(step.on), "who": step.contact or "", "words": step.words}
    if step.contact and step.words:
        return _("%(day)s: %(what)s (%(who)s). %(words)s") % named
    if step.contact:
        return _("%(day)s: %(what)s (%(who)s)") % named
    return (_("%(day)s: %(what)s. %(words)s") if step.words else _("%(day)s: %(what)s")) % named
