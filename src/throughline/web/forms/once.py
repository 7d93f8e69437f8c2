"""The id of a record, made with the page: pressed twice or sent again, the form is one record."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django import forms
from django.core.files import File

from throughline.base.ids import new_id

NOT_SENT = frozenset({"csrfmiddlewaretoken"})  # another one each time the page is made


class OnceId(forms.UUIDField):
    """Hidden; made when the form is shown, kept while it comes back. Without one each sending is a record of its own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="", required=False, initial=new_id, widget=forms.HiddenInput, **options)
        self.widget.template_name = "forms/hidden.jinja"


def sum_of(data: Any, files: Iterable[tuple[str, Any]] = ()) -> str:
    """A sum of everything that was sent in a form: its boxes, its id among them, and its files."""
    boxes = sorted((name, values) for name, values in data.lists() if name not in NOT_SENT)
    return sha256(json.dumps([boxes, [_of_file(name, file) for name, file in files]]).encode()).hexdigest()


def _of_file(name: str, file: File) -> list[str]:
    of_bytes = sha256()
    for chunk in file.chunks():
        of_bytes.update(chunk)
    file.seek(0)
    return [name, of_bytes.hexdigest()]


def anew(form: forms.Form) -> None:
    """A fresh id for a form that goes back, so that its words can be kept beside what stands under the one it came with."""
    put(form, {name: str(new_id()) for name, field in form.fields.items() if isinstance(field, OnceId)})


def put(form: forms.Form, values: dict[str, str]) -> None:
    """Other values in hidden boxes of a form that goes back."""
    sent: Any = form.data
    form.data = sent.copy()
    for name, value in values.items():
        form.data[form.add_prefix(name)] = value  # type: ignore[index]  # a copy can be changed
