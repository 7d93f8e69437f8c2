from django.db import models

from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext_lazy as _
from throughline.base.terms import word_lazy


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

    PERSON = "person", word_lazy("person")
    CIRCLE = "circle", word_lazy("circle")
    ADVOCATE = "advocate", _("advocate")
    PROFESSIONAL = "professional", _("professional")
    STAFF = "staff", word_lazy("staff")


class ContactKind(models.TextChoices):
    """What somebody is in the person's life. Gives no authority and no sight."""

    CIRCLE = "circle", word_lazy("Circle")
    ADVOCATE = "advocate", _("Advocate")
    PROFESSIONAL = "professional", _("Professional")


class FileKind(models.TextChoices):
    """What a kept file is."""

    SOUND = "sound", _("sound")
    PHOTO = "photo", _("photo")
    PORTRAIT = "portrait", _("photo of %(person)s, for their page")
    DOCUMENT = "document", _("document")


class FileBasis(models.TextChoices):
    """On what footing a sound or photo was made (issue: the person's agreement, or where they cannot give it, the basis)."""

    AGREED = "agreed", _("%(Person)s agreed")
    CANNOT_AGREE = "cannot_agree", _("%(Person)s could not agree or say no; it was made on another basis")
    PAPER = "paper", _("A paper, with nobody in it")


class Area(models.TextChoices):
    """The part of life that a question, an authority or somebody's part belongs to (`domain.md` 1.2, decision categories)."""

    DAILY_CARE = "daily_care", _("Daily life and routines")
    COMMUNITY = "community", _("Going out and taking part")
    MONEY = "money", _("Money")
    MEDICATION = "medication", _("Medication")
    TREATMENT = "treatment", _("Medical treatment")
    HOME = "home", _("Where to live")
    TENANCY = "tenancy", _("Tenancy")
    CONTACT = "contact", _("Contact with other people")
    RELATIONSHIPS = "relationships", _("Sex and relationships")
    ONLINE = "online", _("Internet and social media")
    CARE = "care", _("How support is arranged")
    RESTRICTIONS = "restrictions", _("Something that limits %(person)s")
    SHARING = "sharing", _("Sharing information")
    PICTURES = "pictures", _("Photos and recordings")
    OTHER = "other", _("Something else")

    @property
    def topic(self) -> Topic:
        """What records about this part of life are about, for sharing."""
        return TOPIC_OF_AREA.get(self, Topic.PLANS)


TOPIC_OF_AREA = {
    Area.DAILY_CARE: Topic.DAILY_LIFE,
    Area.COMMUNITY: Topic.DAILY_LIFE,
    Area.MONEY: Topic.MONEY,
    Area.MEDICATION: Topic.MEDICATION,
    Area.TREATMENT: Topic.HEALTH,
    Area.CONTACT: Topic.RELATIONSHIPS,
    Area.RELATIONSHIPS: Topic.RELATIONSHIPS,
    Area.PICTURES: Topic.PHOTOS,
    Area.RESTRICTIONS: Topic.BEHAVIOUR,
}


def topic_of(area: str) -> Topic:
    """The topic of what belongs to a part of life; what is no area is about plans, until somebody says which it is."""
    return Area(area).topic if area in Area.values else Topic.PLANS
