"""Who hands in: whoever is signed in, or, for what is left on a phone, whoever was.

A phone is given a signed name of its worker while they are signed in. It opens nothing: when their account was ended meanwhile,
what they wrote can still be handed in with it, and is held. While the account lives, they sign in as ever.
"""

from typing import Any

from django.core import signing
from django.http import HttpRequest

from throughline.access import queries

SALT = "throughline.sync.sender"
OLDEST = 60 * 60 * 24 * 30  # seconds that a phone may lie in a drawer


def name_for(worker: Any) -> str:
    """The signed name that a phone keeps."""
    return signing.dumps(str(worker.pk), salt=SALT)


def of(request: HttpRequest) -> Any:
    """Who hands in; None when somebody has to sign in first."""
    user: Any = request.user
    return user if user.is_authenticated else _ended(request.headers.get("X-Throughline-Sender", ""))


def _ended(name: str) -> Any:
    """The worker of a signed name whose account was ended; None for one who can sign in, and for a name that we did not give."""
    try:
        return queries.former_user(signing.loads(name, salt=SALT, max_age=OLDEST))
    except signing.BadSignature:
        return None
