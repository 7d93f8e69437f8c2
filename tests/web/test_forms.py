"""The forms kit: label, hint, mistake, box; kind mistakes; days and times as people write them."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from throughline.base import clock
from throughline.web import forms
from throughline.web.forms.files import kind_of
from throughline.web.parts import Button
from throughline.web.shell import Shell


class Saying(forms.Form):
    words = forms.LongWords("What did %(name)s say?", hint="In %(name)s’s own words.", limit=20, missing="Write what %(name)s said.")
    how = forms.Choice("How?", choices=(("said", "%(name)s said it"), ("picked", "%(name)s picked it")), hints={"picked": "From photos."})
    when = forms.Moment("When was it?", past=True)
    again = forms.Day("When shall we look again?", ahead=True, optional=True)
    dinner = forms.Clock("When is dinner?", optional=True)
    area = forms.Choice("Which part of life?", choices=(("day", "The day"),), as_list=True, optional=True)
    photo = forms.PhotoFile("A photo", optional=True)


JO = {"name": "Jo"}
GOOD = {"words": "I want a cat.", "how": "said", "when_day": "3", "when_month": "March", "when_year": "2026", "when_time": "2:30pm"}


@pytest.fixture
def today(at):
    with at("2026-05-19 12:00"):
        yield


def saying(**changes: str) -> Saying:
    return Saying(GOOD | changes, names=JO)


def mistake(form: forms.Form, name: str) -> str:
    return form[name].mistakes[0]


def test_it_works(today):
    form = saying()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["when"] == datetime(2026, 3, 3, 14, 30, tzinfo=UTC)
    assert form.cleaned_data["again"] is None and form.cleaned_data["dinner"] is None


def test_a_field_shows_label_hint_mistake_and_box_in_this_order(today):
    html = saying(words="")["words"].as_field_group()
    order = [html.index(text) for text in ("What did Jo say?", "In Jo’s own words.", "Write what Jo said.", "<textarea")]
    assert order == sorted(order)
    assert 'aria-describedby="id_words_helptext id_words_error"' in html
    assert 'aria-invalid="true"' in html


def test_options_and_hints_carry_the_person_s_name():
    html = Saying(names=JO)["how"].as_field_group()
    assert "Jo picked it" in html and "From photos." in html
    assert "<fieldset" in html and "<legend>How?</legend>" in html


def test_mistakes_are_links_to_their_boxes(today):
    form = saying(words="", how="", when_month="13", when_time="half two")
    assert form.mistakes == [
        ("Write what Jo said.", "#id_words"),
        ("How? Choose one.", "#id_how_0"),
        ("When was it? Write the time like 2:30pm or 14:30.", "#id_when_day"),
    ]


def test_only_the_boxes_that_could_not_be_read_are_marked(today):
    html = saying(again_day="3")["again"].as_field_group()
    assert html.count('aria-invalid="true"') == 2
    assert 'value="3"' in html, "what was written comes back as it was written"


def test_too_long_says_by_how_much(today):
    assert mistake(saying(words="x" * 23), "words") == "This is 3 letters too long. Write at most 20."


def test_a_day_that_has_not_come_cannot_be_when_it_was(today):
    assert "has not come yet" in mistake(saying(when_year="2027"), "when")


def test_a_day_that_is_over_cannot_be_when_we_look_again(today):
    assert "This is over." in mistake(saying(again_day="18", again_month="5", again_year="2026"), "again")


def test_a_time_that_the_clocks_left_out_is_no_time(today):
    form = saying(when_day="29", when_month="3", when_time="1:30am")
    assert "clocks went forward" in mistake(form, "when")


def test_values_come_back_into_their_boxes():
    form = Saying(names=JO, initial={"again": date(2026, 6, 2), "when": datetime(2026, 5, 3, 13, 30, tzinfo=UTC), "dinner": time(17)})
    assert form["again"].value() == ("2", "6", "2026")
    assert form["when"].value() == ("3", "5", "2026", "14:30")
    assert form["dinner"].value() == "17:00"


@pytest.mark.parametrize("month", ["3", "03", "March", "march", "mar"])
def test_months_are_numbers_or_words(month):
    assert forms.read_day("3", month, "2026") == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("boxes", "message", "wrong"),
    [
        (("", "3", "2026"), "Add the day.", ("day",)),
        (("3", "", ""), "Add the month and the year.", ("month", "year")),
        (("", "", ""), "Write the day, the month and the year.", ("day", "month", "year")),
        (("third", "3", "2026"), "Write the day as a number, like 3.", ("day",)),
        (("3", "Mars", "2026"), "Write the month as a number or a word, like 3 or March.", ("month",)),
        (("3", "3", "26"), "Write the year with 4 figures, like 2026.", ("year",)),
        (("31", "2", "2026"), "There is no such day. Check the day and the month.", ("day", "month")),
    ],
)
def test_what_is_wrong_with_a_day(boxes, message, wrong):
    with pytest.raises(forms.NotRead) as raised:
        forms.read_day(*boxes)
    assert (raised.value.message, raised.value.boxes) == (message, wrong)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2:30pm", time(14, 30)),
        ("2.30 PM", time(14, 30)),
        ("2pm", time(14)),
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("12:15am", time(0, 15)),
        ("12pm", time(12)),
        ("midday", time(12)),
    ],
)
def test_times(text, read):
    assert forms.read_time(text) == read


@pytest.mark.parametrize("text", ["", "later", "25:00", "13pm", "2:75", "0am"])
def test_what_is_no_time(text):
    with pytest.raises(forms.NotRead):
        forms.read_time(text)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0........", "photo"),
        (b"\x89PNG\r\n\x1a\n....", "photo"),
        (b"RIFF....WEBP", "photo"),
        (b"....ftypheic", "photo"),
        (b"....ftypM4A ", "sound"),
        (b"\x1aE\xdf\xa3........", "sound"),
        (b"RIFF....WAVE", "sound"),
        (b"<svg xmlns=.", ""),
        (b"", ""),
    ],
)
def test_a_file_is_known_by_how_it_begins(start, kind):
    assert kind_of(start) == kind


def test_a_picture_that_is_none_is_refused(today):
    form = Saying(GOOD, {"photo": SimpleUploadedFile("jo.jpg", b"<svg onload='x'>", "image/jpeg")}, names=JO)
    assert "not a photo" in mistake(form, "photo")


def test_a_list_begins_with_nothing_chosen():
    assert '<option value="" selected>Choose one</option>' in Saying(names=JO)["area"].as_field_group()


def test_a_page_with_mistakes_says_so_in_its_title(today):
    page = forms.FormPage(saying(words=""), Button("Keep these words", main=True), "Add what Jo said")
    assert page.titled(Shell("Add what Jo said", "Jo")) == "Error: Add what Jo said - Jo - Throughline"


def test_a_password_is_never_sent_back():
    class SignIn(forms.Form):
        password = forms.Words("Password", kind="password", autocomplete="current-password")

    html = SignIn({"password": "a long secret"})["password"].as_field_group()
    assert "a long secret" not in html and 'type="password"' in html


def test_all_forms_share_one_renderer():
    assert Saying().renderer is Saying().renderer, "a renderer of its own would make every template anew"


class Looking(forms.Form):
    when = forms.Moment("When was it?", past=True, day_is_enough=True, optional=True)


@pytest.mark.parametrize(
    ("day", "time", "moment"),
    [("3", "", "2026-03-03 23:59"), ("3", "2:30pm", "2026-03-03 14:30"), ("", "", None)],
)
def test_a_day_can_be_enough(today, day, time, moment):
    form = Looking({"when_day": day, "when_month": day and "3", "when_year": day and "2026", "when_time": time})
    assert form.is_valid()
    assert form.cleaned_data["when"] == (moment and datetime.fromisoformat(moment).replace(tzinfo=UTC))


def test_today_without_a_time_is_now_and_not_the_end_of_it(today):
    form = Looking({"when_day": "19", "when_month": "5", "when_year": "2026", "when_time": ""})
    assert form.is_valid() and form.cleaned_data["when"] == clock.now()


def test_a_day_that_is_enough_still_has_to_be_one(today):
    wrong = Looking({"when_day": "31", "when_month": "2", "when_year": "2026", "when_time": ""})
    assert "There is no such day." in wrong.errors["when"][0]
    box = str(wrong["when"])
    assert "aria-invalid" not in box[box.index("when_time") :]
    soon = Looking({"when_day": "3", "when_month": "3", "when_year": "2026", "when_time": "soon"})
    assert "Write the time like" in soon.errors["when"][0]
