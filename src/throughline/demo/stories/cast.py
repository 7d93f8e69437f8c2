"""Who is in the stories: a provider with a home in England and one in Wales, staff, the people they support, and their people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from throughline.access import actions as setup
from throughline.accounts.models import Provider, Service, User
from throughline.people.models import Contact, Person

from ..media import keep_portrait
from ..telling import Days

PASSWORD = "tea in the same chair"  # of the demo alone; printed when it is built


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody who can sign in to the demo, and why a reader would."""

    name: str
    email: str
    why: str


SIGN_INS = (
    SignIn("Ruth", "ruth@elm-and-oak.example", "registered manager: everybody, what is waiting, what is private to the manager"),
    SignIn("Amina", "amina@elm-and-oak.example", "team leader at Elm House: writes decisions and the plan for Jo, Sam and Lee"),
    SignIn("Tom", "tom@elm-and-oak.example", "support worker at both homes: today’s shift, records, what people say"),
)

CIRCLE_SIGN_INS = (
    SignIn("Priya", "priya@family.example", "Jo’s mum: what Jo shares with her, her say, and what became of it"),
    SignIn("Dan", "dan@speaking-up.example", "independent advocate of Jo, Sam, Lee and Ann: private notes, reviews that he leads"),
    SignIn("Gwen", "gwen@family.example", "Ann’s sister and attorney: her part as agreed, and one question that is hers while Ann cannot"),
    SignIn("Dr Shah", "dr.shah@surgery.example", "Jo’s GP: what Jo shares with a doctor, and a part in one problem solved together"),
)


@dataclass(slots=True)
class House:
    """Everybody, filled on the first day of the stories. `told` gathers what the stories make, by name."""

    provider: Provider = field(init=False)
    elm_house: Service = field(init=False)
    derwen_house: Service = field(init=False)
    ruth: User = field(init=False)
    amina: User = field(init=False)
    tom: User = field(init=False)
    jo: Person = field(init=False)
    sam: Person = field(init=False)
    lee: Person = field(init=False)
    ann: Person = field(init=False)
    priya: Contact = field(init=False)
    dan: Contact = field(init=False)
    dr_shah: Contact = field(init=False)
    lees_dan: Contact = field(init=False)
    lees_brother: Contact = field(init=False)
    gwen: Contact = field(init=False)
    sams_dan: Contact = field(init=False)  # since April
    anns_dan: Contact = field(init=False)
    told: dict[str, Any] = field(default_factory=dict)


def opening(house: House, days: Days) -> Iterator[datetime]:
    """The provider opens its two homes and takes on its staff; then people move in."""
    yield days.at(9, 1, 9, year=2025)
    _provider(house)
    _staff(house)
    yield days.at(9, 8, 11, year=2025)
    _people(house)
    _contacts_of_jo(house)
    _contacts_of_others(house)
    yield days.at(9, 15, 11, year=2025)
    for person in (house.jo, house.sam, house.lee, house.ann):
        keep_portrait(person, by=house.ruth)


def _provider(house: House) -> None:
    ruth, _, _ = SIGN_INS
    house.ruth = setup.create_manager(name=ruth.name, email=ruth.email, password=PASSWORD)
    house.provider = setup.change_provider(by=house.ruth, name="Elm and Oak Support")
    house.elm_house = setup.open_service(
        by=house.ruth,
        name="Elm House",
        kind="supported_living",
        jurisdiction="england",
        phone="01632 960 041",
        on_call_phone="01632 960 042",
    )
    house.derwen_house = setup.open_service(
        by=house.ruth, name="Derwen House", kind="care_home", jurisdiction="wales", phone="01632 960 051", on_call_phone="01632 960 052"
    )


def _staff(house: House) -> None:
    _, amina, tom = SIGN_INS
    house.amina = setup.add_staff(name=amina.name, email=amina.email, password=PASSWORD, job="team leader, Elm House", by=house.ruth)
    house.tom = setup.add_staff(name=tom.name, email=tom.email, password=PASSWORD, job="support worker", by=house.ruth)
    setup.assign(user=house.amina, role="team_leader", service=house.elm_house, by=house.ruth)
    for service in (house.elm_house, house.derwen_house):
        setup.assign(user=house.tom, role="support_worker", service=service, by=house.ruth)


def _people(house: House) -> None:
    house.jo = setup.add_person(service=house.elm_house, name="Jo", own_colour="teal", by=house.ruth)
    house.sam = setup.add_person(service=house.elm_house, name="Sam", own_colour="amber", by=house.ruth)
    house.lee = setup.add_person(service=house.elm_house, name="Lee", own_colour="ocean", by=house.ruth)
    house.ann = setup.add_person(service=house.derwen_house, name="Ann", own_colour="forest", by=house.ruth)


def _contacts_of_jo(house: House) -> None:
    add = setup.add_contact
    house.priya = add(person=house.jo, name="Priya", kind="circle", relationship="mum", note="Rings on Sundays", by=house.ruth)
    house.dan = add(person=house.jo, name="Dan", kind="advocate", relationship="independent advocate", by=house.ruth)
    house.dr_shah = add(person=house.jo, name="Dr Shah", kind="professional", relationship="GP", by=house.ruth)


def _contacts_of_others(house: House) -> None:
    add = setup.add_contact
    house.lees_dan = add(person=house.lee, name="Dan", kind="advocate", relationship="independent advocate", by=house.ruth)
    house.lees_brother = add(person=house.lee, name="Lee’s brother", kind="circle", relationship="family", by=house.ruth)
    house.gwen = add(person=house.ann, name="Gwen", kind="circle", relationship="sister", note="Visits on Sundays", by=house.ruth)
    house.anns_dan = add(person=house.ann, name="Dan", kind="advocate", relationship="independent advocate", by=house.ruth)
