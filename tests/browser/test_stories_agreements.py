"""Seeds 003, example 2, and 004: what is agreed with family, a review that an advocate leads, a problem solved together."""

import pytest

from .acting import Stage, day

pytestmark = [pytest.mark.browser]


def test_a_supporters_word_on_money_is_not_a_decision(stage: Stage) -> None:
    """Seed 003, 2: input apart from the right to decide; written down, with what staff do when a request goes against Jo's choice."""
    amina, priya, dan, ruth = (stage.acting(name) for name in ("Amina", "Priya", "Dan", "Ruth"))

    # given: Jo decided about Jo's money, and that mum sees nothing of it
    priya.about("Jo", "access/").sees("Jo said no.")

    # when: Amina writes the agreement with Jo, and Jo agrees in Jo's own way
    amina.about("Jo", "agreement/new/").answers(
        "Keep this version",
        {
            "Priya: when something is planned": "Is asked beforehand",
            "Priya: when people look again": "Is there",
            "Priya: when something is decided": "Is asked beforehand",
            "what-1": "Amina listens, and says back what she heard",
            "who-1": "Amina",
            "days-1": "5",
        },
        purpose="Jo’s money is Jo’s. Mum is heard.",
        consent_checked="Amina asks Jo alone before each talk about money.",
        rules="Jo speaks first.",
        conflict="Staff do what Jo chose, tell Priya so kindly, and ask Jo again.",
        answer="agreed",
        words="My money. Mum can say.",
    )

    # and: Priya agrees in her own words, and asks for what Jo did not choose
    priya.about("Jo", "agreed/").sees("Your part", "Staff do what Jo chose", "Amina listens", "within 5 working days", "Jo agreed to this.")
    priya.follows("Say yes or no").answers("Send", answer="agreed", words="I will ask, and not take.")
    priya.sees("You agreed", "I will ask, and not take.")
    priya.about("Jo", "ask/").answers("Send", words="Please keep Jo’s purse in the office.")

    # and: Dan, whom Jo asked, says what Jo told him; Priya's fear that Jo is cheated is looked into, with the reason written down
    dan.about("Jo", "say/").answers("Send", information="Jo, alone with me: my purse stays in my pocket.")
    amina.about("Jo", "safeguarding/new/").answers(
        "Raise it",
        concern="Priya fears that somebody at the shop takes Jo’s money.",
        safe_now="Jo is safe. Amina counted the purse with Jo: all there.",
        wants="My purse. Nobody takes it.",
        telling="told",
    )
    ruth.about("Jo", "safeguarding/").follows("Priya fears that somebody")
    ruth.goes(ruth.page.url + "step/").answers(
        "Keep this",
        kind="not_referred",
        rationale="Nothing is missing in three months. Jo’s purse stays Jo’s.",
    )
    ruth.sees("Nothing is missing in three months")
    priya.about("Jo").sees_not("somebody at the shop takes")

    # then: staff answer her, and what Jo decided stands as it was
    amina.about("Jo", "meetings/").follows("Please keep Jo’s purse").follows("Answer: do people look again?")
    amina.answers("Keep this answer", words="Jo was asked alone, and keeps the purse. We follow Jo, as agreed.")
    priya.about("Jo", "said/").sees("Please keep Jo’s purse", "Jo was asked alone, and keeps the purse.")
    priya.about("Jo", "access/").sees("Jo said no.")
    amina.about("Jo", "decisions/").sees("£10 a day for Jo to keep")


def test_an_agreement_lives_and_each_answers_for_themself(stage: Stage) -> None:
    """Seed 004, 1: Gwen changes her mind, a new version says so, Ann agrees to it and then Gwen does."""
    gwen, ruth = stage.acting("Gwen"), stage.acting("Ruth")

    # given: Ann agreed to a second version; Gwen says yes to it, and then changes her mind
    gwen.about("Ann", "agreed/").sees("You have not been asked yet", "Dan helps Ann to be heard", "People look at it again by")
    gwen.follows("Say yes or no").answers("Send", answer="agreed", words="As before.").sees("You agreed", "As before.")
    gwen.follows("Change your answer").answers("Send", answer="refused", words="Ring me the same day when Ann is ill.")
    ruth.about("Ann", "agreement/").sees("Ring me the same day when Ann is ill.")

    # when: a new version is written with Ann, and Ann agrees
    ruth.follows("Write a new version").answers(
        "Keep this version",
        because="Gwen asks to be rung.",
        staff_do="Staff ring the same day, once Ann said yes.",
        answer="agreed",
        words="Yes. Ask me first.",
    )

    # then: Gwen finds the new one, which is not hers to make agreed, and says yes to it
    gwen.about("Ann", "agreed/").sees("Staff ring the same day, once Ann said yes.", "You have not been asked yet")
    gwen.follows("Say yes or no").answers("Send", answer="agreed", words="Fair.").sees("You agreed", "Fair.")
    ruth.about("Ann", "agreement/").sees("Yes. Ask me first.", "Fair.")


