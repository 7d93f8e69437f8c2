"""The pages of a ladder: a try in a few presses, each step with its tries, and moving through the one door."""

from datetime import date
from typing import Any

from django.urls import reverse
from tests.web import arrange

from throughline.access import scope
from throughline.base.ids import new_id
from throughline.plan import queries
from throughline.plan.climbing import stage_of
from throughline.plan.models import Version
from throughline.practice.models import Reissue, Trial

TAPS = {"support": "prompts", "went_well": ["Kept calm"], "was_hard": ["Looks back twice"], "new_risk": "no", "how_told": "said"}


def get(home: arrange.House, page: str, *args: Any, by: str = "tom", status: int = 200, query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(page, args=args) + query)
    assert response.status_code == status
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "tom", query: str = "", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(page, args=args) + query, given)


def now(home: arrange.House, ladder: Any) -> int:
    publication = queries.in_force(scope.sight(home.ruth, home.jo.pk), ladder.item)
    stage = stage_of(publication.version if publication else None)
    assert stage is not None
    return stage.position


def test_it_works(home: arrange.House, ladder: Any) -> None:
    """From the tile on Today through the sheet to the ladder, where the try is a dot with words."""
    sheet = f"{reverse('ladders:new', args=[ladder.item_id])}?step={ladder.steps.first().pk}"
    assert sheet in get(home, "today:today", query=f"?p={home.jo.pk}")
    page = get(home, "ladders:new", ladder.item_id, query=f"?step={ladder.steps.first().pk}")
    assert page.index("know the way.") < page.index("How did Jo do it?") < page.index("What was hard?") < page.index("No new risk. Save")
    assert "Looks back twice" in page and "Stop if: Jo sits down" in page  # of Jo's own card
    response = post(home, "ladders:new", ladder.item_id, **TAPS, step=ladder.steps.first().pk, id=str(new_id()))
    row = Trial.objects.get()
    assert response.url == f"{reverse('ladders:ladder', args=[ladder.item_id])}?new={row.pk}"
    page = arrange.signed_in(home.tom).get(response.url).content.decode()
    assert "Jo is on step 1 of 3. 1 of 1 went well." in page and "●" in page and "With prompts, 19 May" in page
    assert "1 of 1 recorded" in get(home, "today:today", query=f"?p={home.jo.pk}")
    timeline = get(home, "people:timeline", home.jo.pk)
    assert timeline.count("Together: With prompts") == 1 and "Offered, said yes" not in timeline


def test_what_is_missing_comes_back_with_what_was_written(home: arrange.House, ladder: Any) -> None:
    page = post(home, "ladders:new", ladder.item_id, **TAPS | {"support": "", "words": "They know me."}).content.decode()
    assert "Say how it was done." in page and "They know me." in page
    assert not Trial.objects.exists()


def test_a_new_risk_stands_on_the_ladder_until_somebody_looked(home: arrange.House, ladder: Any) -> None:
    post(home, "ladders:new", ladder.item_id, **TAPS | {"new_risk": "yes", "risk": "The road is up."})
    page = get(home, "ladders:ladder", ladder.item_id, by="ruth")
    assert "Look at the risks again" in page and "The road is up" in page
    assert reverse("ladders:risks", args=[ladder.item_id]) not in get(home, "ladders:ladder", ladder.item_id)  # Tom writes no plan
    assert "A try showed a new risk." in get(home, "thread:thread", ladder.item_id)
    row = Trial.objects.get()
    sent = {"trials": [row.pk], "because": "We cross by the bank.", "do": "Cross by the bank"}
    response = post(home, "ladders:risks", ladder.item_id, by="ruth", **sent)
    version = Version.objects.get(number=2)
    assert response.url == reverse("plan:publish", args=[version.pk])
    post(home, "plan:publish", version.pk, by="ruth", decision="none", limits="no", message="The road is up.")
    assert "Look at the risks again" not in get(home, "ladders:ladder", ladder.item_id, by="ruth")
    assert Reissue.objects.get().trial == row


