"""The pages of an incident: short to write, Jo's words first to read; and from it on to a concern, and to the parts that it puts up."""

from typing import Any

from django.urls import reverse
from tests.agreements.circle import around_jo, gwen_gives_medication
from tests.web import arrange

from throughline.agreements import actions as agreements
from throughline.agreements.said import JustSaid
from throughline.base.ids import new_id
from throughline.conversations.models import Voice
from throughline.decisions.models import SafeguardingConcern
from throughline.practice import actions
from throughline.practice.models import Incident

SENT = {
    "kind": "medicine_error",
    "words": "Where is my tablet?",
    "how_told": "said",
    "seen": "The evening tablet was still in the box at nine.",
    "done": "Rang the pharmacist.",
}


def get(home: arrange.House, page: str, *args: Any, by: str = "tom", status: int = 200) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"incidents:{page}", args=args))
    assert response.status_code == status
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "tom", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"incidents:{page}", args=args), given)


def kept(home: arrange.House, **more: Any) -> Incident:
    told = {"kind": "medicine_error", "seen": SENT["seen"], "done": SENT["done"], "thought": "Gwen may not know."}
    return actions.keep_incident(person=home.jo, by=home.tom, **told | more)


def test_it_works(home: arrange.House) -> None:
    """From "what do you write down" through the form to its page, and on the timeline."""
    assert reverse("incidents:new", args=[home.jo.pk]) in arrange.signed_in(home.tom).get(reverse("today:record")).content.decode()
    response = post(home, "new", home.jo.pk, **SENT, id=str(new_id()))
    row = Incident.objects.get()
    assert response.url == reverse("incidents:one", args=[row.pk])
    page = get(home, "one", row.pk, by="amina")
    assert page.index("Where is my tablet?") < page.index(SENT["seen"]) < page.index(SENT["done"])
    timeline = arrange.signed_in(home.amina).get(reverse("people:timeline", args=[home.jo.pk])).content.decode()
    assert "Incident: A mistake with medicine" in timeline
    assert response.url in timeline


def test_the_form_is_short_and_folds_the_rest(home: arrange.House) -> None:
    page = get(home, "new", home.jo.pk)
    shown, folded = page.split('<details class="fold"')
    assert all(f'name="{each}"' in shown for each in ("kind", "words", "seen", "done"))
    assert all(
        f'name="{each}"' in folded
        for each in ("place", "injuries", "told", "restriction_used", "restriction_words", "thought", "voice", "area")
    )


def test_what_is_missing_comes_back_with_what_was_written(home: arrange.House) -> None:
    page = post(home, "new", home.jo.pk, **SENT | {"done": "", "restriction_used": "on"}).content.decode()
    assert "Write what was done at once." in page
    assert SENT["seen"] in page
    page = post(home, "new", home.jo.pk, **SENT, restriction_used="on").content.decode()
    assert "Write what was held, locked or taken" in page
    assert not Incident.objects.exists() and not Voice.objects.exists()


def test_what_somebody_thinks_stands_apart_from_what_was_seen(home: arrange.House) -> None:
    page = get(home, "one", kept(home).pk)
    assert page.index("What was seen") < page.index("What Tom thinks") < page.index("Gwen may not know.")


def test_put_right_the_first_words_stay(home: arrange.House) -> None:
    row = kept(home)
    sent = {"kind": row.kind, "seen": "It was in the box at ten.", "done": row.done, "area": row.area, "reason": "The clock was slow."}
    response = post(home, "correct", row.pk, **sent)
    page = arrange.signed_in(home.tom).get(response.url).content.decode()
    assert "It was in the box at ten." in page and SENT["seen"] in page and "The clock was slow." in page
    assert get(home, "correct", row.pk, by="amina", status=403)


def test_somebody_who_is_not_to_be_told_is_pointed_out_among_those_who_were(home: arrange.House) -> None:
    """Not by a name that somebody else has too, nor of what Jo said afterwards."""
    told = {"told": "The doctor on call, and Priya, at 9 pm."}
    before = kept(home, **told)
    agreements.keep_from_being_told(person=home.jo, contact=arrange.mum(home), said=JustSaid("said", "Not mum."), by=home.amina)
    page = get(home, "one", kept(home, **told).pk)
    assert "Priya stands among those who were told, and Jo does not want them told about this." in page
    assert reverse("sharing:told", args=[home.jo.pk]) not in page  # Tom came through an agency: what was told is not for him to write
    assert reverse("sharing:told", args=[home.jo.pk]) in get(home, "one", Incident.objects.latest("sequence").pk, by="amina")
    for row in (before, kept(home, told="The doctor on call."), kept(home)):
        assert "Not to be told" not in get(home, "one", row.pk)


def test_taken_back_it_says_so(home: arrange.House) -> None:
    row = kept(home)
    post(home, "mistake", row.pk, reason="It was Sam’s tablet.")
    page = get(home, "one", row.pk)
    assert "Entered by mistake. Taken back by Tom" in page
    assert "This is also a safeguarding concern" not in page
    assert post(home, "mistake", kept(home).pk, by="amina", reason="x").status_code == 403


# --- on to a concern ---


def test_from_an_incident_to_a_concern_with_what_was_seen_done_and_said(home: arrange.House) -> None:
    row = kept(home, said=arrange.said(home, "Somebody took my purse."))
    address = f"{reverse('safeguarding:new', args=[home.jo.pk])}?incident={row.pk}"
    assert address in get(home, "one", row.pk)
    tom = arrange.signed_in(home.tom)
    form = tom.get(address).content.decode()
    assert SENT["seen"] in form and SENT["done"] in form
    assert f'value="{row.voice_id}" selected' in form
    sent = {"concern": SENT["seen"], "safe_now": SENT["done"], "voice": str(row.voice_id), "telling": "not_yet"}
    assert tom.post(address, sent).status_code == 302
    assert SafeguardingConcern.objects.get().voice_id == row.voice_id


def test_somebody_elses_incident_fills_nothing_in(home: arrange.House) -> None:
    sams = actions.keep_incident(person=home.sam, kind="fall", seen="Sam fell.", done="Sat with Sam.", by=home.tom)
    address = reverse("safeguarding:new", args=[home.jo.pk])
    assert arrange.signed_in(home.tom).get(f"{address}?incident={sams.pk}").status_code == 404
    assert arrange.signed_in(home.tom).get(f"{address}?incident=tea").status_code == 200


# --- and to the parts that it puts up ---


def test_the_page_of_parts_says_why_and_when_until_somebody_looks(home: arrange.House) -> None:
    part = gwen_gives_medication(home, around_jo(home).gwen)
    kept(home)
    parts = reverse("agreements:parts", args=[home.jo.pk])
    page = arrange.signed_in(home.ruth).get(parts).content.decode()
    assert "Look at this again: Gwen" in page
    assert "A mistake with medicine on" in page and SENT["seen"] in page
    assert SENT["seen"] in arrange.signed_in(home.ruth).get(reverse("agreements:again", args=[part.pk])).content.decode()
    agreements.look_again(part=part, verdict="keep", because="Gwen knows now.", by=home.ruth)
    assert "Look at this again" not in arrange.signed_in(home.ruth).get(parts).content.decode()
