"""Seed 000, example 3: Lee's scan. Capacity was in doubt; what was decided for Lee becomes what staff do, and Dan can follow it."""

import pytest

from .acting import Stage

pytestmark = [pytest.mark.browser]


def test_what_was_decided_for_lee_becomes_what_staff_do(stage: Stage) -> None:
    amina, ruth, tom, dan = (stage.acting(name) for name in ("Amina", "Ruth", "Tom", "Dan"))

    # given: one question was assessed and decided in Lee's best interests, with Lee's words and Lee's advocate in it
    ruth.about("Lee", "decisions/").follows("Lee has the open scan")
    ruth.sees("Not the tunnel.", "Lee is afraid of the tunnel, not of the picture.", "The open scanner, with Dan there and music on")

    # when: they meet about how it is done, with an agenda, and Lee first
    amina.about("Lee", "meetings/new/").answers(
        "Keep it",
        {"attendance-person": "was there", "prepared-person": "Saw the photos the day before, with Amina"},
        kind="A meeting",
        title="How the scan goes",
        purpose="To plan the day with Lee.",
        agenda="What Lee wants to bring\nHow Lee says stop",
        who_spoke_first="person",
        how_we_talked="Photos, one at a time. Ten seconds each.",
    )
    amina.sees("What Lee wants to bring", "How Lee says stop")

    # and: Amina writes what staff do, and makes it what they follow, resting on that decision
    lines = "Music on before the door opens\nStop when Lee’s hand goes up"
    amina.about("Lee", "plan/new/?kind=routine").answers(
        "Keep this version", {"“Not the tunnel.”": True}, title="The open scan, Lee’s way", topic="health", part_do=lines
    )
    amina.follows("Make this what staff follow").answers(
        "Publish for staff",
        {"Lee has the open scan": True},
        limits="no",
        may_deprive="no",
        message="From the decision about Lee’s scan.",
    )

    # then: Tom finds it in Lee's plan, and it leads back to why
    tom.about("Lee", "plan/").follows("The open scan, Lee’s way")
    tom.sees("Not the tunnel.", "Lee has the open scan", "Stop when Lee’s hand goes up")

    # and: Dan, whom the law lets see it, reads the same on pages of his own
    dan.about("Lee", "agreed/").sees("The open scan, Lee’s way", "Stop when Lee’s hand goes up", "Lee has the open scan, with Dan")
