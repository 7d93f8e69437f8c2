"""A safeguarding concern: anybody on shift raises it, the manager alone reads it, and the duty does not wait for an agreement."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.web import arrange

from throughline.access import scope
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.decisions import actions, queries_safeguarding
from throughline.decisions.models import SafeguardingConcern

CONCERN = {
    "concern": "Jo’s purse was empty again after a visit.",
    "safe_now": "The visitor has gone. Jo has her purse with her.",
    "wants": "I want my money back. Do not shout at him.",
}


def raised(home: arrange.House, by: Any = None, **more: Any) -> SafeguardingConcern:
    return actions.raise_concern(person=home.jo, by=by or home.tom, **(CONCERN | more))


def stepped(home: arrange.House, row: SafeguardingConcern, kind: str, by: Any = None, **more: Any) -> Any:
    return actions.keep_concern_step(concern=row, kind=kind, by=by or home.ruth, **more)


def referred(home: arrange.House, row: SafeguardingConcern) -> Any:
    return stepped(home, row, "referred", to="Elm council", consent="agreed")


def test_anybody_on_shift_raises_one_and_it_is_for_the_manager(home: arrange.House) -> None:
    row = raised(home)
    assert (row.audience, row.topic, row.telling) == ("manager", "safeguarding", "not_yet")
    assert [each.row for each in queries_safeguarding.concerns(scope.sight(home.ruth, home.jo.pk))] == [row]


def test_whoever_raised_it_reads_back_only_that_they_did(home: arrange.House) -> None:
    row = raised(home)
    toms, aminas = scope.sight(home.tom, home.jo.pk), scope.sight(home.amina, home.jo.pk)
    assert queries_safeguarding.raised_by(toms) == [row.recorded_at]
    assert queries_safeguarding.raised_by(aminas) == []
    assert queries_safeguarding.concerns(toms) == queries_safeguarding.concerns(aminas) == []
    with pytest.raises(NotFound):
        queries_safeguarding.concern(toms, row.pk)


def test_somebody_of_another_home_raises_nothing(home: arrange.House) -> None:
    with pytest.raises(Refused):
        raised(home, by=home.neighbour)


@pytest.mark.parametrize("who", ["amina", "tom"])
def test_only_whoever_reads_it_says_what_was_done(home: arrange.House, who: str) -> None:
    with pytest.raises(Refused):
        stepped(home, raised(home), "safe", by=getattr(home, who), words="x")


def test_what_jo_wants_is_written_or_why_she_could_not_be_asked(home: arrange.House) -> None:
    with pytest.raises(Invalid) as invalid:
        raised(home, wants="")
    assert "wants" in invalid.value.faults
    assert raised(home, wants="", wants_because="Jo is asleep. Ruth asks her in the morning.").pk
    assert raised(home, wants="", voice=arrange.said(home, "I want my money.")).pk


def test_not_telling_needs_a_reason(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="Telling them is the rule"):
        raised(home, telling="not_told")
    assert raised(home, telling="not_told", telling_because="The visitor reads Jo’s phone.").pk


def test_the_duty_does_not_wait_for_an_agreement_and_the_reason_is_written(home: arrange.House) -> None:
    row = raised(home)
    with pytest.raises(Invalid) as invalid:
        stepped(home, row, "referred")
    assert set(invalid.value.faults) == {"to", "consent"}
    with pytest.raises(Invalid, match="without the person’s agreement"):
        stepped(home, row, "referred", to="Elm council", consent="said_no")
    assert stepped(home, row, "referred", to="Elm council", consent="said_no", rationale="Others may lose money too.").pk


def test_not_referring_needs_a_reason_too(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="Say why"):
        stepped(home, raised(home), "not_referred")


def test_it_is_closed_once_it_is_known_what_came_of_it_for_jo(home: arrange.House) -> None:
    row = raised(home)
    with pytest.raises(Invalid, match="whether it was referred"):
        stepped(home, row, "closed", rationale="Done.")
    referred(home, row)
    with pytest.raises(Invalid, match="what came of it"):
        stepped(home, row, "closed", rationale="Done.")
    stepped(home, row, "outcome", words="Jo has her money back, and says that she feels safe.")
    stepped(home, row, "closed", rationale="Jo is safe, and the council has ended its enquiry.")
    with pytest.raises(Invalid, match="closed already"):
        stepped(home, row, "safe", words="x")


def test_the_table_itself_holds_that_it_is_for_the_manager(home: arrange.House) -> None:
    row = raised(home)
    row.pk, row.audience = None, "team"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_the_law_of_the_home_applies(home: arrange.House) -> None:
    assert queries_safeguarding.jurisdictions(home.jo.pk) == ["england"]
    assert queries_safeguarding.jurisdictions(home.lee.pk) == ["wales"]
