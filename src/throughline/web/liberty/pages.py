"""Whether the arrangements take somebody's liberty away: what stands, what the person shows, who concluded what, what authorises it."""

from typing import Any

from django.urls import reverse

from throughline.base.lives import is_taken_back
from throughline.base.terms import gettext as _
from throughline.decisions import policy
from throughline.decisions import queries_amended as amended
from throughline.decisions import queries_liberty as queries
from throughline.decisions.choices import Consistent, Feeling, Ground, LibertyTest, Standing
from throughline.decisions.law import liberty as law
from throughline.decisions.legal_texts import LEGAL_TEXTS, OF_LIBERTY
from throughline.people.sight import Sight

from .. import about_person, legal, mistakes
from ..as_at import Moment, banner
from ..parts import Button, Link, LinkRow, Quote, Source, State
from ..parts import Standing as NotValid
from ..said import showing
from ..sections import Section, SectionsPage, kept, lines
from . import wording


def to_list(sight: Sight) -> Link:
    return Link(_("%(name)s’s freedom") % {"name": sight.person.name}, reverse("liberty:list", args=[sight.person_id]))


def law_said() -> tuple[str, ...]:
    return tuple(legal.said(LEGAL_TEXTS[code]) for code in OF_LIBERTY)


def liberty_page(sight: Sight, at: Moment) -> SectionsPage:
    """What stands, with what the person shows first."""
    person, name = sight.person, sight.person.name
    stands = queries.liberty_stands(person, at.day, at.moment)
    may_conclude = not at.is_past and bool(policy.may_conclude_liberty(sight.actor, person))
    return SectionsPage(
        title=_("%(name)s’s freedom") % {"name": name},
        back=showing.person_link(person),
        portrait=about_person.portrait(person),
        state=wording.state(stands, name),
        lead=_(
            "How %(name)s lives, what is limited, and whether that takes %(name)s’s liberty away. A person concludes that, never a rule."
        )
        % {"name": name},
        notice=wording.notice(stands, name),
        comm=about_person.comm(sight),
        sections=kept(
            _objections(sight, at),
            _reviews(sight, at),
            *(_authorisation(sight, each, at, may_conclude) for each in queries.authorisations(sight, at.moment)),
            mistakes.taken_back(amended.taken_back(sight, amended.LIBERTY.values(), at.moment), _named),
        ),
        mistakes=() if at.is_past else _mistakes(sight),
        law=law_said(),
        actions=_actions(sight, may_conclude) if not at.is_past else (),
        as_at=banner(at, to_list(sight).href),
    )


def _mistakes(sight: Sight) -> tuple[Link, ...]:
    """What of this page can be taken back; a review on its own page."""
    rows: list[tuple[str, Any]] = [("objection", each) for each in queries.objections(sight)]
    rows += [("authorisation", each) for each in queries.authorisations(sight)]
    rows += [("met", each) for several in queries.met(sight).values() for each in several]
    rows += [("ended", each) for each in queries.ended(sight).values()]
    return mistakes.links(sight, "liberty:mistake", policy.may_take_back_seen, *((table, row, _named(row)) for table, row in rows))


def _named(row: Any) -> str:
    """What a row is called in a list: what was seen or said, else what it says of itself, and its day."""
    voice = getattr(row, "voice", None)
    words = getattr(row, "seen", "") or (showing.voice_words(voice) if voice else str(row))
    return _("%(day)s: %(words)s") % {"day": showing.short_day(row.occurred_at), "words": words}


def _actions(sight: Sight, may_conclude: bool) -> tuple[Button, ...]:
    named = {"name": sight.person.name}
    found = []
    if may_conclude:
        found.append(Button(_("Look at it and conclude"), reverse("liberty:review_new", args=[sight.person_id]), main=True))
    if policy.may_object(sight.actor, sight.person):
        found.append(Button(_("%(name)s objects") % named, reverse("liberty:objection_new", args=[sight.person_id])))
    if may_conclude:
        found.append(Button(_("Write down an authorisation"), reverse("liberty:authorisation_new", args=[sight.person_id])))
    return tuple(found)


def _objections(sight: Sight, at: Moment) -> Section:
    name = sight.person.name
    rows = queries.objections(sight, at.moment)
    quotes = tuple(_heard(each.voice, each.seen, each.seen_by or each.author.name, each.occurred_at, name) for each in rows)
    return Section(_("What %(name)s objects to") % {"name": name}, quotes=quotes)


def _heard(voice: Any, seen: str, who: str, when: Any, name: str) -> Quote:
    """Their words, or what somebody saw and when."""
    if voice is not None:
        return showing.quote(voice, name)
    source = _("%(who)s saw it, %(day)s") % {"who": who, "day": showing.short_day(when)}
    return Quote(seen, Source((source,)), how="showed")


def _reviews(sight: Sight, at: Moment) -> Section:
    rows = tuple(_row(each, at) for each in queries.reviews(sight, at.moment))
    return Section(_("What was concluded"), rows=rows, lines=() if rows else (_("Nobody has looked at it and concluded yet."),))


def _row(review: Any, at: Moment) -> LinkRow:
    old = _("Made under a superseded test, review needed") if review.test != law.in_use_on(at.day) else ""
    not_valid = _("It does not count.") if review.standing == Standing.NOT_VALID else ""
    soft = " ".join(lines(wording.concluded(review) + ".", old, not_valid))
    return LinkRow(at.keep(reverse("liberty:review", args=[review.pk])), "", strong=str(review), soft=soft)


