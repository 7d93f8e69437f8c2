"""What a gap says where a knot would stand, and the one thing to do about it."""

from django.urls import reverse

from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight
from throughline.thread.facts import ItemFacts
from throughline.thread.trace import Gap

from .. import parts, words


def gap(gap: Gap, facts: ItemFacts, sight: Sight) -> parts.Gap:
    """The gap as a part of the page; its action only for those who may take it."""
    title, text = WORDS[gap](facts, sight.person.name)
    return parts.Gap(title, text, action(gap, facts, sight))


def action(gap: Gap, facts: ItemFacts, sight: Sight) -> parts.Button | None:
    """The one thing to do about a gap."""
    act, text, name, key = ACTIONS[gap]
    keys = {"person": sight.person_id, "item": facts.item_id, "version": facts.written.id if facts.written else None}
    keys["decision"] = facts.decision.id if facts.decision else None
    if act not in sight.may or keys[key] is None:
        return None
    return parts.Button(text() % {"name": sight.person.name}, reverse(name, args=[keys[key]]), main=True)


ACTIONS = {
    Gap.NO_VOICE: (Act.KEEP_VOICE, lambda: _("Add what %(name)s said or showed"), "said:voice_new", "person"),
    Gap.NOT_TALKED: (Act.KEEP_CONVERSATION, lambda: _("Write down a talk with %(name)s"), "said:conversation_new", "person"),
    Gap.NO_DECISION: (Act.DECIDE_SMALL, lambda: _("Ask %(name)s to decide"), "decisions:question_new", "person"),
    Gap.NOT_TOLD: (Act.KEEP_VOICE, lambda: _("Tell %(name)s"), "decisions:tell", "decision"),
    Gap.NO_CARD: (Act.PLAN, lambda: _("Publish it for %(staff)s"), "plan:publish", "version"),
    Gap.NOTHING_SEEN: (Act.KEEP_PRACTICE, lambda: _("Write down what happened"), "today:note_new", "person"),
    Gap.NO_LOOK_AGAIN: (Act.REVIEW, lambda: _("Look again with %(name)s"), "reviews:review_new", "item"),
    Gap.REVIEW_DUE: (Act.REVIEW, lambda: _("Look again with %(name)s"), "reviews:review_new", "item"),
}


def _no_voice(facts: ItemFacts, name: str) -> tuple[str, str]:
    return _("Nothing from %(name)s yet.") % {"name": name}, _(
        "%(Staff)s started this. Ask %(name)s, watch, or ask someone who knows %(name)s."
    ) % {"name": name}


def _not_talked(facts: ItemFacts, name: str) -> tuple[str, str]:
    return _("Not talked about yet."), _("Nothing shows which ways were talked about with %(name)s.") % {"name": name}


def _no_decision(facts: ItemFacts, name: str) -> tuple[str, str]:
    return _("No decision yet."), _("Nobody has written down what %(name)s decided about this.") % {"name": name}


def _not_told(facts: ItemFacts, name: str) -> tuple[str, str]:
    return _("Not told yet."), _("Nothing shows that %(name)s was told what was decided.") % {"name": name}


def _no_card(facts: ItemFacts, name: str) -> tuple[str, str]:
    if facts.decision:
        day = words.short_day(facts.decision.decided_at, clock.today())
        return _("No shift card yet."), _("It was decided on %(day)s and %(staff)s have nothing to follow.") % {"day": day}
    return _("Not published yet."), _("It is written down, and %(staff)s do not follow it yet.")


def _nothing_seen(facts: ItemFacts, name: str) -> tuple[str, str]:
    if facts.published is None:
        return _("Nothing seen yet."), _("Records will show here once there is a card.")
    return _("Nothing seen yet."), _("Nobody has written down whether this happened.")


def _no_look_again(facts: ItemFacts, name: str) -> tuple[str, str]:
    return _("No day to look again."), _("Nothing says when people look at this again with %(name)s.") % {"name": name}


def _review_due(facts: ItemFacts, name: str) -> tuple[str, str]:
    return _("It is time to look again."), _("The day to look again with %(name)s has gone by.") % {"name": name}


WORDS = {
    Gap.NO_VOICE: _no_voice,
    Gap.NOT_TALKED: _not_talked,
    Gap.NO_DECISION: _no_decision,
    Gap.NOT_TOLD: _not_told,
    Gap.NO_CARD: _no_card,
    Gap.NOTHING_SEEN: _nothing_seen,
    Gap.NO_LOOK_AGAIN: _no_look_again,
    Gap.REVIEW_DUE: _review_due,
}

# A gap in one line, for the head of the thread and the rows of a table.
SHORT = {
    Gap.NO_VOICE: lambda: _("Started by %(staff)s: nothing from %(name)s yet"),
    Gap.NOT_TALKED: lambda: _("Not talked about yet"),
    Gap.NO_DECISION: lambda: _("No decision yet"),
    Gap.NOT_TOLD: lambda: _("%(name)s not told yet"),
    Gap.NO_CARD: lambda: _("No card yet"),
    Gap.NOTHING_SEEN: lambda: _("Nothing seen yet"),
    Gap.NO_LOOK_AGAIN: lambda: _("No day to look again"),
    Gap.REVIEW_DUE: lambda: _("Time to look again"),
}


def short(gap: Gap, name: str) -> str:
    """A gap in one line."""
    return SHORT[gap]() % {"name": name}
