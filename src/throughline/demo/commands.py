"""`throughline demo`, for the command line: the stories, or a synthetic provider, into an empty database."""

from collections.abc import Sequence
from typing import TextIO

from throughline.accounts.models import Provider, User

from . import build
from .stories.cast import CIRCLE_SIGN_INS, PASSWORD, SIGN_INS, SignIn
from .synthetic import generate
from .synthetic.ground import SIGN_INS as SYNTHETIC_SIGN_INS

NOT_EMPTY = (
    "This database holds a provider already. The demo goes into an empty one: set DATABASE_URL to a new place, or leave this as it is."
)


def demo(*, people: int | None, days: int, seed: int, out: TextIO) -> int:
    """Fill an empty database. Gives 0 when filled, 1 when there is somebody in it already."""
    if Provider.objects.exists() or User.objects.exists():
        print(NOT_EMPTY, file=out)
        return 1
    if people is None:
        build.build()
        sign_ins(out)
        return 0
    made = generate(people=people, days=days, seed=seed)
    print(f"\nA made-up provider: {made.people:,} people, {made.notes:,} daily notes, {made.records:,} records of routines.", file=out)
    _table(SYNTHETIC_SIGN_INS, out)
    return 0


def is_here() -> bool:
    """Whether the database holds the demo provider: its manager is there, with the demo's password."""
    ruth = User.objects.filter(email=SIGN_INS[0].email).first()
    return ruth is not None and ruth.check_password(PASSWORD)


def sign_ins(out: TextIO) -> None:
    """Who can sign in to the stories, and why a reader would."""
    print("\nThe demo provider, Elm and Oak Support. Its people and records are invented.", file=out)
    _table((*SIGN_INS, *CIRCLE_SIGN_INS), out)


def _table(those: Sequence[SignIn], out: TextIO) -> None:
    width = max(len(each.email) for each in those)
    print("\nSign in with one of these:\n", file=out)
    for each in those:
        print(f"  {each.email:<{width}}  {each.why}", file=out)
    print(f"\nThe password of each is: {PASSWORD}\n", file=out)
