"""The id of a record, made with the page: pressed twice or sent again, the form is one record."""

from typing import Any

from django import forms

from throughline.base.ids import new_id


class OnceId(forms.UUIDField):
    """Hidden; made when the form is shown, kept while it comes back. Without one each sending is a record of its own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="", required=False, initial=new_id, widget=forms.HiddenInput, **options)
        self.widget.template_name = "forms/hidden.jinja"
