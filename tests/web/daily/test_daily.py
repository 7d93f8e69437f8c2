"""The pages of a day's records: short to write, Jo's words first to read, put right and taken back like any other."""

from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange
from tests.web.daily_life import activity, answer, checklist, money_plan, run, scale, spending

from throughline.base.ids import new_id
from throughline.practice.models import ChecklistRun, ScaleAnswer, Spending


def get(home: arrange.House, page: str, *args: Any, by: str = "amina", status: int = 200) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"daily:{page}", args=args))
    assert response.status_code == status
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "amina", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"daily:{page}", args=args), {"id": str(new_id())} | given)


def chooser(home: arrange.House) -> str:
    return arrange.signed_in(home.amina).get(f"{reverse('today:record')}?p={home.jo.pk}").content.decode()


# --- the way there ---


def test_five_main_choices_and_the_rest_behind_one_fold(home: arrange.House) -> None:
    version, wants = checklist(home), scale(home)
    main, folded = chooser(home).split('<details class="fold"')
    assert main.count("button-shift") == 5
    for place, args in (("activity_new", [home.jo.pk]), ("spending_new", [home.jo.pk])):
        assert reverse(f"daily:{place}", args=args) in folded
    assert "Checklist: Before the group" in folded and reverse("daily:run_new", args=[home.jo.pk, version.item_id]) in folded
    assert "What Jo says: I am in charge of my day" in folded and reverse("daily:answer_new", args=[home.jo.pk, wants.item_id]) in folded


def test_nothing_is_offered_that_the_plan_does_not_have(home: arrange.House) -> None:
    page = chooser(home)
    assert "Checklist:" not in page and "What Jo says" not in page
    assert "What was spent of Jo’s money" in page  # with a money plan or without


# --- a checklist ---


def test_a_checklist_without_exceptions_is_one_press(home: arrange.House) -> None:
    version = checklist(home)
    page = get(home, "run_new", home.jo.pk, version.item_id)
    assert page.count("button-main") >= 1 and "All the rest is done: keep this" in page
    response = post(home, "run_new", home.jo.pk, version.item_id, item=str(version.item_id), rest="yes")
    row = ChecklistRun.objects.get()
    assert response.url == reverse("daily:run", args=[row.pk])
    assert [each.done for each in row.checks.all()] == ["yes", "yes", "yes"]


def test_exceptions_say_why_and_stand_before_what_was_done(home: arrange.House) -> None:
    version = checklist(home)
    sent = {"rest": "yes", "check_1": "no", "words": "Not hungry.", "how_told": "said"}
    assert "Write why it was not done." in post(home, "run_new", home.jo.pk, version.item_id, **sent).content.decode()
    response = post(home, "run_new", home.jo.pk, version.item_id, **sent, why_1="The shop was shut.")
    page = arrange.signed_in(home.amina).get(response.url).content.decode()
    assert page.index("Not hungry.") < page.index("Something to eat. The shop was shut.") < page.index("Tablets taken")


def test_what_nobody_answered_is_asked_unless_the_button_says_so(home: arrange.House) -> None:
    version = checklist(home)
    page = post(home, "run_new", home.jo.pk, version.item_id, check_0="yes").content.decode()
    assert "Say whether it was done." in page and not ChecklistRun.objects.exists()


def test_on_a_group_day_one_press_is_a_record_for_each(home: arrange.House) -> None:
    jos, sams = checklist(home), checklist(home, person=home.sam)
    assert "Sam: Before the group" in get(home, "run_new", home.jo.pk, jos.item_id)
    post(home, "run_new", home.jo.pk, jos.item_id, rest="yes", also=[str(sams.pk)])
    groups = dict(ChecklistRun.objects.values_list("person__name", "group"))
    assert set(groups) == {"Jo", "Sam"} and len(set(groups.values())) == 1
    page = get(home, "run", ChecklistRun.objects.get(person=home.jo).pk)
    assert "A group day." in page and "Sam" not in page


# --- an activity ---


def test_from_the_form_to_its_page_and_the_timeline(home: arrange.House) -> None:
    sent = {"what": "Friday group", "going": "left_early", "chosen": "own", "feeling": "so_so", "words": "Too loud.", "how_told": "signed"}
    response = post(home, "activity_new", home.jo.pk, **sent)
    page = arrange.signed_in(home.amina).get(response.url).content.decode()
    assert page.index("Too loud.") < page.index("Jo went, and left early") < page.index("So-so")
    timeline = arrange.signed_in(home.amina).get(f"{reverse('people:timeline', args=[home.jo.pk])}?show=days").content.decode()
    assert "Friday group: Went, and left early" in timeline and response.url in timeline


# --- the scale ---


