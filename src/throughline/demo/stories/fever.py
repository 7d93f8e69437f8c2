"""Ann has a fever and cannot decide one question for some days. Gwen is her attorney for treatment: hers to decide, while that is so.

Being a sister gave Gwen no sight of Ann's health, and Ann said no to it. The law gives her sight for this one question, and it ends as
soon as Ann can decide it again (Mental Capacity Act 2005, s. 11(7)).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.agreements import actions as sharing
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.decisions.models import InformationGiven, SupportTried

from ..telling import Days
from .cast import House


def fever(house: House, days: Days) -> Iterator[datetime]:
    """What Ann says, the question, the assessment, and what opens to Gwen by law."""
    told = house.told
    yield days.at(5, 18, 9)
    told["gwens_welfare_power"] = _papers(house, days)
    told["my_bed"] = hearing.keep_voice(
        person=house.ann,
        how_told="device",
        words="Hot. My bed. Not the ward.",
        wish="concern",
        subject="the fever",
        topic="health",
        by=house.tom,
    )
    yield days.at(5, 18, 11)
    told["drip_question"] = deciding.ask(
        person=house.ann, text="Does Ann have the drip on the ward, or at Derwen House?", area="treatment", impact="high", by=house.ruth
    )
    _options(house)
    told["drip_assessment"] = _assessed(house, days)
    yield days.at(5, 18, 12)
    _by_law(house, days)


def _papers(house: House, days: Days) -> Any:
    row = authority.write_authority(
        person=house.ann,
        kind="lpa_welfare",
        holders=[Holder(contact=house.gwen)],
        areas=["treatment"],
        registered_on=days.on(1, 8),
        by=house.ruth,
    )
    authority.see_papers(authority=row, what="Registered, with the stamp on each page", seen_on=days.on(5, 18), by=house.ruth)
    return row


def _options(house: House) -> None:
    about: dict[str, Any] = {"question": house.told["drip_question"], "how_shown": "On the tablet, with photos", "by": house.ruth}
    deciding.offer(
        title="At Derwen House, with a nurse twice a day",
        benefits="Ann’s bed, Ann’s tablet\nPeople whom Ann knows",
        risks="Slower, if it gets worse in the night",
        limits=1,
        reaction="liked",
        **about,
    )
    deciding.offer(
        title="On the ward, for three days",
        benefits="Somebody is there at night",
        risks="Ann’s tablet gets lost on wards\nNobody there waits for Ann",
        limits=2,
        reaction="no",
        reaction_words="“Not the ward.”",
        **about,
    )


def _assessed(house: House, days: Days) -> Any:
    row = deciding.assess(
        question=house.told["drip_question"],
        doubted_because="Since the fever Ann picks both, and falls asleep over the tablet.",
        assessor_staff=house.ruth,
        place="Ann’s room, in the morning, when Ann is clearest",
        information=[InformationGiven(text="What the drip is for, and what is different on the ward", how="Two photos on the tablet")],
        tried=[SupportTried(what="The tablet, early, and again after an hour", on=days.on(5, 18), came_of_it="Clearer early")],
        understands="able",
        understands_seen="Ann showed the arm, and the bottle.",
        retains="unable",
        retains_seen="After a quarter of an hour Ann asked what the photo was.",
        weighs="not_tested",
        communicates="able",
        communicates_seen="Ann writes it.",
        impairment="yes",
        impairment_words="The fever.",
        causal_link="With the fever Ann does not keep it long enough to set one beside the other.",
        conclusion="lacks",
        fluctuates="predictable",
        best_times="first thing in the morning",
        review_by=days.on(5, 26),
        by=house.ruth,
    )
    deciding.tell_of_assessment(assessment=row, how="On the tablet, in four words", by=house.ruth)
    return row


def _by_law(house: House, days: Days) -> None:
    sharing.open_by_law(
        contact=house.gwen,
        kind="attorney",
        topics=["health"],
        because="Gwen is Ann’s attorney for treatment, and decides about the drip while Ann cannot.",
        until=days.on(6, 2),
        authority=house.told["gwens_welfare_power"],
        assessment=house.told["drip_assessment"],
        by=house.ruth,
    )
