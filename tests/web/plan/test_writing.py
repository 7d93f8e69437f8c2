"""Writing a plan item: its kind, its lines and steps, where they come from; nothing written is ever lost."""

import re

import pytest

from throughline.access import queries as access
from throughline.access import scope
from throughline.plan import actions, queries


@pytest.fixture
def sight(cast):
    return scope.sight(cast.amina, cast.jo.pk)


def written(**more):
    """A routine as it is sent."""
    sent = {
        "title": "A walk before breakfast",
        "own_words": "",
        "part_do": "- Ask Jo first\n2) Take the dog\n\n",
        "part_do_not": "Hurry",
        "step-0-text": "Offer the walk",
        "step-0-from_time": "7:30am",
        "step-0-to_time": "8am",
        "step-0-days": "weekdays",
        "go": "keep",
        "seen": "0",
    }
    return sent | more


def new(cast, query="?kind=routine"):
    return f"/p/{cast.jo.pk}/plan/new/{query}"


def newest(sight):
    """The version that was written last, with all of its parts."""
    item = queries.items(sight)[-1]
    return queries.latest_version(sight, item)


def test_it_works(cast, amina, sight):
    response = amina.post(new(cast), written(own_words=str(cast.swimming.pk)))
    version = newest(sight)
    assert response.url == f"/version/{version.pk}/"
    assert [(line.part, line.text) for line in version.lines.all()] == [("do", "Ask Jo first"), ("do_not", "Hurry"), ("do", "Take the dog")]
    (step,) = version.steps.all()
    assert (step.text, f"{step.from_time:%H:%M}", f"{step.to_time:%H:%M}", step.days) == ("Offer the walk", "07:30", "08:00", "weekdays")
    assert version.own_words_id == cast.swimming.pk


def test_the_kinds_are_explained_and_one_press_away(cast, amina):
    page = amina.get(new(cast, "")).content.decode()
    for kind in ("outcome", "routine", "communication", "profile", "what_helps", "risk_ladder", "money_plan", "checklist", "restriction"):
        assert f"?kind={kind}" in page
    assert "What stops" not in page
    assert "It always needs a decision." in page


@pytest.mark.parametrize(
    "kind", ["outcome", "communication", "profile", "what_helps", "risk_ladder", "money_plan", "checklist", "restriction"]
)
def test_every_kind_has_its_own_parts(cast, amina, kind):
    page = amina.get(new(cast, f"?kind={kind}")).content.decode()
    assert ("What do staff do if it happens anyway?" in page) == (kind == "what_helps")
    assert ("How will we know?" in page) == (kind == "outcome")
    assert ("How does Jo say no, or stop?" in page) == (kind == "communication")
    assert page.count("button-main") == 1


def test_the_person_s_words_come_first_and_newest_first(cast, amina):
    page = amina.get(new(cast)).content.decode()
    assert page.index("own_words") < page.index("part_do")
    assert page.index("Too loud at dinner.") < page.index("Pushed the plate away") < page.index("It gets too loud.")
    assert "If they do not go" not in page


def test_words_for_the_manager_alone_are_not_offered(cast, amina):
    assert str(cast.not_on_team.pk) not in amina.get(f"/p/{cast.lee.pk}/plan/new/?kind=routine").content.decode()


def test_a_form_with_mistakes_comes_back_with_every_word(cast, amina, sight):
    before = len(queries.items(sight))
    sent = written(
        title="", **{"step-0-to_time": "7am", "look_again_on_day": "40", "look_again_on_month": "1", "look_again_on_year": "2030"}
    )
    page = amina.post(new(cast), sent).content.decode()
    for words in ("Ask Jo first", "Hurry", "Offer the walk", "7:30am"):
        assert words in page
    assert "Write what it is called." in page
    assert "This is before it begins. Write a later time." in page
    assert "<title>Error: " in page
    assert len(queries.items(sight)) == before


def test_room_for_more_steps_loses_nothing(cast, amina):
    page = amina.post(new(cast), written(go="more", title="")).content.decode()
    assert "Offer the walk" in page
    assert 'name="step-7-text"' in page
    assert "Write what it is called." not in page


def test_a_draft_is_kept_for_its_author_and_ends_when_it_is_signed(cast, amina, sight):
    amina.post(new(cast), written(go="draft", title=""))
    draft = {"person": cast.jo, "form": "plan.routine", "about_id": None, "by": cast.amina}
    assert access.draft_of(**draft)
    page = amina.get(new(cast)).content.decode()
    assert "This is your draft. Only you see it." in page
    assert "Offer the walk" in page
    assert "Take the dog" in page
    amina.post(new(cast), written())
    assert access.draft_of(**draft) is None


