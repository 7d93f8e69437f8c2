"""What family and an advocate see on pages of their own: what is shared, topic by topic, and why the rest is not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.web import arrange, lacking

from throughline.agreements import actions as agreements
from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.conversations.models import Contribution, PrivateNote
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration
from throughline.plan import actions as plan
from throughline.reviews import actions as reviews
from throughline.reviews.parts import Perspective

PAGES = ("home", "agreed", "said", "access", "say", "ask")


def text(response) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode().replace("\xa0", " ")


def at(life, name: str) -> str:
    return reverse(f"circle:{name}", args=[life.jo.pk])


@pytest.fixture
def priya(life):
    return life.browser(life.priya)


def test_what_was_agreed_about_a_topic_that_is_shared(life, priya) -> None:
    version = life.item("money", "Purse", own_words=arrange.said(life.home, "I pay for it.", topic="money"))
    life.decided(life.question("money", "Purse"), "Purse")
    arrange.recorded(life.home, version)
    life.asks(life.priya, "money")
    page = text(priya.get(at(life, "agreed")))
    for there in (
        "Purse title",
        "Purse summary",
        "Purse line",
        "2pm: Purse step",
        "I pay for it.",
        "Purse outcome",
        "offered 1, Jo said yes 1, Jo said no 0",
    ):
        assert there in page, there


def test_nothing_is_shared_by_being_invited(life, priya) -> None:
    life.item("daily_life", "Quiet")
    life.decided(life.question("daily_care", "Quiet"), "Quiet")
    for name in PAGES:
        assert "Quiet" not in text(priya.get(at(life, name))), name
    assert "Jo shares nothing with you here yet." in text(priya.get(at(life, "home")))


def test_what_rests_on_another_topic_is_about_that_topic(life, priya) -> None:
    """Written down as daily life, it is about money all the same: its kind, its question or its decision says so."""
    life.asks(life.priya, "daily_life")
    life.decided(life.question("money", "Bank", topic="daily_life"), "Bank")
    life.item("daily_life", "Rent", kind="money_plan", controls_money=False)
    page = text(priya.get(at(life, "agreed")))
    assert "Bank" not in page
    assert "Rent title" in page  # said to be about daily life by whoever wrote it
    other = life.question("money", "Loan")
    assert other.topic == "money"


def test_at_reviews_is_what_people_found_and_no_more(life, priya) -> None:
    version = life.item("money", "Purse", own_words=None)
    life.decided(life.question("money", "Purse"), "Kept")
    life.asks(life.priya, "money", "at_reviews")
    voice = arrange.said(life.home, "Good.")
    view = Perspective(party="person", voice=voice, works="works", text="Good.")
    found = {"kind": "planned", "took_part": "present", "verdict": "keep", "because": "It goes well."}
    reviews.look_again(item=version.item, perspectives=[view], by=life.ruth, **found)
    page = text(priya.get(at(life, "agreed")))
    assert "Purse title" in page and "It goes well." in page and "At reviews" in page
    for hidden in ("Purse summary", "Purse line", "Purse step", "Kept outcome", "offered", "Good."):
        assert hidden not in page, hidden


def test_at_reviews_is_no_feed_of_what_happens_between_them(life, priya) -> None:
    """What was looked at and what came of it that day stays; a version of sixty days later waits for the next review."""

    def looked(version) -> None:
        found = {"kind": "planned", "took_part": "not_offered", "no_part_because": "x", "verdict": "change", "because": "Less hurry."}
        reviews.look_again(item=version.item, by=life.ruth, **found)

    def published(title: str) -> None:
        version = plan.write(item=first.item, title=title, by=life.ruth)
        plan.publish(version=version, message=f"{title} now", by=life.ruth)

    life.asks(life.priya, "money", "at_reviews")
    first = life.item("money", "Purse", own_words=None)
    looked(first)
    published("Slower")
    page = text(priya.get(at(life, "agreed")))
    assert "Purse title" in page and "Slower now" in page
    with clock.at(clock.now() + timedelta(days=60)):
        published("Card")
        page = text(priya.get(at(life, "agreed")))
        assert "Purse title" in page and "Card" not in page
        looked(first)
        assert "Card" in text(priya.get(at(life, "agreed")))


def test_each_topic_says_why(life, priya) -> None:
    life.asks(life.priya, "money")
    life.asks(life.priya, "health", "at_reviews")
    life.asks(life.priya, "relationships", "no")
    life.takes_back(life.asks(life.priya, "medication"))
    agreements.keep_from_being_told(person=life.jo, contact=life.priya, topics=["incidents"], words="Jo, on Sunday.", by=life.ruth)
    page = text(priya.get(at(life, "access")))
    assert page.count("Jo said so.") == 2 and "Jo is asked again by" in page
    assert page.count("Jo said no.") == 1
    assert page.count("This is not shared with you now.") == 2  # taken back, and not to be told: they look the same
    assert "Jo has not been asked about plans and reviews." in page
    assert "Jo said no." in text(priya.get(at(life, "agreed")))


def test_what_is_taken_back_is_gone_on_the_next_page(life, priya) -> None:
    life.item("money", "Purse")
    given = life.asks(life.priya, "money")
    assert "Purse" in text(priya.get(at(life, "agreed")))
    life.takes_back(given)
    assert "Purse" not in text(priya.get(at(life, "agreed")))
    assert "no-store" in priya.get(at(life, "agreed"))["Cache-Control"]


def test_home_has_what_is_new_and_what_comes_next(life, priya) -> None:
    life.asks(life.priya, "money")
    life.item("money", "Purse", look_again_on=clock.today() + timedelta(days=9))
    life.question("money", "Bank")
    life.question("treatment", "Tooth")
    page = text(priya.get(at(life, "home")))
    assert "Staff follow this now: Purse title" in page and "To be decided: Bank question?" in page
    assert "We look again on" in page and "Tooth" not in page


def test_their_say_is_kept_in_their_words_before_people_meet(life, priya) -> None:
    page = text(priya.get(at(life, "say")))
    assert "It decides nothing by itself." in page and "Who will see this" in page
    response = priya.post(at(life, "say"), {"working": "The quiet room.", "not_working": " ", "request": "More music?", "information": ""})
    assert response.url == at(life, "said")
    rows = Contribution.objects.filter(contact=life.priya).order_by("kind")
    assert [(row.kind, row.words, row.party, row.beforehand, row.author.name) for row in rows] == [
        ("request", "More music?", "circle", True, "Priya"),
        ("working", "The quiet room.", "circle", True, "Priya"),
    ]
    assert "More music?" in text(priya.get(at(life, "said")))
    assert "More music?" in text(arrange.signed_in(life.ruth).get(reverse("said:conversations", args=[life.jo.pk])))


def test_sent_twice_it_is_one_say_and_empty_it_is_none(life, priya) -> None:
    assert "Write in one of the boxes at least." in text(priya.post(at(life, "say"), {"working": " "}))
    once = {"id": "0198f6d2-0000-7000-8000-000000000001", "working": "Tea.", "request": "Cake?"}
    for _ in range(2):
        assert priya.post(at(life, "say"), once).status_code == 302
    assert Contribution.objects.count() == 2


def test_what_became_of_it(life, priya) -> None:
    for words in ("Purse worry", "Tooth worry"):
        priya.post(at(life, "say"), {"information": words})
    purse, tooth = (Contribution.objects.get(words=words) for words in ("Purse worry", "Tooth worry"))
    effect = {"effect": "not_followed", "because": "Purse reason"}
    life.decided(life.question("money", "Purse"), "Purse", considered=[Consideration(contribution=purse, **effect)])
    effect = {"effect": "partly", "because": "Tooth reason"}
    life.decided(life.question("treatment", "Tooth"), "Tooth", considered=[Consideration(contribution=tooth, **effect)])
    life.asks(life.priya, "money")
    page = text(priya.get(at(life, "said")))
    assert "A decision did not follow it" in page and "Purse reason" in page and "Purse outcome" in page
    assert "A decision followed it in part" in page and "Tooth worry" in page
    assert "Tooth reason" not in page and "Tooth outcome" not in page and "Tooth question" not in page


def test_what_others_said_is_never_shown(life, priya) -> None:
    for topic in ("daily_life", "plans"):
        life.asks(life.priya, topic)
    conversations.keep_contribution(person=life.jo, contact=life.dan, words="Dan knows", by=life.ruth)
    conversations.keep_contribution(person=life.jo, contact=life.priya, words="Priya rang", topic="money", by=life.ruth)
    conversations.keep_contribution(person=life.jo, contact=life.priya, words="Priya wrote", by=life.ruth)
    page = text(priya.get(at(life, "said")))
    assert "Priya wrote" in page and "Dan knows" not in page and "Priya rang" not in page


def test_a_change_is_asked_for_and_staff_read_it(life, priya) -> None:
    page = text(priya.get(at(life, "access")))
    assert at(life, "ask") + "?access" in page
    assert "Only Jo, or whoever may decide it by law, can change what you see." in text(priya.get(at(life, "ask") + "?access"))
    assert priya.post(at(life, "ask") + "?access", {"words": "May I know about money?"}).url == at(life, "said")
    assert Contribution.objects.get().kind == "request"


def test_an_advocate_notes_something_for_the_person_alone(life) -> None:
    dan = life.browser(life.dan)
    assert dan.post(at(life, "notes"), {"words": "We met by the river."}).status_code == 302
    note = PrivateNote.objects.get()
    own = reverse("circle:note", args=[life.jo.pk, note.pk])
    assert "We met by the river." in text(dan.get(at(life, "notes"))) and "We met by the river." in text(dan.get(own))
    gwen = arrange.actions.add_contact(person=life.jo, name="Gwen", kind="advocate", relationship="advocate", by=life.ruth)
    for client in (life.browser(gwen), life.browser(life.priya), arrange.signed_in(life.ruth)):
        assert client.get(own).status_code == 404
    assert "river" not in text(arrange.signed_in(life.ruth).get(reverse("people:timeline", args=[life.jo.pk])))


def test_family_keeps_no_private_notes(life, priya) -> None:
    assert priya.get(at(life, "notes")).status_code == 403
    assert priya.post(at(life, "notes"), {"words": "x"}).status_code == 403
    assert not PrivateNote.objects.exists()
    assert "Private notes" not in text(priya.get(at(life, "home")))


def test_an_attorney_sees_the_questions_in_their_scope(life, priya) -> None:
    assert priya.get(at(life, "decide")).status_code == 404
    held = life.power(life.priya, "treatment")
    assert "Nothing is yours to decide now." in text(priya.get(at(life, "decide")))
    tooth = life.question("treatment", "Tooth")
    decisions.offer(question=tooth, title="Sleep through it", benefits="No pain", risks="Sick after", reaction="no", by=life.ruth)
    life.question("medication", "Tablet")
    arrange.said(life.home, "Not the chair.", topic="health")
    assert "Tooth" not in text(priya.get(at(life, "decide")))  # the authority alone opens no record
    until = clock.today() + timedelta(days=30)
    found = lacking.assessed(tooth, life.ruth, best_times="Mornings", disagrees_words="I can.")
    rests = {"authority": held, "assessment": found}
    agreements.open_by_law(
        contact=life.priya, kind="attorney", topics=["health"], because="She decides it.", until=until, by=life.ruth, **rests
    )
    page = text(priya.get(at(life, "decide")))
    for there in (
        "Tooth question?",
        "Sleep through it",
        "No pain",
        "Sick after",
        "Jo said or showed no.",
        "Not the chair.",
        "Mornings",
        "I can.",
    ):
        assert there in page, there
    assert "Tablet" not in page and at(life, "decide") in text(priya.get(at(life, "home")))


def test_every_reading_is_kept_and_named(life, priya) -> None:
    priya.get(at(life, "agreed"))
    page = text(arrange.signed_in(life.ruth).get(reverse("people:readings", args=[life.jo.pk])))
    assert "<strong>Priya</strong>, mum. Looked at what was agreed with Jo." in page


def test_the_first_page_and_the_bar_are_their_own(life, priya) -> None:
    assert priya.get("/").url == reverse("circle:choose")
    assert priya.get(reverse("circle:choose")).url == at(life, "home")
    page = text(priya.get(at(life, "home")))
    for name in ("home", "agreed", "say", "access"):
        assert f'href="{at(life, name)}"' in page
    assert reverse("people:list") not in page and reverse("today:today") not in page
    assert "In Jo’s life" in text(priya.get(reverse("account:me")))


def test_of_several_people_one_is_chosen(life) -> None:
    user = life.joins(life.priya)
    aunt = arrange.actions.add_contact(person=life.home.lee, name="Priya", kind="circle", relationship="neighbour", by=life.ruth)
    life.joins(aunt, by=user)
    page = text(arrange.signed_in(user).get(reverse("circle:choose")))
    assert ">Jo<" in page and ">Lee<" in page and ">Sam<" not in page


def test_somebody_not_to_be_told_finds_nothing_there(life, priya) -> None:
    said = JustSaid("said", "Tell Mum nothing.")
    agreements.keep_from_being_told(person=life.jo, contact=life.priya, said=said, by=life.ruth)
    for name in PAGES:
        assert priya.get(at(life, name)).status_code == 404, name
    assert priya.post(at(life, "say"), {"working": "x"}).status_code == 404


def test_a_page_asks_a_settled_number_of_times(life, priya, django_assert_max_num_queries) -> None:
    life.asks(life.priya, "money")
    for n in range(12):
        life.item("money", f"Purse {n}")
    with django_assert_max_num_queries(60):
        priya.get(at(life, "home"))
