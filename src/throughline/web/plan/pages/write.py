"""Writing a plan item: choosing its kind, what it says, where its lines come from."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from ...about_person import comm, portrait
from ...forms import Form, FormPage
from ...parts import Button, Comm, Link, LinkRow, Portrait
from ..forms import ContentForm
from ..kinds import EXPLAINED, HEADINGS, NAMES
from ..writing import Writing


@dataclass(frozen=True)
class ChoosePage:
    """The kinds, each with a line on what it is for."""

    name: str
    back: Link
    comm: Comm | None
    kinds: tuple[LinkRow, ...]


def choose_page(sight: Sight) -> ChoosePage:
    """Every kind is one press away."""
    said = {"name": sight.person.name}
    address = reverse("plan:item_new", args=[sight.person_id])
    kinds = tuple(LinkRow(f"{address}?kind={kind}", "", str(NAMES[kind]) % said, soft=str(EXPLAINED[kind]) % said) for kind in HEADINGS)
    return ChoosePage(said["name"], plan_link(sight), comm(sight), kinds)


def plan_link(sight: Sight) -> Link:
    """The way back to the plan."""
    return Link(_("%(name)s’s plan") % {"name": sight.person.name}, reverse("plan:plan", args=[sight.person_id]))


@dataclass(frozen=True)
class WritePage:
    """One form for what an item says. `seen`: the number of the version that the writer has before them."""

    form: ContentForm
    heading: str
    explained: str
    back: Link
    portrait: Portrait
    comm: Comm | None
    first: tuple[Any, ...]
    rest: tuple[Any, ...]
    steps: bool
    money: tuple[Any, ...]
    seen: int
    later: Link | None
    other_kind: Link | None
    is_draft: bool

    @property
    def buttons(self) -> tuple[Button, ...]:
        """One filled: keep it. The others keep it too, in their way."""
        return (
            Button(_("Keep this version"), main=True, name="go", value="keep"),
            Button(_("First say where each line comes from"), name="go", value="sources"),
            Button(_("Keep as a draft"), name="go", value="draft"),
        )


FIRST = frozenset({"title", "own_words", "summary"})


def write_page(writing: Writing, form: ContentForm, sent: bool) -> WritePage:
    """The form and what stands around it."""
    sight, latest = writing.sight, writing.latest
    said = {"name": sight.person.name}
    number = latest.number if latest else 0
    is_draft = not sent and writing.draft is not None
    seen = int((writing.draft.content.get("seen") or ["0"])[0] or 0) if is_draft else number
    fields = form.visible_fields()
    return WritePage(
        form=form,
        heading=_("Write a new version of %(title)s") % {"title": latest.title} if latest else str(NAMES[writing.kind]) % said,
        explained=str(EXPLAINED[writing.kind]) % said,
        back=Link(latest.title, reverse("thread:thread", args=[writing.item.pk])) if latest else plan_link(sight),
        portrait=portrait(sight.person),
        comm=comm(sight),
        first=tuple(field for field in fields if field.name in FIRST),
        rest=tuple(field for field in fields if field.name not in FIRST),
        steps=bool(form.rows),
        money=tuple(form.money),
        seen=seen,
        later=_later(latest, sent, form),
        other_kind=Link(_("Choose another kind"), reverse("plan:item_new", args=[sight.person_id])) if not latest else None,
        is_draft=is_draft,
    )


def _later(latest: Any, sent: bool, form: ContentForm) -> Link | None:
    """What somebody else wrote meanwhile, when the form came back because of it."""
    if latest is None or not sent or not form.non_field_errors():
        return None
    return Link(_("Read version %(n)s") % {"n": latest.number}, reverse("plan:version", args=[latest.pk]))


def sources_page(writing: Writing, form: Form) -> FormPage:
    """Where each line comes from."""
    said = {"name": writing.sight.person.name}
    return FormPage(
        form,
        Button(_("Keep this version"), main=True),
        heading=_("Where do these lines come from?"),
        back=Link(_("What it says"), writing.address),
        intro=_("Choose what %(name)s said or showed, or who told us. What nobody said yet stays as it is, and says so.") % said,
        portrait=portrait(writing.sight.person),
        action=writing.step_address("sources"),
    )
