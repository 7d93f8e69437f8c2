"""`throughline demo`: into an empty database, and never into somebody's."""

import io
import os

import pytest

from throughline import cli
from throughline.access import actions as setup
from throughline.accounts.models import Provider, User
from throughline.config import serving
from throughline.demo import commands
from throughline.demo.stories.cast import CIRCLE_SIGN_INS, PASSWORD, SIGN_INS
from throughline.people.models import Person


def test_the_stories_go_into_an_empty_database(db: None) -> None:
    out = io.StringIO()
    assert commands.demo(people=None, days=0, seed=0, out=out) == 0
    for each in (*SIGN_INS, *CIRCLE_SIGN_INS):
        assert each.email in out.getvalue()
        assert User.objects.get(email=each.email).check_password(PASSWORD)
    assert PASSWORD in out.getvalue()


def test_a_provider_who_is_there_is_left_alone(db: None) -> None:
    Provider.objects.create(name="Somebody’s")
    out = io.StringIO()
    assert commands.demo(people=3, days=3, seed=1, out=out) == 1
    assert "holds a provider already" in out.getvalue()
    assert Provider.objects.count() == 1 and not Person.objects.exists()


@pytest.mark.parametrize("people", [1, 9])
def test_a_synthetic_provider_says_how_large_it_is_and_who_signs_in(db: None, people: int) -> None:
    out = io.StringIO()
    assert commands.demo(people=people, days=5, seed=1, out=out) == 0
    assert f"{people} people, {people * 5} daily notes" in out.getvalue()
    assert Person.objects.count() == people
    for each in ("manager@made-up.example", "leader.1@made-up.example", "worker1.1@made-up.example"):
        assert each in out.getvalue()
        assert User.objects.get(email=each).check_password(PASSWORD)


def test_the_demos_sign_ins_are_never_told_over_a_real_provider(db: None, capsys) -> None:
    setup.change_provider(by=setup.create_manager(name="Ruth", email="ruth@example.org", password="a quiet chair by the door"), name="Real")
    serving.fill_with_demo()
    said = capsys.readouterr().out
    assert PASSWORD not in said and "holds a provider already" in said


def test_the_demo_of_run_has_a_place_of_its_own(monkeypatch) -> None:
    """`make run` leaves the place of a provider's own records alone, so that `create-manager` finds it empty."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("THROUGHLINE_FILES", raising=False)
    monkeypatch.setattr(cli, "run_server", lambda given: 0)
    monkeypatch.setattr("django.setup", lambda: None)
    for asked, place in (("run", None), ("run --demo", "sqlite:///data/demo.sqlite3")):
        assert cli.main(asked.split()) == 0
        assert os.environ.get("DATABASE_URL") == place
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("THROUGHLINE_FILES")
