"""Settings under test: the real ones, with what only costs time taken out. Nothing here changes what the program does."""

import os
import tempfile
from pathlib import Path

# Before the real settings are read: tests never touch the records in data/.
_SCRATCH = Path(tempfile.gettempdir()) / f"throughline-tests-{os.getuid()}"
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_SCRATCH / 'throughline.sqlite3'}")
os.environ.setdefault("THROUGHLINE_FILES", str(_SCRATCH / "files"))
os.environ.setdefault("THROUGHLINE_SECRET_KEY", "a secret of tests alone, which opens nothing")

from .settings import *  # noqa: E402, F403
from .settings import DATABASES as _DATABASES  # noqa: E402
from .settings import MIDDLEWARE as _MIDDLEWARE  # noqa: E402
from .settings import STORAGES as _STORAGES  # noqa: E402

# SQLite in memory, said aloud: pytest-django would not know from our own backend that it is SQLite, and make files.
DATABASES = {alias: each | {"TEST": {"NAME": ":memory:"}} if "sqlite" in each["ENGINE"] else each for alias, each in _DATABASES.items()}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow on purpose

# Static files under their plain names, so that no collectstatic has to run first.
STORAGES = _STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = [each for each in _MIDDLEWARE if not each.startswith("whitenoise.")]

AXES_ENABLED = False  # many tests sign in wrongly; the tests about guessing turn it on
ALLOWED_HOSTS = ["*"]  # the live server of browser tests takes any port and name
