"""Plain proposals with which a first agreement begins: prompts to talk about, changed or taken out together, and never findings."""

from collections.abc import Sequence
from typing import Any

from throughline.agreements.choices import Involved
from throughline.base.terms import gettext_lazy as _

PURPOSE = _("So that %(name)s is heard first, and the people in %(name)s’s life know how they take part.")
CONSENT = _("Before anything is shared, %(name)s is asked alone, in %(name)s’s own way. No is no. A yes is asked again next time.")
CONFLICT = _("%(Staff)s do what %(name)s chose. They say so kindly, write down what was asked for, and tell %(name)s.")
ADVOCATE = _("%(name)s can have an independent advocate at any time. Whoever %(name)s asks rings them.")
CIRCLE_DOES = _("They speak with %(name)s, not about %(name)s. They bring worries to %(staff)s first.")
STAFF_DO = _("They answer within 5 working days, and say honestly what they do not know.")
RULES = (
    _("%(name)s speaks first."),
    _("Before the meeting %(name)s has time alone with somebody they trust."),
    _("Anybody can ask for a break."),
    _("Nobody answers for %(name)s. We wait."),
    _("We use the way in which %(name)s communicates best."),
)
# Our own rule (`domain.md` 1.9): the first answer within 5 working days, each further step within 20.
STEPS = (
    (_("We listen, and say back what %(name)s wants."), 5),
    (_("We look together at what is known: the facts, what %(name)s said, who can decide by law."), 20),
    (_("An independent advocate helps %(name)s to be heard."), 20),
    (_("Somebody who was not part of it looks at it: the manager, then the council."), 20),
)


def first(name: str, who: Sequence[str], family: Sequence[Any]) -> dict[str, Any]:
    """What the form of a first version begins with. who: the names for the steps, as far as they are known."""
    named = {"name": name}
    texts = {
        "purpose": PURPOSE,
        "consent_checked": CONSENT,
        "conflict": CONFLICT,
        "advocate": ADVOCATE,
        "circle_does": CIRCLE_DOES,
        "staff_do": STAFF_DO,
    }
    filled: dict[str, Any] = {field: str(text) % named for field, text in texts.items()}
    filled["rules"] = "\n".join(str(rule) % named for rule in RULES)
    for n, ((what, days), sees_to_it) in enumerate(zip(STEPS, who, strict=True), 1):
        filled |= {f"what-{n}": str(what) % named, f"who-{n}": sees_to_it, f"days-{n}": str(days)}
    for each in family:
        filled |= {f"planning-{each.pk}": Involved.ASKED, f"reviews-{each.pk}": Involved.THERE, f"decisions-{each.pk}": Involved.ASKED}
    return filled


def from_version(version: Any) -> dict[str, Any]:
    """What stands in a version, for the form of the next one."""
    same = ("purpose", "consent_checked", "conflict", "advocate", "circle_does", "staff_do", "given_how")
    filled = {name: getattr(version, name) for name in same} | {"after": str(version.pk)}
    filled["rules"] = "\n".join(rule.text for rule in version.rules.all())
    for n, step in enumerate(version.steps.all(), 1):
        filled |= {f"what-{n}": step.what, f"who-{n}": step.who, f"days-{n}": str(step.days)}
    for each in version.parties.all():
        pk = each.contact_id
        filled |= {f"planning-{pk}": each.in_planning, f"reviews-{pk}": each.in_reviews, f"decisions-{pk}": each.in_decisions}
    for thing in version.shared.all():
        filled.setdefault(f"topics-{thing.contact_id}", []).append(thing.about)
        filled |= {f"rhythm-{thing.contact_id}": thing.rhythm, f"event-{thing.contact_id}": thing.event}
    return filled
