"""How somebody takes part, on their own pages: what was agreed with them, what the law lets them decide, a review that they lead."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.web import arrange, lacking
from tests.web.capacity.test_assessing import sent

from throughline.access import actions as access
from throughline.agreements import actions as agreements
from throughline.agreements.actions import Answered
from throughline.agreements.models import AgreementAnswer
from throughline.agreements.parts import AgreementParty, EscalationStep, MeetingRule, SharedThing
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.models import Authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.conversations import actions as conversations
from throughline.conversations.models import Contribution, Voice
from throughline.decisions import actions as decisions
from throughline.decisions.models import CapacityAssessment, SaidAbout
from throughline.decisions.parts import Consideration
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.reviews import actions as reviews
from throughline.reviews.models import AskAnswered, Review


def text(response) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode().replace("\xa0", " ")


def at(life, name: str, *ids) -> str:
    return reverse(f"circle:{name}", args=[life.jo.pk, *ids])


def agree(life, *parties, answer="agreed", shared=(), after=None):
    """A version of Jo's agreement with some of Jo's people."""
    said = Answered(answer, said=JustSaid("said", "Good. Mum comes.")) if answer == "agreed" else Answered("not_asked")
    taking = [
        AgreementParty(position=n, contact=each, in_planning="asked", in_reviews="there", words=f"{each.name} brings photos.")
        for n, each in enumerate(parties, 1)
    ]
    return agreements.write_version(
        person=life.jo,
        purpose="Jo is heard first.",
        parties=taking,
        shared=list(shared),
        rules=[MeetingRule(position=1, text="Jo speaks first.")],
        steps=[EscalationStep(position=1, what="We talk", who="Amina", days=5)],
        answers=[said],
        consent_checked="Amina asks Jo alone.",
        conflict="Staff do what Jo chose.",
        after=after,
        by=life.ruth,
    )


# --- what was agreed ---


def test_whoever_takes_part_reads_their_own_part_and_nobody_elses(life) -> None:
    life.asks(life.priya, "plans", "at_reviews")
    life.asks(life.dan, "money")
    things = [
        SharedThing(contact=life.priya, about="plans", rhythm="at_reviews"),
        SharedThing(contact=life.dan, about="money", rhythm="weekly"),
    ]
    agree(life, life.priya, life.dan, shared=things)
    page = text(life.browser(life.priya).get(at(life, "agreed")))
    for there in (
        "When people plan: you are asked beforehand.",
        "When people look again: you are there, and say what you know and think.",
        "When something is decided: you take no part.",
        "Plans and reviews: when people look again together",
        "Amina asks Jo alone.",
        "Jo speaks first.",
        "Staff do what Jo chose.",
        "1. We talk: Amina, within 5 working days.",
        "People look at it again by",
        "Priya brings photos.",
        "Jo agreed to this.",
    ):
        assert there in page, there
    for hidden in ("Dan", "Money: once a week", "Good. Mum comes."):
        assert hidden not in page.partition("<h2>Not shown")[0], hidden


def test_whoever_takes_no_part_or_is_not_to_be_told_reads_nothing_of_it(life) -> None:
    version = agree(life, life.priya)
    dan, priya = life.browser(life.dan), life.browser(life.priya)
    assert "How you take part" not in text(dan.get(at(life, "agreed")))
    assert dan.get(at(life, "answer", version.pk)).status_code == 404
    assert "How you take part" in text(priya.get(at(life, "agreed")))
    agreements.keep_from_being_told(person=life.jo, contact=life.priya, topics=["plans"], said=JustSaid("said", "No."), by=life.ruth)
    assert "How you take part" not in text(priya.get(at(life, "agreed")))
    assert priya.get(at(life, "answer", version.pk)).status_code == 404


def test_their_answer_is_their_own_and_never_jos(life) -> None:
    version, priya = agree(life, life.priya), life.browser(life.priya)
    assert "This is your answer alone." in text(priya.get(at(life, "answer", version.pk)))
    assert priya.post(at(life, "answer", version.pk), {"answer": "agreed", "words": "I wait for Jo."}).url == at(life, "agreed")
    row = AgreementAnswer.objects.get(contact=life.priya)
    assert (row.answer, row.words, row.voice, row.standing, row.author.name) == ("agreed", "I wait for Jo.", None, "", "Priya")
    page = text(priya.get(at(life, "agreed")))
    assert "You agreed" in page and "I wait for Jo." in page
    assert "I wait for Jo." in text(arrange.signed_in(life.ruth).get(reverse("agreements:agreement", args=[life.jo.pk])))


def test_a_no_says_what_would_have_to_be_different_and_jos_yes_still_counts(life) -> None:
    version, priya = agree(life, life.priya), life.browser(life.priya)
    assert "Write what would have to be different." in text(priya.post(at(life, "answer", version.pk), {"answer": "refused"}))
    priya.post(at(life, "answer", version.pk), {"answer": "refused", "words": "Ring me first."})
    page = text(priya.get(at(life, "agreed")))
    assert "You said no" in page and "How you take part" in page


def test_a_proposal_is_shown_as_one_and_its_answer_makes_nothing_agreed(life) -> None:
    version = agree(life, life.priya, answer="not_asked")
    priya = life.browser(life.priya)
    page = text(priya.get(at(life, "agreed")))
    assert "Proposed, and not agreed yet" in page and "Jo agreed to this." not in page
    priya.post(at(life, "answer", version.pk), {"answer": "agreed", "words": ""})
    assert "Proposed, and not agreed yet" in text(priya.get(at(life, "agreed")))


def test_the_action_itself_refuses_whoever_takes_no_part_or_has_no_pages(life) -> None:
    version = agree(life, life.priya)
    dan = life.joins(life.dan)
    for contact, by, error in ((life.priya, dan, Refused), (life.priya, life.ruth, Refused), (life.dan, dan, Invalid)):
        with pytest.raises(error):
            agreements.answer_own(version=version, contact=contact, answer="agreed", by=by)
    with pytest.raises(Invalid):
        agreements.answer_own(version=version, contact=life.dan, answer="not_asked", by=dan)


# --- what the law lets an attorney decide ---


@pytest.fixture
def tooth(life):
    """Priya is Jo's attorney for treatment; Jo cannot decide about the tooth now."""
    question = life.question("treatment", "Tooth", impact="high")
    lacking.assessed(question, life.ruth)
    sees_by_law(life, question, life.power(life.priya, "treatment"))
    return question


