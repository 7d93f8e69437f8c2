"""Seed 002: partnership that holds. The first half of each story is in the demo; the second half happens here, through pages."""

import pytest

from .acting import Stage, day

pytestmark = [pytest.mark.browser]


def test_a_disagreement_about_risk_goes_step_by_step_and_jos_choice_stands(stage: Stage) -> None:
    """Example 1: Jo walks to the shop alone. Priya worries, in the open, and hears what came of it."""
    priya, amina, ruth = (stage.acting(name) for name in ("Priya", "Amina", "Ruth"))

    # given: Priya writes her worry herself, and it decides nothing
    worry = "In winter it is dark at four. I want somebody with Jo."
    priya.about("Jo", "say/").sees("It decides nothing by itself.").answers("Send", not_working=worry)
    priya.sees(worry, "nobody has answered yet")

    # when: Amina opens it as a disagreement about the decision that stands, with where each is, Jo first
    amina.about("Jo", "decisions/").follows("Step 3: alone, with a wave at the corner", "Somebody sees it differently")
    amina.answers("Keep this", subject="Walking home when it is dark", interim="Jo goes before three until this is settled.")
    one = amina.page.url
    amina.goes(one + "person/").answers("Keep this", {"I know the way": True})
    amina.goes(one + "position/").answers("Keep this", who="Priya, mum", words=worry, evidence="Last winter Jo waited at a lamp post.")
    ruth.goes(one).sees("I know the way", worry)
    ruth.goes(one + "step/").answers("Keep this", rung="listen", owner="Amina")
    ruth.goes(one + "close/").answers(
        "Keep this",
        came_to="choice_stands",
        reasons="Jo can decide this, and has. A lamp on the coat is what Jo picked.",
        told="Jo, with the photo card. Priya, on the phone.",
        staff_now="Jo walks alone, with the lamp on.",
        **day("look_again_on", 60),
    )

    # then: Jo's choice stands, nobody was silenced, and Priya still reads only what Jo shares
    ruth.goes(one).sees("The person’s choice stands", "A lamp on the coat", worry)
    priya.about("Jo", "agreed/").sees("To the shop on my own, step 3").sees_not("Walking home when it is dark")


def test_a_vocal_relative_is_heard_apart_and_ann_comes_first(stage: Stage) -> None:
    """Example 2: views separately, the person first, and Gwen sees what became of hers."""
    gwen, ruth = stage.acting("Gwen"), stage.acting("Ruth")

    # given: what Gwen said in the review that she led was weighed with Ann's own words, and she can read so
    gwen.about("Ann", "said/").sees("What became of what I said")

    # when: Gwen writes her view apart, before the next meeting
    gwen.about("Ann", "say/").answers("Send", information="Ann is cold at night since the new curtains.")

    # and: a meeting in which Gwen speaks first is not kept without saying why, and how Ann's view came in
    held = {"kind": "A review meeting", "title": "Ann’s nights", "purpose": "To ask Ann about nights.", "attendance-person": "was there"}
    ruth.about("Ann", "meetings/new/").answers("Keep it", held, refused=True, who_spoke_first="circle")
    ruth.sees("Please put this right").answers("Keep it", held, who_spoke_first="person")

    # and: Ann decides, with what Gwen knows among what was weighed
    ruth.about("Ann", "question/new/").answers("Put this question", text="Which blanket does Ann have?", area="daily_care", impact="low")
    ruth.follows("Write down the decision")
    ruth.weighs("Warm. My time. People wait now.", "Shaped it").weighs("Ann is cold at night", "Shaped it")
    ruth.answers("Sign this decision", outcome="The thick blanket, and Ann says when", basis="own")

    # then: Gwen reads that her words shaped it; what was decided is about daily life, which Ann does not share with her
    gwen.about("Ann", "said/").sees("Ann is cold at night", "It shaped a decision", "is not shared with you").sees_not(
        "The thick blanket, and"
    )


def test_a_sisters_part_has_ended_and_she_is_there_for_ann_as_before(stage: Stage) -> None:
    """Example 3: medication went to trained staff; when what Ann needs changes again, it is their part that is looked at."""
    ruth, tom, gwen = (stage.acting(name) for name in ("Ruth", "Tom", "Gwen"))

    # given: Gwen gives no tablets any more, and rings in the evening
    ruth.about("Ann", "parts/").sees("Staff who are trained for it", "Gwen, sister: Rings in the evening", "Before")

    # when: what Ann needs changes again, and Ruth looks at the part with Ann
    tom.about("Ann", "parts/need/").answers("Keep this", area="medication", words="The evening tablet goes with food now.")
    ruth.about("Ann", "parts/").follows("Look at it again with the")
    ruth.answers(
        "Keep this", words="Tablets from staff. With soup.", how_told="device", verdict="keep", because="They cook in the evening."
    )

    # then: being there for Ann was never part of it, and Gwen's pages say what her part is
    ruth.about("Ann", "parts/").sees("Gwen, sister: Rings in the evening", "The evening tablet goes with food now.")
    gwen.about("Ann", "agreed/").sees("When people look again: you are there").sees_not("evening tablet")
