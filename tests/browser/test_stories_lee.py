"""Seed 000, example 3: Lee's scan. Capacity was in doubt; what was decided for Lee becomes what staff do, and Dan can follow it."""

import re

import pytest
from playwright.sync_api import Browser

from .acting import Party, Stage, day

pytestmark = [pytest.mark.browser]


def test_that_lee_does_not_understand_is_tested_and_not_taken_on_a_word(stage: Stage) -> None:
    """Assessed, told, decided with those who know Lee: each through its own page."""
    ruth, amina = stage.acting("Ruth"), stage.acting("Amina")

    # given: Lee's brother says that Lee does not understand, and what he says decides nothing
    ruth.about("Lee", "meetings/").sees("Lee doesn’t understand. Just book it.")
    ruth.about("Lee", "question/new/").answers(
        "Put this question", text="Does Lee have the blood test before the scan?", area="treatment", impact="low"
    )
    question = ruth.page.url.split("?")[0]

    # when: Ruth assesses this one question with Lee
    ruth.goes(question + "assess/").answers(
        "Keep this assessment",
        doubted_because="Lee says yes to it and no to it within a minute.",
        assessor="Ruth",
        information="What the test finds, and what happens without it, with the bear",
        understands="able",
        understands_seen="Lee put the plaster on the bear.",
        retains="able",
        retains_seen="After tea Lee knew it was about blood.",
        weighs="unable",
        weighs_seen="Lee could not say, three times, what happens without it.",
        communicates="able",
        communicates_seen="Lee says it.",
        tried_1="The bear, after breakfast",
        tried_1_came="Lee laughed, and put the plaster on.",
        **day("tried_1_on", -1),
        impairment="yes",
        impairment_words="A learning disability.",
        causal_link="It keeps Lee from setting the needle today beside the headaches to come.",
        conclusion="lacks",
    )
    ruth.sees("Lee could not decide this, at that time", "Lee put the plaster on the bear.")

    # and: Lee is told what she found, and sees it otherwise
    ruth.follows("Write down that Lee was told").answers("Keep this", how="With the bear", disagrees=True, words="I do know.")
    ruth.sees("I do know.")

    # and: Ruth decides it for Lee, Lee's words first, with what Lee's brother knows
    ruth.goes(question + "for-them/").weighs("Not the tunnel.", "Shaped it").weighs(
        "Lee doesn’t understand", "Not followed", "It was tested."
    )
    found = ruth.page.locator("[name=assessment] option").nth(1).get_attribute("value")
    ruth.answers(
        "Sign this decision",
        basis="best_interests",
        assessment=found,
        decided_by="Ruth",
        outcome="A finger prick, in Lee’s room, with the bear",
        present_wishes="Lee wants the bear to go first.",
        past_wishes="Lee had a finger prick last year, and laughed.",
        took_part="Lee chose the finger.",
        may_regain="no",
        asked_1="Lee’s brother",
        asked_1_as="cares",
        asked_1_words="Lee is fine as long as nobody holds the arm.",
        not_refused_because="Nothing goes into the hand: it is a prick in a finger, and the scan team said so.",
        staff_do="Amina comes along. We stop when Lee says stop.",
    )

    # then: it takes effect, says what each did to it, and Amina tells Lee
    ruth.sees("A finger prick, in Lee’s room", "Lee is fine as long as nobody holds the arm.", "It was tested.").sees_not("takes no effect")
    amina.goes(ruth.page.url.split("?")[0] + "told/").answers(
        "Keep this", how="With the bear", reaction="right", reaction_words="Bear first."
    )
    amina.sees("Bear first.")


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


def test_the_agreed_way_is_followed_and_lee_is_upset_less(stage: Stage) -> None:
    """How Lee is talked with: the meeting's agenda, what staff do each day, and that it became calmer; Dan asks Lee how it was."""
    amina, tom, dan = (stage.acting(name) for name in ("Amina", "Tom", "Dan"))

    # given: people met about how it is talked of, when Lee is at ease; what Lee picked and showed is the card
    amina.about("Lee", "meetings/").follows("How we talk with Lee about the scan")
    amina.sees("What Lee needs to know", "What helps Lee understand", "Bear first. One photo.", "Lee liked to try things on a toy first")
    tom.about("Lee", "plan/").follows("Talking about the scan, my way")
    tom.sees("Bear first. One photo.", "After breakfast, one of us, the bear first and one photo", "Lee was told", "Offered")
    way = tom.page.url.split("?")[0]

    # and: each time that somebody pushed, and each time since, is there to be counted; the notes say that the way was followed
    amina.about("Lee", "upsets/").sees("Lee’s hand went up. I went on with the sentence. Lee turned to the wall.")
    amina.about("Lee", "timeline/?show=days").sees("Lee fetched the bear and the photo alone and sat down. Ten minutes, calm to the end.")

    # when: Tom talks with Lee once more in that way and writes it down, and it was calm
    tom.about("Lee", "note/new/").answers("Keep this note", text="The bear, one photo, Lee’s hand stayed down. Calm.")
    tom.about("Lee", "timeline/?show=days").sees("Lee’s hand stayed down. Calm.")

    # then: people look again with Lee's own words first; the law opened health to Dan for the scan, and not each day
    amina.goes(way + "review/")
    said = {"works_words": "Bear. Good.", "how_told": "picked", "took_part": "led", "kind": "planned", "verdict": "keep"}
    amina.answers("Keep what came of it", said, because="Upset five times in two weeks before, twice since, and shorter.")
    tom.goes(way).sees("Upset five times in two weeks before, twice since, and shorter.")
    dan.about("Lee", "agreed/").sees_not("Talking about the scan, my way")