def sees_by_law(life, question, held) -> None:
    """Priya sees what she needs for the question, by her papers and the assessment of it."""
    agreements.open_by_law(
        contact=life.priya,
        kind="attorney",
        topics=["health"],
        because="To decide about the tooth.",
        until=clock.today() + timedelta(days=60),
        authority=held,
        assessment=CapacityAssessment.objects.get(question=question),
        by=life.ruth,
    )


def test_sight_by_law_ends_on_the_next_page_when_jo_can_decide(life, tooth) -> None:
    priya = life.browser(life.priya)
    assert "Tooth question?" in text(priya.get(at(life, "decide")))
    assert "The law lets you see it" in text(priya.get(at(life, "access")))
    able = sent(life.home, weighs="able", conclusion="able", impairment="no", causal_link="")
    assert arrange.signed_in(life.ruth).post(reverse("capacity:assess", args=[tooth.pk]), able).status_code == 302
    page = text(priya.get(at(life, "decide")))
    assert "Tooth" not in page and "Nothing is yours to decide now." in page
    assert "The law lets you see it" not in text(priya.get(at(life, "access")))


def test_a_question_in_scope_that_jo_can_decide_is_jos(life, tooth) -> None:
    life.question("treatment", "Glasses")
    page = text(life.browser(life.priya).get(at(life, "decide")))
    mine, _heading, jos = page.partition("Jo decides these")
    assert "Tooth question?" in mine and "Glasses question?" in jos and "Glasses" not in mine


def test_each_way_says_how_much_it_limits_jo_or_that_nobody_said_so(life, tooth) -> None:
    decisions.offer(question=tooth, title="Asleep", limits=4, by=life.ruth)
    decisions.offer(question=tooth, title="With music", limits=0, by=life.ruth)
    decisions.offer(question=tooth, title="Later", by=life.ruth)
    page = text(life.browser(life.priya).get(at(life, "decide")))
    said = ("It limits nothing", "It limits most of what Jo can do", "Nobody has written down how much this limits Jo")
    assert all(each in page for each in said)
    assert page.index("With music") < page.index("Asleep") < page.index("Later")


def test_they_read_what_others_wrote_about_it_where_that_is_shared_and_not_their_own_words(life, tooth) -> None:
    life.asks(life.dan, "health")
    dan, priya = life.browser(life.dan), life.browser(life.priya)
    dan.post(at(life, "say"), {"about": str(tooth.pk), "working": "Jo holds my hand there."})
    dan.post(at(life, "say"), {"working": "The bus is late."})
    priya.post(at(life, "say"), {"about": str(tooth.pk), "working": "I would go along."})
    page = text(priya.get(at(life, "decide")))
    assert "Jo holds my hand there." in page and "Dan, independent advocate" in page
    assert "The bus is late." not in page and "I would go along." not in page
    assert "has to decide it by law" in text(dan.get(at(life, "say")))


