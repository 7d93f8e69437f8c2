"""Seed 002: partnership that holds. The first half of each story is in the demo; the second half happens here, through pages."""

import pytest

from .acting import Stage, day

pytestmark = [pytest.mark.browser]


def test_ann_drives_to_the_river_and_what_gwen_fears_is_part_of_the_way(stage: Stage) -> None:
    """Example 1: the powered chair outdoors. Risks looked at together, graded tries, and Ann's choice, which Gwen sees otherwise."""
    gwen, ruth, tom = (stage.acting(name) for name in ("Gwen", "Ruth", "Tom"))

    # given: what Ann and Gwen named on the way itself stands on the card; a bicycle came close, it went back a step, and on again
    ruth.about("Ann", "meetings/").follows("The way to the river: what can go wrong")
    ruth.sees("I see the kerbs. I stop.", "In 2022 the old chair tipped at a kerb.", "Each place that is hard, and how likely it is")
    ruth.about("Ann", "disagreements/").sees("Whether Ann drives outside by herself")
    tom.about("Ann", "plan/").follows("Out in the chair by myself")
    tom.sees("River. Low place at the bridge. You behind.", "the old chair tipped", "Step 2 again: to the river by the low place")
    chair = tom.page.url.split("?")[0]
    tom.goes(chair + "ladder/").sees("Ann is on step 2 of 4. 2 of 4 went well.", "A bicycle came close")

    # when: Gwen writes a new worry herself, and it decides nothing
    worry = "On Sundays the bridge is full of bicycles. I want somebody beside Ann."
    gwen.about("Ann", "say/").sees("It decides nothing by itself.").answers("Send", not_working=worry)
    gwen.sees(worry, "nobody has answered yet")

    # and: Ruth opens it as a disagreement about the decision that stands, with where each is, Ann first
    ruth.about("Ann", "decisions/").follows("Step 2 again: to the river by the low place", "Somebody sees it differently")
    ruth.answers("Keep this", subject="To the river on Sundays", interim="Ann goes as Ann chose. On Sundays Tom is ten steps behind.")
    one = ruth.page.url
    ruth.goes(one + "person/").answers("Keep this", {"River. Low place at the bridge": True})
    ruth.goes(one + "position/").answers("Keep this", who="Gwen, sister", words=worry, evidence="I counted twenty in ten minutes.")

    # and: Tom and Ann try it, and Tom writes down what support was needed, what went well and a risk that came up
    tom.goes(chair + "try/")
    for chip in ("With prompts", "Kept calm", "Too loud or too many people"):
        tom.page.get_by_text(chip, exact=True).click()
    tom.answers("Yes, a new risk. Save", words="Bell! I stop.", how_told="device", risk="Bicycles do not ring before the bridge.")
    tom.sees("Look at the risks again", "3 of 5 went well")
    ruth.goes(chair + "ladder/risks/").answers(
        "Keep this", because="Ann stops before the bridge until it is free.", do="Ann stops before the bridge, and waits until it is free"
    )

    # then: it is settled step by step; Ann can decide this, so Ann's choice stands, and nobody was silenced
    ruth.goes(one + "step/").answers("Keep this", rung="listen", owner="Tom")
    ruth.goes(one + "close/").answers(
        "Keep this",
        came_to="choice_stands",
        reasons="Ann can decide this, and has. Ann waits before the bridge.",
        told="Ann, on the tablet. Gwen, by Ann’s side.",
        staff_now="They follow step 2, and wait before the bridge.",
        **day("look_again_on", 30),
    )
    ruth.goes(one).sees("The person’s choice stands", "Ann waits before the bridge.", worry)
    tom.about("Ann", "timeline/").sees("Bell! I stop.")
    gwen.about("Ann", "said/").sees(worry)
    gwen.about("Ann", "agreed/").sees_not("To the river on Sundays", "Bell! I stop.")


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

    # given: Gwen gives no tablets any more, and rings in the evening; Tom was seen doing it, and what was missed became less
    ruth.about("Ann", "parts/").sees("Staff who are trained for it", "Gwen, sister: Rings in the evening", "Before")
    ruth.about("Ann", "plan/").follows("My tablets, on time")
    ruth.sees("Staff: tablets. Gwen: tea and talk.", "Trained staff give Ann’s tablets", "I am afraid of a mistake")
    ruth.about("Ann", "meetings/").sees(
        "Tablets were missed 7 times in the four weeks before staff gave them, and once in the four weeks since."
    )
    tom.about("Ann", "timeline/?show=days").sees("The evening tablet.")

    # when: what Ann needs changes again, and Ruth looks at the part with Ann
    tom.about("Ann", "parts/need/").answers("Keep this", area="medication", words="The evening tablet goes with food now.")
    ruth.about("Ann", "parts/").follows("Look at it again with the")
    ruth.answers(
        "Keep this", words="Tablets from staff. With soup.", how_told="device", verdict="keep", because="They cook in the evening."
    )

    # then: being there for Ann was never part of it, and Gwen's pages say what her part is
    ruth.about("Ann", "parts/").sees("Gwen, sister: Rings in the evening", "The evening tablet goes with food now.")
    gwen.about("Ann", "agreed/").sees("When people look again: you are there").sees_not("evening tablet")
