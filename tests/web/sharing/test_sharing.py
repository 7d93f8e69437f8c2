"""Asking Jo who may see what, on pages: short forms, what counts now, and why something opens nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import circle
from throughline.access.models import Reading
from throughline.agreements.models import Disclosure, NotToBeTold, Override, SharingPermission, StatutoryAccess, Withdrawal
from throughline.base import clock
from throughline.people.models import Contact
from throughline.web.sharing.forms import AskForm


def at(home, name, *more):
    return reverse(f"sharing:{name}", args=[home.jo.pk, *more])


def page(client, home):
    return client.get(at(home, "page")).content.decode()


def asks(client, home, contact, **more):
    """Jo is asked about one contact, through the form."""
    said = {"contact": contact.pk, "topic-money": "may_see", "words": "She may know.", "how_told": "said"} | more
    return client.post(at(home, "ask"), said)


def opened(contact):
    return circle.open_to([Contact.objects.get(pk=contact.pk)])[contact.pk].may_see


def day(name, ahead):
    when = clock.today() + timedelta(days=ahead)
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def test_from_the_people_of_jo_one_comes_to_who_may_see_what(ruth, home) -> None:
    assert at(home, "page") in ruth.get(reverse("people:circle", args=[home.jo.pk])).content.decode()


def test_at_first_nobody_sees_anything(ruth, home, priya) -> None:
    said = page(ruth, home)
    assert "Jo has not been asked yet" in said
    assert "Jo has said nothing about: Priya, mum" in said


def test_several_topics_in_one_form(ruth, home, priya) -> None:
    answer = asks(ruth, home, priya, **{"topic-health": "at_reviews", "topic-plans": "no"})
    assert answer.status_code == 302
    said = page(ruth, home)
    for each in (
        "Money",
        "May see",
        "Health",
        "At reviews",
        "Plans and reviews",
        "Not at all",
        "What Jo said",
        "She may know.",
        "Asked again",
    ):
        assert each in said
    assert opened(priya) == {"money"}


def test_the_form_asks_for_who_and_how_and_refuses_nothing_said(ruth, home, priya) -> None:
    form = AskForm(None, contacts=[priya], names={"name": "Jo"})
    assert {name for name, field in form.fields.items() if field.required} == {"contact", "how_told"}
    answer = ruth.post(at(home, "ask"), {"contact": priya.pk, "how_told": "said", "words": "Yes."}).content.decode()
    assert "Say for at least one topic what they may see." in answer
    assert not SharingPermission.objects.exists()


def test_a_topic_that_is_left_open_stays_as_it_was(ruth, home, priya) -> None:
    asks(ruth, home, priya)
    asks(ruth, home, priya, **{"topic-money": "", "topic-health": "may_see"})
    assert opened(priya) == {"money", "health"}


def test_the_form_sent_twice_is_one_permission(ruth, home, priya) -> None:
    for _ in range(2):
        asks(ruth, home, priya, id="01930000-0000-7000-8000-000000000001")
    assert SharingPermission.objects.count() == 1


def test_other_answers_under_the_same_id_are_asked_about(ruth, home, priya) -> None:
    """A permission that Jo did not give is the worst thing to take for one that was kept."""
    once = "01930000-0000-7000-8000-000000000001"
    asks(ruth, home, priya, id=once)
    back = asks(ruth, home, priya, id=once, **{"topic-money": "no", "topic-health": "may_see"})
    assert "You kept this already." in back.content.decode()
    assert SharingPermission.objects.count() == 1


def test_what_a_relative_said_is_kept_and_says_that_it_opens_nothing(ruth, home, priya, dan) -> None:
    ruth.post(at(home, "by_others"), {"contact": dan.pk, "topic-health": "may_see", "given_by": "relative", "evidence": "Priya rang."})
    assert SharingPermission.objects.get().standing == "not_valid"
    said = page(ruth, home)
    assert "Dan, brother, Health: A relative said so" in said
    assert "It opens nothing" in said and "Ask the person, alone and in their own way" in said
    assert opened(dan) == set()


def test_one_permission_shows_jos_words_and_how_jo_was_asked(ruth, home, priya) -> None:
    asks(ruth, home, priya, explained_how="with photos", asked_alone="on")
    said = ruth.get(reverse("sharing:said", args=[SharingPermission.objects.get().pk])).content.decode()
    for each in ("She may know.", "with photos", "Asked alone", "Priya, mum, Money: May see"):
        assert each in said


def test_jo_takes_it_back_and_whoever_hears_it_writes_it_down(ruth, amina, home, priya) -> None:
    asks(ruth, home, priya)
    given = SharingPermission.objects.get()
    answer = amina.post(at(home, "back"), {"permissions": [given.pk], "words": "Stop.", "how_told": "said"})
    assert answer.status_code == 302
    assert Withdrawal.objects.get().voice.words == "Stop."
    assert opened(priya) == set()
    assert "Stop." in page(amina, home)


def test_written_down_by_mistake(ruth, home, priya) -> None:
    asks(ruth, home, priya)
    ruth.post(reverse("sharing:mistake", args=[SharingPermission.objects.first().pk]), {"reason": "It was Dan."})
    assert opened(priya) == set()


def test_somebody_not_to_be_told_stands_first_and_shuts_what_was_open(ruth, amina, home, dan) -> None:
    asks(ruth, home, dan)
    amina.post(at(home, "not_told"), {"contact": dan.pk, "words": "Not Dan.", "how_told": "said"})
    said = page(ruth, home)
    assert said.index("Not to be told") < said.index("What Jo said")
    assert "Shut: not to be told" in said and "Not Dan." in said and "Everything" in said
    assert opened(dan) == set()
    ruth.post(at(home, "told_again", NotToBeTold.objects.get().pk), {"reason": "Jo: we made up."})
    assert opened(dan) == {"money"}


def test_an_attorney_without_papers_is_kept_and_opens_nothing(ruth, home, priya) -> None:
    given = {"contact": priya.pk, "kind": "attorney", "topics": ["health"], "because": "To decide."} | day("until", 30)
    ruth.post(at(home, "by_law"), given)
    assert StatutoryAccess.objects.get().faults == ["statutory-no-authority"]
    assert "Opens nothing: Nothing shows that they hold a power." in page(ruth, home)


def test_shared_without_permission_is_on_jos_page_and_on_the_list_for_managers(ruth, amina, home, priya) -> None:
    given = {"contact": priya.pk, "kind": "safeguarding", "topics": ["money"], "because": "Money is missing."} | day("until", 7)
    ruth.post(at(home, "without"), given)
    assert opened(priya) == {"money"}
    assert "Money is missing." in page(amina, home)
    listed = ruth.get(reverse("sharing:overrides")).content.decode()
    assert Reading.objects.filter(person_id=home.jo.pk, page="sharing:overrides").count() == 1
    assert "Money is missing." in listed and "Priya, mum" in listed and "Nothing is written down." in listed
    ruth.post(at(home, "without_end", Override.objects.get().pk), {"reason": "It was found."})
    assert opened(priya) == set()
    assert "Has ended" in page(ruth, home)


@pytest.mark.parametrize("more", [{"because": ""}, {"until": 29}])
def test_without_a_reason_or_an_end_nothing_is_shared(ruth, home, priya, more) -> None:
    until = day("until", more.pop("until", 7))
    given = {"contact": priya.pk, "kind": "safeguarding", "topics": ["money"], "because": "Money is missing."} | until | more
    assert ruth.post(at(home, "without"), given).status_code == 200
    assert not Override.objects.exists()


def test_what_was_told_says_at_once_whether_it_was_covered(ruth, amina, home, priya, dan) -> None:
    asks(ruth, home, priya)
    told = {"topics": ["money"], "what": "Jo has a bank card.", "purpose": "She asked."}
    covered = amina.post(at(home, "told"), told | {"contact": priya.pk}, follow=True).content.decode()
    assert "Covered: A permission" in covered
    bare = amina.post(at(home, "told"), told | {"contact": dan.pk}, follow=True).content.decode()
    assert "This was told without cover" in bare and "Tell the manager, and tell the person." in bare
    assert sorted(row.matches for row in Disclosure.objects.all()) == [False, True]


def test_support_workers_read_the_page_and_open_nothing(amina, home, priya) -> None:
    said = page(amina, home)
    assert at(home, "not_told") in said and at(home, "told") in said
    for name in ("ask", "by_others", "by_law", "without"):
        assert at(home, name) not in said
        assert amina.get(at(home, name)).status_code == 403
    assert amina.get(reverse("sharing:overrides")).status_code == 403


def test_staff_of_another_home_and_the_circle_find_no_such_page(home, priya) -> None:
    invited = access.invite(contact=priya, basis="invited", basis_words="Jo: ask mum.", handed_over="printed", by=home.ruth)
    member = access.accept_invitation(invitation=invited.invitation, code=invited.code, email="priya@example.org")
    for who in (home.neighbour, member.user):
        client = arrange.signed_in(who)
        for name in ("page", "ask", "back", "not_told", "by_law", "without", "told"):
            assert client.get(at(home, name)).status_code == 404


def test_who_looked_is_kept(ruth, home) -> None:
    page(ruth, home)
    said = ruth.get(reverse("people:readings", args=[home.jo.pk])).content.decode()
    assert "who may see what about Jo" in said
