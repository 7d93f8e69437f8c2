"""Why something takes no effect, as every law of this package says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A code that lasts, what is wrong, and what to do. field: the box of a form to which it belongs."""

    code: str
    wrong: str
    do: str
    field: str = ""


def by_code(*several: Fault) -> dict[str, Fault]:
    return {fault.code: fault for fault in several}
