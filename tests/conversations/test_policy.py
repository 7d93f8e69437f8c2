"""Who may write down what was said, and who may amend it: truth tables."""

import pytest
from tests.web import arrange

from throughline.base.answers import Answer
from throughline.conversations import policy

WHO = ("ruth", "leader", "amina", "tom", "neighbour", "quality", "owner", "admin")


@pytest.fixture
def everybody(home: arrange.House) -> dict[str, object]:
    """One of each role; Amina is a support worker, Tom an agency worker, the Oak Lodge worker works elsewhere."""
    found = {name: getattr(home, name) for name in ("ruth", "amina", "tom", "neighbour")}
    found["leader"] = arrange.worker("Lin", home.ruth, role="team_leader", service=home.elm)
    for key, role in (("quality", "quality_lead"), ("owner", "owner"), ("admin", "administrator")):
        found[key] = arrange.worker(key.title(), home.ruth, role=role)
    return found


def yes(answers: dict[str, Answer]) -> set[str]:
    return {name for name, answer in answers.items() if answer}


def test_who_may_write_down_a_voice(home: arrange.House, everybody: dict[str, object]) -> None:
    assert yes({name: policy.may_keep_voice(user, home.jo) for name, user in everybody.items()}) == {"ruth", "leader", "amina", "tom"}


def test_who_may_write_down_a_conversation(home: arrange.House, everybody: dict[str, object]) -> None:
    assert yes({name: policy.may_keep_conversation(user, home.jo) for name, user in everybody.items()}) == {"ruth", "leader", "amina"}


def test_who_may_second_what_amina_saw(home: arrange.House, everybody: dict[str, object]) -> None:
    voice = arrange.showed(home)
    assert yes({name: policy.may_second(user, voice) for name, user in everybody.items()}) == {"ruth", "leader", "tom"}


def test_who_may_amend_what_amina_wrote(home: arrange.House, everybody: dict[str, object]) -> None:
    """Its author, and whoever answers for the record."""
    voice = arrange.said(home)
    assert yes({name: policy.may_amend(user, voice) for name, user in everybody.items()}) == {"ruth", "amina"}


def test_a_no_says_why_and_what_to_do(home: arrange.House, everybody: dict[str, object]) -> None:
    assert "Ask the registered manager." in policy.may_keep_voice(everybody["neighbour"], home.jo).reason
    assert "somebody else" in policy.may_second(home.amina, arrange.showed(home)).reason
