"""A password from the command line, checked as on the pages."""

import os
from collections.abc import Callable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from throughline.accounts.models import User
from throughline.base.errors import Invalid


def asked_password(ask: Callable[[str], str], *, email: str, name: str) -> str:
    """Ask twice, or take THROUGHLINE_PASSWORD from the environment of a script. Raises Invalid with what to do."""
    given = os.environ.get("THROUGHLINE_PASSWORD")
    password = given or ask("Password, at least 12 characters: ")
    if not given and ask("The same again: ") != password:
        raise Invalid({"password": _("The two were not the same. Run the command again.")})
    try:
        validate_password(password, User(email=email, name=name))
    except ValidationError as error:
        raise Invalid({"password": " ".join(error.messages)}) from error
    return password
