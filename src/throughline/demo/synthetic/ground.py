"""The synthetic provider itself: homes of four to eight people, a team for each, the people, and who is in their lives."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from throughline.access.models import Assignment
from throughline.accounts.models import Provider, Service, User
from throughline.base import clock
from throughline.people.choices import OwnColour
from throughline.people.models import Contact, Person, Stay

from ..stories.cast import PASSWORD, SignIn
from .dice import Dice
from .words import BUILDINGS, FAMILY_NAMES, LANGUAGES, NAMES, PRONOUNS, RELATIONSHIPS, TREES

KINDS = {"supported_living": 56, "care_home": 30, "home_care": 14}
WALES = 0.16
STAFF_A_PERSON = 1.3
NOBODY = make_password(None)  # cannot sign in

SIGN_INS = (
    SignIn("Manager", "manager@made-up.example", "registered manager: everybody"),
    SignIn("Leader", "leader.1@made-up.example", "team leader at the first home"),
    SignIn("Worker", "worker1.1@made-up.example", "support worker at the first home"),
)


@dataclass(slots=True)
class Home:
    """One home, its team and the people whom it supports."""

    service: Service
    leader: User
    staff: list[User]
    people: list[Person] = field(default_factory=list)
    contacts: dict[Any, list[Contact]] = field(default_factory=dict)


@dataclass(slots=True)
class Ground:
    """Everything that stands before any record: rows in the order in which they are kept."""

    provider: Provider
    manager: User
    homes: list[Home] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)

    def people(self) -> Iterator[tuple[Home, Person]]:
        """Everybody, home by home."""
        return ((home, person) for home in self.homes for person in home.people)


def lay(people: int, seed: int, begins: date) -> Ground:
    """The provider of so many people, on the first day of its records."""
    dice = Dice(seed, "ground")
    at = clock.moment(begins, 7)
    provider = Provider(id=dice.new_id(at), name=f"Made-up Care {seed}")
    manager = _user(dice, begins, "Manager", "manager@made-up.example", "registered manager", signs_in=True)
    ground = Ground(provider, manager, rows=[provider, manager, _assignment(dice, begins, manager, "registered_manager")])
    left = people
    while left > 0:
        size = min(left, dice.randint(4, 8))
        ground.homes.append(_home(ground, dice, begins, size))
        left -= size
    return ground


def _home(ground: Ground, dice: Dice, begins: date, size: int) -> Home:
    number = len(ground.homes)
    name = f"{TREES[number % len(TREES)]} {BUILDINGS[number // len(TREES) % len(BUILDINGS)]}"
    again = number // (len(TREES) * len(BUILDINGS))
    service = Service(
        id=dice.new_id(clock.moment(begins, 7)),
        provider_id=ground.provider.pk,
        name=f"{name} {again + 1}" if again else name,
        kind=dice.one(KINDS),
        jurisdiction="wales" if dice.often(WALES) else "england",
        phone="01632 960 100",
        on_call_phone="01632 960 101",
    )
    ground.rows.append(service)
    leader, staff = _team(ground, dice, begins, service, size)
    home = Home(service, leader, staff)
    for _ in range(size):
        _person(ground, dice, begins, home)
    return home


def _team(ground: Ground, dice: Dice, begins: date, service: Service, size: int) -> tuple[User, list[User]]:
    """A leader, support workers, and sometimes somebody from an agency whose role ends by itself. The first home's leader signs in."""
    first = not ground.homes
    jobs = ["team_leader", *["support_worker"] * max(2, round(size * STAFF_A_PERSON)), *(["agency_worker"] if dice.often(0.3) else [])]
    team = []
    for n, job in enumerate(jobs):
        email = f"{'leader' if n == 0 else f'worker{n}'}.{len(ground.homes) + 1}@made-up.example"
        user = _user(dice, begins, dice.choice(NAMES), email, f"{job.replace('_', ' ')}, {service.name}"[:120], signs_in=first and n < 2)
        ends = clock.today() + timedelta(days=30) if job == "agency_worker" else None
        ground.rows += [user, _assignment(dice, begins, user, job, service, ends)]
        team.append(user)
    return team[0], team


def _user(dice: Dice, begins: date, name: str, email: str, job: str, *, signs_in: bool) -> User:
    at = clock.moment(begins, 7)
    password = make_password(PASSWORD) if signs_in else NOBODY
    return User(id=dice.new_id(at), name=name, email=email, job=job, password=password, created_at=at)


def _assignment(dice: Dice, begins: date, user: User, role: str, service: Service | None = None, ends: date | None = None) -> Assignment:
    at = clock.moment(begins, 7)
    return Assignment(
        id=dice.new_id(at), user_id=user.pk, role=role, service_id=service.pk if service else None, from_on=begins, until_on=ends
    )


def _person(ground: Ground, dice: Dice, begins: date, home: Home) -> None:
    """Somebody of some age, with a colour and pronouns of their own; most have been here for years, and a few have moved."""
    at = clock.moment(begins, 8)
    name, family = dice.choice(NAMES), dice.choice(FAMILY_NAMES)
    age = min(92, max(18, dice.gauss(44, 17)))
    person = Person(
        id=dice.new_id(at),
        name=name,
        full_name=f"{name} {family}",
        pronouns=dice.one(PRONOUNS),
        born_on=begins - timedelta(days=round(age * 365.25)),
        own_colour=dice.choice(OwnColour.values),
        language=dice.one(LANGUAGES | ({"cy": 20} if home.service.jurisdiction == "wales" else {})),
    )
    home.people.append(person)
    came = begins - timedelta(days=round(dice.long_tailed(900)))
    stay = Stay(id=dice.new_id(at), person_id=person.pk, service_id=home.service.pk, from_on=came)
    home.contacts[person.pk] = _contacts(dice, begins, person, family)
    ground.rows += [person, stay, *home.contacts[person.pk]]
    if ground.homes and dice.often(0.06):
        before = dice.choice(ground.homes).service
        first, last = came - timedelta(days=400), came - timedelta(days=1)
        ground.rows.append(Stay(id=dice.new_id(at), person_id=person.pk, service_id=before.pk, from_on=first, until_on=last))


def _contacts(dice: Dice, begins: date, person: Person, family: str) -> list[Contact]:
    """Nobody, or some of a family; for some an advocate; a GP for most."""
    at = clock.moment(begins, 8)
    who = [("circle", dice.choice(NAMES), dice.one(RELATIONSHIPS)) for _ in range(dice.one({0: 14, 1: 34, 2: 32, 3: 20}))]
    if dice.often(0.36):
        who.append(("advocate", dice.choice(NAMES), "independent advocate"))
    if dice.often(0.92):
        who.append(("professional", f"Dr {dice.choice(FAMILY_NAMES)}", "GP"))
    return [Contact(id=dice.new_id(at), person_id=person.pk, kind=kind, name=name, relationship=what) for kind, name, what in who]
