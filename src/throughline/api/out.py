"""From rows to what goes out."""

from typing import Any, TypeVar

from ninja import Schema

from throughline.plan.choices import LinePart

from . import schemas
from . import schemas_practice as practice

Told = TypeVar("Told", bound=Schema)
CHOSEN = {"signs": LinePart.EARLY_SIGN, "helps": LinePart.DO}


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


def told(schema: type[Told], row: Any, **more: Any) -> Told:
    """What happened, with who wrote it."""
    same = {name: getattr(row, name) for name in schema.model_fields if name not in ("author", *more)}
    return schema(**same | {"author": row.author.name} | more)


def upset(row: Any) -> practice.UpsetOut:
    """With the lines of cards that were chosen."""
    lines = [each.line for each in row.lines.all()]
    return told(practice.UpsetOut, row, **{name: [line.text for line in lines if line.part == part] for name, part in CHOSEN.items()})


def shift(row: Any) -> schemas.ShiftOut:
    times = {"from_at": row.from_at, "until_at": row.until_at}
    return schemas.ShiftOut(id=row.pk, email=row.user.email, home=row.service.name, **times)
