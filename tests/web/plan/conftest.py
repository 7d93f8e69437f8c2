"""The demo's stories, read by those who sign in to them; and short ways to their plans."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.web.arrange import signed_in

from throughline.access import scope
from throughline.plan import actions, queries


@pytest.fixture
def amina(cast: Any) -> Client:
    """She leads the team of Elm House, and writes its plans."""
    return signed_in(cast.amina)


@pytest.fixture
def tom(cast: Any) -> Client:
    """He supports people on shift, and writes no plan."""
    return signed_in(cast.tom)


@pytest.fixture
def begun(cast: Any) -> Callable[..., Any]:
    """A version of a new item that nobody follows yet: `begun("routine", "A walk")`."""

    def begin(kind: str, title: str, **content: Any) -> Any:
        person = content.pop("person", cast.jo)
        return actions.begin(person=person, kind=kind, title=title, by=content.pop("by", cast.ruth), **content)

    return begin


@pytest.fixture
def in_force(cast: Any) -> Callable[[Any], Any]:
    """What is in force for an item."""

    def found(item: Any) -> Any:
        return queries.in_force(scope.sight(cast.ruth, item.person_id), item)

    return found


@pytest.fixture
def ruth(cast: Any) -> Client:
    """She manages both homes."""
    return signed_in(cast.ruth)