@pytest.mark.parametrize(
    ("how_act", "said"),
    [
        ("jointly", "it counts only when all of you decide it"),
        ("jointly_and_severally", "each of you can decide it alone"),
        ("mixed", "Unless your papers say so of this, all have to decide it"),
    ],
)
def test_those_who_hold_it_with_others_read_how_they_act(life, tooth, how_act, said) -> None:
    priya = life.browser(life.priya)
    assert "You hold this" not in text(priya.get(at(life, "decide")))
    gwen = access.add_contact(person=life.jo, name="Gwen", kind="circle", relationship="sister", by=life.ruth)
    held = Authority.objects.get()
    both = [Holder(contact=each) for each in (life.priya, gwen)]
    authority.correct_authority(authority=held, reason="There are two.", holders=both, how_act=how_act, by=life.ruth)
    again = Authority.objects.current().get()
    authority.see_papers(authority=again, what="Both names, pages 1 to 20", seen_on=clock.today(), by=life.ruth)
    sees_by_law(life, tooth, again)
    page = text(priya.get(at(life, "decide")))
    assert said in page and "Gwen" not in page


def test_what_they_decide_is_kept_as_their_words_for_that_question(life, tooth) -> None:
    priya = life.browser(life.priya)
    assert priya.post(at(life, "decided", tooth.pk), {"words": "Asleep, and I am there."}).url == at(life, "said")
    link = SaidAbout.objects.get()
    assert (link.question, link.contribution.contact, link.contribution.topic) == (tooth, life.priya, "health")
    page = text(priya.get(at(life, "said")))
    assert "Before it is decided: Tooth question?" in page and "Not decided yet" in page
    assert not Voice.objects.filter(words__contains="Asleep").exists()
    staff = text(arrange.signed_in(life.ruth).get(reverse("decisions:decide", args=[tooth.pk])))
    assert "Asleep, and I am there." in staff


def test_nobody_else_decides_it_there(life, tooth) -> None:
    glasses = life.question("treatment", "Glasses")
    life.asks(life.dan, "health")
    dan, priya = life.browser(life.dan), life.browser(life.priya)
    for client, question in ((dan, tooth), (priya, glasses)):
        assert client.get(at(life, "decided", question.pk)).status_code == 404
        assert client.post(at(life, "decided", question.pk), {"words": "Me."}).status_code == 404


# --- a say on one question, and what became of it ---


def test_a_say_before_one_question_is_decided(life) -> None:
    life.asks(life.priya, "money")
    bank, priya = life.question("money", "Bank"), life.browser(life.priya)
    life.question("treatment", "Hidden")
    page = text(priya.get(f"{at(life, 'say')}?about={bank.pk}"))
    assert "Bank question?" in page and "Hidden" not in page
    priya.post(at(life, "say"), {"about": str(bank.pk), "working": "The purse."})
    assert "Not decided yet" in text(priya.get(at(life, "said")))
    life.decided(bank, "Bank")
    assert "The decision does not say what it did with your words." in text(priya.get(at(life, "said")))


def test_a_question_that_is_not_shared_takes_no_words(life) -> None:
    hidden = life.question("treatment", "Hidden")
    life.asks(life.priya, "money")
    life.question("money", "Bank")
    answer = life.browser(life.priya).post(at(life, "say"), {"about": str(hidden.pk), "working": "x"})
    assert answer.status_code == 200 and not SaidAbout.objects.exists() and not Contribution.objects.exists()


def test_words_that_staff_wrote_down_say_so_and_words_that_became_a_card_say_that(life) -> None:
    life.asks(life.priya, "daily_life")
    row = conversations.keep_contribution(person=life.jo, contact=life.priya, words="Tea first.", topic="daily_life", by=life.ruth)
    version = life.item("daily_life", "Mornings")
    told = {"title": "Mornings anew", "summary": "Tea first.", "lines": [Line(part="do", text="Tea first.", contribution=row)]}
    plan.publish(version=plan.write(item=version.item, by=life.ruth, **told), message="As Priya said.", by=life.ruth)
    page = text(life.browser(life.priya).get(at(life, "said")))
    assert "Ruth wrote it down for you." in page
    assert "Staff follow it" in page and "Mornings anew" in page


def test_what_was_weighed_says_what_was_decided_only_where_that_is_shared(life) -> None:
    priya = life.browser(life.priya)
    priya.post(at(life, "say"), {"working": "The purse."})
    row = Contribution.objects.get()
    life.decided(life.question("money", "Bank"), "Bank", considered=[Consideration(contribution=row, effect="shaped")])
    page = text(priya.get(at(life, "said")))
    assert "It shaped a decision" in page and "Bank" not in page


