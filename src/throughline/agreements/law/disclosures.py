"""Whether what was told outside these pages was covered."""

from collections.abc import Collection

NO, AT_REVIEWS = "no", "at_reviews"


def disclosure_faults(*, levels: Collection[str], at_review: bool, is_excluded: bool) -> tuple[str, ...]:
    """The codes of what was told without cover, the worst first. levels: how much of each topic was open to them then."""
    if NO in levels:
        return ("disclosure-not-to-be-told",) if is_excluded else ("disclosure-not-covered",)
    return ("disclosure-at-review",) if AT_REVIEWS in levels and not at_review else ()
