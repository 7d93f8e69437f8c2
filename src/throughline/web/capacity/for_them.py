"""Deciding for somebody who cannot decide one question: who decides, on what basis, and the points of section 4."""

from typing import Any

from throughline.base.terms import gettext as say
from throughline.base.terms import gettext_lazy as _
from throughline.decisions.choices import Basis, Consulted, KeepsApart, Limits, MayRegain
from throughline.decisions.parts import BestInterests, Consultee

from ..decisions.deciding import DecideForm
from ..forms import Choice, Choices, LongWords, Tick, Words
from ..said.who import Somebody, Who

BASES = (
    (Basis.BEST_INTERESTS, _("In %(name)s’s best interests, by whoever does or orders it")),
    (Basis.ATTORNEY, _("By an attorney or deputy")),
    (Basis.COURT, _("By a court")),
)
HINTS: dict[str, Any] = {
    Basis.BEST_INTERESTS: _("It takes effect when an assessment of this question shows that %(name)s could not decide it."),
    Basis.ATTORNEY: _("It takes effect within what the papers cover, while %(name)s cannot decide it."),
    Basis.COURT: _("It takes effect when somebody has seen the order, and it covers this."),
}
CONSULTED = 4
CHECKLIST = (
    "took_part",
    "present_wishes",
    "past_wishes",
    "values",
    "circumstances",
    "may_regain",
    "why_not_wait",
    "life_sustaining",
    "no_wish_for_death",
    "not_consulted_because",
    "weight",
    "less_restrictive_because",
    "harm",
    "harm_likely",
    "proportionate_because",
    "staff_do",
)
WRITTEN = tuple(each for each in CHECKLIST if each not in ("may_regain", "life_sustaining", "no_wish_for_death"))  # what has words


NEEDED_OF_MUCH = _("Needed when what was chosen limits %(name)s much, or most of what they can do.")


