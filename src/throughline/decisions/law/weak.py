"""What makes a record of an assessment weak though nothing of it is missing: reasons to look again, shown beside it. Pure.

None of these is a score, and none takes effect by itself: somebody reads it and decides. Sources: `domain.md` 1.2 ("Weak/invalid");
CT v Lambeth [2025] EWCOP 6 (T3) for insight, from secondary pages: check. How alike copied words are is our own convention.
"""

from collections.abc import Collection
from difflib import SequenceMatcher

from throughline.base.sentences import N_

from .capacity import LACKS, Assessed

ALIKE = 0.85  # of 1: from here on words count as copied
LEAST = 40  # letters: of what is shorter, "said it back with photos" can honestly be written twice
AT_ONCE = 3  # other assessments of the same moment

WEAK = {
    "weak-insight": N_(
        "All that is shown against %(person)s is a lack of insight, and insight is none of the four abilities. "
        "Look again at what %(person)s can understand, keep in mind, weigh and say."
    ),
    "weak-copied": N_(
        "The same words stand in an earlier assessment of another question. Write what was asked and seen about this question."
    ),
    "weak-at-once": N_("Three or more other questions were assessed in the same minute. Each needs its own time, and its own information."),
    "weak-support": N_("No help that was tried is written down. Try what could help %(person)s decide, and ask again."),
    "weak-came-of-it": N_("Help was tried, and nothing says what came of it. Write for each what it changed, or that it changed nothing."),
}


def warnings(assessed: Assessed, *, earlier: Collection[str] = (), at_once: int = 0) -> tuple[str, ...]:
    """The codes of what makes it weak, in the order in which to look; empty when nothing does.

    earlier: the evidence of earlier assessments of other questions, as `evidence` puts it. at_once: how many other assessments of the
    person say the same moment. An assessment without a conclusion is asked for nothing but words of its own.
    """
    lacks = assessed.conclusion == LACKS
    checks = (
        ("weak-insight", lacks and only_insight(assessed)),
        ("weak-copied", any(is_copied(evidence(assessed), each) for each in earlier)),
        ("weak-at-once", at_once >= AT_ONCE),
        ("weak-support", lacks and not assessed.tried),
        ("weak-came-of-it", lacks and bool(assessed.tried) and not any(each.came_of_it.strip() for each in assessed.tried)),
    )
    return tuple(code for code, there in checks if there)


def only_insight(assessed: Assessed) -> bool:
    """Whether all that is shown against the person is a lack of "insight", which is none of the four abilities."""
    against = [seen.lower() for finding, seen in assessed.abilities.values() if finding == "unable"]
    return bool(against) and all("insight" in seen for seen in against)


def evidence(assessed: Assessed) -> str:
    """What was seen of the abilities, and the link: the words that have to be about one question."""
    return " ".join([*(seen for _finding, seen in assessed.abilities.values()), assessed.causal_link])


def is_copied(words: str, earlier: str) -> bool:
    """Whether words are those of an earlier record, but for a few."""
    mine, before = _plain(words), _plain(earlier)
    if min(len(mine), len(before)) < LEAST:
        return False
    alike = SequenceMatcher(None, mine, before, autojunk=False)
    return mine == before or (alike.real_quick_ratio() >= ALIKE and alike.quick_ratio() >= ALIKE and alike.ratio() >= ALIKE)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
