"""Who decides, on paper: one A4 in plain words, and large in easy read.

Who is not to be told, and what is shared for a time without permission, never stands on it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.access.choices import Level
from throughline.agreements import queries
from throughline.authority import queries as authority
from throughline.authority.choices import AuthorityKind
from throughline.base import clock
from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext as _
from throughline.people import queries as people
from throughline.people.choices import Area
from throughline.people.sight import Sight

from ... import about_person, legal
from ... import words as written
from ...parts import Link, OnePage, Portrait
from ...plan.measure import height
from ...plan.pages.sheet import fitted
from ...plan.qr import code
from .. import wording

Absolute = Callable[[str], str]


@dataclass(frozen=True)
class Taking:
    """One part: of which area of life, who, how. `is_team`: the trained staff, who are several."""

    area: str
    who: str
    how: str
    is_team: bool


@dataclass(frozen=True)
class ByLaw:
    """Who holds papers that carry something today. When: while the person cannot decide it, while they can and as they say, or both."""

    who: str
    areas: tuple[str, ...]
    while_unable: bool
    while_able: bool


@dataclass(frozen=True)
class Decides:
    """What stands on both papers, in names and plain words."""

    name: str
    by_law: tuple[ByLaw, ...]
    taking_part: tuple[Taking, ...]
    there: tuple[tuple[str, str], ...]  # who, how
    may_know: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]  # who, about what now, about what at reviews
    advocates: tuple[str, ...]


def decides(sight: Sight) -> Decides:
    """A fixed number of queries."""
    name = sight.person.name
    return Decides(
        name=name,
        by_law=tuple(_by_law(sight)),
        taking_part=tuple(
            Taking(wording.area(each.part.area), wording.who(each.part), wording.part(each.part, name), each.part.team)
            for each in sorted(queries.parts(sight), key=lambda one: Area.values.index(one.part.area))
            if each.runs
        ),
        there=tuple((wording.who(each.row), each.row.how) for each in queries.supports(sight) if each.ended is None),
        may_know=_may_know(sight),
        advocates=tuple(str(each.contact) for each in authority.advocates(sight) if not each.ended and each.contact),
    )


def _by_law(sight: Sight) -> Iterator[ByLaw]:
    """Several papers of the same holders that are used alike stand as one."""
    found: dict[tuple[str, bool, bool], set[str]] = defaultdict(set)
    for each in authority.papers(sight):
        for area in Area.values:
            unable, able = (authority.carries(each, area, clock.today(), person_is_able=able) for able in (False, True))
            if unable or able:
                found[_holders(each.authority), unable, able and not _is_court(each.authority)].add(area)
    for (who, unable, able), areas in found.items():
        yield ByLaw(who, tuple(wording.area(area) for area in Area.values if area in areas), unable, able)


def _is_court(row: Any) -> bool:
    """An order decides by itself, whoever can decide; nothing of it is used as the person says."""
    return bool(row.kind == AuthorityKind.COURT_ORDER)


def _holders(row: Any) -> str:
    if _is_court(row):
        return _("The court")
    return "; ".join(str(each.contact) for each in authority.originals(row))


def _may_know(sight: Sight) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """By permission or by law; never what is shared for a time without permission."""
    contacts = people.contacts(sight)
    now: dict[Any, list[str]] = defaultdict(list)
    reviews: dict[Any, list[str]] = defaultdict(list)
    for (contact_id, topic), level in queries.open_levels(contacts).items():
        (now if level == Level.MAY_SEE else reviews)[contact_id].append(str(Topic(topic).label))
    told = [each for each in contacts if each.pk in now or each.pk in reviews]
    return tuple((wording.who_is(each), tuple(sorted(now[each.pk])), tuple(sorted(reviews[each.pk]))) for each in told)


# --- one A4 ---


@dataclass(frozen=True)
class WhoDecidesPage:
    back: Link
    note: str
    other: Link  # the same in the other form
    paper: OnePage


def who_decides_page(sight: Sight, absolute: Absolute) -> WhoDecidesPage:
    said, address = decides(sight), reverse("agreements:who_decides", args=[sight.person_id])
    named = {"name": said.name}
    paper = OnePage(
        portrait=about_person.portrait(sight.person),
        quote=None,
        communicates=(
            _("%(name)s decides. Being family, paying, caring or working here gives nobody the right to decide for %(name)s.") % named,
        ),
        sections=tuple((heading, lines) for heading, lines in _sections(said) if lines),
        foot=(" ".join(legal.texts(["person-decides"])), _printed()),
        qr=code(absolute(address), _("Code that opens this page")),
        about_communication=_("Who decides"),
    )
    note = _("Print with your browser on A4, without margins or headers.")
    return WhoDecidesPage(_back(sight), note, Link(_("In easy read, large"), f"{address}?paper=easy"), fitted(paper))


def _back(sight: Sight) -> Link:
    return Link(_("Who takes part in what"), reverse("agreements:parts", args=[sight.person_id]))


def _sections(said: Decides) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named = {"name": said.name}
    nobody = _("Nobody decides for %(name)s by law.") % named
    return (
        (_("By law"), tuple(_lawful(each, said.name) for each in said.by_law) or (nobody,)),
        (_("Who takes part"), tuple(_taking(each) for each in said.taking_part) or (_nobody_else(said.name),)),
        (_("There for %(name)s") % named, tuple(_("%(who)s: %(how)s") % {"who": who, "how": how} for who, how in said.there)),
        (_("Who may know what"), _known(said)),
        (_("Who helps %(name)s to be heard") % named, said.advocates),
    )


def _lawful(held: ByLaw, name: str) -> str:
    said = {"who": held.who, "areas": "; ".join(held.areas), "name": name}
    if held.while_able and held.while_unable:
        return _("%(who)s, as %(name)s says while %(name)s can decide, and for %(name)s where they cannot with support: %(areas)s.") % said
    if held.while_able:
        return _("%(who)s, only while %(name)s can decide, and as %(name)s says: %(areas)s.") % said
    return _("%(who)s, only where %(name)s cannot decide a question with support: %(areas)s.") % said


def _taking(one: Taking) -> str:
    return _("%(area)s: %(who)s. %(how)s.") % {"area": one.area, "who": one.who, "how": one.how}


def _nobody_else(name: str) -> str:
    return _("Nobody else takes part until %(name)s is asked.") % {"name": name}


def _known(said: Decides) -> tuple[str, ...]:
    lines = [_("%(who)s: %(topics)s.") % {"who": who, "topics": ", ".join(now)} for who, now, _later in said.may_know if now]
    lines += [
        _("%(who)s, at reviews: %(topics)s.") % {"who": who, "topics": ", ".join(later)} for who, _now, later in said.may_know if later
    ]
    return tuple(lines) or (_("Nobody, until %(name)s is asked.") % {"name": said.name},)


def _printed() -> str:
    return _("Printed %(day)s. Check it is current.") % {"day": written.short_day(clock.today(), clock.today())}


# --- easy read ---


@dataclass(frozen=True)
class EasyPart:
    """One thing, with a picture of it."""

    picture: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class EasyPage:
    """To the person, one idea a line. `size`: smaller letters, never below 14 points, where it stands on one page so."""

    back: Link
    note: str
    other: Link
    title: str
    portrait: Portrait
    sections: tuple[EasyPart, ...]
    printed: str
    size: str


SIZES = (("", 18.0), ("close", 16.0), ("closer", 14.0))  # points
WIDE, HIGH = 178.0 - 28, 297.0 - 30 - 24 - 12  # millimetres: beside the pictures; below the title and above the last line
PICTURE = 22.0  # no part is lower than its picture


def _size(parts: tuple[EasyPart, ...]) -> str:
    """The largest letters with which it stands on one page; of what is longer, the smallest."""
    return next((size for size, points in SIZES if sum(_high(each, points) for each in parts) <= HIGH), SIZES[-1][0])


def _high(part: EasyPart, points: float) -> float:
    lines = height(part.lines, points, WIDE, 1.4, 1.5)
    return max(PICTURE, height([part.heading], points * 1.15, WIDE, 1.2) + lines) + 5.0


def easy_page(sight: Sight) -> EasyPage:
    said, address = decides(sight), reverse("agreements:who_decides", args=[sight.person_id])
    parts = tuple(each for each in _to_the_person(said) if each.lines)
    return EasyPage(
        back=_back(sight),
        note=_("Print with your browser on A4. Read it together, and stop when %(name)s has had enough.") % {"name": said.name},
        other=Link(_("In plain words, on one page"), address),
        title=_("Who decides"),
        portrait=about_person.portrait(sight.person),
        sections=parts,
        printed=_printed(),
        size=_size(parts),
    )


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    """What is true of two powers of one person is said once."""
    return tuple(dict.fromkeys(lines))


def _to_the_person(said: Decides) -> tuple[EasyPart, ...]:
    mine = (_("I decide about my life."), _("I can ask for help to decide."), _("I can change my mind."))
    return (
        EasyPart("said", _("I decide"), mine),
        EasyPart("question", _("If I cannot decide"), _once(line for each in said.by_law if each.while_unable for line in _for_me(each))),
        EasyPart("doing", _("While I can decide"), tuple(line for each in said.by_law if each.while_able for line in _as_i_say(each))),
        EasyPart("people", _("Who takes part"), tuple(_takes_part(each) for each in said.taking_part)),
        EasyPart("family", _("Who is there for me"), tuple(who for who, _how in said.there)),
        EasyPart("ear", _("Who may know about me"), _known_to(said)),
        EasyPart("stop", _("If I do not like it"), (_("I can say no."), *_help(said))),
    )


def _takes_part(one: Taking) -> str:
    if one.is_team:
        return _("%(Staff)s who are trained for it take part in this: %(area)s.") % {"area": one.area}
    return _("%(who)s takes part in this: %(area)s.") % {"who": one.who, "area": one.area}


def _for_me(held: ByLaw) -> tuple[str, ...]:
    when = _("When I cannot decide them myself.") if held.while_able else _("But only when I cannot decide them.")
    return (_("%(who)s can decide some things for me.") % {"who": held.who}, when, *_about(held))


def _as_i_say(held: ByLaw) -> tuple[str, ...]:
    does = _("%(who)s can do some things for me now.") % {"who": held.who}
    return (does, _("But only if I say yes, and as I say."), *_about(held))


def _about(held: ByLaw) -> tuple[str, ...]:
    return tuple(_("It is about: %(area)s.") % {"area": area} for area in held.areas)


def _known_to(said: Decides) -> tuple[str, ...]:
    lines = [_("%(who)s may know about my: %(topic)s.") % {"who": who, "topic": each} for who, now, _l in said.may_know for each in now]
    lines += [
        _("%(who)s may know this when we look at my plan: %(topic)s.") % {"who": who, "topic": each}
        for who, _n, later in said.may_know
        for each in later
    ]
    return tuple(lines) or (_("Nobody else may know, until I am asked."),)


def _help(said: Decides) -> tuple[str, ...]:
    if said.advocates:
        return tuple(_("%(who)s can help me to be heard.") % {"who": who} for who in said.advocates)
    return (_("I can tell somebody I trust."), _("I can ask for an advocate. An advocate helps me to be heard."))
