"""What the command line asks for: each function says what it does on `out` and answers with the exit code."""

from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

from django.utils.translation import gettext as _

from throughline.access import queries
from throughline.accounts.models import Provider, User
from throughline.base.errors import NotFound, Refused
from throughline.people.models import Person

from . import actions, backups, checking, exporting, restoring, writing
from .checking import Arrival
from .faults import CannotImport
from .seen import State


def import_(source: Path, *, check: bool = False, by: str | None = None, out: TextIO) -> int:
    """Bring in a folder or zip, all or nothing; with `check`, only say what is wrong with it."""
    try:
        with checking.opened(source) as arrival:
            checking.check(arrival)
            return _say(arrival, "can come in", out) if check or not arrival.count(State.NEW) else _bring_in(arrival, by, out)
    except CannotImport as wrong:
        wrong.faults.print(out)
        print(f"{wrong.faults.count:,} fault(s). Nothing was changed. Put them right in the folder and import it again.", file=out)
        return 1


def _bring_in(arrival: Arrival, by: str | None, out: TextIO) -> int:
    new: list[str] = []
    try:
        arrival.files.keep(new)
        actions.bring_in(arrival=arrival, by=author(by))
    except BaseException:
        writing.take_back_files(new)
        raise
    _say(arrival, "came in", out)
    _say_what_next(out)
    return 0


def _say_what_next(out: TextIO) -> None:
    """Passwords do not travel: after an import into an empty database a manager is let in first."""
    managers = queries.managers()
    if any(queries.can_sign_in(each) for each in managers):
        return
    address = managers[0].email if managers else "the address of your registered manager"
    print(f"Nobody can sign in yet. Set the manager's password: throughline create-manager --email {address}", file=out)
    print("Start the server with `throughline run`. The manager sets everybody else's password on the page Team.", file=out)


def _say(arrival: Arrival, what: str, out: TextIO) -> int:
    new, same = arrival.count(State.NEW), arrival.count(State.SAME)
    if not new:
        print(f"Nothing to change: all {same:,} rows are here already.", file=out)
        return 0
    print(f"{new:,} rows and {len(arrival.files.here):,} files {what}; {same:,} rows are here already.", file=out)
    if arrival.is_guest:
        print("Homes, stays and the other provider stay outside: begin a stay at a home of yours.", file=out)
    return 0


def author(by: str | None) -> Any:
    """The user with an e-mail address; without one, the first registered manager, or nobody. Raises Refused."""
    if by:
        user = User.objects.filter(email__iexact=by.strip()).first()
        if user is None:
            raise Refused(_("Nobody signs in with %(address)s. Give the address of a manager of this provider.") % {"address": by})
        return user
    return next(iter(queries.managers()), None)


def export(target: Path, *, person: UUID | None = None, out: TextIO) -> int:
    """Write the whole record, or one person's, to a folder, or to a zip when the name ends so."""
    about = Person.objects.filter(pk=person).first() if person else Provider.objects.first()
    if person and about is None:
        raise NotFound(f"There is no person with the id {person}.")
    try:
        manifest = exporting.export(target, person=person)
    except exporting.CannotExport as problem:
        print(problem, file=out)
        return 1
    if about is not None:
        actions.say_taken_out(about=about)
    print(f"{sum(manifest.tables.values()):,} rows and {manifest.files:,} files written to {target}.", file=out)
    return 0


def backup(target: Path, *, out: TextIO) -> int:
    """Copy everything to a folder, while the program runs."""
    try:
        made = backups.backup(target)
    except backups.CannotBackUp as problem:
        print(problem, file=out)
        return 1
    print(f"{_rows(made):,} rows and {_files(made):,} files are in {target}. Keep it on another machine.", file=out)
    for sha256 in made.missing:
        print(f"The file {sha256} was missing or changed on this disk. Look for it in an earlier backup.", file=out)
    return 1 if made.missing else 0


def restore(source: Path, *, out: TextIO) -> int:
    """Verify a backup and put it into an empty place."""
    try:
        made = restoring.restore(source)
    except restoring.CannotRestore as problem:
        print(problem, file=out)
        return 1
    print(f"Put back the backup of {made.made_at}: {_rows(made):,} rows and {_files(made):,} files.", file=out)
    print("Checksums, counts, links between rows, append-only triggers and the bytes of every file are as they were.", file=out)
    for sha256 in made.missing:
        print(f"The file {sha256} was missing when the backup was made. Look for it in an earlier one.", file=out)
    return 0


def _rows(made: backups.Backup) -> int:
    return sum(count for counts in made.rows.values() for count in counts.values())


def _files(made: backups.Backup) -> int:
    return sum(part.name.startswith(f"{backups.FILES}/") for part in made.parts)
