from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line

from ..choices import FileBasis, FileKind
from .person_row import PersonRow


class File(PersonRow):
    """A sound, photo or document of a person, kept under the checksum of its bytes.

    Made with the person's agreement, or on a basis that is written down.
    """

    declared = CARE

    kind = models.CharField(max_length=10, choices=FileKind)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField()  # bytes
    seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    shows = Line(blank=True, default="")  # what can be seen or heard, for those who cannot
    basis = models.CharField(max_length=20, choices=FileBasis)
    basis_words = Line()  # how they agreed, or why it was made when they could not

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="file_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:8]}"
