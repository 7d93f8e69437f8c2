"""The pages of what was agreed with Jo's people, acted as Ruth: what Jo did not agree to never stands as what we agreed."""

from typing import Any

import pytest
from django.urls import reverse
from tests.agreements.circle import Circle, around_jo, attorney, permitted, said, thing, version
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.agreements import actions
from throughline.agreements.models import AgreementAnswer, AgreementVersion
from throughline.base import clock

AGREED = "What we agreed"


@pytest.fixture
def people(home: arrange.House) -> Circle:
    return around_jo(home)


def get(home: arrange.House, page: str = "agreement", *args: Any, by: str = "ruth", query: str = "") -> str:
    key = args or (home.jo.pk,)
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"agreements:{page}", args=key) + query)
    assert response.status_code == 200, response.status_code
    return str(response.content.decode()).replace("\xa0", " ")


def send(home: arrange.House, page: str, *args: Any, **given: Any) -> Any:
    """The form as it came, with what is written in it."""
    client, address = arrange.signed_in(home.ruth), reverse(f"agreements:{page}", args=args or (home.jo.pk,))
    return client.post(address, as_it_came(client.get(address).content.decode()) | given)


def write(home: arrange.House, **given: Any) -> Any:
    """The prefilled form with a name for each step, and Jo's yes."""
    return send(home, "write", **{"who-3": "Dan", "answer": "agreed", "words": "I like that."} | given)


def persons() -> AgreementAnswer:
    return AgreementAnswer.objects.filter(contact=None, staff=None).latest("sequence")


# --- writing it ---


def test_with_nothing_agreed_jo_decides(home: arrange.House, people: Circle) -> None:
    assert "Nothing is agreed yet. Jo decides" in get(home)


def test_the_form_comes_filled_with_proposals_and_needs_little(home: arrange.House, people: Circle) -> None:
    page = get(home, "write")
    assert "Jo speaks first." in page and "Nobody answers for Jo. We wait." in page
    assert write(home).status_code == 302
    page = get(home)
    assert AGREED in page and "I like that." in page and "within 5 working days" in page
    assert "Priya, mum. Planning: Is asked beforehand. Looking again: Is there" in page


def test_a_proposal_waits_for_jo(home: arrange.House, people: Circle) -> None:
    assert write(home, answer="not_asked", words="").status_code == 302
    page = get(home)
    assert AGREED not in page and "Proposed, and not agreed yet" in page
    answered = send(home, "answer", AgreementVersion.objects.get().pk, answer="agreed", words="Yes.")
    assert answered.status_code == 302 and AGREED in get(home)


def test_what_jo_refused_takes_no_effect(home: arrange.House, people: Circle) -> None:
    write(home, answer="refused", words="No. Not Gwen.")
    page = get(home)
    assert AGREED not in page and "Written down, and takes no effect" in page and "The person does not agree." in page
    assert persons().faults == ["agreement-person-said-no"]


def test_the_next_version_begins_with_what_stands_and_both_are_kept(home: arrange.House, people: Circle) -> None:
    write(home, conflict="Staff do what Jo chose.")
    form = as_it_came(get(home, "write"))
    assert (form["conflict"], form["who-3"]) == ("Staff do what Jo chose.", "Dan")
    assert write(home, because="Gwen moved.").status_code == 302
    assert [each.number for each in AgreementVersion.objects.order_by("number")] == [1, 2]
    first = AgreementVersion.objects.get(number=1)
    assert "Version 1" in get(home) and "This is not what is agreed now." in get(home, "version", first.pk)


def test_a_version_from_an_old_page_is_sent_back(home: arrange.House, people: Circle) -> None:
    client, address = arrange.signed_in(home.ruth), reverse("agreements:write", args=[home.jo.pk])
    old = as_it_came(client.get(address).content.decode()) | {"who-3": "Dan"}
    write(home)
    response = client.post(address, old)
    assert response.status_code == 200 and "meanwhile" in response.content.decode()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"purpose": ""}, "Write what it is for."),
        ({"who-1": ""}, "Say who sees to this step."),
        ({"days-1": "soon"}, "Write a number of days."),
    ],
)
def test_what_is_missing_is_said_in_the_form(home: arrange.House, people: Circle, given: dict[str, str], says: str) -> None:
    assert says in write(home, **given).content.decode() and not AgreementVersion.objects.exists()


def test_what_has_to_happen_is_named_in_the_form(home: arrange.House, people: Circle) -> None:
    permitted(home, people.priya)
    pk = people.priya.pk
    response = write(home, **{f"topics-{pk}": "health", f"rhythm-{pk}": "when_it_happens"})
    assert "Say what has to happen before they are told." in response.content.decode()
    assert (
        write(home, **{f"topics-{pk}": "health", f"rhythm-{pk}": "when_it_happens", f"event-{pk}": "Jo is in hospital."}).status_code == 302
    )
    assert "When this happens: Jo is in hospital." in get(home)


def test_no_way_to_share_as_it_is_written_is_offered(home: arrange.House, people: Circle) -> None:
    page = get(home, "write")
    choices = page[page.index(f'name="rhythm-{people.priya.pk}"') :]
    choices = choices[: choices.index("</select>")]
    assert all(each in choices for each in ("weekly", "monthly", "at_reviews", "when_it_happens")) and choices.count("<option") == 5