def test_it_moves_through_the_publish_page_alone(home: arrange.House, ladder: Any, at: Any) -> None:
    with at("2026-06-02 11:00"):
        voice = arrange.said(home, "You stay back.")
        response = post(home, "ladders:move", ladder.item_id, by="ruth", to="2", title="To the shop on my own", voice=voice.pk)
        version = Version.objects.get(number=2)
        assert response.url == reverse("plan:publish", args=[version.pk]) and now(home, ladder) == 1
        publish = lambda **given: post(home, "plan:publish", version.pk, by="ruth", limits="no", message="Step 2", **given)
        assert "rests on no decision" in publish(decision="none").content.decode()
        decision = arrange.decided(home, arrange.question(home), voice, outcome="Somebody behind")
        assert publish(decision=decision.pk).status_code == 302 and now(home, ladder) == 2
        page = get(home, "ladders:ladder", ladder.item_id, by="amina")
    assert "Since 2 June. Agreed with Jo, 2 June." in page and str(decision) in page


def test_a_step_back_is_shown_as_moving_on_is(home: arrange.House, ladder: Any, at: Any) -> None:
    with at("2026-05-20 11:00"):
        arrange.moves(home, ladder.item, 2)
    with at("2026-05-22 11:00"):
        arrange.moves(home, ladder.item, 1, reason="A dog.", told="Jo nodded.", try_again_on=date(2026, 6, 2))
        page = get(home, "ladders:ladder", ladder.item_id, by="amina")
    assert "Back on 22 May. Agreed with Jo, 22 May. A dog. Jo was told: Jo nodded. Try again on 2 June." in page
    assert get(home, "ladders:move", ladder.item_id, status=403)


def test_put_right_the_first_words_stay_and_taken_back_it_says_so(home: arrange.House, ladder: Any) -> None:
    row = arrange.tried(home, ladder)
    sent = {"support": "help", "new_risk": "no", "reason": "I took Jo’s arm."}
    page = arrange.signed_in(home.tom).get(post(home, "ladders:correct", row.pk, **sent).url).content.decode()
    assert "With help" in page and "Alone" in page and "I took Jo’s arm." in page
    last = Trial.objects.current().get()
    post(home, "ladders:mistake", last.pk, reason="It was Sam.")
    assert "Entered by mistake. Taken back by Tom" in get(home, "ladders:trial", last.pk)


def test_the_card_says_where_jo_is_and_when_to_stop(home: arrange.House, ladder: Any) -> None:
    page = get(home, "plan:card", ladder.item_id)
    assert (
        reverse("ladders:new", args=[ladder.item_id]) in page
        and "Step 1 of 3" in page
        and page.index("Together") < page.index("Walk beside Jo") < page.index("Stop if")
    )
    assert "Jo stays in" not in page  # why it is worth it is in the plan
    paper = get(home, "plan:cards", home.jo.pk)
    assert "Step 1 of 3" in paper and "Stop if" in paper


def test_it_is_written_short_and_begins_where_somebody_says(home: arrange.House) -> None:
    steps = {
        "stage-0-text": "Together",
        "stage-0-support": "Walk beside Jo",
        "stage-1-text": "Alone",
        "stage-1-in_a_row": "5",
        "stage_now": "2",
    }
    sent = {"title": "The bus", "look_again_if": "Jo asks", "part_harm": "Jo waits for the car", "go": "keep", **steps}
    post(home, "plan:item_new", home.jo.pk, by="ruth", query="?kind=risk_ladder", **sent)
    version = Version.objects.get()
    assert [(each.text, each.in_a_row, each.is_current) for each in version.stages.all()] == [("Together", 3, False), ("Alone", 5, True)]
    page = get(home, "plan:version", version.pk, by="ruth")
    assert "5 tries in a row that go well" in page and "Jo waits for the car" in page


def test_written_again_the_steps_stay_and_only_the_ladder_moves(home: arrange.House, ladder: Any) -> None:
    arrange.moves(home, ladder.item, 2)
    page = get(home, "plan:write", ladder.item_id, by="ruth")
    assert 'name="stage_now"' not in page and "Somebody behind" in page
    rows = {f"stage-{n}-text": text for n, text in enumerate(("Together", "Twenty steps behind", "Alone"))}
    sent = {"title": "The shop", "look_again_if": "Jo asks", "seen": "2", "go": "keep", **rows}
    post(home, "plan:write", ladder.item_id, by="ruth", **sent)
    stage = stage_of(Version.objects.get(number=3))
    assert stage is not None and (stage.position, stage.text) == (2, "Twenty steps behind")