def test_each_line_says_where_it_comes_from(cast, amina, sight):
    response = amina.post(new(cast), written(go="sources"))
    assert response.url.endswith("step=sources")
    page = amina.get(response.url).content.decode()
    assert page.index("Ask Jo first") < page.index("Take the dog") < page.index("Hurry")
    response = amina.post(response.url, {"line_0": f"v:{cast.swimming.pk}", "line_1": f"c:{cast.tom_would_go_out.pk}", "line_2": ""})
    sources = {line.text: line.voice or line.contribution for line in newest(sight).lines.all()}
    assert sources == {"Ask Jo first": cast.swimming, "Take the dog": cast.tom_would_go_out, "Hurry": None}


def test_sources_without_a_draft_lead_back_to_the_form(cast, amina):
    assert amina.get(new(cast, "?kind=routine&step=sources")).url == new(cast)


def test_a_new_version_begins_with_the_latest_and_keeps_its_sources(cast, amina, sight):
    item = cast.quiet_afternoon
    latest = queries.latest_version(sight, item)
    page = amina.get(f"/t/{item.pk}/write/").content.decode()
    for line in latest.lines.all():
        assert line.text in page
    sent = written(seen=str(latest.number), part_do="\n".join(line.text for line in latest.lines.all() if line.part == "do"))
    amina.post(f"/t/{item.pk}/write/", sent)
    later = queries.latest_version(sight, item)
    assert later.number == latest.number + 1
    known = {line.text: line.voice_id for line in latest.lines.all() if line.part == "do"}
    assert {line.text: line.voice_id for line in later.lines.all() if line.part == "do"} == known
    assert any(known.values())


def test_two_who_write_at_once_both_keep_their_words(cast, amina, sight):
    item = cast.quiet_afternoon
    seen = queries.latest_version(sight, item).number
    actions.write(item=item, title="Ruth’s words", by=cast.ruth)
    page = amina.post(f"/t/{item.pk}/write/", written(seen=str(seen))).content.decode()
    assert f"Ruth wrote version {seen + 1} meanwhile. Your words are safe." in page
    assert "Take the dog" in page
    assert f"Read version {seen + 1}" in page
    amina.post(f"/t/{item.pk}/write/", written(seen=str(seen + 1)))
    assert queries.latest_version(sight, item).number == seen + 2


def test_from_a_decision_to_a_card_in_four_steps(cast, amina, sight, in_force):
    """Make card, edit and keep, see it, publish (`ux.md`, journey 8)."""
    page = amina.get(new(cast, f"?decision={cast.quieter.pk}")).content.decode()
    assert "A quieter afternoon" in page
    kept = amina.post(new(cast, f"?decision={cast.quieter.pk}"), written())
    assert kept.url.endswith(f"/publish/?decision={cast.quieter.pk}")
    shown = amina.get(kept.url).content.decode()
    assert "What staff will see on a phone" in shown
    assert "Agreed with Jo, 3 March." in shown
    amina.post(kept.url, {"limits": "no", "decision": str(cast.quieter.pk), "message": "From Monday, as Jo decided."})
    assert in_force(newest(sight).item).decision == cast.quieter


def test_who_writes_no_plan_is_told_so(cast, tom):
    response = tom.get(new(cast))
    assert response.status_code == 403
    assert "write and publish the plan" in response.content.decode()
    assert tom.post(f"/t/{cast.tea.pk}/write/", written()).status_code == 403


def test_an_item_in_another_home_is_not_there(cast, amina):
    assert amina.get(f"/t/{cast.washing.pk}/write/").status_code == 404


def test_whether_staff_hold_jos_money_is_asked_outright(cast, amina, sight):
    address, sent = new(cast, "?kind=money_plan"), {"title": "£5 on Fridays", "own_words": "", "go": "keep", "seen": "0"}
    assert "Do staff hold Jo’s money, or limit how it is spent?" in amina.get(address).content.decode()
    assert "Say whether staff hold or limit Jo’s money." in amina.post(address, sent).content.decode()
    for answer, controlled in (("yes", True), ("no", False)):
        amina.post(address, sent | {"controls_money": answer})
        version = newest(sight)
        assert version.controls_money is controlled
        again = amina.get(f"/t/{version.item_id}/write/").content.decode()
        assert re.findall(r'name="controls_money" value="(\w+)"[^>]* checked', again) == [answer]


def test_only_a_money_plan_asks_about_money(cast, amina):
    assert "Do staff hold" not in amina.get(new(cast)).content.decode()
