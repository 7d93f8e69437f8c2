from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnColour(models.TextChoices):
    """The colours a person can choose for their page; white words on each are 7.8:1 or better."""

    SLATE = "slate", _("Slate")
    DAMSON = "damson", _("Damson")
    BERRY = "berry", _("Berry")
    BRICK = "brick", _("Brick")
    AMBER = "amber", _("Amber")
    FOREST = "forest", _("Forest")
    TEAL = "teal", _("Teal")
    OCEAN = "ocean", _("Ocean")
    VIOLET = "violet", _("Violet")


class Party(models.TextChoices):
    """On whose side somebody speaks. The person's own words are voices, never contributions."""

    PERSON = "person", _("the person")
    CIRCLE = "circle", _("family or friend")
    ADVOCATE = "advocate", _("advocate")
    PROFESSIONAL = "professional", _("professional")
    STAFF = "staff", _("staff")


class ContactKind(models.TextChoices):
    """What somebody is in the person's life. Gives no authority and no sight."""

    CIRCLE = "circle", _("Family or friend")
    ADVOCATE = "advocate", _("Advocate")
    PROFESSIONAL = "professional", _("Professional")


class FileKind(models.TextChoices):
    """What a kept file is."""

    SOUND = "sound", _("sound")
    PHOTO = "photo", _("photo")
    PORTRAIT = "portrait", _("photo of the person, for their page")
    DOCUMENT = "document", _("document")


class FileBasis(models.TextChoices):
    """On what footing a sound or photo was made (issue: the person's agreement, or where they cannot give it, the basis)."""

    AGREED = "agreed", _("The person agreed")
    CANNOT_AGREE = "cannot_agree", _("The person could not agree or say no; it was made on another basis")
