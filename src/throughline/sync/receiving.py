"""One record of a phone after the other, each in a transaction of its own, each with its answer."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.base import sent as door
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.practice import crossing
from throughline.web.parts import Notice
from throughline.web.watch import wording as thresholds

from . import actions, files, queries
from .choices import Reply
from .kinds import Kind, kind_of
from .reading import Sent

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """What the phone is told about one record. why: sentences for the worker. then: where its page is. crossed: what to do now."""

    id: str
    reply: Reply
    why: tuple[str, ...] = ()
    then: str = ""
    crossed: tuple[Notice, ...] = ()

    @property
    def as_json(self) -> dict[str, Any]:
        crossed = [{"title": each.title, "text": each.text} for each in self.crossed]
        return {"id": self.id, "answer": self.reply.value, "why": list(self.why), "then": self.then, "crossed": crossed}


def receive(records: Iterable[Mapping[str, Any]], *, device: str, ahead: timedelta, by: Any) -> Iterator[Answered]:
    """Take in the records of one phone, in the order of its counter. Stops at the first that waits for its file: the rest come after it."""
    several = sorted(records, key=_counter)
    known = set(queries.known({found for each in several if (found := _id_of(each)) is not None}))
    with scope.held_for_a_batch(by):
        for given in several:
            row_id = _id_of(given)
            answer = _answer(given, device, ahead, by, is_known=row_id in known)
            known |= {row_id} if row_id is not None else set()  # the same may come twice at once
            yield answer
            if answer.reply is Reply.WAITING:
                return


def _id_of(given: Mapping[str, Any]) -> UUID | None:
    try:
        return UUID(given["id"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # which record says so is answered with it


def _counter(given: Mapping[str, Any]) -> int:
    counter = given.get("counter")
    return counter if isinstance(counter, int) else 0


def _answer(given: Mapping[str, Any], device: str, ahead: timedelta, by: Any, *, is_known: bool) -> Answered:
    row_id = str(given.get("id", ""))
    try:
        sent = Sent.read(given, device, ahead)
        return (_before(sent, by) if is_known else None) or _take(sent, by)
    except Invalid as invalid:
        return Answered(row_id, Reply.INVALID, tuple(invalid.faults.values()))
    except Refused as refused:
        return Answered(row_id, Reply.INVALID, (str(refused),))
    except IntegrityError:
        return Answered(row_id, Reply.INVALID, (_("Something else was saved under the same number already. Write this again."),))
    except Exception:  # a fault of ours in one record is not to keep the others on the phone
        log.exception("a record from a phone was not taken in")
        return Answered(row_id, Reply.INVALID, (_("Something broke on our side. It is safe on this phone: try again later."),))


def _before(sent: Sent, by: Any) -> Answered | None:
    """What became of a record that came before: it is held, or kept. None when its id stands for something else."""
    if held := queries.held_before(sent.id):
        _is_the_same(sent, Sent.of_held(held).sum)
        return Answered(str(sent.id), Reply.HELD, (held.because,))
    if not _is_there(kind_of(sent.kind), sent):
        return None
    _is_the_same(sent, door.kept_from(sent.id))
    files.let_go(sent, by)
    return Answered(str(sent.id), Reply.IDENTICAL)


def _take(sent: Sent, by: Any) -> Answered:
    """Keep a record, or hold it."""
    kind = kind_of(sent.kind)
    if files.missing(sent, by):
        return Answered(str(sent.id), Reply.WAITING)
    if refusal := _refusal(kind, sent, by):
        return Answered(str(sent.id), Reply.HELD, (actions.hold(sent=sent, because=refusal, by=by).because,))
    return _keep(kind, sent, by)


def _is_the_same(sent: Sent, kept: str) -> None:
    """What a phone sends again has to be what is kept, or the phone would let go of words that are nowhere else."""
    if kept not in ("", sent.sum):
        raise Invalid({"id": _("Something else was saved under the same number already. Write this again.")})


def _is_there(kind: Kind, sent: Sent) -> bool:
    try:
        return kind.person_of(sent.id) == sent.person_id
    except NotFound:
        return False


def _refusal(kind: Kind, sent: Sent, by: Any) -> str:
    """Why the author may not write about this person any more, for them and for the manager; "" when they may.

    Not yours and not there look the same.
    """
    if not by.is_active:
        return _("The account of whoever wrote it was ended before it arrived. A manager looks at it.")
    try:
        may = kind.act in scope.sight(by, sent.person_id).may
    except NotFound:
        may = False
    return "" if may else _("Whoever wrote it may not write about this person any more. A manager looks at it.")


def _keep(kind: Kind, sent: Sent, by: Any) -> Answered:
    """Two sendings in the same moment: the one that comes second finds the first."""
    try:
        with door.what(sent.sum), crossing.heard() as reached:
            address = kind.keep(sent, by)
    except IntegrityError:
        if not _is_there(kind, sent):
            raise
        return Answered(str(sent.id), Reply.IDENTICAL)
    files.let_go(sent, by)
    return Answered(str(sent.id), Reply.NEW, then=address, crossed=tuple(thresholds.notice(each) for each in reached))
