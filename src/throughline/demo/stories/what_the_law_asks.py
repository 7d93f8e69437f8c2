"""Lee's scan: somebody who could not decide one question, and what the law asks then. Jo's walk alone, about which Priya sees it otherwise.

Seeds 000 (2, 3) and 003 (2): capacity for one question, best interests with those who know Lee, an advocate, freedom looked at,
a disagreement that ends with the person's choice, and a worry about somebody's safety that only the manager reads.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.decisions.models import BestInterests, Consultee, InformationGiven, LibertyWish, SupportTried

from ..telling import Days
from .cast import House
from .parts import weighed


def lees_scan(house: House, days: Days) -> Iterator[datetime]:
    """Said, helped to decide, assessed, decided for Lee, told; and the advocate's part in it."""
    yield days.at(5, 11, 15)
    lee, told = house.lee, house.told
    told["lee_scan"] = hearing.keep_voice(
        person=lee, how_told="said", words="Not the tunnel.", wish="concern", subject="the scan", topic="health", by=house.amina
    )
    told["brother_says"] = hearing.keep_contribution(
        person=lee,
        contact=house.lees_brother,
        kind="opinion",
        words="Lee doesn’t understand. Just book it. On the side, with the radio on, Lee lay still as a boy.",
        topic="health",
        by=house.amina,
    )
    dan = authority.ask_for_advocate(
        person=lee, kind="imca", contact=house.lees_dan, responsible_body="The hospital", legal_basis="Serious treatment.", by=house.ruth
    )
    told["lees_imca"] = dan
    authority.keep_step(advocacy=dan, kind="met_in_private", on=days.on(5, 11), words="Lee drew the tunnel.", by=house.ruth)
    told["lees_refusal"] = authority.keep_refusal(
        person=lee, treatments="No needle in the hand.", in_writing=True, made_on=days.on(1, 20), by=house.ruth
    )
    sent = authority.send_refusal(refusal=told["lees_refusal"], to="The scan team, through Dr Shah", how="A copy by hand", by=house.ruth)
    authority.keep_answer(sent=sent, words="Nothing in the hand. It can go into the arm.", by=house.ruth)
    yield days.at(5, 14, 11)
    question = deciding.ask(person=lee, text="Does Lee have the scan, and how?", area="treatment", impact="high", by=house.ruth)
    still, wait = _options(house, question)
    assessment = _assessed(house, question, days)
    yield days.at(5, 15, 11)
    told["lees_decision"] = _decided(house, question, assessment, still)
    deciding.tell(decision=told["lees_decision"], how="Photos, one at a time", reaction="unsure", reaction_words="Dan too?", by=house.amina)
    assert wait.pk != still.pk


def _options(house: House, question: Any) -> tuple[Any, Any]:
    still = deciding.offer(
        question=question,
        title="The open scanner, with Dan there and music on",
        benefits="No tunnel",
        risks="Three weeks until there is a place",
        how_shown="A photo of the open scanner",
        limits=1,
        reaction="unsure",
        by=house.ruth,
    )
    wait = deciding.offer(
        question=question, title="Wait", risks="The headaches go on", how_shown="A photo of home", limits=1, reaction="liked", by=house.ruth
    )
    return still, wait


def _assessed(house: House, question: Any, days: Days) -> Any:
    row = deciding.assess(
        question=question,
        doubted_because="Lee says yes to the scan and no to it, and cannot say what the scan is for.",
        assessor_staff=house.ruth,
        place="Lee’s room after breakfast, when Lee is at ease",
        others_there="Dan",
        information=[InformationGiven(text="What the scan looks for, and what happens without it", how="Photos and a toy scanner")],
        tried=[SupportTried(what="The toy scanner, twice, with Dan", on=days.on(5, 13), came_of_it="Lee put the bear into it")],
        understands="able",
        understands_seen="Lee showed the bear’s head and the picture that comes out.",
        retains="able",
        retains_seen="An hour later Lee showed it again.",
        weighs="unable",
        weighs_seen="Asked what happens if nobody looks, Lee could not say, three times.",
        communicates="able",
        communicates_seen="Lee says it, and draws it.",
        impairment="yes",
        impairment_words="A learning disability.",
        causal_link="It keeps Lee from setting the tunnel today beside the headaches to come.",
        conclusion="lacks",
        by=house.ruth,
    )
    deciding.tell_of_assessment(assessment=row, how="With the bear", disagrees=True, words="I do know.", by=house.ruth)
    return row


def _decided(house: House, question: Any, assessment: Any, option: Any) -> Any:
    points = BestInterests(
        took_part="Lee chose the music, and who comes.",
        present_wishes="Lee does not want the tunnel. Lee asks for Dan.",
        past_wishes="Lee had an X-ray lying on the side, and was fine.",
        may_regain="no",
        weight="Most: there is no tunnel, and nothing in the hand.",
        staff_do="Amina books the open scanner and goes with Lee. We stop when Lee says stop.",
    )
    return deciding.decide(
        question=question,
        outcome="Lee has the open scan, with Dan, and we stop when Lee says stop",
        option=option,
        not_refused_because="The scan team answered: nothing goes into the hand, it can go into the arm.",
        basis="best_interests",
        decided_by_staff=house.ruth,
        assessment=assessment,
        best_interests=points,
        consultees=_asked(house),
        considered=[
            weighed(house.told["lee_scan"], "shaped"),
            weighed(
                house.told["brother_says"],
                "partly",
                "What kept Lee still is kept. Whether Lee understands was tested.",
            ),
        ],
        reasons="The headaches have to be looked at, and the open scanner is what limits Lee least.",
        look_again_on=clock.today() + timedelta(days=60),
        by=house.ruth,
    )


