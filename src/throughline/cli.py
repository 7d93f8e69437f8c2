"""The program: `throughline run`, `migrate`, `create-manager`, `notice-missed`, `demo`, `bench`, `import`, `export`, `backup`, `restore`.

`throughline --help` says what each is for.
"""

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

DEMO_URL, DEMO_FILES = "sqlite:///data/demo.sqlite3", "data/demo-files"  # `run --demo` leaves a real provider's records alone


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, run one command, and give its exit code: 0 done, 1 not done with the reason said, 2 misspelt."""
    given = parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.config.settings")
    if getattr(given, "demo", False) and not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = DEMO_URL
        os.environ.setdefault("THROUGHLINE_FILES", DEMO_FILES)
    import django

    django.setup()
    from throughline.base.errors import Invalid, NotFound, Refused

    try:
        return given.command(given) or 0
    except (Refused, Invalid, NotFound) as refused:
        print(refused, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    top = argparse.ArgumentParser(prog="throughline", description="From what a person says to what staff do, and back.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _serving(commands)
    _moving(commands)
    return top


def _command(commands: Any, name: str, command: Any, help_: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=help_, description=help_)
    made.set_defaults(command=command)
    return made


def _serving(commands: Any) -> None:
    run = _command(commands, "run", run_server, "Serve the pages.")
    run.add_argument("--host", default="127.0.0.1")
    run.add_argument("--port", type=int, default=8000)
    run.add_argument("--demo", action="store_true", help="serve the demo provider, from data/demo.sqlite3 unless DATABASE_URL says where")
    _command(commands, "migrate", migrate, "Bring the database up to date.")
    manager = _command(commands, "create-manager", create_manager, "Make the first registered manager.")
    manager.add_argument("--name")
    manager.add_argument("--email")
    _command(
        commands, "notice-missed", notice_missed, "Notice check-ins that nothing came of, once. A server that runs does it every minute."
    )
    demo_ = _command(commands, "demo", demo, "Fill an empty database with the demo stories, or with a synthetic provider.")
    demo_.add_argument("--people", type=int, help="a synthetic provider of this many people")
    demo_.add_argument("--days", type=int, default=200)
    demo_.add_argument("--seed", type=int, default=1)
    bench_ = _command(commands, "bench", bench, "Measure, and say what is met and what is not.")
    bench_.add_argument("--people", type=int, default=200)
    bench_.add_argument("--notes", type=int, default=40_000)
    bench_.add_argument("--growth", type=int, default=50, help="how many times the history for the growth row; 0 leaves it out")


def _moving(commands: Any) -> None:
    import_ = _command(commands, "import", bring_in, "Bring in a provider's records, all or nothing.")
    import_.add_argument("source", type=Path)
    import_.add_argument("--check", action="store_true", help="report every fault and change nothing")
    import_.add_argument("--by", help="the e-mail address of whoever brings them in")
    export = _command(commands, "export", take_out, "Write every record out.")
    export.add_argument("target", type=Path)
    export.add_argument("--person", type=UUID, help="one person's whole record")
    backup_ = _command(commands, "backup", backup, "Copy everything, while the server runs.")
    backup_.add_argument("target", type=Path)
    restore_ = _command(commands, "restore", restore, "Verify a backup and put it into an empty place.")
    restore_.add_argument("source", type=Path)


def migrate(_: argparse.Namespace) -> int:
    """Both databases, and the triggers that hold append-only tables."""
    from throughline.config import current

    current.bring_up_to_date()
    print("The database is up to date.")
    return 0


def run_server(given: argparse.Namespace) -> int:
    """Serve with granian, and notice what did not come. SQLite is written by one process; PostgreSQL is served by one a core."""
    from throughline.config import serving

    migrate(given)
    if given.demo:
        serving.fill_with_demo()
    serving.serve(given.host, given.port)
    return 0


def create_manager(given: argparse.Namespace) -> int:
    """Ask for what was not given. The password is never on the command line."""
    from throughline.access import actions, queries
    from throughline.config import current
    from throughline.config.passwords import asked_password

    current.ensure()
    email = given.email or input("E-mail address, to sign in with: ")
    known = queries.manager_with(email)
    name = known.name if known else given.name or input("Name, as people call you: ")
    password = asked_password(getpass.getpass, email=email, name=name)
    made = actions.create_manager(name=name, email=email, password=password)
    print(f"{made.name} is the registered manager. Start the server with `throughline run` and sign in.")
    return 0


def notice_missed(_: argparse.Namespace) -> int:
    """Check-ins whose time and grace are over; crossings that follow from them are opened. Pages show them without this too."""
    from throughline.config import current
    from throughline.practice import actions

    current.ensure()
    print(f"Noticed {actions.notice_missed()} missed check-ins.")
    return 0


def demo(given: argparse.Namespace) -> int:
    """The stories, or a synthetic provider."""
    from throughline.config import current
    from throughline.demo import commands

    current.ensure()
    return commands.demo(people=given.people, days=given.days, seed=given.seed, out=sys.stdout)


def bench(given: argparse.Namespace) -> int:
    """The table of ratios."""
    from throughline.bench import commands

    return commands.bench(people=given.people, notes=given.notes, growth=given.growth, out=sys.stdout)


def bring_in(given: argparse.Namespace) -> int:
    """Import a folder or zip."""
    from throughline.config import current
    from throughline.exchange import commands

    current.ensure()
    return commands.import_(given.source, check=given.check, by=given.by, out=sys.stdout)


def take_out(given: argparse.Namespace) -> int:
    """Export everything, or one person."""
    from throughline.exchange import commands

    return commands.export(given.target, person=given.person, out=sys.stdout)


def backup(given: argparse.Namespace) -> int:
    """Copy while running."""
    from throughline.exchange import commands

    return commands.backup(given.target, out=sys.stdout)


def restore(given: argparse.Namespace) -> int:
    """Verify, then put back."""
    from throughline.exchange import commands

    return commands.restore(given.source, out=sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