# --- a review that an advocate asks for, and leads ---


@pytest.fixture
def asked(life):
    """Dan asked for a review of a routine, and Ruth asked Dan to lead it. Dan may see daily life."""
    life.asks(life.dan, "daily_life")
    dan = life.joins(life.dan)
    version = life.item("daily_life", "Quiet")
    row = conversations.have_say(contact=life.dan, said={"request": "Look at the afternoon again."}, by=dan)
    address = reverse("reviews:answer_ask", args=[row.pk])
    ruth, on = arrange.signed_in(life.ruth), clock.today() + timedelta(days=7)
    given = {"on_day": on.day, "on_month": on.month, "on_year": on.year, "item": str(version.item_id), "led_by": str(life.dan.pk)}
    assert ruth.post(address, given | {"words": "Jo wants you to."}).url == reverse("said:contribution", args=[row.pk])
    return arrange.signed_in(dan), version


def test_who_asked_reads_the_answer_and_who_leads_finds_it(life, asked) -> None:
    dan, _version = asked
    page = text(dan.get(at(life, "said")))
    assert "People look again on" in page and "You lead it." in page and "Jo wants you to." in page
    assert "You lead a review on" in text(dan.get(at(life, "home")))
    assert "You lead a review" not in text(life.browser(life.priya).get(at(life, "home")))


def test_what_came_of_it_is_sent_and_kept_as_a_review_that_dan_led(life, asked) -> None:
    dan, version = asked
    (row,) = AskAnswered.objects.all()
    lead = at(life, "lead", row.pk)
    assert "You lead the review: Quiet title" in text(dan.get(lead))
    words = {"information": "Jo picked the quiet room, twice.", "request": "Keep it."}
    assert dan.post(lead, words).url == at(life, "said")
    assert Contribution.objects.filter(contact=life.dan, topic="daily_life").count() == 2
    assert not Voice.objects.filter(words__contains="quiet room").exists()
    ruth, address = arrange.signed_in(life.ruth), reverse("reviews:review_new", args=[version.item_id])
    page = text(ruth.get(address))
    assert "Sent by whoever leads it" in page and "Jo picked the quiet room, twice." in page
    kept = {"took_part": "led", "kind": "asked", "verdict": "keep", "because": "Jo keeps it.", "led_by": str(life.dan.pk)}
    assert ruth.post(address, kept | {"works_words": "Quiet.", "how_told": "picked"}).status_code == 302
    assert Review.objects.get().led_by == life.dan
    assert "Dan led it" in text(dan.get(at(life, "agreed"))).replace("\n", " ")
    assert dan.get(lead).status_code == 404  # it was looked at again


def test_only_whoever_leads_it_sends_what_came_of_it(life, asked) -> None:
    (row,) = AskAnswered.objects.all()
    priya = life.browser(life.priya)
    assert priya.get(at(life, "lead", row.pk)).status_code == 404
    for by in (life.ruth, life.home.amina):
        with pytest.raises(Refused):
            reviews.send_led(asked=row, said={"working": "x"}, by=by)


def test_leading_gives_no_sight(life, asked) -> None:
    dan, _version = asked
    (row,) = AskAnswered.objects.all()
    agreements.keep_from_being_told(person=life.jo, contact=life.dan, topics=["daily_life"], said=JustSaid("said", "No."), by=life.ruth)
    page = text(dan.get(at(life, "lead", row.pk)))
    assert "Quiet" not in page and "What it is about is not shared with you." in page


def test_a_no_says_why_and_an_answer_needs_a_day_or_a_reason(life) -> None:
    row = conversations.keep_contribution(person=life.jo, contact=life.priya, kind="request", words="Again?", topic="plans", by=life.ruth)
    for wrong, field in (
        ({}, "words"),
        ({"on": clock.today() - timedelta(days=1)}, "on"),
        ({"on": clock.today()}, "item"),
        ({"words": "Soon.", "led_by": life.dan}, "on"),
    ):
        with pytest.raises(Invalid) as invalid:
            reviews.answer_ask(contribution=row, by=life.ruth, **wrong)
        assert field in invalid.value.faults, wrong
    with pytest.raises(Refused):
        reviews.answer_ask(contribution=row, words="No.", by=life.home.amina)
    reviews.answer_ask(contribution=row, words="Jo says: not now.", by=life.ruth)
    priya = life.browser(life.priya)
    page = text(priya.get(at(life, "said")))
    assert "People do not look again now" not in page  # written down by staff, about a topic that is not shared with Priya
    life.asks(life.priya, "plans")
    page = text(priya.get(at(life, "said")))
    assert "People do not look again now" in page and "Jo says: not now." in page
