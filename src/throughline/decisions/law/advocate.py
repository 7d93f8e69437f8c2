"""When the law asks for an independent mental capacity advocate before something is decided for somebody. Pure.

Where nobody can be consulted but those who care for the person for pay, the NHS body or council instructs one before serious medical
treatment and before a stay of 28 days in hospital or 8 weeks in a home; what cannot wait does not wait for it (Mental Capacity Act 2005,
ss. 37 to 40; `domain.md` 1.6). The days are not asked about here: where somebody lives is longer than both.
"""

from dataclasses import dataclass

from throughline.base.sentences import N_

from .fault import Fault, by_code

HOME, TREATMENT = "home", "treatment"
SERIOUS = "high"  # of treatment; where somebody lives is serious whatever it was called when it was asked


@dataclass(frozen=True, slots=True)
class Heard:
    """Who was heard. others: those consulted who are not paid to care, or whom the person named (s. 40). asked_for: an advocate."""

    others: int = 0
    asked_for: bool = False


FAULTS = by_code(
    Fault(
        "imca-not-asked",
        N_(
            "It is about where %(person)s lives or about serious treatment, nobody was asked but those who are paid, "
            "and nobody asked for an independent mental capacity advocate."
        ),
        N_(
            "Ask family or friends of %(person)s. If nobody can be asked, ask the council or the NHS for an independent mental capacity "
            "advocate, write that down with the advocates, and decide again with what they say."
        ),
    ),
)


def is_needed(*, area: str, impact: str, keeps_alive: bool = False) -> bool:
    """Whether a question is one in which the law asks for an advocate where nobody else can be consulted."""
    return area == HOME or (area == TREATMENT and (impact == SERIOUS or keeps_alive))


def faults(heard: Heard) -> tuple[str, ...]:
    """The code of what is missing, where one is needed; empty when somebody was heard, or an advocate asked for."""
    return () if heard.others or heard.asked_for else ("imca-not-asked",)
