from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from throughline.base import clock
from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground

from ..choices import Theme


class UserManager(BaseUserManager):
    """Users are found by e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> Any:
        return self.get(email__iexact=username)


class User(Ground, AbstractBaseUser):
    """Somebody who signs in. What they may do follows from assignments, never from a flag here."""

    declared = Declared(Keeping.MUTABLE, Privacy.STAFF, Retention.STAFF_RECORD)

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)  # as people call them: "Amina"
    job = models.CharField(max_length=120, blank=True, default="")  # "support worker, Elm House"
    is_active = models.BooleanField(default=True)
    theme = models.CharField(max_length=5, choices=Theme, blank=True, default=Theme.PHONE)
    created_at = models.DateTimeField(default=clock.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name as people call them; allauth asks for it."""
        return self.name

    get_short_name = get_full_name
