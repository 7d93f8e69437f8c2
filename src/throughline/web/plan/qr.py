"""A code to scan, drawn as one path."""

import segno

from ..parts import Qr


def code(address: str, opens: str) -> Qr:
    """The code of an address; `opens` says what it opens, for those who cannot see it."""
    rows = segno.make(address, error="m", micro=False).matrix
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Qr(path, len(rows), opens)
