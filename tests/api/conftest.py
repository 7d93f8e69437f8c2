"""Elm Support with other systems at its door: one for each kind of token."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.api import actions
from throughline.api.choices import Scope
from throughline.base import clock

NOW = "2026-05-19T13:45:00+01:00"  # of whatever comes in


@dataclass(frozen=True)
class Door:
    """The house, and a token of each kind. `client(kind)` is a system that sends it."""

    home: arrange.House
    tokens: dict[str, str]

    def client(self, kind: str) -> Client:
        token = self.tokens.get(kind, kind)
        return Client(headers={"authorization": f"Bearer {token}"}) if token else Client()


def let_in(home: arrange.House, *scopes: str, service: Any = None, days: int = 30) -> Any:
    given = {"scopes": scopes or Scope.values, "until_on": clock.today() + timedelta(days=days)}
    return actions.let_in(name="Care app", service=service, by=home.ruth, **given)


@pytest.fixture
def door(db: None, at: Any) -> Iterator[Door]:
    """At two in the afternoon of a Tuesday. `wrong` has no scope that anything but it asks for; `elm` is for Elm House alone."""
    with at("2026-05-18 09:00"):
        home = arrange.house()
        yesterday = let_in(home, days=0)
        ended = let_in(home)
        actions.end_integration(integration=ended.integration, by=home.ruth)
    with at("2026-05-19 14:00"):
        right, elm = let_in(home), let_in(home, service=home.elm)
        tokens = {"none": "", "ended": ended.token, "over": yesterday.token, "right": right.token, "elm": elm.token, "made up": "tl_x"}
        one_each = {scope: let_in(home, scope).token for scope in Scope.values}
        yield Door(home, tokens | one_each)


def call(door: Door, name: str, *args: Any, sent: Any = None, kind: str = "right", **query: Any) -> Any:
    """A call of the API: with something that is sent, or asking."""
    client = door.client(kind)
    path = reverse(f"api:{name}", args=args)
    return client.post(path, sent, content_type="application/json") if sent is not None else client.get(path, query)
