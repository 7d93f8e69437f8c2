"""Shows fields with our own templates; Django's would not stand a strict environment."""

from pathlib import Path
from typing import Any

from django.forms.renderers import Jinja2
from django.template.backends.jinja2 import Jinja2 as Engine
from django.utils.functional import cached_property

TEMPLATES = Path(__file__).resolve().parent.parent / "jinja2"

# Forms that others bring (sign-in, codes) keep their own widgets; they are shown with these.
_INPUTS = ("text", "password", "email", "number", "url", "search", "tel", "date", "time", "datetime", "input")
STOCK = {f"django/forms/widgets/{name}.html": "forms/input.jinja" for name in _INPUTS} | {
    "django/forms/widgets/hidden.html": "forms/hidden.jinja",
    "django/forms/widgets/textarea.html": "forms/textarea.jinja",
    "django/forms/widgets/select.html": "forms/select.jinja",
    "django/forms/widgets/radio.html": "forms/ticks.jinja",
    "django/forms/widgets/checkbox_select.html": "forms/ticks.jinja",
    "django/forms/widgets/checkbox.html": "forms/tick.jinja",
    "django/forms/widgets/file.html": "forms/file.jinja",
    "django/forms/widgets/clearable_file_input.html": "forms/file.jinja",
    "django/forms/errors/list/ul.html": "forms/mistakes.jinja",
}


class Renderer(Jinja2):
    """For `FORM_RENDERER` too, so that forms which others bring look like ours."""

    field_template_name = "forms/field.jinja"
    form_template_name = "forms/form.jinja"

    @cached_property
    def engine(self) -> Engine:
        options = {"environment": "throughline.web.jinja.environment"}
        return Engine({"NAME": "forms", "DIRS": [TEMPLATES], "APP_DIRS": False, "OPTIONS": options})

    def get_template(self, template_name: str) -> Any:
        return super().get_template(STOCK.get(template_name, template_name))
