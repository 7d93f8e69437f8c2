"""What a rota says, before anything of it is kept: every fault by its line, or what would change."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.workforce import queries

from .. import wording

MOST = 50  # of each kind; the rest is counted


@dataclass(frozen=True)
class RotaPage:
    """Either `faults`, or what would be kept: counted in `sums`, named in `parts` (heading, lines)."""

    faults: tuple[str, ...]
    sums: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def rota_page(rota: queries.Rota) -> RotaPage:
    """One query, when there is no fault."""
    if rota.faults:
        return RotaPage(_some([wording.fault(each) for each in rota.faults]), (), ())
    brought = queries.compare(rota.rows)
    parts = tuple((heading, _some(list(lines))) for heading, lines in _parts(brought) if lines)
    return RotaPage((), tuple(_sums(brought)), parts)


def _sums(brought: queries.Brought) -> Iterator[str]:
    new, changed, gone = len(brought.new), len(brought.changed), len(brought.called_off)
    yield ngettext("One shift is new.", "%(n)d shifts are new.", new) % {"n": new}
    yield ngettext("One shift changes.", "%(n)d shifts change.", changed) % {"n": changed}
    yield ngettext("One shift is called off.", "%(n)d shifts are called off.", gone) % {"n": gone}
    yield ngettext("One stays as it is.", "%(n)d stay as they are.", brought.same) % {"n": brought.same}


def _parts(brought: queries.Brought) -> Iterator[tuple[str, list[str]]]:
    yield _("New"), [_line(row.user, row.service, row.planned.from_at, row.planned.until_at) for row in brought.new]
    yield _("Changed"), [_line(shift.user, shift.service, shift.from_at, until) for shift, until in brought.changed]
    gone = [_line(shift.user, shift.service, shift.from_at, shift.until_at) for shift in brought.called_off]
    yield _("Called off, because the rota does not have it"), gone


def _line(user: object, service: object, begins: object, ends: object) -> str:
    return f"{user}, {service}: {wording.day_and_hours(begins, ends)}"  # type: ignore[arg-type]


def _some(lines: list[str]) -> tuple[str, ...]:
    left = len(lines) - MOST
    if left <= 0:
        return tuple(lines)
    return (*lines[:MOST], ngettext("And one more.", "And %(n)d more.", left) % {"n": left})
