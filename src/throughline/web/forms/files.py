"""Photos and sound. A file is known by how it begins, not by what it is called."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from .asking import Asking

MEGABYTE = 1024 * 1024


def kind_of(start: bytes) -> str:
    """photo, sound or "": from the first twelve bytes."""
    if start[:4] == b"RIFF":
        return {b"WEBP": "photo", b"WAVE": "sound"}.get(start[8:12], "")
    if start[4:8] == b"ftyp":
        return "photo" if start[8:12] in (b"heic", b"heix", b"mif1", b"avif") else "sound"
    if start.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        return "photo"
    if start.startswith((b"\x1aE\xdf\xa3", b"OggS", b"ID3", b"\xff\xfb", b"\xff\xf1")):
        return "sound"
    return ""


class _File(Asking, forms.FileField):
    accept = ""
    kind = ""
    wrong_kind: Any = ""
    megabytes = 20

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.FileInput(attrs={"accept": self.accept})
        widget.template_name = "forms/file.jinja"
        super().__init__(label, widget=widget, **options)

    def to_python(self, data: Any) -> File | None:
        file = super().to_python(data)
        if file is None:
            return None
        if file.size > self.megabytes * MEGABYTE:
            raise forms.ValidationError(_("This file is too big. It can have %(limit)s MB at most."), params={"limit": self.megabytes})
        start = file.read(12)
        file.seek(0)
        if kind_of(start) != self.kind:
            raise forms.ValidationError(self.wrong_kind)
        return file


class PhotoFile(_File):
    accept, kind = "image/*", "photo"
    missing = _("Choose a photo.")
    wrong_kind = _("This is not a photo that we can show. Choose a JPEG, PNG, WebP or HEIC file.")


class SoundFile(_File):
    accept, kind = "audio/*", "sound"
    missing = _("Choose a recording.")
    wrong_kind = _("This is not a recording that we can play. Choose an MP3, M4A, OGG, WebM or WAV file.")


class TextFile(Asking, forms.FileField):
    """A file of text; its value is the text."""

    missing = _("Choose a file.")
    kilobytes = 400

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"})
        widget.template_name = "forms/file.jinja"
        super().__init__(label, widget=widget, **options)

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if file is None:
            return None
        if file.size > self.kilobytes * 1024:
            raise forms.ValidationError(_("This file is too big. It can have %(limit)s KB at most."), params={"limit": self.kilobytes})
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("This is no text in UTF-8. Save it again as “CSV UTF-8”.")) from None
