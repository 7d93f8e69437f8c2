"""An assessment that can be relied on: by it somebody cannot decide one question now."""

from typing import Any

from throughline.agreements import actions
from throughline.base import clock
from throughline.decisions.parts import InformationGiven, SupportTried


def found(**more: Any) -> dict[str, Any]:
    """What `assess` takes besides the question and who wrote it."""
    shown = {"understands": "able", "retains": "able", "weighs": "unable", "communicates": "able"}
    seen = {f"{ability}_seen": "Shown with photos, twice." for ability in shown}
    return {
        "doubted_because": "Said yes and no to it within an hour.",
        "information": [InformationGiven(text="What happens either way", how="Photos")],
        "tried": [SupportTried(what="Photos, one at a time", on=clock.today())],
        "impairment": "yes",
        "causal_link": "It keeps one thing from being set beside the other today.",
        "conclusion": "lacks",
        **shown,
        **seen,
    } | more


def assessed(question: Any, by: Any, **more: Any) -> Any:
    """Kept by somebody of the staff, who assessed it."""
    return actions.assess(question=question, assessor_staff=by, by=by, **found(**more))
