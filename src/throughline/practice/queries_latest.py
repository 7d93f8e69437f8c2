"""What was written down of one kind and stands, the newest first: for whoever reads it page by page. One query each."""

from functools import partial
from typing import Any, TypeVar

from throughline.people.models import PersonRow
from throughline.people.sight import Sight

from .models import Activity, Incident, MissedMedicine

Row = TypeVar("Row", bound=PersonRow)


def _latest(model: type[Row], order: str, sight: Sight, *, limit: int, skip: int = 0) -> list[Row]:
    rows: Any = model.objects.visible_to(sight).current().select_related("author")
    return list(rows.order_by(order, "-sequence")[skip : skip + limit])


incidents = partial(_latest, Incident, "-occurred_at")
missed_medicine = partial(_latest, MissedMedicine, "-occurred_at")
activities = partial(_latest, Activity, "-day")
