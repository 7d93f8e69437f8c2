"""Looking again at a plan item: the page, and from what was written to what the action keeps."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.written import Written
from throughline.conversations import queries as conversations
from throughline.people import queries as people
from throughline.people.choices import Party
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.practice import queries as practice
from throughline.practice import queries_crossings
from throughline.reviews import actions
from throughline.reviews import queries as reviews
from throughline.reviews.choices import ReviewKind, Verdict, Works
from throughline.reviews.parts import Perspective

from ... import about_person
from ...forms import FormPage
from ...parts import Button, Comm, Contribution, Link
from ...said import showing
from ...today.pages.records import count_lines
from ...watch import wording as thresholds
from .. import forms

VOICES = 20  # the latest that can be chosen from
AFTER = {Verdict.KEEP: "thread:thread", Verdict.CHANGE: "plan:write", Verdict.END: "plan:end"}


@dataclass(frozen=True)
class Looking:
    """The form in its parts: the person first, then others, then what comes of it.

    `led`: what whoever leads it sent. `others`: heading and names of boxes, folded.
    """

    page: FormPage
    comm: Comm | None
    counts: tuple[str, ...]
    person: tuple[str, ...]
    led: tuple[Contribution, ...]
    others: tuple[tuple[str, tuple[str, str], bool], ...]
    rest: tuple[str, ...]


def form(data: Any, sight: Sight, item: Any, contacts: list[Any]) -> forms.LookAgain:
    """The form, with the person's latest words and everybody in their life; whoever sent what came of it led it."""
    sent = reviews.led(sight, item)
    initial: dict[str, Any] = {"led_by": str(sent[0].contact_id)} if sent else {}
    crossings = {str(each.crossing.pk): (each.crossing, thresholds.in_words(each.crossing.threshold)) for each in _crossed(sight, item)}
    initial |= {"crossings": list(crossings), "kind": ReviewKind.TRIGGERED.value} if crossings else {}
    voices = conversations.voices(sight, most=VOICES)
    return forms.LookAgain(data, names={"name": sight.person.name}, voices=voices, contacts=contacts, crossings=crossings, initial=initial)


def _crossed(sight: Sight, item: Any) -> list[Any]:
    """The thresholds of a plan item that were crossed, and that no review has looked at."""
    return [each for each in queries_crossings.open_of(sight) if each.crossing.threshold.version.item_id == item.pk]


def page(sight: Sight, item: Any, asked: forms.LookAgain, contacts: list[Any]) -> Looking:
    """The page."""
    title = plan.titles(sight, [item.pk]).get(item.pk, str(item))
    back = Link(_("The whole thread"), reverse("thread:thread", args=[item.pk]))
    return Looking(
        page=FormPage(
            asked,
            Button(_("Keep what came of it"), main=True),
            heading=_("Look again: %(item)s") % {"item": title},
            back=back,
            portrait=about_person.portrait(sight.person),
            who_will_see=_("the team that supports %(name)s, and the registered manager.") % {"name": sight.person.name},
            instead=Link(_("Not now"), back.href),
        ),
        comm=about_person.comm(sight),
        counts=count_lines(title, sight.person.name, practice.totals(sight).get(item.pk, {})),
        person=("works_voices", "works_words", "not_voices", "not_words", "how_told", "took_part", "no_part_because"),
        led=tuple(showing.contribution(each, sight.person) for each in reviews.led(sight, item)),
        others=tuple(_boxes(asked, str(each), f"works_{each.pk}", f"not_{each.pk}") for each in contacts),
        rest=(
            "staff_works",
            "staff_not",
            "led_by",
            *(("crossings",) if "crossings" in asked.fields else ()),
            "kind",
            "verdict",
            "because",
            "look_again_on",
        ),
    )


def _boxes(asked: forms.LookAgain, who: str, works: str, works_not: str) -> tuple[str, tuple[str, str], bool]:
    """Two boxes for somebody, open when something is written in them."""
    return who, (works, works_not), any(asked[name].value() for name in (works, works_not))


def keep(item: Any, contacts: list[Any], by: Any, given: dict[str, Any]) -> Any:
    """Keep the review with everything that was said, in one transaction."""
    said = [
        actions.JustSaid(given[name].strip(), given["how_told"], works)
        for name, works in (("works_words", Works.WORKS), ("not_words", Works.WORKS_NOT))
        if given[name].strip()
    ]
    return actions.look_again(
        item=item,
        perspectives=[*_cited(given), *_others(contacts, given), *_staff(by, given)],
        said=said,
        crossings=given.get("crossings", ()),
        by=by,
        written=Written(id=given["id"]),
        **{name: given[name] for name in ("kind", "took_part", "no_part_because", "led_by", "verdict", "because", "look_again_on")},
    )


def _cited(given: dict[str, Any]) -> list[Perspective]:
    """What the person said before, and that it works or does not."""
    pairs = (("works_voices", Works.WORKS), ("not_voices", Works.WORKS_NOT))
    return [
        Perspective(party=Party.PERSON, voice=voice, works=works, text=voice.words or voice.seen)
        for name, works in pairs
        for voice in given[name]
    ]


def _others(contacts: list[Any], given: dict[str, Any]) -> list[Perspective]:
    """What the circle, advocates and professionals say; the kind of contact says on whose side they speak."""
    return [
        Perspective(party=each.kind, contact=each, works=works, text=given[f"{name}_{each.pk}"])
        for each in contacts
        for name, works in (("works", Works.WORKS), ("not", Works.WORKS_NOT))
        if given[f"{name}_{each.pk}"].strip()
    ]


def _staff(by: Any, given: dict[str, Any]) -> list[Perspective]:
    return [
        Perspective(party=Party.STAFF, staff=by, works=works, text=given[name])
        for name, works in (("staff_works", Works.WORKS), ("staff_not", Works.WORKS_NOT))
        if given[name].strip()
    ]


def contacts_of(sight: Sight) -> list[Any]:
    """Everybody in the person's life now."""
    return people.contacts(sight)


def after(review: Any) -> str:
    """Where one goes: to the new version, to the ending, or back to the thread."""
    return reverse(AFTER[Verdict(review.verdict)], args=[review.item_id])