def test_jos_question_is_asked_and_a_guess_is_refused(home: arrange.House) -> None:
    version = scale(home)
    page = get(home, "answer_new", home.jo.pk, version.item_id)
    assert "Who decides about my day?" in page and page.index("Me") < page.index("Sometimes me") < page.index("Not me")
    line = str(version.lines.get(text="Not me").pk)
    refused = post(home, "answer_new", home.jo.pk, version.item_id, answer=line, how_told="guess", how_helped="alone").content.decode()
    assert "Nobody answers for Jo." in refused and not ScaleAnswer.objects.exists()
    sent = {"answer": line, "how_told": "signed", "how_helped": "interpreted", "helper": f"staff-{home.tom.pk}", "words": "Staff do."}
    response = post(home, "answer_new", home.jo.pk, version.item_id, **sent)
    page = arrange.signed_in(home.amina).get(response.url).content.decode()
    assert "Not me" in page and "Tom helped" in page and "Staff do." in page


def test_answers_over_time_stand_on_jos_page_in_words(home: arrange.House) -> None:
    version = scale(home)
    for nth in (2, 1, 0):
        answer(home, version, nth)
    page = arrange.signed_in(home.amina).get(reverse("people:page", args=[home.jo.pk])).content.decode()
    listed = page[page.index("How Jo says it is") :]
    assert listed.index("Sometimes me") < listed.index("Not me")


# --- money ---


def test_what_is_spent_stands_beside_what_was_agreed(home: arrange.House) -> None:
    plan = money_plan(home)
    out = str(plan.allowances.get(purpose="Going out").pk)
    response = post(home, "spending_new", home.jo.pk, amount="£12.40", what="Bowling", allowance=out, who_chose="alone", left="7.60")
    row = Spending.objects.get()
    assert (row.amount, row.left, row.topic) == (Decimal("12.40"), Decimal("7.60"), "money")
    assert response.url == reverse("daily:spending", args=[row.pk])
    page = get(home, "money", home.jo.pk)
    assert "Going out, this week: Jo spent £12.40 of £20. £7.60 is left." in page
    assert "For my room, this month: Jo spent £0 of £10." in page


def test_more_than_agreed_is_kept_and_asks_why(home: arrange.House) -> None:
    plan = money_plan(home)
    out = plan.allowances.get(purpose="Going out")
    row = spending(home, "25", "Bowling, and a meal", allowance=out)
    page = get(home, "spending", row.pk)
    assert "£5 more than the £20 that was agreed, in that week" in page and "Nobody has written why yet." in page
    assert "£5 more than agreed" in get(home, "money", home.jo.pk)
    response = post(home, "spending_why", row.pk, why="Lee’s birthday.")
    page = arrange.signed_in(home.amina).get(response.url).content.decode()
    assert "Lee’s birthday." in page and "Say why it was more" not in page
    assert get(home, "spending_why", row.pk, by="tom", status=403)


def test_without_a_money_plan_it_is_kept_all_the_same(home: arrange.House) -> None:
    post(home, "spending_new", home.jo.pk, amount="3", what="A comb", who_chose="with_support")
    page = get(home, "money", home.jo.pk)
    assert "No money plan says yet" in page and "A comb" in page


@pytest.mark.parametrize("amount", ["", "0", "-3", "three", "3.205"])
def test_how_much_it_was_is_asked_in_pounds(home: arrange.House, amount: str) -> None:
    page = post(home, "spending_new", home.jo.pk, amount=amount, what="Tea", who_chose="alone").content.decode()
    assert "Write how much it was, like 3.20." in page and not Spending.objects.exists()


# --- put right, and taken back ---


def corrections(home: arrange.House) -> list[tuple[str, Any, dict[str, str], str]]:
    """(kind, row, what is sent, what the page then says)"""
    gone, version = run(home), scale(home)
    answered = answer(home, version)
    better = {"answer": str(version.lines.get(text="Not me").pk), "how_told": "said", "how_helped": "alone"}
    return [
        ("run", gone, {"check_0": "no", "why_0": "Forgotten.", "check_1": "yes", "check_2": "yes"}, "Tablets taken. Forgotten."),
        ("activity", activity(home), {"what": "Bowling", "going": "went", "chosen": "own"}, "Bowling"),
        ("answer", answered, better, "Not me"),
        ("spending", spending(home), {"amount": "4", "what": "Tea", "who_chose": "alone"}, "£4: Tea"),
    ]


def test_put_right_the_first_words_stay(home: arrange.House) -> None:
    for kind, row, sent, says in corrections(home):
        response = post(home, f"{kind}_correct", row.pk, **sent, reason="Looked again.")
        page = arrange.signed_in(home.amina).get(response.url).content.decode()
        assert says in page and "As it was first written" in page and "Looked again." in page, kind
        assert get(home, f"{kind}_correct", row.pk, by="tom", status=403)


def test_taken_back_it_says_so_and_counts_no_more(home: arrange.House) -> None:
    for kind, row, _sent, _says in corrections(home):
        post(home, f"{kind}_mistake", row.pk, reason="It was Sam’s.")
        page = get(home, kind, row.pk)
        assert "Entered by mistake. Taken back by Amina" in page and "Put this right" not in page, kind
    assert "£3.20" not in get(home, "money", home.jo.pk)


# --- the plan says it ---


def test_a_scale_without_answers_has_the_three(home: arrange.House) -> None:
    version = scale(home, answers=())
    assert [line.text for line in version.lines.filter(part="answer")] == ["Good", "So-so", "Not good"]
