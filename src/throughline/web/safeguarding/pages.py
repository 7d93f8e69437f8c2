"""Safeguarding concerns, for whoever reads what is for the manager alone; and for whoever raised one, that they did."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.lives import is_taken_back
from throughline.decisions import policy
from throughline.decisions import queries_amended as amended
from throughline.decisions import queries_safeguarding as queries
from throughline.decisions.choices import ConcernStep, ConsentTo, TellingOf
from throughline.decisions.legal_texts import LEGAL_TEXTS, OF_JURISDICTION
from throughline.people.sight import Sight

from .. import about_person, legal, mistakes
from ..parts import Button, Link, LinkRow, State
from ..said import showing
from ..sections import Section, SectionsPage, kept, lines


def to_list(sight: Sight) -> Link:
    return Link(_("Keeping %(name)s safe") % {"name": sight.person.name}, reverse("safeguarding:list", args=[sight.person_id]))


def law_said(sight: Sight, at: Any = None) -> tuple[str, ...]:
    """The duty, by the law of the home."""
    found = (OF_JURISDICTION[each] for each in queries.jurisdictions(sight.person_id, at) if each in OF_JURISDICTION)
    return tuple(legal.said(LEGAL_TEXTS[code]) for code in found)


def list_page(sight: Sight) -> SectionsPage:
    """Whoever may read concerns has them; everybody has when they raised one, and the way to raise another."""
    person, name = sight.person, {"name": sight.person.name}
    reads = bool(policy.may_see_concerns(sight.actor, person))
    rows = tuple(_row(each) for each in queries.concerns(sight)) if reads else ()
    raised = tuple(
        _("You raised a concern on %(when)s. The manager has it.") % {"when": showing.moment(at)} for at in queries.raised_by(sight)
    )
    raise_one = Button(_("Raise a concern"), reverse("safeguarding:new", args=[person.pk]), main=True)
    return SectionsPage(
        title=_("Keeping %(name)s safe") % name,
        back=showing.person_link(person),
        portrait=about_person.portrait(person),
        lead=_("Worried that somebody harms %(name)s, or that nobody looks after %(name)s? Say so. You do not have to be sure.") % name,
        sections=kept(
            Section(_("Concerns"), rows=rows),
            Section(_("What you raised"), lines=raised),
            mistakes.taken_back(amended.taken_back(sight, [amended.SAFEGUARDING["concern"]]) if reads else ()),
        ),
        law=law_said(sight),
        actions=(raise_one,) if policy.may_raise(sight.actor, person) else (),
    )


def _row(concern: queries.Concern) -> LinkRow:
    row = concern.row
    last = ConcernStep(concern.steps[-1].kind).label if concern.steps else _("Nothing is written down yet of what was done")
    soft = _("%(day)s, raised by %(who)s. %(last)s.") % {"day": showing.day(row.occurred_at), "who": row.author.name, "last": last}
    return LinkRow(reverse("safeguarding:one", args=[row.pk]), "", strong=row.concern[:120], soft=soft)


def concern_page(sight: Sight, concern: queries.Concern) -> SectionsPage:
    """One concern: what the person wants first, then what it is, and what was done."""
    row, name = concern.row, sight.person.name
    raised = _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}
    step = Button(_("Write down what was done"), reverse("safeguarding:step", args=[row.pk]), main=True)
    over = is_taken_back(row)
    return SectionsPage(
        title=_("A concern of %(day)s") % {"day": showing.short_day(row.occurred_at)},
        back=to_list(sight),
        portrait=about_person.portrait(sight.person),
        state=State(_("Closed"), "good") if concern.is_closed else State(_("Goes on"), "look"),
        notice=mistakes.notice(row),
        sections=kept(
            _wants(concern, name),
            Section(_("The concern"), lines=(row.concern,)),
            Section(_("Safe now"), lines=(row.safe_now,)),
            Section(_("Does %(name)s know") % {"name": name}, lines=lines(str(TellingOf(row.telling).label), row.telling_because)),
            Section(_("What was done"), lines=tuple(_step(each) for each in concern.steps) or (_("Nothing is written down yet."),)),
            Section(_("Raised by"), lines=(raised,)),
            mistakes.taken_back(amended.taken_back(sight, [amended.SAFEGUARDING["step"]], concern=row.pk), _step),
        ),
        law=law_said(sight, row.occurred_at),
        actions=() if concern.is_closed or over else (step,),
        mistakes=() if over else _mistakes(sight, concern),
    )


def _mistakes(sight: Sight, concern: queries.Concern) -> tuple[Link, ...]:
    rows = [*(("step", each, _step(each)) for each in concern.steps), ("concern", concern.row, concern.row.concern)]
    return mistakes.links(sight, "safeguarding:mistake", policy.may_take_back_seen, *rows)


def _wants(concern: queries.Concern, name: str) -> Section:
    row = concern.row
    voices = [each for each in (row.voice, *(step.voice for step in concern.steps)) if each is not None]
    quotes = tuple(showing.quote(each, name) for each in voices)
    none = _("Not asked yet: %(why)s") % {"why": row.wants_because} if row.wants_because else ""
    said = _("As %(who)s wrote it down: “%(words)s”") % {"who": row.author.name, "words": row.wants} if row.wants else ""
    return Section(_("What %(name)s wants") % {"name": name}, quotes=quotes, lines=lines(said, none))


def _step(step: Any) -> str:
    named = {"day": showing.short_day(step.occurred_at), "what": ConcernStep(step.kind).label, "to": step.to, "who": step.author.name}
    sentence = _("%(day)s: %(what)s, to %(to)s (%(who)s).") if step.to else _("%(day)s: %(what)s (%(who)s).")
    consent = _("%(consent)s.") % {"consent": ConsentTo(step.consent).label} if step.consent else ""
    return " ".join(lines(sentence % named, step.words, consent, step.rationale))
