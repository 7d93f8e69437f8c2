"""The pages of who takes part in what, acted as Ruth: the person first, and what has to be looked at again with what to do."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from tests.agreements.circle import Circle, around_jo, attorney, gwen_gives_medication
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.access import scope
from throughline.agreements import actions, queries
from throughline.agreements.models import AreaPart, EmotionalSupport
from throughline.base import clock
from throughline.practice import actions as practice
from throughline.web.said import showing


@pytest.fixture
def people(home: arrange.House) -> Circle:
    return around_jo(home)


def get(home: arrange.House, page: str, *args: Any, by: str = "ruth", query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(page, args=args) + query)
    assert response.status_code == 200, response.status_code
    return str(response.content.decode()).replace("\xa0", " ")


def send(home: arrange.House, page: str, *args: Any, by: str = "ruth", **given: Any) -> Any:
    """The form as it came, with what is written in it."""
    client, address = arrange.signed_in(getattr(home, by)), reverse(f"agreements:{page}", args=args)
    return client.post(address, as_it_came(client.get(address).content.decode()) | given)


def on(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


# --- seed 002, example 3, on the pages ---


def test_the_sister_who_still_gives_medication(home: arrange.House, people: Circle) -> None:
    """From the part to the change of need, the look with Jo, trained staff, and Gwen who goes on being there."""
    gwen = f"contact-{people.gwen.pk}"
    told = {"who": gwen, "area": "medication", "part": "delivers_care", "because": "Since Jo left home.", "needs_then": "Two tablets."}
    assert send(home, "part_new", home.jo.pk, **told, **on("since_on", date(2021, 4, 1))).status_code == 302
    part = AreaPart.objects.get()

    words = "Jo has insulin four times a day now."
    assert send(home, "need_new", home.jo.pk, by="amina", area="medication", words=words).status_code == 302
    for page in (get(home, "agreements:parts", home.jo.pk), get(home, "people:circle", home.jo.pk)):
        assert "Look at this again: Gwen, sister, Medication" in page and words in page and "When it began: Two tablets." in page
        assert reverse("agreements:again", args=[part.pk]) in page

    assert words in get(home, "agreements:again", part.pk)
    looked = send(home, "again", part.pk, verdict="change", because="Insulin needs somebody trained.", words="Gwen can still come.")
    assert looked.url == reverse("agreements:end", args=[part.pk])
    form = as_it_came(get(home, "agreements:end", part.pk))
    assert (form["why"], form["needs_then"], form["part"]) == ("Insulin needs somebody trained.", words, "delivers_care")
    assert send(home, "end", part.pk, who="team", support="Rings on Sundays.").status_code == 302

    page = get(home, "agreements:parts", home.jo.pk)
    assert "Look at this again" not in page and "Staff who are trained for it" in page
    assert "Gwen, sister: Rings on Sundays." in page and "Until" in page
    assert "Look at this again" not in get(home, "people:circle", home.jo.pk)
    assert [each.part.team for each in queries.parts(scope.sight(home.ruth, home.jo.pk)) if each.runs] == [True]
    assert "Gwen can still come." in get(home, "agreements:part", part.pk) or part.voice is None


def test_missed_tablets_are_one_sentence_however_many(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    practice.keep_missed_medicine(person=home.jo, what="The morning tablet", why="not_here", by=home.tom)
    once = f"Medicine was missed on {showing.short_day(clock.now())}: The morning tablet"
    assert once in get(home, "agreements:parts", home.jo.pk)
    practice.keep_missed_medicine(person=home.jo, what="The evening tablet", why="not_here", by=home.tom)
    for page in (get(home, "agreements:parts", home.jo.pk), get(home, "agreements:again", part.pk), get(home, "people:circle", home.jo.pk)):
        assert "Medicine was missed 2 times. The last was on" in page and "The evening tablet" in page and once not in page


# --- what is shown ---


def test_jo_stands_first_in_each_part_of_life(home: arrange.House, people: Circle) -> None:
    gwen_gives_medication(home, people.gwen)
    page = get(home, "agreements:parts", home.jo.pk)
    table = page[page.index("<table") :]
    assert table.index(">Jo<") < table.index("Gwen, sister")


def test_with_nothing_written_down_jo_decides_everything(home: arrange.House) -> None:
    page = get(home, "agreements:parts", home.jo.pk)
    assert "Everything" in page and "nobody else takes part until Jo is asked" in page


def test_what_takes_no_effect_stands_apart(home: arrange.House, people: Circle) -> None:
    """As an import brings it; no action writes it."""
    part = gwen_gives_medication(home, people.gwen)
    row = AreaPart(person=home.jo, area="home", part="decides", contact=people.gwen, because="x", since_on=clock.today())
    row.look_again_on, row.standing, row.faults = clock.today(), "not_valid", ["authority-none"]
    row.author, row.occurred_at, row.recorded_at, row.received_at = home.ruth, clock.now(), clock.now(), clock.now()
    row.sequence = part.sequence
    row.save()
    page = get(home, "agreements:parts", home.jo.pk)
    assert page.index("Written down, and takes no effect") > page.index("</table>")
    assert "Being family, paying or caring gives nobody the right" in get(home, "agreements:part", row.pk)


def test_as_at_a_day_before_it_is_not_there(march: arrange.House, at: Any) -> None:
    with at("2026-03-05 10:00"):
        gwen_gives_medication(march, around_jo(march).gwen)
    with at("2026-03-06 10:00"):
        assert "Gwen" in get(march, "agreements:parts", march.jo.pk)
        assert "Gwen" not in get(march, "agreements:parts", march.jo.pk, query="?as_at=2026-03-04")


def test_a_worker_reads_and_writes_down_needs_alone(home: arrange.House, people: Circle) -> None:
    gwen_gives_medication(home, people.gwen)
    page = get(home, "agreements:parts", home.jo.pk, by="amina")
    assert reverse("agreements:part_new", args=[home.jo.pk]) not in page
    assert reverse("agreements:need_new", args=[home.jo.pk]) in page
    assert arrange.signed_in(home.amina).get(reverse("agreements:part_new", args=[home.jo.pk])).status_code == 403


def test_another_homes_worker_finds_nothing(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    client = arrange.signed_in(home.neighbour)
    for page, key in (("parts", home.jo.pk), ("agreement", home.jo.pk), ("who_decides", home.jo.pk), ("part", part.pk), ("end", part.pk)):
        assert client.get(reverse(f"agreements:{page}", args=[key])).status_code == 404


# --- deciding needs an authority, said beside the field ---


def decides(home: arrange.House, people: Circle) -> Any:
    told = {"who": f"contact-{people.priya.pk}", "area": "medication", "part": "decides", "because": "She is his mum."}
    return send(home, "part_new", home.jo.pk, **told)


@pytest.mark.parametrize(
    ("power", "said"),
    [
        (None, "Being family, paying or caring gives nobody the right"),
        ({"seen": False}, "only claimed"),
        ({"areas": ["home"]}, "does not cover this part of life"),
        ({"kind": "lpa_property", "areas": ["money"]}, "does not reach this part of life"),
        ({"registered_on": None}, "not registered"),
    ],
)
def test_nobody_decides_without_an_authority(home: arrange.House, people: Circle, power: Any, said: str) -> None:
    if power is not None:
        attorney(home, people.priya, **power)
    response = decides(home, people)
    assert response.status_code == 200 and said in response.content.decode()
    assert not AreaPart.objects.exists()


def test_an_attorney_in_scope_is_written_down_with_the_authority(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya)
    assert decides(home, people).status_code == 302
    page = get(home, "agreements:part", AreaPart.objects.get().pk)
    assert "Decides, by law, what Jo cannot decide" in page and "Lasting power of attorney for health and welfare" in page


# --- the other forms ---


def test_somebody_is_there_and_then_no_longer(home: arrange.House, people: Circle) -> None:
    assert send(home, "support_new", home.jo.pk, who=f"contact-{people.gwen.pk}", how="Rings on Sundays.").status_code == 302
    row = EmotionalSupport.objects.get()
    assert "Gwen, sister: Rings on Sundays." in get(home, "agreements:parts", home.jo.pk)
    assert send(home, "support_end", row.pk, why="She moved.").status_code == 302
    page = get(home, "agreements:parts", home.jo.pk)
    assert "She moved." in page and reverse("agreements:support_end", args=[row.pk]) not in page


def test_mistakes_are_taken_back_and_count_no_more(home: arrange.House, people: Circle) -> None:
    part = gwen_gives_medication(home, people.gwen)
    change = practice.keep_need_change(person=home.jo, area="medication", words="Insulin.", by=home.amina)
    assert send(home, "need_mistake", change.pk, by="amina", reason="It was Sam’s.").status_code == 302
    assert "Look at this again" not in get(home, "agreements:parts", home.jo.pk)
    assert send(home, "mistake", home.jo.pk, "part", part.pk, reason="It was Sam’s sister.").status_code == 302
    assert "Gwen" not in get(home, "agreements:parts", home.jo.pk)


def test_what_is_missing_is_said_in_the_form(home: arrange.House, people: Circle) -> None:
    page = send(home, "part_new", home.jo.pk, area="medication", part="informed").content.decode()
    assert "Say who takes part." in page and "Write why they take part in this." in page


def test_a_form_sent_twice_is_one_part(home: arrange.House, people: Circle) -> None:
    client, address = arrange.signed_in(home.ruth), reverse("agreements:part_new", args=[home.jo.pk])
    given = as_it_came(client.get(address).content.decode())
    given |= {"who": f"contact-{people.gwen.pk}", "area": "medication", "part": "informed", "because": "x"}
    assert [client.post(address, given).status_code for _again in range(2)] == [302, 302]
    assert AreaPart.objects.count() == 1


# --- who decides, on paper ---


def test_who_decides_on_paper_in_plain_words(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya)
    gwen_gives_medication(home, people.gwen)
    actions.keep_support(person=home.jo, contact=people.gwen, how="Rings on Sundays.", by=home.ruth)
    page = get(home, "agreements:who_decides", home.jo.pk)
    assert "Jo decides. Being family, paying, caring or working here gives nobody the right" in page
    assert "Priya, mum, only where Jo cannot decide a question with support:" in page
    assert "Medication: Gwen, sister. Does some of the support." in page and "Gwen, sister: Rings on Sundays." in page


LETS = {"kind": "lpa_property", "areas": ["money"], "usable_while_able": True}


def test_a_power_that_jo_lets_somebody_use_says_so_on_the_paper(home: arrange.House, people: Circle) -> None:
    """While Jo can decide, Gwen does as Jo says; of a power that is not so, the paper says nothing of the kind."""
    attorney(home, people.gwen, **LETS)
    page = get(home, "agreements:who_decides", home.jo.pk)
    assert "Gwen, sister, as Jo says while Jo can decide, and for Jo where they cannot with support: Money." in page
    assert "only where Jo cannot decide" not in page
    easy = get(home, "agreements:who_decides", home.jo.pk, query="?paper=easy")
    assert "Gwen, sister can do some things for me now." in easy and "But only if I say yes, and as I say." in easy
    assert "When I cannot decide them myself." in easy and "But only when I cannot decide them." not in easy


def test_an_enduring_power_that_nobody_registered_is_used_as_jo_says_and_in_no_other_way(home: arrange.House, people: Circle) -> None:
    attorney(home, people.gwen, **LETS | {"kind": "epa", "made_on": date(2006, 5, 1), "registered_on": None})
    page = get(home, "agreements:who_decides", home.jo.pk)
    assert "Gwen, sister, only while Jo can decide, and as Jo says: Money." in page and "cannot with support" not in page
    assert "If I cannot decide" not in get(home, "agreements:who_decides", home.jo.pk, query="?paper=easy")


def test_a_power_over_money_that_is_not_so_waits_until_jo_cannot(home: arrange.House, people: Circle) -> None:
    attorney(home, people.gwen, **LETS | {"usable_while_able": False})
    page = get(home, "agreements:who_decides", home.jo.pk)
    assert "Gwen, sister, only where Jo cannot decide a question with support: Money." in page and "as Jo says" not in page


def test_who_decides_on_paper_never_says_two_things(home: arrange.House, people: Circle) -> None:
    """When the power is revoked, nobody is left on the paper as deciding by law."""
    power = attorney(home, people.gwen)
    actions.keep_part(person=home.jo, area="medication", part="decides", contact=people.gwen, because="By her power.", by=home.ruth)
    assert "Decides, by law, what Jo cannot decide" in get(home, "agreements:who_decides", home.jo.pk)
    actions.end_authority(authority=power, on=clock.today(), why="revoked", by=home.ruth)
    page = get(home, "agreements:who_decides", home.jo.pk)
    assert "Nobody decides for Jo by law" in page and "Decides, by law" not in page


def test_who_decides_in_easy_read_speaks_as_jo(home: arrange.House, people: Circle) -> None:
    page = get(home, "agreements:who_decides", home.jo.pk, query="?paper=easy")
    assert "I decide about my life." in page and "If I cannot decide" not in page
    attorney(home, people.priya)
    page = get(home, "agreements:who_decides", home.jo.pk, query="?paper=easy")
    assert "Priya, mum can decide some things for me." in page and "But only when I cannot decide them." in page
