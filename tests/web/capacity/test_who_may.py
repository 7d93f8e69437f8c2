"""What Jo refused beforehand, where somebody decides for Jo."""

import pytest
from django.urls import reverse
from tests.authority import papers
from tests.web import arrange

pytestmark = pytest.mark.django_db


def test_what_was_refused_beforehand_is_said_where_it_may_matter(home: arrange.House) -> None:
    papers.refusal(home)
    ruth = arrange.signed_in(home.ruth)
    for area, said in (("treatment", True), ("medication", True), ("care", True), ("money", False)):
        asked = arrange.decisions.ask(person=home.jo, text="What now?", area=area, impact="high", by=home.ruth)
        for page in ("capacity:for_them", "decisions:decide"):
            shown = ruth.get(reverse(page, args=[asked.pk])).content.decode()
            assert ("Jo said beforehand to which treatments they say no" in shown) is said
