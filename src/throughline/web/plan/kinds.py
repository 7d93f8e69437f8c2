"""The kinds of a plan's items as pages say them: a heading for several, and one line on what each is for."""

from typing import Any

from throughline.base.terms import gettext_lazy as _
from throughline.plan.choices import ItemKind, LinePart

HEADINGS: dict[str, Any] = {
    ItemKind.OUTCOME: _("What %(name)s wants"),
    ItemKind.ROUTINE: _("Routines"),
    ItemKind.WHAT_HELPS: _("What helps"),
    ItemKind.RISK_LADDER: _("Steps towards doing it alone"),
    ItemKind.MONEY_PLAN: _("Money"),
    ItemKind.CHECKLIST: _("Checklists"),
    ItemKind.RESTRICTION: _("What limits %(name)s"),
    ItemKind.COMMUNICATION: _("How %(name)s communicates"),
    ItemKind.PROFILE: _("One-page profile"),
}

NAMES: dict[str, Any] = {
    ItemKind.OUTCOME: _("Something %(name)s wants"),
    ItemKind.ROUTINE: _("A routine"),
    ItemKind.WHAT_HELPS: _("What helps"),
    ItemKind.RISK_LADDER: _("Steps towards doing it alone"),
    ItemKind.MONEY_PLAN: _("A money plan"),
    ItemKind.CHECKLIST: _("A checklist"),
    ItemKind.RESTRICTION: _("Something that limits %(name)s"),
    ItemKind.COMMUNICATION: _("How %(name)s communicates"),
    ItemKind.PROFILE: _("A one-page profile"),
}

EXPLAINED: dict[str, Any] = {
    ItemKind.OUTCOME: _("What %(name)s wants life to be like, in %(name)s’s own words, and how we will know."),
    ItemKind.ROUTINE: _("What %(staff)s do on ordinary days, step by step, with times."),
    ItemKind.WHAT_HELPS: _("Early signs that it gets too much, what to do, what not to do, and whom to call."),
    ItemKind.RISK_LADDER: _("One step after the other, each tried before the next, with when to step in."),
    ItemKind.MONEY_PLAN: _("How %(name)s’s own money is kept and spent. Control by %(staff)s needs a decision."),
    ItemKind.CHECKLIST: _("Things to check each time, like before a swim or a journey."),
    ItemKind.RESTRICTION: _("Anything that stops %(name)s from doing something. It always needs a decision."),
    ItemKind.COMMUNICATION: _("How to tell %(name)s things, and how %(name)s tells us yes and no. It stands on every page."),
    ItemKind.PROFILE: _("What people like about %(name)s, what matters, and how to support %(name)s well, on one page."),
}

# What a part is called in the form, where its own name says too little.
ASKED: dict[str, Any] = {
    LinePart.DO: _("What do %(staff)s do?"),
    LinePart.DO_NOT: _("What do %(staff)s not do?"),
    LinePart.EARLY_SIGN: _("What are early signs that it gets too much?"),
    LinePart.STEP_UP: _("When do %(staff)s get help?"),
    LinePart.CALL: _("Who is called, in which order?"),
    LinePart.REACT: _("What do %(staff)s do if it happens anyway?"),
    LinePart.ADMIRE: _("What do people like about %(name)s?"),
    LinePart.IMPORTANT: _("What is important to %(name)s?"),
    LinePart.SUPPORT: _("How do we support %(name)s well?"),
    LinePart.UNDERSTANDS: _("How do we tell %(name)s things?"),
    LinePart.MEANS: _("How does %(name)s tell us things?"),
    LinePart.YES: _("How does %(name)s say yes?"),
    LinePart.NO: _("How does %(name)s say no, or stop?"),
    LinePart.CHECK: _("What is checked?"),
    LinePart.LIMIT: _("What is limited?"),
    LinePart.LESS: _("How will it become less?"),
    LinePart.CHECK_IN: _("How and when does %(name)s check in?"),
    LinePart.BENEFIT: _("What is good about it for %(name)s?"),
    LinePart.HARM: _("What happens if we do not do it?"),
    LinePart.ASK: _("What do we ask %(name)s, to hear how it is?"),
    LinePart.ANSWER: _("Which answers did %(name)s choose for it?"),
}

# What a part says that a reader of the form would not guess.
HINTS: dict[str, Any] = {
    LinePart.REACT: _("One a line. What stops something that happens already always needs a decision."),
    LinePart.LIMIT: _("One a line. Say what %(name)s cannot do, and where and when."),
    LinePart.LESS: _("One a line. A limit that has no way out does not stand."),
    LinePart.CALL: _("One a line. The phones of the home stand on the card by themselves."),
    LinePart.IMPORTANT: _("One a line, the most important first."),
    LinePart.CHECK_IN: _("One a line, in the way and at the times that %(name)s chose."),
    LinePart.HARM: _("One a line. Not to do something can harm too."),
    LinePart.ASK: _("One question, in %(name)s’s own words, like: Who decides about my day? %(name)s answers it now and then."),
    LinePart.ANSWER: _("One a line, the best first, 2 to 7. A picture sign can stand before the words. Left empty: good, so-so, not good."),
}
ONE_A_LINE = _("One a line.")

# The words over each part where a profile or communication profile is read.
READ: dict[str, Any] = {
    LinePart.ADMIRE: _("What people like about %(name)s"),
    LinePart.IMPORTANT: _("What is important to %(name)s"),
    LinePart.SUPPORT: _("How to support %(name)s well"),
    LinePart.UNDERSTANDS: _("How to tell %(name)s things"),
    LinePart.MEANS: _("How %(name)s tells us things"),
    LinePart.YES: _("Yes"),
    LinePart.NO: _("No, or stop"),
}


# The same in the person's own voice, for a profile that is made with them.
OWN: dict[str, Any] = {
    LinePart.ADMIRE: _("What people like about me"),
    LinePart.IMPORTANT: _("What is important to me"),
    LinePart.SUPPORT: _("How to support me well"),
}


def part_name(part: str, name: str) -> str:
    """The heading of a part on a page."""
    return str(READ[part]) % {"name": name} if part in READ else str(LinePart(part).label)


def in_order() -> list[str]:
    """The kinds in the order in which a plan shows them."""
    return list(HEADINGS)