# --- authorisations ---


def _authorisation(sight: Sight, row: Any, at: Moment, may: bool) -> Section:
    ended, met = queries.ended(sight, at.moment).get(row.pk), queries.met(sight, at.moment)
    days = {"first": showing.short_day(row.from_on), "last": showing.short_day(row.until_on) if row.until_on else ""}
    said = [(_("From %(first)s to %(last)s.") if row.until_on else _("From %(first)s, with no last day.")) % days]
    said += [_("For a stay in hospital. It authorises nothing here.")] if row.in_hospital else []
    said += [_("Given by %(who)s.") % {"who": row.granted_by}] if row.granted_by else []
    said += [_("Ended on %(day)s: %(why)s") % {"day": showing.short_day(ended.on), "why": ended.why}] if ended else []
    said += [_("It does not count: look at what it is for, and at its days.")] if row.standing == Standing.NOT_VALID else []
    for each in row.conditions.all():
        said += [_condition(each, met.get(each.pk, []))]
    goes_on = not at.is_past and ended is None
    return Section(str(row), lines=tuple(said), links=_links(sight, row, may) if goes_on else ())


def _condition(condition: Any, met: list[Any]) -> str:
    if not met:
        return _("Condition: %(text)s. Nothing shows yet that it is met.") % {"text": condition.text}
    last = {"text": condition.text, "evidence": met[-1].evidence, "who": met[-1].author.name, "day": showing.short_day(met[-1].occurred_at)}
    return _("Condition: %(text)s. %(evidence)s (%(who)s, %(day)s)") % last


def _links(sight: Sight, row: Any, may: bool) -> tuple[Link, ...]:
    found = []
    if policy.may_meet(sight.actor, sight.person):
        found = [
            Link(_("Say what shows that it is met"), reverse("liberty:met", args=[each.pk]), more=each.text)
            for each in row.conditions.all()
        ]
    ended = [Link(_("It ended early"), reverse("liberty:ended", args=[row.pk]), more=str(row))] if may else []
    return (*found, *ended)


# --- one review ---


def review_page(sight: Sight, row: Any, at: Moment) -> SectionsPage:
    """One review: what the person shows first, then how they live, then what was concluded and why."""
    name = sight.person.name
    superseded = row.test != law.in_use_on(at.day)
    return SectionsPage(
        title=str(row),
        back=to_list(sight),
        portrait=about_person.portrait(sight.person),
        state=State(_("Made under a superseded test, review needed"), "look") if superseded else None,
        notice=mistakes.notice(row),
        standing=_not_valid(row),
        sections=kept(
            Section(_("What %(name)s shows") % {"name": name}, quotes=_wishes(row, name), lines=_over_time(row)),
            *(Section(heading, lines=lines(words)) for heading, words in _life(row, name)),
            Section(_("Decisions that were looked at"), links=tuple(_decision(each.decision) for each in row.looked_at.all())),
            Section(_("Why"), lines=lines(*(str(Ground(each).label) for each in row.grounds), row.reasons)),
            Section(_("What was done about what %(name)s objects to") % {"name": name}, lines=lines(row.objection_answer)),
            Section(_("Who concluded it"), lines=(wording.concluded(row), *_when(row))),
        ),
        law=law_said(),
        mistakes=()
        if is_taken_back(row)
        else mistakes.links(sight, "liberty:mistake", policy.may_take_back_seen, ("review", row, _named(row))),
    )


def _not_valid(row: Any) -> NotValid | None:
    if row.standing != Standing.NOT_VALID:
        return None
    found = [law.FAULTS[code] for code in row.faults if code in law.FAULTS]
    return NotValid(_("It does not count"), tuple(_(each.wrong) for each in found), _(found[0].do) if found else "")


def _wishes(row: Any, name: str) -> tuple[Quote, ...]:
    return tuple(_heard(each.voice, _seen(each), each.seen_by, each.seen_on or row.occurred_at, name) for each in row.wishes.all())


def _seen(wish: Any) -> str:
    return _("%(seen)s (%(feeling)s)") % {"seen": wish.seen, "feeling": Feeling(wish.feeling).label}


def _over_time(row: Any) -> tuple[str, ...]:
    same = _("Is it the same over time? %(answer)s.") % {"answer": Consistent(row.consistent).label}
    return lines(same, row.no_wishes_because)


def _life(row: Any, name: str) -> tuple[tuple[str, str], ...]:
    named = {"name": name}
    return (
        (_("How %(name)s lives") % named, row.arrangements),
        (_("What is limited"), row.restrictions),
        (_("Leaving, going out and coming back"), row.freedom_to_leave),
        (_("What it is for"), row.purpose),
        (_("How ordinary it is"), row.normality),
        (_("Of what kind"), row.kind_of),
        (_("For how long"), row.duration),
        (_("What it does to %(name)s") % named, row.effects),
        (_("How it is carried out"), row.manner),
        (_("Whom %(name)s can see") % named, row.contacts),
        (_("Force, threat, or medicine to calm"), row.coercion),
        (_("Legal advice"), row.advice),
    )


def _decision(decision: Any) -> Link:
    text = _("%(number)s: %(outcome)s") % {"number": decision, "outcome": decision.outcome}
    return Link(text, reverse("decisions:decision", args=[decision.pk]))


def _when(row: Any) -> tuple[str, ...]:
    test = str(LibertyTest(row.test).label)
    return (test, _("Somebody looks again by %(day)s.") % {"day": showing.short_day(row.look_again_by)})
