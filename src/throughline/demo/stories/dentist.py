"""Seeing the dentist: said and talked about, and not decided. Nothing on paper stands for a decision, so the thread stops there."""

from collections.abc import Iterator
from datetime import datetime

from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning

from ..telling import Days
from .cast import House
from .parts import came, lines, themself


def dentist(house: House, days: Days) -> Iterator[datetime]:
    """What Jo showed, what others think, a question put, and a first version that nobody follows."""
    yield days.at(4, 29, 10, 30)
    jo, amina, told = house.jo, house.amina, house.told
    talk = hearing.hold_conversation(
        person=jo,
        kind="talk",
        title="A talk about teeth",
        purpose="To see what Jo thinks of going to the dentist.",
        place="Jo’s room",
        who_spoke_first="person",
        how_we_talked="Photos of the chair, the lamp and the dentist. 10 seconds each.",
        present=[themself(), came(amina), came(house.dan)],
        by=amina,
    )
    told["no_dentist"] = hearing.keep_voice(
        person=jo,
        how_told="said",
        words="No. Not the chair.",
        wish="concern",
        subject="the dentist",
        topic="health",
        conversation=talk,
        how_helped="aided",
        helper_staff=amina,
        by=amina,
    )
    told["toothache"] = hearing.keep_contribution(
        person=jo,
        contact=house.dr_shah,
        kind="concern",
        words="Jo’s gum is swollen on the left. It should be looked at this month.",
        topic="health",
        by=amina,
    )
    told["priya_dentist"] = hearing.keep_contribution(
        person=jo, contact=house.priya, kind="opinion", words="Last time Jo sat in my chair first, and then it was all right.", by=amina
    )
    yield days.at(5, 12, 15, 30)
    told["dentist_question"] = deciding.ask(
        person=jo,
        text="Does Jo see the dentist about the swollen gum, and how?",
        area="treatment",
        impact="high",
        talked_in=[talk],
        by=amina,
    )
    _options(house)
    draft = planning.begin(
        person=jo,
        kind="routine",
        title="Seeing the dentist",
        topic="health",
        summary="Not decided yet. We meet about it this week.",
        own_words=told["no_dentist"],
        lines=lines(do=["Visit without the chair first", "Jo’s headphones, Jo’s pillow"], do_not=["Go without asking Jo that morning"]),
        look_again_on=days.on(5, 21),
        by=amina,
    )
    told["dentist"] = draft.item


def _options(house: House) -> None:
    about = {"question": house.told["dentist_question"], "by": house.amina}
    deciding.offer(
        title="A visit without the chair, then the chair next to Priya’s",
        benefits="Jo sees it first",
        risks="Takes two weeks more",
        how_shown="A photo of the waiting room",
        reaction="unsure",
        **about,
    )
    deciding.offer(
        title="Wait and see",
        benefits="No visit",
        risks="The gum may get worse",
        how_shown="A photo of Jo at home",
        reaction="liked",
        **about,
    )
