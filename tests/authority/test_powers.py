"""Who can decide by law, as it is written down: only claimed until somebody sees the papers, put right, ended, entered by mistake."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.authority import papers
from tests.web import arrange

from throughline.access.models import CircleMember, Grant
from throughline.access.scope import sight
from throughline.authority import actions, law, queries
from throughline.authority.models import Authority, AuthorityEnded, Proof
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written

YESTERDAY = papers.TODAY - timedelta(days=1)


def of_jo(home: arrange.House) -> Any:
    return sight(home.ruth, home.jo.pk)


def faults(row: Authority, on: date = papers.TODAY, area: str = "home", acting: int = 1, able: bool = False) -> tuple[str, ...]:
    return law.faults(queries.as_held(row, on), area=area, on=on, acting=acting, person_is_able=able)


def test_what_is_only_claimed_carries_nothing_until_somebody_sees_the_papers(home: arrange.House) -> None:
    row = papers.power(home)
    assert faults(row) == ("authority-unproven",)
    papers.seen(home, row)
    assert faults(row) == ()


def test_papers_seen_today_prove_nothing_about_yesterday(home: arrange.House) -> None:
    row = papers.power(home)
    papers.seen(home, row)
    assert faults(row, YESTERDAY) == ("authority-unproven",)


def test_registered_today_it_could_not_be_used_yesterday(home: arrange.House) -> None:
    row = papers.power(home, registered_on=papers.TODAY)
    papers.seen(home, row, on=YESTERDAY)
    assert (faults(row, YESTERDAY), faults(row)) == (("authority-unregistered",), ())


def test_two_who_act_together_both_decide_and_a_replacement_waits(home: arrange.House) -> None:
    ann = arrange.actions.add_contact(person=home.jo, name="Ann", kind="circle", relationship="neighbour", by=home.ruth)
    holders = [Holder(contact=arrange.mum(home)), Holder(contact=papers.gwen(home)), Holder(contact=ann, replacement=True)]
    told = {"areas": ["home"], "registered_on": papers.REGISTERED, "how_act": "jointly"}
    row = actions.write_authority(person=home.jo, kind="lpa_welfare", holders=holders, by=home.ruth, **told)
    papers.seen(home, row)
    assert (faults(row, acting=1), faults(row, acting=2)) == (("authority-joint",), ())


def test_whoever_can_decide_is_found_by_part_of_life_and_day(home: arrange.House) -> None:
    row, jo = papers.power(home), of_jo(home)
    assert queries.attorneys_for(jo, "home", papers.TODAY) == []
    papers.seen(home, row)
    assert queries.attorneys_for(jo, "home", papers.TODAY) == [row]
    assert queries.attorneys_for(jo, "contact", papers.TODAY) == queries.attorneys_for(jo, "home", YESTERDAY) == []


def test_it_has_ended_and_what_was_before_stands(home: arrange.House) -> None:
    row = papers.power(home)
    papers.seen(home, row, on=YESTERDAY)
    actions.end_authority(authority=row, on=papers.TODAY, why="disclaimed", by=home.ruth)
    assert (faults(row, YESTERDAY), faults(row)) == ((), ("authority-ended",))
    with pytest.raises(Invalid, match="ended already"):
        actions.end_authority(authority=row, on=papers.TODAY, why="revoked", by=home.ruth)
    with pytest.raises(Invalid, match="ended already"):
        actions.correct_authority(authority=row, reason="The number was wrong", reference="2", by=home.ruth)


def test_what_is_put_right_has_to_be_seen_again(home: arrange.House) -> None:
    row = papers.power(home)
    papers.seen(home, row)
    later = actions.correct_authority(authority=row, reason="It covers contact too", areas=["home", "contact"], by=home.ruth)
    assert [each.contact.name for each in later.holders.all()] == ["Priya"]
    assert faults(later) == ("authority-unproven",)
    assert queries.authorities(of_jo(home)) == [later]
    assert queries.authority(of_jo(home), row.pk).areas == ["home", "treatment"], "the first words stay"
    with pytest.raises(Invalid, match="changed this meanwhile"):
        actions.correct_authority(authority=row, reason="Again", areas=[], by=home.ruth)
    with pytest.raises(Invalid, match="changed this meanwhile"):
        papers.seen(home, row)


def test_those_who_hold_it_can_be_put_right(home: arrange.House) -> None:
    row = papers.power(home)
    later = actions.correct_authority(authority=row, reason="It is Gwen", holders=[Holder(contact=papers.gwen(home))], by=home.ruth)
    assert [each.contact.name for each in queries.originals(later)] == ["Gwen"]


def test_papers_seen_by_mistake_are_seen_no_more(home: arrange.House) -> None:
    row = papers.power(home)
    proof = papers.seen(home, row)
    actions.take_back(row=proof, reason="They were Sam's", by=home.ruth)
    assert faults(row) == ("authority-unproven",) and Proof.objects.count() == 2


def test_an_ending_entered_by_mistake_ends_nothing(home: arrange.House) -> None:
    row = papers.power(home)
    papers.seen(home, row)
    ended = actions.end_authority(authority=row, on=papers.TODAY, why="died", by=home.ruth)
    actions.take_back(row=ended, reason="Another Priya", by=home.ruth)
    assert faults(row) == () and AuthorityEnded.objects.count() == 2


def test_an_authority_entered_by_mistake_is_gone_from_the_list(home: arrange.House) -> None:
    row = papers.power(home)
    actions.take_back(row=row, reason="It is Sam's", by=home.ruth)
    assert queries.authorities(of_jo(home)) == [] and Authority.objects.count() == 2


def test_the_list_as_it_was(home: arrange.House, at: Any) -> None:
    row = papers.power(home)
    with at("2026-03-05 10:00"):
        papers.seen(home, row)
        actions.end_authority(authority=row, on=date(2026, 3, 5), why="revoked", by=home.ruth)
    then, now = queries.papers(of_jo(home), clock.end_of(papers.TODAY)), queries.papers(of_jo(home))
    assert [(each.proofs, each.ended) for each in then] == [((), None)]
    assert [(len(each.proofs), each.ended is None) for each in now] == [(1, False)]


def test_somebody_elses_people_hold_nothing_here(home: arrange.House) -> None:
    ann = arrange.actions.add_contact(person=home.sam, name="Ann", kind="circle", relationship="neighbour", by=home.ruth)
    with pytest.raises(Invalid, match="not among Jo's people"):
        papers.power(home, ann)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"holders": []}, "holders"),
        ({"kind": "court_order", "holders": []}, "allows"),
        ({"areas": ["everything"]}, "areas"),
        ({"kind": "mum"}, "kind"),
    ],
)
def test_what_is_incomplete_is_refused_and_says_what_to_write(home: arrange.House, told: dict[str, Any], field: str) -> None:
    given = {"kind": "lpa_welfare", "holders": [Holder(contact=arrange.mum(home))]} | told
    with pytest.raises(Invalid) as invalid:
        actions.write_authority(person=home.jo, by=home.ruth, **given)
    assert list(invalid.value.faults) == [field] and not Authority.objects.exists()


def test_nobody_holds_it_twice(home: arrange.House) -> None:
    priya = arrange.mum(home)
    with pytest.raises(Invalid, match="named twice"):
        papers.power(home, priya, priya, how_act="jointly")


def test_nobody_has_seen_papers_tomorrow(home: arrange.House) -> None:
    row, tomorrow = papers.power(home), papers.TODAY + timedelta(days=1)
    with pytest.raises(Invalid, match="not come yet"):
        papers.seen(home, row, on=tomorrow)
    with pytest.raises(Invalid, match="not come yet"):
        actions.end_authority(authority=row, on=tomorrow, why="revoked", by=home.ruth)


def test_support_workers_do_not_write_down_who_decides(home: arrange.House) -> None:
    row = papers.power(home)
    for who in (home.amina, home.tom, home.neighbour):
        with pytest.raises(Refused, match="who can decide for Jo by law"):
            papers.seen(home, row, by=who)
    with pytest.raises(NotFound):
        sight(home.neighbour, home.jo.pk)


def test_a_team_leader_does_and_another_leader_does_not_take_it_back(home: arrange.House) -> None:
    leader = arrange.worker("Ann", home.ruth, role="team_leader", service=home.elm)
    row = papers.power(home)
    proof = papers.seen(home, row, by=leader)
    with pytest.raises(Refused, match="what somebody else wrote"):
        actions.take_back(row=row, reason="x", by=leader)
    actions.take_back(row=proof, reason="They were Sam's", by=leader)


def test_sent_twice_it_is_one_record(home: arrange.House) -> None:
    priya, once = arrange.mum(home), Written(id=new_id())
    rows = [papers.power(home, priya, written=once) for _ in range(2)]
    assert rows[0] == rows[1] and Authority.objects.count() == 1


def test_everything_done_is_in_the_journal(home: arrange.House) -> None:
    row = papers.power(home)
    papers.seen(home, row)
    actions.end_authority(authority=row, on=papers.TODAY, why="revoked", by=home.ruth)
    verbs = Event.objects.filter(verb__startswith="authority.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["authority.written-down", "authority.papers-seen", "authority.ended"]


def test_an_authority_opens_no_record(home: arrange.House) -> None:
    """Being an attorney is no key: what they may see is granted by itself."""
    papers.seen(home, papers.power(home))
    assert not Grant.objects.exists() and not CircleMember.objects.exists()


def test_law_3_papers_are_neither_seen_nor_registered_before_they_were_made(home: arrange.House) -> None:
    made = papers.TODAY - timedelta(days=2)
    with pytest.raises(Invalid) as refused:
        papers.power(home, made_on=made, registered_on=made - timedelta(days=1))
    assert set(refused.value.faults) == {"registered_on"}
    power = papers.power(home, made_on=made, registered_on=made)
    with pytest.raises(Invalid, match="nobody can have seen it then"):
        papers.seen(home, power, on=made - timedelta(days=1))
    assert papers.seen(home, power, on=made).seen_on == made
