"""Of several people, whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from ...about_person import portrait
from ...parts import Portrait


@dataclass(frozen=True)
class ChoosePage:
    people: tuple[tuple[str, Portrait], ...]


def choose_page(links: Iterable[Any]) -> ChoosePage:
    """By name, as they come."""
    return ChoosePage(tuple((reverse("circle:home", args=[each.person_id]), portrait(each.person)) for each in links))
