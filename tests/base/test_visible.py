"""What people write can be seen, and reads the way it stands."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web import arrange

from throughline.access import actions
from throughline.base import visible
from throughline.base.errors import Invalid
from throughline.conversations import actions as conversations
from throughline.conversations.models import Voice
from throughline.people.models import Person
from throughline.web.forms import LongWords, Words

UNSEEN = st.sampled_from("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202e\u2066\u3164\u115f\u2800\u034f\ufe0f\u00a0\u2003 \n\t")
TURNING = st.sampled_from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Names as they are: of any letters, with what stands inside words of some scripts and in pictures.
NAMES = st.sampled_from(["Jo", "Siân", "Nguyễn", "أحمد", "Zoë-Ann O’Neil", "李", "مى‌خواهم", "👩‍🦽", "Jo\u200f"])


@given(st.text(UNSEEN, min_size=1).filter(str.strip))
def test_text_with_nothing_to_see_in_it_is_refused_in_a_line_and_in_words(text: str) -> None:
    assert visible.fault(text, one_line=True) and visible.fault(text, one_line=False)


@given(before=NAMES, turning=TURNING, after=NAMES)
def test_what_turns_the_direction_is_refused_in_a_line_and_kept_in_words(before: str, turning: str, after: str) -> None:
    assert visible.fault(before + turning + after, one_line=True)
    assert visible.fault(before + turning + after, one_line=False) is None


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="".join(visible.BLANK)), min_size=1) | NAMES)
def test_names_of_every_script_pass(text: str) -> None:
    assert visible.fault(text, one_line=True) is None


@dataclass(frozen=True)
class Case:
    text: str
    says: str


NOTHING, TURNED = Case("\u200b", "nothing to see"), Case("Jo\u202enas", "turns the direction")


@pytest.mark.django_db
@pytest.mark.parametrize("case", [NOTHING, TURNED])
def test_an_action_refuses_it_as_a_name(case: Case) -> None:
    home = arrange.house()
    with pytest.raises(Invalid, match=case.says):
        actions.add_person(service=home.elm, name=case.text, by=home.ruth)
    assert not Person.objects.filter(name=case.text).exists()


@pytest.mark.django_db
def test_an_action_refuses_a_voice_that_nobody_can_read() -> None:
    home = arrange.house()
    with pytest.raises(Invalid, match="nothing to see"):
        conversations.keep_voice(person=home.jo, how_told="said", words="\u200b\u2060", by=home.amina)
    assert not Voice.objects.exists()


@pytest.mark.parametrize("field", [Words("Name"), LongWords("Words")], ids=["line", "words"])
def test_a_form_says_it_beside_the_box(field: Words | LongWords) -> None:
    with pytest.raises(Exception, match="nothing to see"):
        field.clean("\u200b")
