from .rota import COLUMNS, EXPECTED, Fault, Planned, overlaps, read
from .signing import LONGEST, Seen, Signed, Standing, faults, standing

__all__ = [
    "COLUMNS",
    "EXPECTED",
    "LONGEST",
    "Fault",
    "Planned",
    "Seen",
    "Signed",
    "Standing",
    "faults",
    "overlaps",
    "read",
    "standing",
]
