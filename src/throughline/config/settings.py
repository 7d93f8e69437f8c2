"""Django's settings. What differs between places comes from the environment; `docs/reference/settings.md` lists it."""

import os
from pathlib import Path

from .databases import DEFAULT_URL, databases, secret_key

DATABASE_URL = os.environ.get("DATABASE_URL") or DEFAULT_URL
FILES = Path(os.environ.get("THROUGHLINE_FILES") or "data/files")
SECURE = os.environ.get("THROUGHLINE_HTTPS", "") == "1"

SECRET_KEY = secret_key(FILES.parent)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("THROUGHLINE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if SECURE else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "throughline.base",
    "throughline.accounts",
    "throughline.people",
    "throughline.access",
    "throughline.conversations",
    "throughline.authority",
    "throughline.decisions",
    "throughline.agreements",
    "throughline.plan",
    "throughline.workforce",
    "throughline.practice",
    "throughline.reviews",
    "throughline.exchange",
    "throughline.sync",
    "throughline.api",
    "throughline.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "throughline.web.middleware.RenewedSessionMiddleware",
    "throughline.web.middleware.RefusalsMiddleware",
    "throughline.web.middleware.AccessAskedMiddleware",
]

ROOT_URLCONF = "throughline.config.urls"
WSGI_APPLICATION = "throughline.config.wsgi.application"

DATABASES = databases(DATABASE_URL)
READINGS_SHARE_DATABASE = not DATABASE_URL.startswith("sqlite")
DATABASE_ROUTERS = ["throughline.access.router.ReadingsRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"environment": "throughline.web.jinja.environment"},
    },
]
FORM_RENDERER = "throughline.web.forms.Renderer"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # guessing is counted by axes, in the database, for all processes together
ACCOUNT_ADAPTER = "throughline.web.account.adapter.Adapter"
MFA_ADAPTER = "throughline.web.account.adapter.PasskeyAdapter"
MFA_FORMS = {"login_webauthn": "throughline.web.sign_in.passkeys.UsePasskey"}
MFA_SUPPORTED_TYPES = ["webauthn"]  # a password is the other way in, so there are no codes to lose
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # http://localhost only; a served site sets THROUGHLINE_HTTPS=1
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "throughline.web.sign_in.throttle.typed_address"
AXES_LOCKOUT_CALLABLE = "throughline.web.sign_in.throttle.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False

CSRF_FAILURE_VIEW = "throughline.web.first_page.stale"
SESSION_COOKIE_AGE = 12 * 60 * 60  # one shift without a page opened; opening one renews it
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "media-src": ["'self'", "blob:"],  # blob: a recording is played back before it is kept
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "web" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("THROUGHLINE_STATIC") or FILES.parent / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_PERMISSIONS = 0o600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
