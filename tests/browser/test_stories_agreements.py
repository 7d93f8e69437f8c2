"""Seeds 003, example 2, and 004: what is agreed with family, a review that an advocate leads, a problem solved together."""

import pytest

from .acting import Stage

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


def test_an_advocate_leads_a_review(stage: Stage) -> None:
    """Seed 004, 2: Dan leads it with Jo, in private first; staff keep it as his, with Jo's own words asked again."""
    dan, amina, tom = (stage.acting(name) for name in ("Dan", "Amina", "Tom"))

    # given: Dan asked for it, and was asked to lead it
    dan.about("Jo", "said/").sees("Jo would like to look at the shop again.", "You lead it.")

    # when: Dan notes something for Jo alone, leads, and sends what came of it
    dan.about("Jo", "notes/").answers("Keep this note", words="Jo wants to tell me about the man at the till first.")
    dan.about("Jo").follows("You lead a review on").sees("People look again on")
    dan.answers("Send", information="Jo put the till card under “good”, twice.", request="Keep step 3, and look again in a month.")

    # and: Amina asks Jo again, and keeps the review
    amina.about("Jo", "plan/").follows("To the shop on my own, step 3")
    amina.goes(amina.page.url.split("?")[0] + "review/").sees("Sent by whoever leads it", "Jo put the till card under “good”, twice.")
    amina.answers(
        "Keep what came of it",
        works_words="The till is good.",
        how_told="picked",
        took_part="led",
        kind="asked",
        verdict="keep",
        because="Jo and Dan say: keep it, and look again in a month.",
    )

    # then: it says who led it, Dan has nothing left to lead, and no member of staff finds his note
    dan.about("Jo", "agreed/").sees("Dan led it")
    dan.about("Jo").sees_not("You lead a review on")
    tom.about("Jo", "meetings/").sees_not("the man at the till")


def test_a_problem_is_solved_together(stage: Stage) -> None:
    """Seed 004, 3: Jo, Priya, Dan and Dr Shah in one meeting about when the new staff begin; Jo decides, and each hears."""
    amina, priya, dan = stage.acting("Amina"), stage.acting("Priya"), stage.acting("Dan")

    # given: Priya and Dan say beforehand what they see, each alone
    priya.about("Jo", "say/").answers("Send", request="Please talk about the new faces on Mondays.")
    dan.about("Jo", "say/").answers("Send", information="Jo turned one photo over, and kept one: one new face is enough.")

    # when: they meet, Jo first, and a question comes out of it
    held = {
        "attendance-person": "was there",
        "Priya, mum": "was there",
        "Dan, independent advocate": "was there",
        "Dr Shah, GP": "sent apologies",
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
    amina.weighs("one new face is enough", "Shaped it")
    decided = "Somebody whom Jo knows comes along for the first two Mondays"
    amina.answers("Sign this decision", outcome=decided, basis="own")

    # then: Priya and Dan read what their words did, and what Jo decided
    dan.about("Jo", "said/").sees("one new face is enough", "It shaped a decision", decided).sees_not("Please talk about the new faces")
    priya.about("Jo", "said/").sees(
        "Please talk about the new faces", "It shaped a decision", "Somebody whom Jo knows comes along for the first two Mondays"
    )