def test_lees_mornings_are_lees_own(stage: Stage) -> None:
    """Seed 003, 1: fewer upsets, the art group each week, and Lee's own answer to whose the morning was."""
    amina, tom = stage.acting("Amina"), stage.acting("Tom")

    # given: what was counted is in the record, before the card and since
    amina.about("Lee", "upsets/").sees("Times upset each week", "Middle length, in minutes")
    amina.about("Lee").sees("How Lee says it is", "Me", "Half me", "picked it")
    amina.about("Lee", "timeline/?show=days").sees("Art group")

    # when: Lee goes to the art group again, and Lee lays the photo
    tom.about("Lee", "activity/new/").answers(
        "Keep this", what="Art group", chosen="said_yes", going="went", words="Blue again.", how_told="said"
    ).sees("Blue again.")
    tom.about("Lee", "plan/").follows("The morning is mine")
    item = tom.page.url.split("?")[0].rstrip("/").rsplit("/", 1)[1]
    tom.about("Lee", f"scale/{item}/new/").answers("Keep this", {"Me": True}, how_told="picked")

    # then: both stand on Lee's days, and on Lee's page as Lee's own
    amina.about("Lee", "timeline/?show=said").sees("Blue again.")
    amina.about("Lee").sees("How Lee says it is")


def test_sams_thursdays_are_sams_own(stage: Stage) -> None:
    """Seed 003, 3: attendance, tablets that were missed, thresholds that Sam agreed to, and Sam's own battery."""
    amina, tom = stage.acting("Amina"), stage.acting("Tom")

    # given: Sam goes in steps, with early signs, check-ins and when staff step in more
    amina.about("Sam", "plan/").follows("To the film group by myself")
    amina.sees("Step 2 again: somebody brings Sam to the door", "Not good: you in my row.")
    amina.about("Sam").sees("How Sam says it is", "A full battery", "Full", "Red")
    amina.about("Sam", "timeline/?show=days").sees("The evening tablet.", "Film group")

    # when: Sam comes home from the group, and Tom asks on Sunday
    tom.about("Sam", "activity/new/").answers(
        "Keep this", what="Film group", chosen="own", going="went", words="All of it.", how_told="said"
    ).sees("All of it.")
    tom.about("Sam", "plan/").follows("A full battery")
    item = tom.page.url.split("?")[0].rstrip("/").rsplit("/", 1)[1]
    tom.about("Sam", f"scale/{item}/new/").answers("Keep this", {"Full": True}, how_told="said")

    # then: it is there as Sam said it
    amina.about("Sam", "timeline/?show=said").sees("All of it.")
    amina.about("Sam").sees("Full")


def test_lees_brother_says_what_he_knows_himself_and_hears_what_became_of_it(stage: Stage, browser: Browser) -> None:
    """What he knows is evidence; it does not take the place of Lee's words. He is shown nothing that was not shared."""
    ruth = stage.acting("Ruth").about("Lee", "question/new/")
    ruth.answers("Put this question", text="How is Lee helped to lie still for the scan?", area="daily_care", impact="low")
    question = ruth.page.url

    # given: Ruth invites him, and he comes in with a link and a code
    ruth.about("Lee", "circle/").follows("Invite Lee’s brother")
    ruth.answers("Make the invitation", basis="stated", basis_words="He knows what helped Lee as a boy.", handed_over="email")
    text = ruth.page.locator("body").inner_text()
    link, code = re.search(r"http\S+/invitation/\S+/", text), re.search(r"\b\d{3} \d{3}\b", text)
    assert link and code
    brother = Party(browser.new_context(locale="en-GB").new_page(), stage.base).goes(link[0])
    brother.answers("Go on", code=code[0], email="brother@family.example").sees_not("Not the tunnel.")

    # when: he says what he knows, and reads at once who reads it and that nobody has answered yet
    knows = "With the radio on and nobody holding his arm, Lee lay still for an hour."
    brother.follows("Have your say").answers("Send", information=knows)
    brother.sees(knows, "nobody has answered yet")

    # then: it stands beside the question as his, and is never Lee's voice; what Lee decides weighs Lee's words first
    ruth.goes(question + "decide/")
    ruth.weighs("Not the tunnel.", "Shaped it").weighs("With the radio on", "Shaped it").answers(
        "Sign this decision",
        basis="own_with_support",
        support_given="Photos, and the radio.",
        outcome="The radio is on, and nobody holds Lee’s arm",
    )
    ruth.sees("The radio is on, and nobody holds Lee’s arm", knows, "Lee’s brother")

    # and: he hears what became of it, and still reads nothing about the scan itself
    brother.goes("/circle/").follows("What became of what I said").sees(knows).sees_not("The open scanner")
