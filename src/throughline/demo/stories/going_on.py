"""What is in the middle on the day of the stories: seen differently, not told yet, sent and not answered, open for some days, to come.

Seeds 000 (3) and 004 (1): Priya thinks that Jo does not understand about teeth, and Jo's no stands meanwhile; the hospital asks
ahead for Lee's days there; Ann's agreement gets a second version.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.access import actions as setup
from throughline.agreements import actions as agreeing
from throughline.agreements.actions import Answered
from throughline.agreements.parts import AgreementParty, EscalationStep, MeetingRule, SharedThing
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.decisions import actions as deciding
from throughline.decisions.models import InformationGiven, SupportTried

from ..telling import Days
from .cast import House


def does_jo_understand(house: House, days: Days) -> Iterator[datetime]:
    """Priya sees it otherwise; the question is assessed in Jo's own way, and comes to no conclusion yet."""
    yield days.at(5, 13, 11)
    row = deciding.open_disagreement(
        person=house.jo,
        subject="Whether Jo goes to the dentist this month",
        voice=house.told["no_dentist"],
        interim="Nobody takes Jo there. Jo has soft food on the left side, and Amina looks at the gum each day.",
        by=house.amina,
    )
    deciding.take_position(
        disagreement=row,
        party="circle",
        contact=house.priya,
        words="Jo does not understand what happens to teeth. I want Jo to go this month.",
        evidence="Two teeth were lost in 2023.",
        by=house.amina,
    )
    deciding.take_step(disagreement=row, rung="listen", owner=house.amina, by=house.ruth)
    yield days.at(5, 18, 11)
    deciding.assess(
        question=house.told["dentist_question"],
        doubted_because="Jo turns the photo of the chair over, and does not look at the one of the gum.",
        assessor_staff=house.ruth,
        place="Jo’s room at 10, before it is loud",
        information=[InformationGiven(text="What the dentist does, and what may happen to the gum without it", how="Photos, few words")],
        tried=[
            SupportTried(what="The photos on two days, one at a time", on=days.on(5, 15), came_of_it="Jo kept the one of Priya’s chair")
        ],
        understands="able",
        understands_seen="Jo put the photo of the dentist to the sore side.",
        retains="not_tested",
        weighs="not_tested",
        communicates="able",
        communicates_seen="Thumb down for the chair, thumb up for Priya’s chair.",
        impairment="unsure",
        conclusion="not_concluded",
        meanwhile="Jo is presumed able, and Jo’s no stands. We look again with a visit to the waiting room.",
        by=house.ruth,
    )


def lees_days_to_come(house: House, days: Days) -> Iterator[datetime]:
    """What the law opens to Lee's advocate, a refusal that waits for an answer, a fall, and what the hospital asked for ahead."""
    yield days.at(5, 15, 15)
    told = house.told
    agreeing.open_by_law(
        contact=house.lees_dan,
        kind="imca",
        advocacy=told["lees_imca"],
        topics=["health", "medication"],
        because="To help Lee be heard about the scan.",
        until=days.on(6, 30),
        by=house.ruth,
    )
    authority.send_refusal(refusal=told["lees_refusal"], to="The ambulance service", how="By letter", by=house.ruth)
    yield days.at(5, 17, 16)
    _lee_fell(house, days)
    yield days.at(5, 18, 15)
    deciding.keep_authorisation(
        person=house.lee,
        kind="standard",
        reference="Hospital, days of the scan",
        granted_by="The council",
        from_on=days.on(6, 9),
        until_on=days.on(6, 11),
        in_hospital=True,
        conditions=["Dan is there when Lee comes in"],
        by=house.ruth,
    )


def _lee_fell(house: House, days: Days) -> None:
    """Dr Shah has to know at once; nobody had asked Lee about Dr Shah before."""
    doctor: Any = setup.add_contact(person=house.lee, name="Dr Shah", kind="professional", relationship="GP", by=house.ruth)
    agreeing.open_without_permission(
        contact=doctor,
        kind="vital_interests",
        topics=["health"],
        because="Lee fell in the bath and hit the head. Dr Shah has to know of the headaches.",
        until=days.on(5, 24),
        person_told="Told at once, with the bear",
        by=house.ruth,
    )


def anns_second_version(house: House, days: Days) -> Iterator[datetime]:
    """Five days passed once without an answer, so the agreement says who is next. Ann agrees again, in Ann's own way."""
    yield days.at(5, 17, 14)
    before = house.told["agreement"]
    house.told["agreement"] = agreeing.write_version(
        person=house.ann,
        after=before,
        because="Gwen asked who is next when five days pass.",
        purpose=before.purpose,
        parties=[AgreementParty(contact=house.gwen, in_planning="asked", in_reviews="there", in_decisions="asked")],
        shared=[SharedThing(about="plans", rhythm="at_reviews", contact=house.gwen)],
        rules=[MeetingRule(position=1, text="Ann speaks first, with the tablet."), MeetingRule(position=2, text="Nobody answers for Ann.")],
        steps=[
            EscalationStep(position=1, what="Ann and Gwen talk, with somebody there", who="Tom", days=5),
            EscalationStep(position=2, what="Dan helps Ann to be heard", who="Dan", days=20),
        ],
        answers=[Answered("agreed", said=JustSaid("device", "Dan is next. Good."))],
        by=house.ruth,
    )


GOING_ON = (does_jo_understand, lees_days_to_come, anns_second_version)
