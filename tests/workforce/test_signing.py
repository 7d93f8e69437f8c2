"""Signing somebody off for a key routine: what the law asks for, what makes a sign-off end, and what is seen before a shift."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.plan import actions as plan
from throughline.workforce import actions, law, queries
from throughline.workforce.law import Seen, Signed, Standing
from throughline.workforce.models import NewSignOff, SignOff

DAY = date(2026, 5, 19)
SEEN = [("One voice", True), ("Waits for Jo’s answer", True)]
GOOD: dict[str, Any] = {
    "is_own": False,
    "method": "observed",
    "result": "competent",
    "seen_on": DAY,
    "until_on": DAY + timedelta(days=365),
    "today": DAY,
    "has_agreement": True,
    "all_met": True,
    "has_conditions": False,
}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"is_own": True}, "worker"),
        ({"has_agreement": False}, "agreed_words"),
        ({"method": "knowledge"}, "method"),
        ({"all_met": False}, "criteria"),
        ({"result": "supervised"}, "conditions"),
        ({"result": "not_yet"}, "conditions"),
        ({"until_on": None}, "until_on"),
        ({"until_on": DAY - timedelta(days=1)}, "until_on"),
        ({"until_on": DAY + timedelta(days=367)}, "until_on"),
        ({"seen_on": DAY + timedelta(days=1), "until_on": DAY + timedelta(days=2)}, "seen_on"),
    ],
)
def test_what_the_law_asks_for(change: dict[str, Any], field: str) -> None:
    assert law.faults(Seen(**GOOD)) == {}
    assert list(law.faults(Seen(**GOOD | change))) == [field]


@pytest.mark.parametrize(
    "change",
    [
        {"method": "simulated", "has_agreement": False},  # without the person nobody asks the person
        {"method": "knowledge", "result": "supervised", "has_conditions": True, "all_met": False, "has_agreement": False},
        {"result": "not_yet", "until_on": None, "has_conditions": True, "all_met": False},
    ],
)
def test_what_the_law_does_not_ask_for(change: dict[str, Any]) -> None:
    assert law.faults(Seen(**GOOD | change)) == {}


@pytest.mark.parametrize(
    ("signed", "version", "needing", "expected"),
    [
        (None, 1, (), Standing.NONE),
        (Signed(1, "competent", DAY), 1, (1,), Standing.LIVE),
        (Signed(1, "supervised", DAY), 1, (), Standing.SUPERVISED),
        (Signed(1, "not_yet", None), 1, (), Standing.NOT_YET),
        (Signed(1, "competent", DAY - timedelta(days=1)), 1, (), Standing.OVER),
        (Signed(1, "competent", DAY), 2, (2,), Standing.CHANGED),
        (Signed(1, "competent", DAY), 3, (2,), Standing.CHANGED),  # one in between needed it
        (Signed(1, "competent", DAY), 3, (), Standing.LIVE),
        (Signed(2, "competent", DAY), 2, (1, 2), Standing.LIVE),
        (Signed(2, "competent", DAY), 2, (3,), Standing.LIVE),  # what is not in force yet changes nothing
    ],
)
def test_whether_a_sign_off_holds(signed: Signed | None, version: int, needing: tuple[int, ...], expected: Standing) -> None:
    assert law.standing(signed, version, needing, DAY) is expected


@pytest.fixture
def key(home: arrange.House) -> Any:
    """Jo’s quiet afternoon is a key routine: its version in force."""
    version = arrange.routine(home)
    actions.keep_key_routine(item=version.item, subject="communication", criteria="One voice\nWaits for Jo’s answer", by=home.ruth)
    return version


def sign(home: arrange.House, version: Any, worker: Any = None, by: Any = None, **more: Any) -> SignOff:
    told = {"method": "observed", "result": "competent", "agreed_words": "Jo nodded.", "until_on": clock.today() + timedelta(days=90)}
    return actions.sign_off(worker=worker or home.amina, version=version, seen=SEEN, by=by or home.ruth, **(told | more))


def stands(home: arrange.House, item: Any, worker: Any = None) -> Standing:
    (card,) = queries.in_force([home.jo.pk], queries.TEAM).filter(item=item)
    return queries.signing([item.pk], queries.TEAM).standing((worker or home.amina).pk, card, clock.today())


def test_signed_off_with_the_persons_part_in_it(home: arrange.House, key: Any, at: Any) -> None:
    voice = arrange.said(home, "She waits for me.")
    row = sign(home, key, voice=voice, feedback="Jo was pleased.")
    assert (row.author, row.worker, row.version, row.voice) == (home.ruth, home.amina, key, voice)
    assert [(each.text, each.met) for each in row.criteria.all()] == SEEN
    assert stands(home, key.item) is Standing.LIVE and stands(home, key.item, home.tom) is Standing.NONE
    with at("2026-09-01 09:00"):
        assert stands(home, key.item) is Standing.OVER


def test_nobody_signs_for_themself_nor_without_the_role(home: arrange.House, key: Any, leader: Any) -> None:
    for worker, by in ((leader, leader), (home.tom, home.amina), (home.amina, home.neighbour)):
        with pytest.raises(Refused):
            sign(home, key, worker=worker, by=by)
    assert sign(home, key, worker=home.tom, by=leader)
    assert not SignOff.objects.exclude(worker=home.tom).exists()


def test_a_sign_off_cites_nobody_elses_words_and_is_for_a_key_routine(home: arrange.House, key: Any) -> None:
    from throughline.conversations import actions as conversations

    sams = conversations.keep_voice(person=home.sam, how_told="said", words="Fine.", by=home.amina)
    with pytest.raises(Invalid, match="somebody else"):
        sign(home, key, voice=sams)
    with pytest.raises(Invalid, match="no key routine"):
        sign(home, arrange.routine(home, title="Tea"))


@pytest.mark.parametrize(("anew", "expected"), [(True, Standing.CHANGED), (None, Standing.CHANGED), (False, Standing.LIVE)])
def test_whoever_publishes_says_whether_it_needs_a_new_one(home: arrange.House, key: Any, anew: bool | None, expected: Standing) -> None:
    sign(home, key)
    later = plan.write(item=key.item, title="Quiet afternoon", by=home.ruth)
    actions.publish(version=later, message="Dinner is at 5", sign_off_anew=anew, by=home.ruth)
    assert stands(home, key.item) is expected
    assert NewSignOff.objects.count() == (0 if anew is None else 1)
    sign(home, later)
    assert stands(home, key.item) is Standing.LIVE


def test_corrected_and_struck_through_with_a_reason(home: arrange.House, key: Any, leader: Any) -> None:
    row = sign(home, key, by=leader)
    with pytest.raises(Refused):
        actions.mistake_sign_off(row=row, reason="x", by=home.amina)
    with pytest.raises(Invalid):
        actions.correct_sign_off(row=row, seen=SEEN, reason=" ", place="The lounge", by=leader)
    later = actions.correct_sign_off(row=row, seen=SEEN, reason="In the lounge", place="The lounge", by=leader)
    assert (later.amends_id, later.place, later.criteria.count()) == (row.pk, "The lounge", 2)
    assert not queries.is_standing(row) and queries.is_standing(later)
    actions.mistake_sign_off(row=later, reason="It was Tom whom I watched.", by=home.ruth)
    assert stands(home, key.item) is Standing.NONE
    with pytest.raises(Invalid, match="changed already"):
        actions.mistake_sign_off(row=later, reason="again", by=home.ruth)


def test_no_key_routine_any_more(home: arrange.House, key: Any) -> None:
    seen = scope.sight(home.ruth, home.jo.pk)
    row = queries.key_of(seen, key.item)
    with pytest.raises(Invalid, match="already"):
        actions.keep_key_routine(item=key.item, subject="risk", criteria="x", by=home.ruth)
    actions.change_key_routine(key=row, is_key=False, reason="Everybody does it like this.", by=home.ruth)
    assert queries.key_of(seen, key.item) is None


def rota(home: arrange.House, *emails: str) -> None:
    lines = "\n".join(f"{email}@example.org,Elm House,2026-05-19,14:00,22:00" for email in emails)
    actions.bring_shifts(rota=queries.resolve(home.ruth, *law.read(f"email,home,day,from,to\n{lines}")), by=home.ruth)


def looked(home: arrange.House, by: Any) -> list[tuple[str, list[str], int]]:
    now = clock.now()
    seen = queries.lookout(by, now, now + timedelta(hours=12))
    return [(each.user.name, [gap.standing.value for gap in seen.gaps(each)], len(seen.unread(each))) for each in seen.presences]


def test_gaps_are_seen_before_the_shift(home: arrange.House, key: Any, leader: Any) -> None:
    rota(home, "amina", "tom")
    sign(home, key)
    assert looked(home, leader) == looked(home, home.ruth) == [("Amina", [], 1), ("Tom", ["none"], 1)]
    actions.read_card(version=key, by=home.tom)
    assert looked(home, leader)[1] == ("Tom", ["none"], 0)
    assert looked(home, home.amina) == []


def test_gaps_of_a_pass_are_those_of_its_people(home: arrange.House, key: Any, leader: Any) -> None:
    hours = {"from_at": clock.now(), "until_at": clock.now() + timedelta(hours=8)}
    actions.make_pass(people=[home.sam], name="Kim", by=leader, **hours)
    assert looked(home, leader) == [("Kim", [], 0)]
    actions.make_pass(people=[home.jo], name="Lin", by=leader, **hours)
    assert looked(home, leader) == [("Kim", [], 0), ("Lin", ["none"], 1)]


def test_looking_out_takes_as_many_queries_for_many_as_for_few(home: arrange.House, key: Any, django_assert_max_num_queries: Any) -> None:
    rota(home, "amina", "tom")
    for title in ("Morning", "Evening", "Night"):
        version = arrange.routine(home, title=title)
        actions.keep_key_routine(item=version.item, subject="risk", criteria="x", by=home.ruth)
    with django_assert_max_num_queries(12):
        assert len(looked(home, home.ruth)[0][1]) == 4
