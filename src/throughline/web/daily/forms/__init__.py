"""What is asked about a checklist, an activity, the person's own scale, and money that was spent. The rest of each is folded."""

from .activities import ActivityForm, CorrectActivityForm, of_activity
from .checklists import ChecklistForm, CorrectChecklistForm, of_run
from .scales import CorrectScaleForm, ScaleForm, of_answer
from .spending import CorrectSpendingForm, SpendingForm, WhyMoreForm, of_spending

__all__ = [
    "ActivityForm",
    "ChecklistForm",
    "CorrectActivityForm",
    "CorrectChecklistForm",
    "CorrectScaleForm",
    "CorrectSpendingForm",
    "ScaleForm",
    "SpendingForm",
    "WhyMoreForm",
    "of_activity",
    "of_answer",
    "of_run",
    "of_spending",
]
