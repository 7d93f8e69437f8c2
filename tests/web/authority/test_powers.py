"""The page of who can decide by law: the person first, then what is proven, what is only claimed, what has ended."""

import io
import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.authority import papers
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.authority import actions
from throughline.authority.choices import AuthorityKind
from throughline.authority.models import Authority, AuthorityEnded, Proof


def day(name: str, when: date) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def get(home: arrange.House, page: str, *args: Any, by: str = "ruth", query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"authority:{page}", args=args) + query)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "ruth", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"authority:{page}", args=args), given)


def listed(home: arrange.House, **how: Any) -> str:
    return get(home, "list", home.jo.pk, **how)


def ticked(page: str, name: str) -> list[str]:
    """The boxes of a question that came ticked."""
    return re.findall(rf'name="{name}" value="([^"]+)"[^>]* checked', page)


def test_it_works(home: arrange.House) -> None:
    """From the people in Jo's life: choose a kind, write down what Priya says, see the papers, and it has ended."""
    priya, client = arrange.mum(home), arrange.signed_in(home.ruth)
    circle = client.get(reverse("people:circle", args=[home.jo.pk])).content.decode()
    assert circle.count(reverse("authority:list", args=[home.jo.pk])) == 1
    assert reverse("authority:write", args=[home.jo.pk, "lpa_welfare"]) in get(home, "new", home.jo.pk)
    told = {"holders": [str(priya.pk)], "areas": ["home", "treatment"], **day("registered_on", papers.REGISTERED)}
    response = post(home, "write", home.jo.pk, "lpa_welfare", **told)
    row = Authority.objects.get()
    assert response.url == reverse("authority:power", args=[row.pk])
    assert "Only claimed, since 3 March" in listed(home)
    post(home, "seen", row.pk, what="Registered, pages 1 to 20", **day("seen_on", papers.TODAY))
    assert "Seen on 3 March by Ruth" in listed(home)
    page = get(home, "power", row.pk)
    for each in ("Priya, mum", "Where to live", "Registered, pages 1 to 20. Seen on 3 March by Ruth.", "Registered on 1 November 2025."):
        assert each in page
    post(home, "ended", row.pk, why="revoked", **day("on", papers.TODAY))
    assert "Ended on 3 March: The person took it back" in listed(home)


def test_jo_decides_comes_first_and_then_what_is_proven_claimed_ended(home: arrange.House) -> None:
    priya = arrange.mum(home)
    papers.seen(home, papers.power(home, priya))
    papers.power(home, priya, kind="appointee")
    over = papers.power(home, priya, kind="deputy_welfare")
    actions.end_authority(authority=over, on=papers.TODAY, why="set_aside", by=home.ruth)
    page = listed(home)
    order = ("Jo decides, unless the law says otherwise for a question.", "Somebody has seen the papers", "Only claimed", "Has ended")
    places = [page.index(each) for each in order]
    assert places == sorted(places)


def test_while_nobody_has_seen_papers_nobody_decides_for_jo(home: arrange.House) -> None:
    assert "Nobody decides for Jo." in listed(home)


def test_claimed_for_over_four_weeks_nobody_has_seen_the_papers_yet(home: arrange.House, at: Any) -> None:
    papers.power(home)
    with at("2026-03-31 10:00"):
        assert "Only claimed, since 3 March" in listed(home)
    with at("2026-04-01 10:00"):
        page = listed(home)
        assert "Nobody has seen the papers yet. Claimed since 3 March" in page and "Only claimed, since" not in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"registered_on": None}, "Seen, and not registered: it cannot be used yet"),
        ({"kind": "deputy_welfare", "starts_on": date(2026, 4, 1)}, "Seen. It begins on 1 April"),
        ({"kind": "deputy_welfare", "expires_on": date(2026, 3, 2)}, "Its last day was 2 March"),
        ({"kind": "nearest_relative"}, "Decides nothing about care"),
        ({"kind": "advance_choice", "allows": "No injections while Jo can talk about it."}, "Decides nothing about care"),
        ({"areas": []}, "No part of life is written down, so it covers nothing"),
    ],
)
def test_where_it_stands_is_said_in_words(home: arrange.House, told: dict[str, Any], said: str) -> None:
    row = papers.power(home, **told)
    papers.seen(home, row)
    assert said in listed(home)


def test_the_list_can_be_read_as_it_was(home: arrange.House, at: Any) -> None:
    row = papers.power(home)
    with at("2026-03-05 10:00"):
        papers.seen(home, row, on=date(2026, 3, 5))
        page = listed(home, query="?as_at=2026-03-04")
        assert "Only claimed, since 3 March" in page and "as it stood at the end of" in page
        assert reverse("authority:new", args=[home.jo.pk]) not in page


@pytest.mark.parametrize("kind", AuthorityKind.values)
def test_each_kind_asks_what_belongs_to_it_and_shows_what_the_law_says(home: arrange.House, kind: str) -> None:
    page = get(home, "write", home.jo.pk, kind)
    assert "As of 22 November 2026; check.)" in page
    covers_money, covers_home = 'value="money"' in page, 'value="home"' in page
    care, money = kind in ("lpa_welfare", "deputy_welfare"), kind in ("lpa_property", "epa", "deputy_property")
    assert (covers_home, covers_money) == (care or kind == "court_order", money or kind == "court_order")
    assert ("alive" in page.split("<form")[1].split("</form>")[0].replace("keeps the person alive", "")) == (kind == "lpa_welfare")


def test_a_kind_that_is_none_is_no_page(home: arrange.House) -> None:
    response = arrange.signed_in(home.ruth).get(reverse("authority:write", args=[home.jo.pk, "mum"]))
    assert response.status_code == 404