# --- it goes no further than authority and permission; the form says so beside the field ---


def beyond(home: arrange.House, people: Circle, kind: str) -> dict[str, str]:
    pk = people.priya.pk
    return {f"decisions-{pk}": "decides"} if kind == "decides" else {f"topics-{pk}": "health"}


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("decides", "It lets somebody decide what no authority lets them decide."),
        ("shares", "It shares something that nothing opens to them."),
    ],
)
def test_what_goes_beyond_is_said_beside_its_field_and_kept_only_as_not_valid(
    home: arrange.House, people: Circle, kind: str, says: str
) -> None:
    given = beyond(home, people, kind)
    response = write(home, **given)
    assert response.status_code == 200 and says in response.content.decode() and not AgreementVersion.objects.exists()
    assert write(home, **given, anyway="on").status_code == 302
    assert persons().faults == [f"agreement-{kind}-beyond"]
    page = get(home)
    assert AGREED not in page and says in page


def test_that_jo_agreed_has_to_show_beside_the_field(home: arrange.House, people: Circle) -> None:
    response = write(home, words="")
    assert "Nothing shows that the person agreed." in response.content.decode()
    assert write(home, words="", anyway="on").status_code == 302
    assert persons().faults == ["agreement-no-view"]


def test_an_attorney_decides_what_the_law_lets_them(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya)
    assert write(home, **beyond(home, people, "decides")).status_code == 302
    page = get(home)
    assert AGREED in page and "Only about: Daily life and routines; Medication; How support is arranged." in page


def test_the_form_says_what_is_not_open(home: arrange.House, people: Circle) -> None:
    permitted(home, people.priya)
    page = get(home, "write")
    question = page[page.index(f'name="topics-{people.priya.pk}"') :]
    in_sight, _fold, closed = question.partition("Not open to Priya: Jo was not asked, or said no")
    assert 'value="health"' in in_sight and 'value="money"' not in in_sight
    assert 'value="money"' in closed[: closed.index("</details>")]


def test_a_permission_that_is_taken_back_is_said_beside_what_was_agreed(home: arrange.House, people: Circle) -> None:
    given = permitted(home, people.priya)
    version(home, people.priya, shared=[thing(people.priya)])
    assert "Not any more" not in get(home)
    actions.withdraw(permissions=[given], said=said("Stop."), by=home.ruth)
    assert "Not any more: nothing opens this to them now" in get(home)
    assert "Once a week" not in get(home, query="?paper=a4")


# --- what each says ---


def test_each_answers_in_their_own_way(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    key = f"contact-{people.priya.pk}"
    assert send(home, "answer_of", first.pk, key, answer="refused", words="I want Sundays too.").status_code == 302
    page = get(home)
    assert AGREED in page and "I want Sundays too." in page
    assert page.index("Yes, I like that.") < page.index("I want Sundays too.")


def test_who_takes_no_part_is_not_asked(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    client = arrange.signed_in(home.ruth)
    for key in (f"contact-{people.gwen.pk}", f"staff-{home.ruth.pk}", "version-x", "contact"):
        assert client.get(reverse("agreements:answer_of", args=[first.pk, key])).status_code == 404


def test_jo_takes_it_back_on_the_page(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    assert send(home, "answer", first.pk, answer="refused", words="Not any more.").status_code == 302
    assert AGREED not in get(home)


# --- reading it ---


def test_it_is_looked_at_again_after_half_a_year(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        version(march, around_jo(march).priya)
    with at("2026-08-31 10:00"):
        assert "It was to be looked at by" not in get(march)
    with at("2026-09-01 10:00"):
        assert "It was to be looked at by" in get(march)


def test_as_at_a_day_before_it_was_not_agreed(march: arrange.House, at: Any) -> None:
    with at("2026-03-05 10:00"):
        version(march, around_jo(march).priya)
    with at("2026-03-06 10:00"):
        assert AGREED in get(march) and AGREED not in get(march, query="?as_at=2026-03-04")


def test_on_paper_stands_only_what_is_agreed(home: arrange.House, people: Circle) -> None:
    assert "nothing to print" in get(home, query="?paper=a4")
    first = version(home, people.priya)
    assert "Jo speaks first." in get(home, query="?paper=a4")
    actions.answer(version=first, answered=actions.Answered("refused", said=said("No.")), by=home.ruth)
    assert "Jo speaks first." not in get(home, query="?paper=a4")


def test_what_is_shared_for_a_time_without_permission_stands_on_no_paper(home: arrange.House, people: Circle) -> None:
    told = {"kind": "vital_interests", "topics": ["health"], "because": "Hospital.", "until": clock.today()}
    actions.open_without_permission(contact=people.priya, by=home.ruth, **told)
    permitted(home, people.gwen, "money")
    page = get(home, "who_decides")
    assert "Gwen, sister: money." in page and "Priya" not in page


def test_a_worker_reads_and_does_not_write(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    assert AGREED in get(home, by="amina") and reverse("agreements:write", args=[home.jo.pk]) not in get(home, by="amina")
    client = arrange.signed_in(home.amina)
    assert client.get(reverse("agreements:write", args=[home.jo.pk])).status_code == 403
    assert client.get(reverse("agreements:answer", args=[first.pk])).status_code == 403
