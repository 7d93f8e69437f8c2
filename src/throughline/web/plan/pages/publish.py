"""Making a version what staff follow: what they will see, what it rests on, what they are told. And ending an item."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from throughline.base.terms import gettext as _
from throughline.decisions import law as decisions_law
from throughline.decisions import policy
from throughline.decisions import queries as decisions
from throughline.people.sight import Sight
from throughline.plan import law
from throughline.plan import queries as plan
from throughline.plan.choices import ItemKind
from throughline.workforce import queries as workforce

from ...about_person import comm, portrait
from ...forms import Form, FormPage
from ...parts import Button, Comm, Link, Notice, Paper, Portrait
from .. import leaves
from ..cards import StaffCard, card_of, has_card
from ..compare import Change, changes
from ..forms import PublishForm
from ..qr import code
from .around import around
from .version import in_force


@dataclass(frozen=True, slots=True)
class NotValid:
    """A decision that cannot be cited, with the reason."""

    decision: Link
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class PublishPage:
    """Three things on one page: what staff will see, on what it rests, and the sentence that tells them."""

    form: PublishForm
    back: Link
    portrait: Portrait
    comm: Comm | None
    title: str
    law: Notice | None
    not_valid: tuple[NotValid, ...]
    card: StaffCard | None
    papers: tuple[Paper, ...]
    changes: tuple[Change, ...]
    ask: Link | None
    may_submit: bool
    asks_limits: bool
    asks_deprive: bool
    asks_sign_off: bool


@dataclass
class Publishing:
    """One version on its way to staff."""

    sight: Sight
    versions: list[Any]  # it, and then all others of its item
    asked_for: str = ""  # a decision, when it was begun from one

    def __post_init__(self) -> None:
        self.version = self.versions[0]
        self.decisions = decisions.decisions(self.sight)
        self.valid = [each for each in self.decisions if each.takes_effect]
        log: list[Any] = workforce.publications(self.sight, self.version.item)
        self.is_key = any(each.is_key for each in log)  # before it is published, nobody was signed off for it
        self.in_force = in_force(log)
        parts = {line.part for line in self.version.lines.all()}
        self.kind = self.version.item.kind
        self.needs = law.needs_decision(self.kind, parts, self.version.controls_money)

    @property
    def always_limits(self) -> bool:
        """A kind that is about limits is not asked whether it limits."""
        return bool(self.kind == ItemKind.RESTRICTION)

    def form(self, data: Any = None) -> PublishForm:
        """Asks for the decision and the sentence; a version that needs a decision cannot say that there is none."""
        initial = {"decision": self._first_choice(), "message": ""}
        names = {"name": self.sight.person.name}
        asks = self.kind in ItemKind.for_staff() and not self.always_limits
        given: dict[str, Any] = {"decisions": self.valid, "none_allowed": not self.needs, "asks_limits": asks, "is_key": self.is_key}
        return PublishForm(data, names=names, initial=initial, **given)

    def _first_choice(self) -> str:
        """The decision that was asked for, or on which the version in force rests."""
        cited = str(self.in_force.decision_id) if self.in_force and self.in_force.decision_id else ""
        known = {str(each.pk) for each in self.valid}
        return next((each for each in (self.asked_for, cited) if each in known), "")

    def lead_on(self, form: PublishForm) -> None:
        """What was sent back for want of a conclusion about liberty leads to where it is made, with the decision filled in."""
        given = form.cleaned_data if form.is_bound else {}
        chosen, person = given.get("decision"), self.sight.person
        if chosen is None or not (self.needs or given.get("limits")) or not plan.liberty_wants(person, chosen):
            return
        if policy.may_conclude_liberty(self.sight.actor, person):
            told = _("Look at whether %(name)s’s liberty is taken away, with %(decision)s") % {"name": person.name, "decision": chosen}
            about = urlencode({"decision": chosen.pk, "version": self.version.pk})
            form.ways = (*form.ways, (told, f"{reverse('liberty:review_new', args=[person.pk])}?{about}"))

    @property
    def shown_decision(self) -> Any:
        """The decision that the card shows before one was chosen."""
        return next((each for each in self.valid if str(each.pk) == self._first_choice()), None)


def publish_page(publishing: Publishing, form: PublishForm, address: str) -> PublishPage:
    """`address`: of the thread, with the host, for the code on the paper."""
    sight, version = publishing.sight, publishing.version
    name = sight.person.name
    card = card_of(version, publishing.shown_decision, around(sight, {})) if has_card(version.item.kind) else None
    now = publishing.in_force.version_id if publishing.in_force else None
    old = next((each for each in publishing.versions[1:] if each.pk == now), None)
    return PublishPage(
        form=form,
        back=Link(
            _("Version %(n)s of %(title)s") % {"n": version.number, "title": version.title}, reverse("plan:version", args=[version.pk])
        ),
        portrait=portrait(sight.person),
        comm=comm(sight),
        title=version.title,
        law=_why(publishing.needs, name),
        not_valid=tuple(_not_valid(each) for each in publishing.decisions if not each.takes_effect),
        card=card,
        papers=tuple(leaves.papers(card, code(address, _("Code that opens the thread")))) if card else (),
        changes=tuple(changes(old, version, name)) if old else (),
        ask=Link(_("Ask %(name)s to decide") % {"name": name}, reverse("decisions:question_new", args=[sight.person_id])),
        may_submit="decision" in form.fields,
        asks_limits="limits" in form.fields,
        asks_deprive="may_deprive" in form.fields,
        asks_sign_off="sign_off" in form.fields,
    )


def _why(code_: str, name: str) -> Notice | None:
    """Why the law asks for a decision here."""
    if not code_:
        return None
    why = {
        "needs-decision-restriction": _("It limits %(name)s. The law lets nobody limit a person because %(staff)s think it best."),
        "needs-decision-money": _("It controls %(name)s’s money, which is %(name)s’s own."),
        "needs-decision-reactive": _("It says what %(staff)s do to stop something that happens, which can limit or hurt %(name)s."),
    }
    return Notice(
        _("This needs a decision of %(name)s’s") % {"name": name},
        " ".join(
            [
                why[code_] % {"name": name},
                _("Without a valid decision it cannot be published."),
                _("A manager who did not write it publishes it."),
            ]
        ),
        "look",
    )


def _not_valid(decision: Any) -> NotValid:
    faults = [decisions_law.FAULTS[code_] for code_ in decision.why_not if code_ in decisions_law.FAULTS]
    reasons = tuple(f"{_(fault.wrong)} {_(fault.do)}" for fault in faults) or (_("It takes no effect."),)
    return NotValid(Link(f"{decision}: {decision.outcome}", reverse("decisions:decision", args=[decision.pk])), reasons)


def end_page(sight: Sight, item: Any, title: str, form: Form) -> FormPage:
    """Ending an item, with the reason."""
    said = {"title": title, "name": sight.person.name}
    return FormPage(
        form,
        Button(_("End it"), main=True),
        heading=_("End %(title)s") % said,
        back=Link(title, reverse("thread:thread", args=[item.pk])),
        intro=_("%(Staff)s will no longer follow it. Its thread stays in the record, and it can be taken up again.") % said,
        portrait=portrait(sight.person),
    )
