"""From rows to what goes out."""

from typing import Any

from . import schemas


def person(row: Any, homes: dict[Any, list[Any]]) -> schemas.PersonOut:
    return schemas.PersonOut(
        id=row.pk, name=row.name, homes=[schemas.HomeOut(id=home.pk, name=home.name) for home in homes.get(row.pk, [])]
    )


def card(publication: Any) -> schemas.CardOut:
    version = publication.version
    return schemas.CardOut(
        item_id=publication.item_id,
        number=str(version.item),
        kind=version.item.kind,
        version_id=version.pk,
        version=version.number,
        title=version.title,
        summary=version.summary,
        published_at=publication.occurred_at,
        lines=[schemas.LineOut(part=line.part, text=line.text) for line in version.lines.all()],
        steps=[step(each) for each in version.steps.all()],
    )


def step(row: Any) -> schemas.StepOut:
    return schemas.StepOut(id=row.pk, text=row.text, from_time=_time(row.from_time), to_time=_time(row.to_time), days=row.days)


def _time(value: Any) -> str | None:
    return f"{value:%H:%M}" if value is not None else None


def routine(row: Any) -> schemas.RoutineOut:
    told = {name: getattr(row, name) for name in ("item_id", "version_id", "step_id", "result", "why_not", "feeling", "note")}
    return schemas.RoutineOut(**_signed(row), **told)


def note(row: Any) -> schemas.NoteOut:
    return schemas.NoteOut(**_signed(row), text=row.text, for_handover=row.for_handover)


def _signed(row: Any) -> dict[str, Any]:
    return {"id": row.pk, "day": row.day, "occurred_at": row.occurred_at, "received_at": row.received_at, "author": row.author.name}


def shift(row: Any) -> schemas.ShiftOut:
    times = {"from_at": row.from_at, "until_at": row.until_at}
    return schemas.ShiftOut(id=row.pk, email=row.user.email, home=row.service.name, **times)
