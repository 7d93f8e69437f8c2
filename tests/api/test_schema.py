"""The API against its own document: whatever the document allows, and what it does not, with every kind of token.

Nothing that schemathesis makes up may break the server, be answered in another shape than was promised, or get in without a token.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from tests.api.conftest import Door
from tests.web import arrange

from throughline.api.choices import Scope

TRIES = settings(
    max_examples=10,  # of each call, kind of token and mode
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
FEW = settings(TRIES, max_examples=3)  # for tokens that are turned away, or open what the right one opens as well
CALLS = 17
# What each kind of token may be answered at all; None: anything that the document promises.
SHUT: dict[str, set[int] | None] = dict.fromkeys(("none", "ended", "over", "made up"), {401})
KINDS = SHUT | dict.fromkeys((*(each.value for each in Scope), "elm", "right"))


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The calls stay in the test's own transaction: a served request would close its connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def operations() -> list[Any]:
    """Every call, from the document as it is served."""
    schema = schemathesis.openapi.from_wsgi(reverse("api:openapi-json"), get_wsgi_application())
    return [found.ok() for found in schema.get_all_operations()]


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_can_be_sent_breaks_it(door: Door, kind: str, mode: GenerationMode) -> None:
    arrange.recorded(door.home, arrange.routine(door.home))
    token, every = door.tokens[kind], operations()
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    assert len(every) == CALLS
    for operation in every:
        answers = _try(operation, mode, headers, str(door.home.jo.pk), TRIES if kind == "right" else FEW)
        assert answers, operation.label
        assert kind != "right" or mode is GenerationMode.NEGATIVE or operation.method != "get" or 200 in answers, operation.label
        assert KINDS[kind] is None or answers <= KINDS[kind], operation.label


def _try(operation: Any, mode: GenerationMode, headers: dict[str, str], person: str, tries_of: settings) -> set[int]:
    """What a call answers to what is made up for it; what fits is made up for somebody who is there."""
    about = {"path_parameters": {"person_id": person}} if "{person_id}" in operation.path and mode is GenerationMode.POSITIVE else {}
    answers: set[int] = set()

    @tries_of
    @given(case=operation.as_strategy(generation_mode=mode, headers=headers, **about))
    def tries(case: Any) -> None:
        response = case.call(headers=headers)
        case.validate_response(response, headers=headers)
        answers.add(response.status_code)

    tries()
    return answers
