from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something takes no effect: a code that lasts, what is wrong, and what to do."""

    code: str
    wrong: str
    do: str
