"""What the server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.config.settings")
application = get_wsgi_application()

# What is loaded by now stays for as long as the server runs. The collector of garbage need not look through it again and again: each
# full look was seen to hold up every request of that moment for more than a tenth of a second.
get_resolver().url_patterns  # noqa: B018  # loads every page
gc.collect()
gc.freeze()
