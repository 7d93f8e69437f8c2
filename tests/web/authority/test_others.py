"""Advance refusals and advocates on the page of who can decide: what was sent, what was answered, what came of it."""

from typing import Any

import pytest
from django.urls import reverse
from tests.authority import papers
from tests.web import arrange

from throughline.authority import actions
from throughline.authority.models import AdvanceRefusal, Advocacy, RefusalSent

from .test_powers import day, listed, post

REFUSED = {"treatments": "A feeding tube", "circumstances": "If I cannot swallow any more", "in_writing": "on", "signed": "on"}


def test_it_works(home: arrange.House) -> None:
    """Jo refused something beforehand: written down, sent to Dr Shah, answered, and taken back by Jo."""
    shah = papers.shah(home)
    post(home, "refusal_new", home.jo.pk, **REFUSED)
    row = AdvanceRefusal.objects.get()
    post(home, "send", row.pk, contact=str(shah.pk), how="a copy by hand")
    sent = RefusalSent.objects.get()
    assert "No answer is written down yet." in listed(home)
    post(home, "answer", sent.pk, words="It is on the notes.")
    page = listed(home)
    for each in ("A feeding tube", "Sent to Dr Shah, GP on 3 March by Ruth: a copy by hand.", "“It is on the notes.”"):
        assert each in page
    assert "No answer is written down yet." not in page
    post(home, "withdrawn", row.pk, words="I want the tube")
    assert "Jo took it back, written down on 3 March: I want the tube" in listed(home)


def test_the_page_says_what_is_on_paper_and_never_whether_it_holds(home: arrange.House) -> None:
    papers.refusal(home, in_writing=True)
    page = listed(home)
    for each in ("It is in writing.", "It is signed.", "It is not written down here that a witness signed it."):
        assert each in page
    assert "is for clinicians or the court to say" in page
    assert "Takes effect" not in page and "Not valid" not in page


def test_an_advocate_is_asked_for_found_and_goes(home: arrange.House) -> None:
    dan = papers.dan(home)
    given = {"kind": "care_act", "responsible_body": "The council", "area": "home", **day("referred_on", papers.TODAY)}
    post(home, "advocate_new", home.jo.pk, **given)
    row = Advocacy.objects.get()
    page = listed(home)
    for each in ("Nobody is found yet.", "The council was asked on 3 March.", "About: Where to live", "paid to give care"):
        assert each in page
    refused = post(home, "step", row.pk, kind="accepted", **day("on", papers.TODAY)).content.decode()
    assert "Say who the advocate is." in refused
    post(home, "step", row.pk, kind="accepted", contact=str(dan.pk), **day("on", papers.TODAY))
    page = listed(home)
    assert "Nobody is found yet." not in page and "3 March: An advocate said yes (Dan, independent advocate)" in page
    post(home, "step", row.pk, kind="ended", **day("on", papers.TODAY))
    page = listed(home)
    assert "No advocate is written down." in page and page.index("Before") < page.index("The council was asked")


@pytest.mark.parametrize("what", ["refusal", "sent", "answer", "advocate", "step"])
def test_what_was_entered_by_mistake_goes_from_the_page(home: arrange.House, what: str) -> None:
    rows: dict[str, Any] = {"refusal": papers.refusal(home), "advocate": papers.advocacy(home)}
    rows["sent"] = actions.send_refusal(refusal=rows["refusal"], to="Dr Shah", by=home.ruth)
    rows["answer"] = actions.keep_answer(sent=rows["sent"], words="Seen.", by=home.ruth)
    rows["step"] = actions.keep_step(advocacy=rows["advocate"], kind="met", on=papers.TODAY, words="In the garden", by=home.ruth)
    said = {"refusal": "A feeding tube", "sent": "Sent to Dr Shah", "answer": "“Seen.”", "advocate": "The council", "step": "In the garden"}
    address = reverse("authority:mistake", args=[home.jo.pk, what, rows[what].pk])
    page = listed(home)
    assert address in page and said[what] in page
    arrange.signed_in(home.ruth).post(address, {"reason": "It is about Sam"})
    assert said[what] not in listed(home)


def test_support_workers_read_and_write_none_of_it(home: arrange.House) -> None:
    refusal, asked = papers.refusal(home), papers.advocacy(home)
    sent = actions.send_refusal(refusal=refusal, to="Dr Shah", by=home.ruth)
    page = listed(home, by="amina")
    assert "A feeding tube" in page and "The council" in page
    pages = (("refusal_new", home.jo.pk), ("advocate_new", home.jo.pk), ("send", refusal.pk), ("withdrawn", refusal.pk))
    for name, row_id in (*pages, ("answer", sent.pk), ("step", asked.pk)):
        address = reverse(f"authority:{name}", args=[row_id])
        assert address not in page
        assert arrange.signed_in(home.amina).get(address).status_code == 403
        assert arrange.signed_in(home.neighbour).get(address).status_code == 404
