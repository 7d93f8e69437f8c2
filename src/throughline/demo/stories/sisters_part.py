"""Seed 002, example 3: Gwen has given Ann's tablets since Ann was twenty. What Ann needs has grown, and the part is looked at again.

And the involvement agreement that comes of it: what Gwen does, what she hears and when, agreed by Ann in Ann's own way.
"""

from collections.abc import Iterator
from datetime import datetime

from throughline.agreements import actions as agreeing
from throughline.agreements.actions import Answered
from throughline.agreements.parts import AgreementParty, EscalationStep, MeetingRule, SharedThing
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base.written import Written
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House


def sisters_part(house: House, days: Days) -> Iterator[datetime]:
    """The part as it was, a tablet that was not given, a change of need, the look again, who does it now; and the papers Gwen brought."""
    yield days.at(3, 24, 10)
    told = house.told
    told["gwens_tablets"] = agreeing.keep_part(
        person=house.ann,
        area="medication",
        part="delivers_care",
        contact=house.gwen,
        because="Gwen has done it since Ann moved out of their mother’s house.",
        needs_then="Two tablets in the morning.",
        since_on=days.on(1, 5),
        by=house.ruth,
    )
    yield days.at(4, 20, 22)
    told["tablet_not_given"] = practice.keep_incident(
        person=house.ann,
        kind="medicine_error",
        seen="At 9 pm the evening tablet was not in the box that Gwen filled on Sunday. Ann had not had it. Ann was awake, and well.",
        thought="Gwen may not know of the new tablet: the doctor wrote to us, and nobody told her.",
        done="Rang the pharmacist at 9.10 pm, and gave the tablet as they said. Sat with Ann until 10 pm.",
        place="Ann’s flat",
        told="Ruth, by phone, at 9.20 pm.",
        said=JustSaid("device", "Where is my tablet?"),
        by=house.tom,
        written=Written(occurred_at=days.at(4, 20, 21)),
    )
    yield days.at(4, 21, 9)
    practice.keep_need_change(
        person=house.ann, area="medication", words="A third tablet, in the evening, which must not come late.", by=house.tom
    )
    yield days.at(4, 21, 16)
    agreeing.look_again(
        part=told["gwens_tablets"],
        verdict="change",
        because="Gwen is there on Sundays. The evening tablet is every day.",
        said=JustSaid("device", "Tablets from staff. Gwen for chats."),
        by=house.ruth,
    )
    yield days.at(4, 22, 16)
    _trained_staff_do_it(house, days)
    yield days.at(5, 14, 15)
    _papers(house, days)
    yield days.at(5, 15, 15)
    _agreement(house)


def _trained_staff_do_it(house: House, days: Days) -> None:
    ended = agreeing.end_part(
        part=house.told["gwens_tablets"],
        on=days.on(4, 22),
        why="Ann’s tablets have grown past what a visit on Sundays can hold.",
        replaced_by={"team": True, "part": "delivers_care", "because": "They are trained for it, and there every evening."},
        support="Rings in the evening, and comes on Sundays.",
        by=house.ruth,
    )
    house.told["staff_part"] = ended.replaced_by


def _papers(house: House, days: Days) -> None:
    """A power over money that Ann lets Gwen use; and an earlier one for benefits, which ended."""
    row = authority.write_authority(
        person=house.ann,
        kind="lpa_property",
        holders=[Holder(contact=house.gwen)],
        areas=["money"],
        registered_on=days.on(1, 8),
        usable_while_able=True,
        by=house.ruth,
    )
    authority.see_papers(authority=row, what="Registered, with the stamp on each page", seen_on=days.on(5, 14), by=house.ruth)
    house.told["gwens_power"] = row
    benefits = authority.write_authority(
        person=house.ann, kind="appointee", holders=[Holder(contact=house.gwen)], areas=["money"], by=house.ruth
    )
    authority.end_authority(
        authority=benefits, on=days.on(5, 14), why="disclaimed", words="Ann has a bank account of her own now.", by=house.ruth
    )


def _agreement(house: House) -> None:
    """Ann's answer carries it; Gwen agrees in her own words."""
    gwen = AgreementParty(contact=house.gwen, in_planning="asked", in_reviews="there", in_decisions="asked")
    house.told["agreement"] = agreeing.write_version(
        person=house.ann,
        purpose="Ann is heard first, and Gwen knows when and how she hears of things.",
        parties=[gwen],
        shared=[SharedThing(about="plans", rhythm="at_reviews", contact=house.gwen)],
        rules=[MeetingRule(position=1, text="Ann speaks first, with the tablet."), MeetingRule(position=2, text="Nobody answers for Ann.")],
        steps=[
            EscalationStep(position=1, what="Ann and Gwen talk, with somebody there", who="Tom", days=5),
            EscalationStep(position=2, what="Ruth meets them, with Dan if Ann wants him", who="Ruth", days=10),
        ],
        consent_checked="Tom asks Ann alone, on the tablet, before each meeting: what does Gwen hear today?",
        conflict="Staff do what Ann chose, tell Gwen so kindly, and ask Ann again when Gwen is not there.",
        advocate="Dan, whenever Ann asks for him.",
        circle_does="Gwen asks Ann first, and waits.",
        staff_do="Staff ring back the same day.",
        answers=[
            Answered("agreed", said=JustSaid("device", "Good. Gwen comes to my meeting.")),
            Answered("agreed", contact=house.gwen, words="That is fair. I want to be rung if Ann is in hospital."),
        ],
        by=house.ruth,
    )
