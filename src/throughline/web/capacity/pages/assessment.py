"""One assessment, as it was made and as it stands: of one question, at one time."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.base.terms import gettext as _
from throughline.decisions import assessing, policy, proposing, queries
from throughline.decisions.choices import Conclusion, Fluctuates, Impairment, Shown, Standing
from throughline.decisions.law import capacity, weak
from throughline.people.sight import Sight

from ... import about_person, mistakes
from ...assessed import CONCLUDED
from ...parts import Button, Gap, Link, Notice, Portrait, State
from ...parts import Standing as NotValid
from ...said import showing
from ..assessing import ABILITIES


@dataclass(frozen=True)
class Fact:
    """A heading and what stands under it."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class AssessmentPage:
    back: Link
    portrait: Portrait
    title: str
    state: State
    standing: NotValid | None
    notices: tuple[Notice, ...]
    question: Link
    facts: tuple[Fact, ...]
    told: tuple[str, ...]
    not_told: Gap | None
    signed: tuple[str, ...]
    actions: tuple[Button, ...]
    mistakes: tuple[Link, ...]


def assessment_page(sight: Sight, row: Any) -> AssessmentPage:
    """What was asked, seen and concluded, the person's own words among it."""
    name = sight.person.name
    life, told = queries.assessment_life(sight, row), queries.assessment_tellings(sight, row)
    return AssessmentPage(
        back=Link(_("The question"), reverse("decisions:question", args=[row.question_id])),
        portrait=about_person.portrait(sight.person),
        title=CONCLUDED[Conclusion(row.conclusion)] % {"name": name},
        state=_state(row),
        standing=_not_valid(row),
        notices=tuple(_notices(sight, row, life)),
        question=Link(row.question.text, reverse("decisions:question", args=[row.question_id])),
        facts=tuple(each for each in _facts(row, name) if each.lines),
        told=tuple(_told(each, name) for each in told),
        not_told=None if told else _not_told(sight, row, name),
        signed=_signed(row),
        actions=_actions(sight, row, life),
        mistakes=_mistakes(sight, row, life, told),
    )


def _state(row: Any) -> State:
    on = {"day": showing.day(row.occurred_at)}
    if row.standing != Standing.VALID:
        return State(_("It cannot be relied on. Assessed on %(day)s") % on, "urgent")
    until = on | {"until": showing.day(proposing.lasts_until(row))}
    return State(_("Assessed on %(day)s, for this question alone. Until %(until)s at most") % until, "good")


def _not_valid(row: Any) -> NotValid | None:
    if row.standing == Standing.VALID:
        return None
    faults = [capacity.FAULTS[code] for code in row.faults if code in capacity.FAULTS]
    to_do = " ".join(dict.fromkeys(_(fault.do) for fault in faults))
    kept = _("It is kept as what happened, and no decision can rest on it.")
    return NotValid(_("This assessment cannot be relied on"), (*(_(fault.wrong) for fault in faults), kept), to_do)


def _notices(sight: Sight, row: Any, life: list[Any]) -> list[Notice]:
    over = mistakes.notice(row)
    found = [over] if over else []
    if not found and life and life[-1].pk != row.pk:
        later = Button(_("Read what stands now"), reverse("capacity:assessment", args=[life[-1].pk]))
        found.append(Notice(_("It was put right since"), _("Why: %(reason)s") % {"reason": life[-1].reason}, "look", later))
    if not over:
        found += _weak(sight, row)
    return found


def _weak(sight: Sight, row: Any) -> list[Notice]:
    """Reasons to look again, in one place. They are no score, and take nothing out of force."""
    why = assessing.warnings(row, queries.assessed_before(sight, row))
    if not why:
        return []
    kept = _("It counts meanwhile. Look at it again before anything rests on it.") if row.standing == Standing.VALID else ""
    return [Notice(_("Reasons to look at it again"), " ".join([*(_(weak.WEAK[code]) for code in why), kept]).strip(), "look")]


def _facts(row: Any, name: str) -> list[Fact]:
    who = row.assessor_contact or row.assessor_staff
    link = [row.impairment_words, row.causal_link]
    return [
        Fact(_("Why it was in doubt"), _several(row.doubted_because)),
        Fact(_("Who assessed it"), _several(who.name if who else "", row.why_this_assessor, row.place, row.others_there)),
        Fact(_("What %(name)s was told") % {"name": name}, tuple(each.text for each in row.information.all())),
        Fact(_("What was tried to help %(name)s decide") % {"name": name}, tuple(_tried(each) for each in row.tried.all())),
        Fact(_("The four abilities"), tuple(_ability(row, each, name) for each in ABILITIES)),
        Fact(_("An impairment of the mind or brain"), _several(str(Impairment(row.impairment).label), *link)),
        Fact(_("What else could explain it"), _several(row.other_explanations)),
        Fact(_("Why it came to this"), _several(row.reasons, row.meanwhile)),
        Fact(_("Up and down"), _several(*_fluctuates(row))),
        Fact(_("%(name)s sees it otherwise") % {"name": name}, _several(row.disagrees_words)),
    ]


def _several(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _tried(each: Any) -> str:
    said = {"day": showing.short_day(each.on), "what": each.what, "came": each.came_of_it}
    return _("%(day)s: %(what)s. %(came)s") % said if each.came_of_it else _("%(day)s: %(what)s") % said


def _ability(row: Any, ability: str, name: str) -> str:
    asked = str(ABILITIES[ability]) % {"name": name}
    answer, seen = str(Shown(getattr(row, ability)).label), getattr(row, f"{ability}_seen")
    said = {"asked": asked, "answer": answer, "seen": seen}
    return _("%(asked)s %(answer)s: %(seen)s") % said if seen else _("%(asked)s %(answer)s") % said


def _fluctuates(row: Any) -> list[str]:
    return [str(Fluctuates(row.fluctuates).label), row.best_times] if row.fluctuates != Fluctuates.NO else []


def _told(each: Any, name: str) -> str:
    said = {"name": name, "day": showing.day(each.occurred_at), "how": each.how, "who": each.author.name, "words": each.words}
    if each.words:
        return _("%(name)s was told on %(day)s by %(who)s: %(how)s. To it: %(words)s") % said
    return _("%(name)s was told on %(day)s by %(who)s: %(how)s.") % said


def _not_told(sight: Sight, row: Any, name: str) -> Gap | None:
    action = Button(_("Write down that %(name)s was told") % {"name": name}, reverse("capacity:told", args=[row.pk]))
    may = policy.may_tell(sight.actor, sight.person)
    return Gap(_("Not told yet"), _("%(name)s was not told yet what it came to.") % {"name": name}, action if may else None)


def _signed(row: Any) -> tuple[str, ...]:
    return (_("Written down by %(who)s on %(day)s.") % {"who": row.author.name, "day": showing.day(row.received_at)},)


def _actions(sight: Sight, row: Any, life: list[Any]) -> tuple[Button, ...]:
    if not _stands(row, life) or not policy.may_amend(sight.actor, row):
        return ()
    return (Button(_("Put this right"), reverse("capacity:correct", args=[row.pk])),)


def _stands(row: Any, life: list[Any]) -> bool:
    """Whether it is what was last written of the assessment."""
    return not life or life[-1].pk == row.pk


def _mistakes(sight: Sight, row: Any, life: list[Any], told: list[Any]) -> tuple[Link, ...]:
    name = sight.person.name
    rows = [("told", each, _told(each, name)) for each in told]
    if _stands(row, life):
        rows.append(("assessment", row, str(_state(row).text)))
    return mistakes.links(sight, "capacity:mistake", policy.may_take_back_seen, *rows)
