"""Long forms in parts: nothing is left unasked, what is folded opens when it has to be put right, and says that something is in it."""

from throughline.web import forms
from throughline.web.forms import Part
from throughline.web.forms.choices import FoldedBoxes

JO = {"name": "Jo"}


class Asking(forms.Form):
    who = forms.Words("Who is it about?", missing="Say who.")
    level = forms.Choice("Money", choices=(("no", "No"), ("may", "May see")), in_row=True, optional=True)
    until = forms.Day("Until when?", optional=True)
    same = forms.Choice("The same over time?", choices=(("yes", "Yes"), ("unknown", "Not known yet")), initial="unknown", optional=True)
    words = forms.Choices("Which words?", choices=[(str(n), f"Words {n}") for n in range(7)], widget=FoldedBoxes(), optional=True)

    PARTS = (Part(("level",), "What %(name)s opens"), Part(("until", "same"), "More", folded=True))


def part(form: Asking, heading: str) -> forms.parts.ShownPart:
    return next(each for each in form.in_parts if each.heading == heading)


def names(shown: forms.parts.ShownPart) -> list[str]:
    return [field.name for field in shown.fields]


def test_what_no_part_names_comes_first():
    first, second, third = Asking(names=JO).in_parts
    assert names(first) == ["who", "words"]
    assert (second.heading, names(second), second.folded) == ("What Jo opens", ["level"], False)
    assert names(third) == ["until", "same"] and third.folded


def test_a_folded_part_is_shut_until_something_in_it_has_to_be_put_right():
    assert not part(Asking(names=JO), "More").is_open
    assert not part(Asking({"level": "no"}, names=JO), "More").is_open  # what is wrong stands elsewhere
    assert part(Asking({"who": "Priya", "until_day": "40", "until_month": "3", "until_year": "2026"}, names=JO), "More").is_open


def test_a_folded_part_says_that_something_is_in_it_and_not_what_every_form_begins_with():
    assert part(Asking(names=JO), "More").note == ""
    assert part(Asking(names=JO, initial={"same": "yes"}), "More").note == "filled in"


def test_short_answers_stand_in_a_row():
    form = Asking(names=JO)
    assert "ticks-row" in form["level"].as_field_group()
    assert "ticks-row" not in form["same"].as_field_group()


def test_the_first_of_many_are_in_sight_with_those_that_are_chosen():
    in_sight, _, folded = Asking(names=JO, initial={"words": ["6"]})["words"].as_field_group().partition("<details")
    assert "Words 4" in in_sight and "Words 6" in in_sight and "Words 5" not in in_sight
    assert "Words 5" in folded and "1 earlier" in folded


def test_no_form_of_ours_asks_a_field_twice_or_not_at_all():
    shown = [name for each in Asking(names=JO).in_parts for name in names(each)]
    assert sorted(shown) == sorted(Asking.base_fields)
