"""`throughline demo`, for the command line: the stories, or a synthetic provider, into an empty database."""

from typing import TextIO

from throughline.accounts.models import Provider, User

from . import build
from .stories.cast import PASSWORD, SIGN_INS

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


def sign_ins(out: TextIO) -> None:
    """Who can sign in to the stories, and why a reader would."""
    print("\nSign in to the demo provider, Elm and Oak Support. Its people and records are invented.\n", file=out)
    width = max(len(each.email) for each in SIGN_INS)
    for each in SIGN_INS:
        print(f"  {each.email:<{width}}  {each.why}", file=out)
    print(f"\n  The password of each is: {PASSWORD}\n", file=out)