def test_an_advocate_leads_a_review_for_somebody_without_family(stage: Stage) -> None:
    """Seed 004, 2: Sam has nobody but Dan. What Sam showed him is asked again, is Sam's own, and becomes what staff do."""
    dan, amina, tom = (stage.acting(name) for name in ("Dan", "Amina", "Tom"))

    # given: Dan led one before, with cards and a mat; it is on the card, and Sam was told what became of it
    amina.about("Sam", "circle/").sees("Dan, independent advocate", "Nobody written down. Ask Sam who matters.")
    dan.about("Sam", "agreed/").sees("Dan led it", "Step 2 again: somebody brings Sam to the door")
    dan.about("Sam", "said/").sees("Sam laid the cards on the mat.", "It shaped a decision", "It is how Sam was asked, and twice.")
    amina.about("Sam", "said/").sees("Not good: you in my row.", "From Thursday somebody brings Sam to the door")

    # when: Dan asks for another, Amina asks him to lead it, and he notes something for Sam alone
    asks = "Sam would like to look at the bus again. I can lead it, on the bus."
    dan.about("Sam", "ask/").answers("Send", words=asks)
    amina.about("Sam", "meetings/").follows("Sam would like to look at the bus again.").follows("Answer: do people look again?")
    amina.answers("Keep this answer", item="Bus to town, step 3", led_by="Dan", **day("on", 3))
    dan.about("Sam", "notes/").answers("Keep this note", words="Sam wants to tell me about the seat first.")

    # and: he leads it, and sends what came of it
    dan.about("Sam").follows("You lead a review on").sees("People look again on")
    dan.answers("Send", information="Sam drew the seat upstairs with nobody in it, twice.", request="Keep step 3 until Sam says so.")

    # and: Amina asks Sam again, and keeps the review, Sam's own words first
    amina.about("Sam", "plan/").follows("Bus to town, step 3")
    amina.goes(amina.page.url.split("?")[0] + "review/").sees("Sent by whoever leads it", "Sam drew the seat upstairs")
    amina.answers(
        "Keep what came of it",
        works_words="My seat upstairs.",
        how_told="picked",
        took_part="led",
        kind="asked",
        verdict="keep",
        because="Sam and Dan say: keep step 3 until Sam says so.",
    )

    # then: it says who led it, Dan has nothing left to lead, and no member of staff finds his note
    dan.about("Sam", "agreed/").sees("Sam and Dan say: keep step 3 until Sam says so.")
    dan.about("Sam").sees_not("You lead a review on")
    tom.about("Sam", "plan/").follows("Bus to town, step 3").sees("Sam and Dan say: keep step 3 until Sam says so.")
    tom.about("Sam", "meetings/").sees_not("tell me about the seat first")


def test_an_advocate_leads_what_he_was_asked_to_lead(stage: Stage) -> None:
    """Jo has family, and wanted Dan all the same: what Dan was asked for in the demo he leads here."""
    dan, amina = stage.acting("Dan"), stage.acting("Amina")
    dan.about("Jo", "said/").sees("Jo would like to look at the shop again.", "You lead it.")
    dan.about("Jo").follows("You lead a review on").sees("People look again on")
    dan.answers("Send", information="Jo put the till card under “good”, twice.", request="Keep step 3, and look again in a month.")
    amina.about("Jo", "plan/").follows("To the shop on my own, step 3")
    amina.goes(amina.page.url.split("?")[0] + "review/").sees("Sent by whoever leads it", "Jo put the till card under “good”, twice.")
    said = {"works_words": "The till is good.", "how_told": "picked", "took_part": "led", "kind": "asked", "verdict": "keep"}
    amina.answers("Keep what came of it", said, because="Jo and Dan say: keep it, and look again in a month.")
    dan.about("Jo", "agreed/").sees("Dan led it")


