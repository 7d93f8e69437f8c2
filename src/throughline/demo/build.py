"""Build the stories into an empty database: the provider that `throughline demo` shows, and that tests and screenshots use."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from throughline.accounts.models import Provider, Service, User
from throughline.base import clock
from throughline.conversations.models import Contribution, Conversation, Voice
from throughline.decisions.models import CapacityAssessment, Decision, Disagreement, Question
from throughline.people.models import Contact, Person
from throughline.plan.models import Item, Version

from .stories.afternoon import afternoon
from .stories.afternoon_days import afternoon_days, jos_notes, tea_days
from .stories.afternoon_upsets import afternoon_upsets
from .stories.cast import House, opening
from .stories.dentist import dentist
from .stories.fever import fever
from .stories.going_on import GOING_ON
from .stories.group import group
from .stories.group_day import group_day
from .stories.group_days import group_days
from .stories.group_weeks import THURSDAY
from .stories.jo import JO
from .stories.led_by_dan import led_by_dan
from .stories.morning import morning
from .stories.morning_card import morning_days, private
from .stories.morning_upsets import MORNINGS
from .stories.nights import nights
from .stories.outdoors import outdoors
from .stories.outdoors_together import gwen_sees_it_otherwise
from .stories.own_money import in_charge, own_money
from .stories.own_pages import own_pages
from .stories.relative import relative
from .stories.relative_heard import shower_days
from .stories.sam import SAM
from .stories.scan_way import SCAN
from .stories.shop import shop
from .stories.shop_days import money, shop_days
from .stories.sisters_part import sisters_part
from .stories.tablets import TABLETS
from .stories.team import team
from .stories.what_the_law_asks import LAW
from .stories.who_may_see import who_may_see
from .telling import Days, tell

# Told side by side; those that go on at the same moment go on in this order.
STORIES = (
    opening,
    *JO,
    *(afternoon, afternoon_days, jos_notes, tea_days, afternoon_upsets),
    *(shop, shop_days, money),
    dentist,
    *(morning, morning_days, private),
    *MORNINGS,
    *SCAN,
    *(relative, shower_days),
    who_may_see,
    *SAM,
    group_days,
    sisters_part,
    *TABLETS,
    *LAW,
    own_pages,
    fever,
    *GOING_ON,
    *(outdoors, gwen_sees_it_otherwise, group),
    *THURSDAY,
    *(led_by_dan, nights),
    *(group_day, own_money, in_charge),
    team,
)

AFTERNOON = (14, 2)  # the time of day at which the stories stop on a day that is not today


@dataclass(frozen=True)
class Cast:
    """Everybody and everything in the stories that somebody asks for by name."""

    today: date
    provider: Provider
    elm_house: Service
    derwen_house: Service
    ruth: User
    amina: User
    tom: User
    jo: Person
    sam: Person
    lee: Person
    ann: Person
    priya: Contact
    dan: Contact
    dr_shah: Contact
    sams_dan: Contact
    lees_dan: Contact
    gwen: Contact
    anns_dan: Contact
    # the afternoon
    quiet_afternoon: Item
    quiet_afternoon_card: Version
    quieter: Decision
    afternoon_question: Question
    meeting: Conversation
    too_loud: Voice
    picked_quiet: Voice
    better: Voice
    tom_would_go_out: Contribution
    # Jo
    profile: Item
    communication: Item
    outcome: Item
    what_helps: Item
    tea: Item
    cat: Voice
    plate: Voice
    swimming: Voice
    dinner: Voice
    # the shop
    shop_item: Item
    shop_card: Version
    shop_decision: Decision
    know_the_way: Voice
    money: Item
    # the dentist: said and talked about, not decided
    dentist: Item
    dentist_question: Question
    # the morning
    mornings: Item
    mornings_card: Version
    morning_decision: Decision
    cup_first: Voice
    my_morning: Voice
    not_on_team: Voice
    # the vocal relative
    washing: Item
    washing_card: Version
    washing_question: Question
    gwens_decision: Decision
    anns_decision: Decision
    sharing_decision: Decision
    review_led_by_gwen: Conversation
    joint_meeting: Conversation
    review_led_by_ann: Conversation
    morning_shower: Voice
    # Sam, and what is missing on purpose
    outdoors: Item
    group: Item
    bus: Item
    bus_card: Version
    key: Item
    key_decision: Decision
    tidy_room: Item
    group_time: Item
    # what the records of the last weeks say
    whose_morning: Item
    scan_talk: Item
    battery: Item
    tablets: Item
    nights: Item
    nights_decision: Decision
    chair_disagreement: Disagreement
    # those with pages of their own
    priya_signs_in: User
    dan_signs_in: User
    gwen_signs_in: User
    dr_shah_signs_in: User
    drip_question: Question
    drip_assessment: CapacityAssessment
    # the team
    kim: User  # from an agency


def build(today: date | None = None) -> Cast:
    """Tell all stories so that they end today, or on another day. One transaction: all of them or none."""
    days = Days(today or clock.today())
    until = clock.now() if days.today == clock.today() else clock.moment(days.today, *AFTERNOON)
    house = House()
    with transaction.atomic():
        tell(*(story(house, days) for story in STORIES), until=until)
    return cast_of(house, days.today)


def cast_of(house: House, today: date) -> Cast:
    """Everything by name, frozen."""
    names = Cast.__dataclass_fields__.keys() - {"today"}
    return Cast(today=today, **{name: house.told.get(name) or getattr(house, name) for name in names})
