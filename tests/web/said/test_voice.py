"""A voice's page: the words, how we know, and what became of them; putting right, taking back, moving, seconding."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access.readings import of_person
from throughline.access.scope import sight
from throughline.agreements import actions as agreements
from throughline.agreements.queries import agreed
from throughline.conversations.models import SecondObservation, Voice
from throughline.plan import actions as plan
from throughline.reviews import actions as reviews

NO_VIEW = "Nothing from the person is among what was weighed"


def open_it(home: arrange.House, voice: Any, by: str = "amina", page: str = "voice", query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"said:{page}", args=[voice.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


def send(home: arrange.House, voice: Any, page: str, by: str = "amina", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"said:{page}", args=[voice.pk]), given)


def test_it_works(home: arrange.House) -> None:
    page = open_it(home, arrange.said(home, subject="dinner", others_present="Sam"))
    for each in ("“It gets too loud.”", "Who spoke", "About whom or what", "Who helped", "Who wrote it down", "dinner", "Sam"):
        assert each in page


def test_what_became_of_it_is_one_click_away(home: arrange.House) -> None:
    voice = arrange.said(home, wish="request")
    decision = arrange.decided(home, arrange.question(home), voice)
    item = plan.begin(person=home.jo, kind="routine", title="Quiet afternoon", own_words=voice, by=home.ruth).item
    reviews.respond(voice=voice, state="doing", what="The quiet room at 2", by=home.ruth)
    page = open_it(home, voice)
    assert f'href="{reverse("decisions:decision", args=[decision.pk])}"' in page
    assert f'href="{reverse("thread:thread", args=[item.pk])}"' in page
    assert f'href="{reverse("reviews:said_did", args=[home.jo.pk])}"' in page
    assert "Not told yet." in page


def test_a_correction_still_leads_to_what_cited_the_first_words(home: arrange.House) -> None:
    voice = arrange.said(home)
    arrange.decided(home, arrange.question(home), voice)
    corrected = send(home, voice, "voice_correct", words="It gets much too loud.", wish="telling", reason="Heard it again").url
    page = arrange.signed_in(home.amina).get(corrected).content.decode()
    assert "A quieter afternoon" in page
    assert "<del>It gets too loud.</del>" in page and "Heard it again" in page


def test_words_that_ask_for_something_wait_for_an_answer(home: arrange.House) -> None:
    assert "Nobody has answered yet." in open_it(home, arrange.said(home, wish="request"))
    assert "Nobody has answered yet." not in open_it(home, arrange.said(home, wish="telling"))


def test_putting_right_needs_a_reason(home: arrange.House) -> None:
    voice = arrange.said(home)
    assert "Say why." in send(home, voice, "voice_correct", words="Other", wish="telling").content.decode()
    assert Voice.objects.count() == 1


def test_of_two_who_put_it_right_at_once_the_second_is_told(home: arrange.House) -> None:
    voice = arrange.said(home)
    send(home, voice, "voice_correct", words="One", wish="telling", reason="first")
    page = send(home, voice, "voice_correct", words="Two", wish="telling", reason="second").content.decode()
    assert "Somebody changed these words meanwhile" in page and "Two" in page


def test_undo_is_free_for_ten_minutes(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 14:00"):
        voice = arrange.said(march)
    with at("2026-03-03 14:09"):
        assert "You can undo it until 2:10pm" in open_it(march, voice)
        assert "Undo" not in open_it(march, voice, by="ruth").split("What became")[0]
    with at("2026-03-03 14:11"):
        assert "You can undo it" not in open_it(march, voice)
        assert send(march, voice, "voice_take_back", kind="undone").status_code == 403
    with at("2026-03-03 14:05"):
        assert send(march, voice, "voice_take_back", kind="undone").status_code == 302
        assert "Undone by Amina" in open_it(march, voice)


def test_taken_back_by_the_person_it_stays_struck_through(home: arrange.House) -> None:
    voice = arrange.said(home)
    send(home, voice, "voice_take_back", kind="withdrawn")
    page = open_it(home, voice)
    assert "Taken back by Jo" in page and 'class="struck"' in page
    assert "Put this right" not in page


def test_a_mistake_needs_a_reason(home: arrange.House) -> None:
    voice = arrange.said(home)
    assert "Say why this is changed" in send(home, voice, "voice_take_back", kind="mistake").content.decode()
    assert send(home, voice, "voice_take_back", kind="mistake", reason="It was Sam").status_code == 302


def test_moved_to_the_right_person_with_a_trace_on_both(home: arrange.House) -> None:
    voice = arrange.said(home)
    response = send(home, voice, "voice_move", to=str(home.sam.pk), reason="Sam said it")
    moved = Voice.objects.get(person=home.sam)
    assert response.url == reverse("said:voice", args=[moved.pk])
    assert "Moved to the right person’s record" in open_it(home, voice)


def sees(home: arrange.House, contact: Any) -> set[str]:
    return {topic for (_contact, topic), level in agreed.open_levels([contact]).items() if level == "may_see"}


BACK = [("voice_take_back", {"kind": "undone"}), ("voice_take_back", {"kind": "withdrawn"}), ("voice_move", {"reason": "Sam said it"})]


@pytest.mark.parametrize(("page", "given"), BACK)
def test_what_rests_on_the_words_loses_them_on_the_page_too(home: arrange.House, page: str, given: dict[str, str]) -> None:
    voice, priya = arrange.said(home, "Mum may see my money."), arrange.mum(home)
    agreements.keep_permissions(contact=priya, levels={"money": "may_see"}, given_by="person", said=voice, by=home.ruth)
    decision = arrange.decided(home, arrange.question(home), voice)
    read = lambda: arrange.signed_in(home.ruth).get(reverse("decisions:decision", args=[decision.pk])).content.decode().replace("\xa0", " ")
    assert sees(home, priya) == {"money"} and NO_VIEW not in read()
    assert send(home, voice, page, **given, **({"to": str(home.sam.pk)} if page == "voice_move" else {})).status_code == 302
    assert sees(home, priya) == set() and NO_VIEW in read()


def test_it_cannot_be_moved_to_somebody_whom_one_does_not_support(home: arrange.House) -> None:
    voice = arrange.said(home)
    assert "Lee" not in open_it(home, voice, page="voice_move")
    assert send(home, voice, "voice_move", to=str(home.lee.pk), reason="x").status_code == 200
    assert not Voice.objects.filter(person=home.lee).exists()


def test_what_was_seen_and_what_somebody_thinks_stand_apart(home: arrange.House) -> None:
    page = open_it(home, arrange.showed(home))
    assert "quote-shown" in page and "Too hot?" in page and "Not checked yet." in page


def test_a_second_observer_is_somebody_else(home: arrange.House) -> None:
    voice = arrange.showed(home)
    assert "I saw it too" not in open_it(home, voice)
    assert arrange.signed_in(home.amina).get(reverse("said:voice_second", args=[voice.pk])).status_code == 403
    send(home, voice, "voice_second", by="tom", seen="Pushed it away on Sunday too.", agrees="yes")
    assert SecondObservation.objects.get().author == home.tom
    page = open_it(home, voice)
    assert "Somebody else saw the same." in page and "Pushed it away on Sunday too." in page


def test_only_the_manager_sees_what_is_for_the_manager(home: arrange.House) -> None:
    voice = arrange.said(home, audience="manager")
    for name in ("amina", "tom", "neighbour"):
        assert arrange.signed_in(getattr(home, name)).get(reverse("said:voice", args=[voice.pk])).status_code == 404
    assert "the registered manager alone" in open_it(home, voice, by="ruth")


def test_as_at_a_past_day_nothing_can_be_changed(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        voice = arrange.said(march)
    with at("2026-03-05 10:00"):
        send(march, voice, "voice_correct", words="Later words", wish="telling", reason="r")
        page = open_it(march, voice, query="?as_at=2026-03-04")
        assert "It gets too loud." in page and "Later words" not in page and "Put this right" not in page
        assert "Later words" in open_it(march, voice)


def test_every_reading_is_kept(home: arrange.House) -> None:
    voice = arrange.said(home)
    open_it(home, voice)
    reading = of_person(sight(home.ruth, home.jo.pk)).get()
    assert (reading.user_id, reading.page, reading.about_id) == (home.amina.pk, "said:voice", voice.pk)


@pytest.mark.parametrize("page", ["voice", "voice_correct", "voice_take_back", "voice_move", "voice_second"])
def test_another_homes_worker_finds_nothing(home: arrange.House, page: str) -> None:
    voice = arrange.showed(home)
    assert arrange.signed_in(home.neighbour).get(reverse(f"said:{page}", args=[voice.pk])).status_code == 404


@pytest.mark.parametrize("times", [1, 12])
def test_few_questions_to_the_database_whatever_the_history(home: arrange.House, times: int, django_assert_max_num_queries: Any) -> None:
    voice = arrange.said(home, wish="request")
    for n in range(times):
        corrected = send(home, voice, "voice_correct", words=f"Words {n}", wish="request", reason="r").url
        voice = Voice.objects.get(pk=corrected.split("/")[-2])
        arrange.decided(home, arrange.question(home), voice)
    client = arrange.signed_in(home.amina)
    with django_assert_max_num_queries(18):
        client.get(reverse("said:voice", args=[voice.pk]))
