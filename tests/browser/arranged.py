"""Houses for browser tests, arranged through actions, prepared once a session."""

from datetime import time, timedelta

from tests.practice.test_upset import short
from tests.practice.watching import BY_TEXT, FALLS, TABLETS, UPSETS, fell, followed, missed
from tests.sync.phone import Phone
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import queries as keys
from throughline.api import actions as api
from throughline.api.choices import Scope
from throughline.base import clock
from throughline.plan.climbing import stage_of
from throughline.plan.parts import Threshold
from throughline.practice import actions as practice


def watched() -> arrange.House:
    """Jo missed a tablet three days ago; two in a week are too many. Jo texts at six, agreed yesterday: today too, whatever the hour."""
    with clock.at(clock.now() - timedelta(days=1)):
        home = arrange.house()
        followed(home, TABLETS, check_ins=[BY_TEXT])
    missed(home, days=3)
    return home


def watched_upsets() -> arrange.House:
    """Jo was upset once just now and fell twice this week. Two of the one in a week, or three of the other, are too many."""
    home = arrange.house()
    followed(home, UPSETS, FALLS)
    short(home)
    fell(home, days=1)
    fell(home, days=2)
    return home


def a_break_that_is_watched() -> arrange.House:
    """A break that is now, whatever the time. Once not offered is too often."""
    home = arrange.house()
    too_many = {"counts": "not_offered", "at_least": 1, "within_days": 7, "do": "Ask Ruth how to make room for it.", "call": "Ruth"}
    arrange.routine(home, ("Offer Jo a break in the quiet room", time(0), time(0)), thresholds=[Threshold(**too_many)])
    return home


def a_watched_ladder() -> arrange.House:
    """A walk to the shop that is now, of which one try was stopped. Two in a week are too many."""
    home = arrange.house()
    stopped = {"counts": "try_stopped", "at_least": 2, "within_days": 7, "do": "Talk with Jo about the step.", "call": "Ruth"}
    ladder = arrange.ladder(home, "To the shop on my own", ("To the shop with Jo", time(0), time(0)), thresholds=[Threshold(**stopped)])
    arrange.tried(home, ladder, "stopped")
    return home


MANY = ("Abi", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Kit", "Liv", "Max", "Ned", "Oli", "Pia", "Quin", "Roz")


def a_larger_home() -> arrange.House:
    """Nineteen people at Elm House: more than a phone takes along. By name Quin, Roz and Sam come last."""
    home = arrange.house()
    for name in MANY:
        access.add_person(service=home.elm, name=name, own_colour="teal", by=home.ruth)
    return home


def asked() -> arrange.House:
    """Amina and Tom both recorded the same break, and Tom has kept the first of an upset."""
    home = arrange.house()
    version = arrange.routine(home, ("Offer Jo a break", time(0), time(0)))
    arrange.recorded(home, version)
    arrange.recorded(home, version, by=home.tom)
    short(home)
    return home


def at_the_doors() -> arrange.House:
    """Amina's record came after her role had ended, and is held; another system is let in; Priya is Jo's mother and not yet invited."""
    home = arrange.house()
    stage = stage_of(arrange.ladder(home))
    assert stage is not None
    practice.keep_trial(stage=stage, support="stopped", new_risk=True, risk="The road is up.", by=home.tom)
    phone = Phone(home.amina, home.jo)
    record = phone.says_yes(arrange.routine(home))
    for role in keys.assignments(home.ruth, home.amina):
        access.end_assignment(assignment=role, by=home.ruth)
    phone.hands_in(record, host="localhost")
    until = clock.today() + timedelta(days=30)
    api.let_in(name="Care app", scopes=[Scope.values[0]], until_on=until, by=home.ruth)
    arrange.mum(home)
    return home
