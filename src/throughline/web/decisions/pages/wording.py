"""How a decision is told in words: who decided, what it weighed, how the person took an option."""

from dataclasses import replace
from typing import Any

from django.urls import reverse

from throughline.base.terms import gettext as _
from throughline.decisions.choices import Basis, Effect, Limits, Reaction
from throughline.decisions.law import FAULTS

from ...parts import Button, Option, State, View
from ...parts import Standing as NotValid
from ...said import showing

NEVER_LAWFUL = frozenset({Basis.RELATIVE, Basis.STAFF, Basis.CUSTOM})


def decider(decision: Any, name: str) -> str:
    """Who decided, and on what basis, in a sentence."""
    sentences = {
        Basis.OWN: _("%(name)s decided, alone."),
        Basis.OWN_WITH_SUPPORT: _("%(name)s decided, with support."),
        Basis.BEST_INTERESTS: _("%(who)s decided in %(name)s’s best interests."),
        Basis.ATTORNEY: _("%(who)s decided, as attorney or deputy."),
        Basis.COURT: _("A court decided."),
        Basis.RELATIVE: _("%(who)s decided, as a relative."),
        Basis.STAFF: _("%(who)s decided, as %(staff)s."),
        Basis.CUSTOM: _("Nobody decided: it has always been done this way."),
    }
    who = decision.decided_by_contact or decision.decided_by_staff
    return sentences[Basis(decision.basis)] % {"name": name, "who": who.name if who else _("Somebody else")}


def is_own(decision: Any) -> bool:
    return decision.basis in (Basis.OWN, Basis.OWN_WITH_SUPPORT)


def short_standing(decision: Any) -> State:
    if decision.takes_effect:
        return State(_("Takes effect"), "good")
    return State(_("Not valid: takes no effect"), "urgent")


def standing_on(decision: Any, name: str) -> State:
    """The line under the heading of a decision."""
    if not decision.takes_effect:
        return State(_("Not valid: takes no effect. Written down on %(day)s") % {"day": showing.day(decision.occurred_at)}, "urgent")
    said = {
        Basis.OWN: _("Decided on %(day)s. %(name)s decided, alone"),
        Basis.OWN_WITH_SUPPORT: _("Decided on %(day)s. %(name)s decided, with support"),
        Basis.ATTORNEY: _("Decided on %(day)s, for %(name)s, by an attorney or deputy"),
        Basis.COURT: _("Decided on %(day)s, for %(name)s, by a court"),
    }.get(Basis(decision.basis), _("Decided on %(day)s, in %(name)s’s best interests"))
    return State(said % {"day": showing.day(decision.occurred_at), "name": name}, "good")


def not_valid(decision: Any, action: Any) -> NotValid | None:
    """Why it takes no effect and what to do: root cause first."""
    if decision.takes_effect:
        return None
    faults = [FAULTS[code] for code in decision.why_not if code in FAULTS]
    kept = _("It is kept as what happened, and nothing can rest on it.")
    to_do = " ".join(dict.fromkeys(_(fault.do) for fault in faults)) or _("Decide again with %(person)s.")
    return NotValid(_("Not valid: this decision takes no effect"), (*(_(fault.wrong) for fault in faults), kept), to_do, action)


def again(decision: Any, name: str) -> tuple[Button, ...]:
    """The ways to decide it again: as it was decided first, and, where somebody else decided it for the person, with them too."""
    with_them = Button(_("Decide again with %(name)s") % {"name": name}, reverse("decisions:again", args=[decision.pk]))
    for_them = Button(_("Decide again for %(name)s") % {"name": name}, reverse("capacity:again", args=[decision.pk]))
    ways = (with_them,) if is_own(decision) or decision.basis in NEVER_LAWFUL else (for_them, with_them)
    return (replace(ways[0], main=not decision.takes_effect), *ways[1:])


def effect(weighed: Any) -> State:
    """Shaped it; Not followed: Jo said no to this, twice."""
    label = str(Effect(weighed.effect).label)
    return State(_("%(effect)s: %(because)s") % {"effect": label, "because": weighed.because} if weighed.because else label)


def view(weighed: Any, person: Any) -> View:
    """What somebody else said, and what the decision did with it."""
    said = weighed.contribution
    return View(showing.speaker(said.party, said.contact, said.staff, person), said.words, effect(weighed))


def reaction(option: Any, name: str) -> str:
    sentences = {
        Reaction.PICKED: _("%(name)s picked this"),
        Reaction.LIKED: _("%(name)s liked it"),
        Reaction.UNSURE: _("%(name)s was not sure"),
        Reaction.NO: _("%(name)s said or showed no"),
        Reaction.NOT_SHOWN: _("%(name)s was not shown this one"),
    }
    said = sentences[Reaction(option.reaction)] % {"name": name}
    return _("%(reaction)s: %(words)s") % {"reaction": said, "words": option.reaction_words} if option.reaction_words else said


def shown_option(option: Any, name: str, chosen: bool = False) -> Option:
    """An option with what is for and against it, how it was shown, and how the person took it."""
    picked = option.reaction == Reaction.PICKED
    how = _("Shown: %(how)s") % {"how": option.how_shown} if option.how_shown else ""
    note = "" if picked else reaction(option, name)
    return Option(
        name=option.title,
        picture=showing.file_address(option.photo.pk) if option.photo else "",
        good=lines(option.benefits),
        less_good=lines(option.risks),
        picked=reaction(option, name) if picked else "",
        note=" ".join(_ended(part) for part in (note, how, limits(option, name)) if part),
        chosen=chosen,
    )


def limits(option: Any, name: str) -> str:
    """How much it limits the person, by name, where somebody said so."""
    if option.limits is None:
        return ""
    by_name = {
        Limits.SOME: _("It limits something that matters to %(name)s"),
        Limits.MOST: _("It limits most of what %(name)s can do or where they can go"),
    }
    level = Limits(option.limits)
    return by_name[level] % {"name": name} if level in by_name else str(level.label)


def _ended(part: str) -> str:
    """A sentence that ends, whatever somebody wrote last."""
    return part if part.endswith((".", "!", "?", "”", '"')) else f"{part}."


def lines(text: str) -> tuple[str, ...]:
    """One a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