def _asked(house: House) -> list[Consultee]:
    """What they know of Lee. Nobody of them votes."""
    return [
        Consultee(kind="advocate", contact=house.lees_dan, how="In Lee’s room", words="Lee is afraid of the tunnel, not of the picture."),
        Consultee(kind="cares", contact=house.lees_brother, how="On the phone", words="Lee lay still with the radio on, as a boy."),
    ]


def gwen_pays(house: House, days: Days) -> Iterator[datetime]:
    """Ann lets Gwen use the power over money for one thing. Ann's words come first, and the papers carry it."""
    yield days.at(5, 16, 11)
    asked = hearing.keep_voice(
        person=house.ann,
        how_told="device",
        words="Gwen pays my phone. I do not like the letters.",
        wish="request",
        topic="money",
        by=house.tom,
    )
    question = deciding.ask(person=house.ann, text="Who pays Ann’s phone bill?", area="money", impact="low", by=house.ruth)
    power = house.told["gwens_power"]
    house.told["gwen_pays"] = deciding.decide(
        question=question,
        outcome="Gwen pays the phone from Ann’s account, and Ann sees the bill",
        basis="attorney",
        authority=power,
        acting=list(Holder.objects.filter(authority=power)),
        considered=[weighed(asked)],
        by=house.ruth,
    )
    deciding.tell(decision=house.told["gwen_pays"], how="On the tablet", shown_back=True, reaction="right", by=house.tom)


def lees_freedom(house: House, days: Days) -> Iterator[datetime]:
    """How Lee lives is looked at; Lee pulls at the gate, and it is looked at again. What a hospital stay rested on is kept."""
    yield days.at(5, 14, 17)
    likes = hearing.keep_voice(
        person=house.lee, how_told="said", words="I like my room. I want the garden open.", wish="request", by=house.tom
    )
    _looked_at(house, LibertyWish(voice=likes, feeling="wants"))
    yield days.at(5, 16, 15)
    deciding.keep_objection(person=house.lee, feeling="objects_behaviour", seen="Pulled at the garden gate for ten minutes.", by=house.tom)
    yield days.at(5, 18, 10)
    _looked_at(
        house,
        LibertyWish(voice=likes, feeling="wants"),
        reasons="The gate is open from eight to dusk since Monday.",
        objection_answer="The gate was unlocked the same evening. Lee went out at once, and came back for tea.",
    )
    row = deciding.keep_authorisation(
        person=house.lee,
        kind="standard",
        reference="Hospital, ward 4",
        from_on=days.on(5, 4),
        until_on=days.on(6, 30),
        in_hospital=True,
        conditions=["Lee goes to the garden each day"],
        by=house.ruth,
    )
    deciding.meet_condition(condition=row.conditions.get(), evidence="The ward’s sheet, each day with a time.", by=house.ruth)
    deciding.end_authorisation(authorisation=row, on=days.on(5, 8), why="Lee came home.", by=house.ruth)


def _looked_at(house: House, wish: LibertyWish, **more: Any) -> None:
    told: dict[str, Any] = {"reasons": "Lee goes out when Lee asks, and somebody comes along."} | more
    deciding.review_liberty(
        person=house.lee,
        conclusion="no_deprivation",
        arrangements="Lee has a room at Elm House. Staff are there day and night.",
        purpose="So that somebody is there when Lee has a headache.",
        normality="Others who need the same support live like this.",
        freedom_to_leave="Lee goes out each day. The garden gate was shut.",
        grounds=["free"],
        wishes=[wish],
        looked_at=[house.told["lees_decision"]] if "lees_decision" in house.told else [],
        look_again_by=clock.today() + timedelta(days=180),
        by=house.ruth,
        **told,
    )


def jo_walks_alone(house: House, days: Days) -> Iterator[datetime]:
    """Priya would rather that somebody goes along. Step by step, and Jo's choice stands."""
    yield days.at(5, 13, 17)
    row = deciding.open_disagreement(
        person=house.jo, subject="Walking to the shop alone", decision=house.told["shop_decision"], by=house.amina
    )
    deciding.take_position(disagreement=row, party="person", voice=house.told["know_the_way"], by=house.amina)
    words = "If somebody asks for money, Jo gives it."
    deciding.take_position(
        disagreement=row, party="circle", contact=house.priya, words=words, evidence="It was so last summer.", by=house.amina
    )
    deciding.take_step(disagreement=row, rung="listen", owner=house.amina, by=house.ruth)
    yield days.at(5, 18, 16)
    deciding.close_disagreement(
        disagreement=row,
        came_to="choice_stands",
        reasons="Jo can decide this, and has. Jo carries ten pounds and no more.",
        told="Jo, with the photo card. Priya, on the phone on Sunday.",
        staff_now="Jo walks alone. Amina rings Priya after the first Monday of each month.",
        look_again_on=_in_a_while(),
        by=house.ruth,
    )


def _in_a_while() -> date:
    return clock.today() + timedelta(days=60)


def sams_purse(house: House, days: Days) -> Iterator[datetime]:
    """A worry that Sam may be cheated of money. Tom raises it; only the manager reads it."""
    yield days.at(5, 15, 19)
    row = deciding.raise_concern(
        person=house.sam,
        concern="Sam says that somebody at the bus stop takes two pounds each week.",
        safe_now="Tom walks to the stop with Sam until it is looked into.",
        wants="Sam wants the money back and nobody shouted at.",
        telling="told",
        by=house.tom,
    )
    yield days.at(5, 18, 9)
    deciding.keep_concern_step(concern=row, kind="referred", to="The council’s safeguarding team", consent="agreed", by=house.ruth)


LAW = (lees_scan, gwen_pays, lees_freedom, jo_walks_alone, sams_purse)
