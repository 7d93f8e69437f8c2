"""An invitation: a link and a code apart from it. Nothing of anybody before the code is right, and it works once."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions
from throughline.access.models import CircleMember, Invitation

LINK = re.compile(r"http://testserver(/invitation/[\w-]+/)")
CODE = re.compile(r"\b(\d{3} \d{3})\b")


def text(response) -> str:
    return response.content.decode()


def invite(life, contact=None, client=None, handed_over="printed"):
    """The page that hands over the link and the code, made by Ruth if not said otherwise."""
    address = reverse("circle:invite", args=[life.jo.pk, (contact or life.priya).pk])
    said = {"basis": "invited", "basis_words": "Jo: ask Mum.", "handed_over": handed_over}
    return (client or arrange.signed_in(life.ruth)).post(address, said)


def handed(page) -> tuple[str, str]:
    return LINK.search(text(page))[1], CODE.search(text(page))[1]


def test_it_works(life) -> None:
    """Three answers on the side of staff; a code and an address on the other, and one is in."""
    link, code = handed(invite(life))
    browser = Client()
    response = browser.post(link, {"code": code, "email": "priya@example.org"})
    assert response.url == reverse("circle:home", args=[life.jo.pk])
    page = text(browser.get(response.url))
    assert "You are here because Jo wants you to be." in page
    assert "Choose how you sign in next time" in page


def test_it_begins_on_the_page_of_the_contact_and_on_that_of_the_people(life) -> None:
    client, address = arrange.signed_in(life.ruth), reverse("circle:invite", args=[life.jo.pk, life.priya.pk])
    for page in (reverse("people:contact", args=[life.jo.pk, life.priya.pk]), reverse("people:circle", args=[life.jo.pk])):
        assert address in text(client.get(page))
    assert "An invitation shares nothing by itself." in text(client.get(address))


@pytest.mark.parametrize(("role", "status"), [("team_leader", 200), ("support_worker", 403), ("owner", 403)])
def test_who_may_invite(life, role: str, status: int) -> None:
    client = arrange.signed_in(arrange.worker("Gwen", life.ruth, role=role, service=life.home.elm))
    assert client.get(reverse("circle:invite", args=[life.jo.pk, life.priya.pk])).status_code == status
    assert invite(life, client=client).status_code == status
    assert Invitation.objects.exists() is (status == 200)


def test_the_e_mail_names_nobody_and_has_no_code(life) -> None:
    actions.change_contact(contact=life.priya, email="priya@example.org", by=life.ruth)
    page = invite(life, handed_over="email")
    link, code = handed(page)
    mail = unquote(re.search(r'href="mailto:([^"]+)"', text(page))[1])
    assert link in mail
    for word in ("Jo", "Priya", "Elm", "Ruth", code, code.replace(" ", "")):
        assert word not in mail.partition("?")[2].replace(link, ""), word


def test_on_paper_the_code_stands_on_a_page_of_its_own(life) -> None:
    page = text(invite(life))
    first, second = page.split("<article")[1:]
    assert LINK.search(first) and "<svg" in first and not CODE.search(first)
    assert CODE.search(second) and not LINK.search(second)
    both = re.sub(r"[\w-]{20,}", "", first + second)  # what is drawn by lot may hold any two letters
    assert "Jo" not in both and "Priya" not in both


def test_neither_can_be_read_again_or_from_a_cache(life) -> None:
    page = invite(life)
    link, code = handed(page)
    assert "no-store" in page["Cache-Control"]
    again = text(arrange.signed_in(life.ruth).get(reverse("circle:invite", args=[life.jo.pk, life.priya.pk])))
    assert link not in again and code not in again


def test_whoever_has_only_the_link_learns_nothing(life) -> None:
    link, _code = handed(invite(life))
    for page in (Client().get(link), Client().post(link, {"code": "000 000"}), Client().post(link, {})):
        assert page.status_code == 200
        assert not re.search(r"\bJo\b|Priya|Elm|Ruth|mum", text(page))
    assert "This is not the code." in text(Client().post(link, {"code": "000 000"}))


def test_five_wrong_codes_are_the_end(life) -> None:
    link, code = handed(invite(life))
    for _ in range(5):
        Client().post(link, {"code": "000000", "email": "priya@example.org"})
    page = Client().post(link, {"code": code, "email": "priya@example.org"})
    assert page.status_code == 403 and "This invitation no longer works." in text(page)
    assert not CircleMember.objects.exists()


def test_it_works_once(life) -> None:
    link, code = handed(invite(life))
    Client().post(link, {"code": code, "email": "priya@example.org"})
    for page in (Client().get(link), Client().post(link, {"code": code, "email": "tom2@example.org"})):
        assert page.status_code == 403
    assert CircleMember.objects.count() == 1


def test_an_address_that_we_have_is_not_asked_for_again(life) -> None:
    actions.change_contact(contact=life.priya, email="priya@example.org", by=life.ruth)
    link, code = handed(invite(life))
    assert Client().post(link, {"code": code}).status_code == 302
    assert CircleMember.objects.get().user.email == "priya@example.org"


def test_without_any_address_it_is_asked_for_and_the_code_still_works(life) -> None:
    link, code = handed(invite(life))
    assert "Write your e-mail address." in text(Client().post(link, {"code": code}))
    assert Client().post(link, {"code": code, "email": "priya@example.org"}).status_code == 302


@pytest.mark.parametrize("email", ["ruth@example.org", "priya"])
def test_an_address_that_is_taken_or_none_lets_nobody_in(life, email: str) -> None:
    link, code = handed(invite(life))
    browser = Client()
    assert browser.post(link, {"code": code, "email": email}).status_code == 200
    assert browser.get(reverse("account:me")).status_code == 302
    assert not CircleMember.objects.exists()


def test_somebody_who_signs_in_already_joins_as_themself(life) -> None:
    browser = arrange.signed_in(life.joins(life.dan, email="dan@example.org"))
    link, code = handed(invite(life))
    assert "You are signed in as Dan" in text(browser.get(link))
    assert browser.post(link, {"code": code}).status_code == 302
    assert {member.user.email for member in CircleMember.objects.all()} == {"dan@example.org"}


def test_then_a_password_or_a_passkey_to_come_back(life) -> None:
    link, code = handed(invite(life))
    browser = Client()
    browser.post(link, {"code": code, "email": "priya@example.org"})
    assert browser.get(reverse("account:passkeys")).status_code == 200  # no password is asked for: there is none
    page = text(browser.get(reverse("account:password")))
    assert "A password" in page and "Your password" not in page
    assert browser.post(reverse("account:password"), {"new": "four kettles sing at noon"}).status_code == 302
    assert "Your password" in text(browser.get(reverse("account:password")))
    again = Client().post(reverse("account_login"), {"login": "priya@example.org", "password": "four kettles sing at noon"})
    assert again.status_code == 302
    assert "The code works once" not in text(browser.get(reverse("circle:home", args=[life.jo.pk])))


def test_pages_are_ended_on_the_next_request(life) -> None:
    browser = life.browser(life.priya)
    member = CircleMember.objects.get()
    assert browser.get(reverse("circle:home", args=[life.jo.pk])).status_code == 200
    ruth, end = arrange.signed_in(life.ruth), reverse("circle:end", args=[life.jo.pk, member.pk])
    assert end in text(ruth.get(reverse("circle:invite", args=[life.jo.pk, life.priya.pk])))
    assert "End the pages that Priya has?" in text(ruth.get(end))
    assert ruth.post(end).status_code == 302
    assert browser.get(reverse("circle:home", args=[life.jo.pk])).status_code == 404
    assert "Nothing is shared with you now." in text(browser.get(reverse("circle:choose")))