class ForThemForm(DecideForm):
    basis = Choice(_("Who decides it, and on what basis?"), choices=BASES, hints=HINTS, missing=_("Say on what basis it is decided."))
    assessment = Choice(_("Which assessment shows that %(name)s cannot decide this?"), choices=(), as_list=True, optional=True)
    authority = Choice(_("By which papers?"), choices=(), as_list=True, optional=True)
    acting = Choices(_("Who of those who hold it decided?"), choices=(), optional=True)
    keeps_apart = Choice(
        _("Does it keep somebody who is named from contact with %(name)s?"),
        choices=[("", _("Nobody has said")), *KeepsApart.choices],
        hint=_("No deputy can decide that: only %(name)s or the Court of Protection. Needed of a deputy when it is about other people."),
        as_list=True,
        optional=True,
    )
    present_wishes = LongWords(
        _("What does %(name)s want now, in words or in what they show?"), rows=2, missing=_("Write what %(name)s wants now.")
    )
    took_part = LongWords(
        _("How was %(name)s helped to take part?"), hint=_("Or why they could not, and what they were shown."), rows=2, optional=True
    )
    past_wishes = LongWords(
        _("What did %(name)s want in the past?"), hint=_("In words, in what they did, or written down."), rows=2, optional=True
    )
    values = LongWords(_("What matters to %(name)s: beliefs, feelings, what they would care about?"), rows=2, optional=True)
    circumstances = LongWords(_("What else bears on it?"), rows=2, optional=True)
    weight = LongWords(_("What weight did %(name)s’s wishes have?"), rows=2, optional=True)
    may_regain = Choice(_("Might %(name)s be able to decide it later?"), choices=MayRegain.choices, initial=MayRegain.UNKNOWN, in_row=True)
    why_not_wait = LongWords(_("Why could it not wait?"), hint=_("Needed unless %(name)s will never be able to."), rows=2, optional=True)
    life_sustaining = Tick(_("It is about treatment that keeps %(name)s alive"), optional=True)
    no_wish_for_death = Tick(_("Nobody acted from a wish for %(name)s’s death"), optional=True)
    not_consulted_because = LongWords(_("Nobody could be asked, because"), hint=_("Needed when nobody was asked."), rows=2, optional=True)
    not_refused_because = Words(
        _("What %(name)s said no to beforehand is not about this, because"),
        hint=_("Needed when it was not sent to a clinician since this question was asked. Whether it applies, they say."),
        optional=True,
    )
    less_restrictive_because = LongWords(
        _("What limits %(name)s less was not chosen, because"),
        hint=_("Needed when one of the options limits %(name)s less."),
        rows=2,
        optional=True,
    )
    harm = LongWords(_("What harm to %(name)s does it prevent?"), hint=NEEDED_OF_MUCH, rows=2, optional=True)
    harm_likely = LongWords(_("How likely is that harm, and how serious?"), hint=NEEDED_OF_MUCH, rows=2, optional=True)
    proportionate_because = LongWords(
        _("It does not limit %(name)s more than that harm makes necessary, because"), hint=NEEDED_OF_MUCH, rows=2, optional=True
    )
    staff_do = LongWords(_("What do %(staff)s do from now on?"), rows=2, missing=_("Write what %(staff)s do from now on."))

    WISHES = ("present_wishes", "past_wishes")
    MORE_WISHES = ("took_part", "values", "weight")
    POINTS = ("may_regain", "why_not_wait")
    IN_PROPORTION = ("harm", "harm_likely", "proportionate_because")
    MORE_POINTS = ("circumstances", "life_sustaining", "no_wish_for_death")

    def __init__(self, *args: Any, assessments: list[Any], papers: list[Any], asks_levels: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unsaid = [each for each in self.options.values() if asks_levels and each.limits is None]
        self.assessments = {str(each.pk): each for each, _label in assessments}
        self.papers = {str(each.pk): each for each in papers}
        self.holders = {str(holder.pk): holder for each in papers for holder in each.holders.all()}
        self._offer("assessment", [("", _("None")), *((str(each.pk), label) for each, label in assessments)])
        self._offer("authority", [("", _("None")), *((key, str(each)) for key, each in self.papers.items())])
        self._offer("acting", [(key, each.contact.name) for key, each in self.holders.items()])
        for n in range(1, CONSULTED + 1):
            self._room(n)
        for each in self.unsaid:
            self._level(each)

    def _level(self, option: Any) -> None:
        """How much an option limits the person, where nobody has said so."""
        asked = say("How much does it limit %(name)s: %(option)s?") % {"option": option.title, "name": self.names["name"]}
        hint = _("Needed of each option. Without it the decision takes no effect.")
        self.fields[f"limits_{option.pk}"] = Choice(asked, choices=(), hint=hint, as_list=True, optional=True)
        self.says_nothing_of_optional(f"limits_{option.pk}")
        self._offer(f"limits_{option.pk}", [("", _("Nobody has said")), *((str(level), label) for level, label in Limits.choices)])

    @property
    def levels(self) -> list[Any]:
        """The boxes that ask how much options limit the person."""
        return [self[f"limits_{each.pk}"] for each in self.unsaid]

    def _room(self, n: int) -> None:
        """A room for one who was asked: who, as what, how, and what they said."""
        who = Who(_("Who was asked"), optional=True)
        who.offer(self.around.everybody)
        self.fields[f"asked_{n}"] = who
        self.fields[f"asked_{n}_as"] = Choice(_("As what"), choices=Consulted.choices, as_list=True, optional=True)
        self.fields[f"asked_{n}_words"] = Words(_("What they said, in their words"), optional=True)
        for name in (f"asked_{n}", f"asked_{n}_as", f"asked_{n}_words"):
            self.says_nothing_of_optional(name)

    @property
    def more(self) -> tuple[str, ...]:
        """What is rarely needed."""
        return tuple(name for name in ("look_again_if", *self.MORE) if name != "only_one_because" or not self.asks_why_one)

    @property
    def were_asked(self) -> list[tuple[Any, Any, Any]]:
        """Rooms for those who were asked."""
        return [(self[f"asked_{n}"], self[f"asked_{n}_as"], self[f"asked_{n}_words"]) for n in range(1, CONSULTED + 1)]

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `decide`."""
        authority = self.papers.get(given["authority"])
        return super().arguments(given) | {
            "not_refused_because": given["not_refused_because"],
            "keeps_apart": given["keeps_apart"],
            "assessment": self.assessments.get(given["assessment"]),
            "authority": authority,
            "levels": {each: int(level) for each in self.unsaid if (level := given[f"limits_{each.pk}"])},
            "acting": [self.holders[key] for key in given["acting"] if authority and self.holders[key].authority_id == authority.pk],
            "best_interests": None if given["basis"] == Basis.COURT else BestInterests(**{name: given[name] for name in CHECKLIST}),
            "consultees": [each for n in range(1, CONSULTED + 1) if (each := self._consultee(given, n))],
        }

    def _consultee(self, given: dict[str, Any], n: int) -> Consultee | None:
        who, words = given[f"asked_{n}"], given[f"asked_{n}_words"]
        if not words or (who.contact is None and who.staff is None):
            return None
        return Consultee(contact=who.contact, staff=who.staff, kind=given[f"asked_{n}_as"] or Consulted.CARES, words=words)


class ForThemAgainForm(ForThemForm):
    reason = Words(
        _("Why is it decided again?"), hint=_("The first version stays, and so does its number."), missing=_("Say why it is decided again.")
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `decide_again`."""
        return super().arguments(given) | {"reason": given["reason"]}


def written_before(points: Any, consultees: list[Any], acting: list[Any]) -> dict[str, Any]:
    """What stands of a decision for the person, for the form that decides it again: the points, who was asked, who decided by papers."""
    found = {name: getattr(points, name) for name in CHECKLIST} if points is not None else {}
    for n, each in enumerate(consultees[:CONSULTED], 1):
        asked = Somebody(each.contact, each.staff).key if each.contact or each.staff else ""
        found |= {f"asked_{n}": asked, f"asked_{n}_as": each.kind, f"asked_{n}_words": each.words}
    return found | {"acting": [str(each.holder_id) for each in acting]}