def test_nights_were_solved_together_and_each_does_their_part(stage: Stage) -> None:
    """Seed 004, 3: a risk, a routine and staffing in one meeting. Dr Shah has a part in it, on pages of Dr Shah's own."""
    amina, priya, dan, shah, tom, ruth = (stage.acting(name) for name in ("Amina", "Priya", "Dan", "Dr Shah", "Tom", "Ruth"))

    # given: they met, Jo first; what each said shaped what Jo decided, and it is what staff do
    amina.about("Jo", "plan/").follows("Nights, my way")
    amina.sees("Lamp. Radio. Tom.", "A lamp and the radio, the tablet at nine", "Priya", "Dr Shah", "Offered 8 of 8 times")
    priya.about("Jo", "said/").sees("At home Jo had a lamp and the radio", "It shaped a decision", "Lamp and radio come from home.")

    # and: Dr Shah sees what Jo lets a doctor see, and no more
    shah.about("Jo", "said/").sees("I change it to nine", "It shaped a decision", "The evening tablet is at nine")
    shah.about("Jo", "agreed/").sees("The evening tablet is at nine").sees_not("Nights, my way", "Lamp. Radio. Tom.")
    shah.about("Jo", "access/").sees("Jo has not been asked about money.")

    # when: Tom writes down this evening, Dr Shah rings as agreed and writes it, and each of the others says how it is
    tom.about("Jo", "plan/").follows("Nights, my way", "Open the card").sees("Whoever is new comes for an evening first")
    shah.about("Jo", "say/").answers("Send", information="Jo is awake at nine in the morning. The tablet stays at nine in the evening.")
    priya.about("Jo", "say/").answers("Send", working="Jo sounds rested on Sundays.")
    dan.about("Jo", "say/").answers("Send", information="Jo showed me the lamp, and laughed.")

    # and: they look again, Jo's own words first
    amina.about("Jo", "plan/").follows("Nights, my way")
    amina.goes(amina.page.url.split("?")[0] + "review/").sees("Look again")
    said = {"works_words": "Lamp good. Asleep.", "how_told": "picked", "took_part": "led", "kind": "planned", "verdict": "keep"}
    amina.answers("Keep what came of it", said, because="Jo sleeps. Dr Shah keeps the time, Priya and Dan see the same.")

    # then: the thread says so, and the part that Dr Shah has gave no other sight
    tom.about("Jo", "plan/").follows("Nights, my way").sees("Jo sleeps. Dr Shah keeps the time")
    ruth.about("Jo", "parts/").sees("Dr Shah, GP", "Is asked before something changes")
    shah.about("Jo", "said/").sees("The tablet stays at nine in the evening.").sees_not("Jo sounds rested", "Jo showed me the lamp")
    shah.about("Jo").sees_not("Jo sleeps.")


def test_a_problem_is_solved_together(stage: Stage) -> None:
    """Seed 004, 3: Jo, Priya, Dan and Dr Shah in one meeting about when the new staff begin; Jo decides, and each hears."""
    amina, priya, dan, shah = (stage.acting(name) for name in ("Amina", "Priya", "Dan", "Dr Shah"))

    # given: Priya, Dan and Dr Shah say beforehand what they see, each alone
    priya.about("Jo", "say/").answers("Send", request="Please talk about the new faces on Mondays.")
    dan.about("Jo", "say/").answers("Send", information="Jo turned one photo over, and kept one: one new face is enough.")
    shah.about("Jo", "say/").answers("Send", information="A new tablet and a new face in one week is too much for Jo.")

    # when: they meet, Jo first, and a question comes out of it
    held = {
        "attendance-person": "was there",
        "Priya, mum": "was there",
        "Dan, independent advocate": "was there",
        "Dr Shah, GP": "was there",
    }
    amina.about("Jo", "meetings/new/").answers(
        "Keep it",
        held,
        kind="A meeting",
        title="New faces on Mondays",
        purpose="To find out with Jo what helps.",
        agenda="What Jo says\nWhat others see\nWhat we try",
        who_spoke_first="person",
    )
    amina.about("Jo", "question/new/").answers("Put this question", text="Who begins with Jo on Mondays?", area="daily_care", impact="low")
    amina.follows("Say where it was talked about").answers("Keep this", {"New faces on Mondays": True})
    amina.follows("Write down the decision").weighs("Better.", "Shaped it").weighs("new faces on Mondays", "Shaped it")
    amina.weighs("one new face is enough", "Shaped it").weighs("too much for Jo", "Partly followed", "The tablet changed two weeks before.")
    decided = "Somebody whom Jo knows comes along for the first two Mondays"
    amina.answers("Sign this decision", outcome=decided, basis="own")

    # then: Priya, Dan and Dr Shah read what their words did, and what Jo decided
    dan.about("Jo", "said/").sees("one new face is enough", "It shaped a decision", decided).sees_not("Please talk about the new faces")
    priya.about("Jo", "said/").sees(
        "Please talk about the new faces", "It shaped a decision", "Somebody whom Jo knows comes along for the first two Mondays"
    )
    shah.about("Jo", "said/").sees("too much for Jo", "is not shared with you").sees_not("one new face is enough")
