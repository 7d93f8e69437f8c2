"""Authorities that come from another system: as they were, and no more is believed of them than their papers show."""

from datetime import date
from pathlib import Path

import pytest
from tests.exchange.folders import NOON, Life, bring_in, jos_life, record, row, write

from throughline.authority import law, queries
from throughline.authority.models import Advocacy, Authority

pytestmark = pytest.mark.django_db

DAY, LATER = date(2026, 3, 3), date(2026, 3, 10)


@pytest.fixture
def life() -> Life:
    return jos_life()


def faults(on: date = DAY, area: str = "home", acting: int = 1) -> tuple[str, ...]:
    held = queries.as_held(Authority.objects.get(), on)
    return law.faults(held, area=area, on=on, acting=acting, person_is_able=False)


def come_in(folder: Path, life: Life) -> None:
    code, said = bring_in(write(folder / "in", life))
    assert code == 0, said


def test_what_was_seen_and_in_force_there_is_so_here(tmp_path: Path, life: Life) -> None:
    come_in(tmp_path, life)
    assert (faults(), faults(LATER), Authority.objects.get().historic) == ((), ("authority-ended",), False)


def test_with_no_papers_it_is_only_claimed(tmp_path: Path, life: Life) -> None:
    del life["authority_proof"]
    come_in(tmp_path, life)
    assert faults() == ("authority-unproven",)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"registered_on": None}, "authority-unregistered"),
        ({"registered_on": "2026-03-04"}, "authority-unregistered"),
        ({"areas": []}, "authority-scope"),
        ({"areas": ["everything"]}, "authority-scope"),
        ({"kind": "lpa_property"}, "authority-kind"),
        ({"kind": "nearest_relative"}, "authority-kind"),
        ({"expires_on": "2026-03-02"}, "authority-expired"),
        ({"starts_on": "2026-03-04"}, "authority-not-begun"),
        ({"made_on": "2026-03-04"}, "authority-not-begun"),
        ({"made_on": "2025-01-01"}, "authority-unregistered"),
        ({"made_on": "2026-03-03", "kind": "deputy_welfare", "registered_on": None}, "authority-unproven"),
    ],
)
def test_what_carries_nothing_there_carries_nothing_here(tmp_path: Path, life: Life, changed: dict, code: str) -> None:
    row(life, "authority_authority", "power").update(changed)
    come_in(tmp_path, life)
    assert faults()[0] == code


def test_what_no_form_asked_for_there_is_historic_here(tmp_path: Path, life: Life) -> None:
    del life["authority_holder"]
    life["authority_advocacy"].append(record("nobody", NOON, kind="imca"))
    come_in(tmp_path, life)
    assert Authority.objects.get().historic
    assert {each.kind for each in Advocacy.objects.filter(historic=True)} == {"imca"}


def test_somebody_elses_mum_holds_nothing_of_jos(tmp_path: Path, life: Life) -> None:
    row(life, "people_contact", "priya")["person"] = "sam"
    code, said = bring_in(write(tmp_path / "in", life))
    assert code == 1 and "authority_holder.jsonl" in said and "a row of the same person" in said