def test_several_who_hold_it_say_how_they_act(home: arrange.House) -> None:
    both = [str(arrange.mum(home).pk), str(papers.gwen(home).pk)]
    page = post(home, "write", home.jo.pk, "lpa_welfare", holders=both).content.decode()
    assert "There are several. Say whether they act together, or each alone." in page
    post(home, "write", home.jo.pk, "lpa_welfare", holders=both, how_act="jointly")
    assert "Only together: all of them, each time" in get(home, "power", Authority.objects.get().pk)


def test_a_court_order_says_what_it_allows(home: arrange.House) -> None:
    assert "Write what it says." in post(home, "write", home.jo.pk, "court_order", allows="").content.decode()
    post(home, "write", home.jo.pk, "court_order", allows="Jo lives at Elm House.", areas=["home"])
    page = get(home, "power", Authority.objects.get().pk)
    assert "The court" in page and "Jo lives at Elm House." in page


def test_it_is_put_right_from_what_stands_and_has_to_be_seen_again(home: arrange.House) -> None:
    row = papers.power(home, limits="Ask Gwen first")
    papers.seen(home, row)
    client, address = arrange.signed_in(home.ruth), reverse("authority:correct", args=[row.pk])
    page = client.get(address).content.decode()
    sent = as_it_came(page) | {"areas": ticked(page, "areas"), "holders": ticked(page, "holders")}
    response = client.post(address, sent | {"limits": "Ask Jo first", "reason": "Read it again"})
    later = Authority.objects.get(amends=row)
    assert response.url == reverse("authority:power", args=[later.pk])
    assert (later.limits, later.areas, later.registered_on) == ("Ask Jo first", ["treatment", "home"], papers.REGISTERED)
    assert "Nobody has seen the papers yet" in get(home, "power", later.pk)
    first = get(home, "power", row.pk)
    assert "This was put right" in first and "Read it again" in first and reverse("authority:power", args=[later.pk]) in first


def photo() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    return SimpleUploadedFile("stamp.png", out.getvalue(), content_type="image/png")


def test_a_photo_of_the_papers_needs_jos_word(home: arrange.House) -> None:
    row, given = papers.power(home), {"what": "The stamp", **day("seen_on", papers.TODAY)}
    page = post(home, "seen", row.pk, **given, copy=photo()).content.decode()
    assert "Write how the person agreed" in page and not Proof.objects.exists()
    post(home, "seen", row.pk, **given, copy=photo(), copy_because="Jo nodded at the camera")
    proof = Proof.objects.get()
    assert proof.file is not None and proof.file.basis_words == "Jo nodded at the camera"
    assert reverse("people:file", args=[proof.file.pk]) in get(home, "power", row.pk)


@pytest.mark.parametrize("what", ["authority", "seen", "ended"])
def test_what_was_entered_by_mistake_counts_no_more(home: arrange.House, what: str) -> None:
    row = papers.power(home)
    proof = papers.seen(home, row)
    made = {"authority": row, "seen": proof}
    if what == "ended":
        made["ended"] = actions.end_authority(authority=row, on=papers.TODAY, why="died", by=home.ruth)
    address = reverse("authority:mistake", args=[home.jo.pk, what, made[what].pk])
    assert address in get(home, "power", row.pk)
    assert "Say why" in arrange.signed_in(home.ruth).post(address, {"reason": ""}).content.decode()
    response = arrange.signed_in(home.ruth).post(address, {"reason": "It is about Sam"})
    assert response.url == reverse("authority:list", args=[home.jo.pk])
    assert ("Seen on 3 March by Ruth" in listed(home)) == (what == "ended")
    if what == "authority":
        assert "This was entered by mistake" in get(home, "power", row.pk)


def test_no_other_table_is_reached_through_a_mistake(home: arrange.House) -> None:
    voice = arrange.said(home)
    for table in ("voice", "authority"):
        address = reverse("authority:mistake", args=[home.jo.pk, table, voice.pk])
        assert arrange.signed_in(home.ruth).get(address).status_code == 404


def test_support_workers_read_who_decides_and_write_none_of_it(home: arrange.House) -> None:
    row = papers.power(home)
    page = listed(home, by="amina") + get(home, "power", row.pk, by="amina")
    assert "Lasting power of attorney for health and welfare" in page
    for name, args in (
        ("new", [home.jo.pk]),
        ("write", [home.jo.pk, "epa"]),
        ("seen", [row.pk]),
        ("correct", [row.pk]),
        ("ended", [row.pk]),
    ):
        address = reverse(f"authority:{name}", args=args)
        assert address not in page
        assert arrange.signed_in(home.amina).get(address).status_code == 403
    assert not AuthorityEnded.objects.exists()


def test_whoever_may_not_see_jo_sees_none_of_it(home: arrange.House) -> None:
    row = papers.power(home)
    proof = papers.seen(home, row)
    addresses = [("list", [home.jo.pk]), ("new", [home.jo.pk]), ("power", [row.pk]), ("mistake", [home.jo.pk, "seen", proof.pk])]
    for name, args in addresses:
        assert arrange.signed_in(home.neighbour).get(reverse(f"authority:{name}", args=args)).status_code == 404


def test_sams_row_is_not_reached_through_jos_page(home: arrange.House) -> None:
    sams = actions.write_authority(person=home.sam, kind="court_order", allows="Sam votes.", by=home.ruth)
    address = reverse("authority:mistake", args=[home.jo.pk, "authority", sams.pk])
    assert arrange.signed_in(home.ruth).get(address).status_code == 404
