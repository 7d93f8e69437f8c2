"""A form with every field, empty and with mistakes; and signing in."""

from datetime import date
from types import SimpleNamespace as Page

from django.http import HttpRequest

from ..forms import Choice, Choices, Clock, Day, Form, FormPage, LongWords, Moment, PhotoFile, SoundFile, Tick, Words
from ..parts import Button, Link, Quote, Source
from ..shell import Shell
from .cast import JO, JO_SPEAKS, Shown, desk

HOW = (("said", "%(name)s said it"), ("picked", "%(name)s picked it"), ("showed", "%(name)s showed it"))


class Everything(Form):
    words = LongWords("What did %(name)s say?", hint="In %(name)s’s own words.", limit=400, missing="Write what %(name)s said.")
    how = Choice("How did %(name)s tell us?", choices=HOW, hints={"picked": "From photos, symbols or things."})
    when = Moment("When was it?", hint="For example 3 March 2026, 2:30pm.", past=True)
    look = Day("When shall we look again?", hint="For example 2 6 2026.", ahead=True, optional=True)
    dinner = Clock("When is dinner?", hint="For example 5pm or 17:00.")
    helped = Choices("What helped?", choices=(("photos", "Photos"), ("time", "Time"), ("quiet", "A quiet place")), optional=True)
    area = Choice("Which part of life is it?", choices=(("day", "The day at home"), ("out", "Going out"), ("money", "Money")), as_list=True)
    title = Words("A short name for it", optional=True, width="10")
    photo = PhotoFile("A photo", optional=True)
    sound = SoundFile("A recording", hint="Only when %(name)s is OK with it.", optional=True)
    read_back = Tick("I read it back to %(name)s, and %(name)s says it is right")


def _page(form: Form) -> FormPage:
    return FormPage(
        form,
        Button("Keep these words", main=True),
        heading="Add what Jo said or showed",
        back=Link("Jo’s page", "#"),
        intro="Write it as Jo put it. What you think that it means comes later.",
        quote=Quote("Too loud at dinner.", Source(("said it, 13 May",), JO_SPEAKS)),
        portrait=JO,
        who_will_see="Jo’s team of 12, and Ruth.",
        instead=Link("Not now", "#"),
    )


NAMES = {"name": "Jo"}
WRONG = {"words": "", "when_day": "31", "when_month": "2", "when_year": "2026", "when_time": "half two", "dinner": "later", "look_day": "3"}


def blank(_request: HttpRequest) -> Shown:
    form = Everything(names=NAMES, initial={"look": date(2026, 6, 2)})
    return Shown(desk("Add what Jo said or showed"), _page(form))


def with_mistakes(_request: HttpRequest) -> Shown:
    return Shown(desk("Add what Jo said or showed"), _page(Everything(WRONG, names=NAMES)))


class SignIn(Form):
    email = Words("Your email address", kind="email", autocomplete="username")
    password = Words("Password", kind="password", autocomplete="current-password")


def sign_in(_request: HttpRequest) -> Shown:
    page = Page(form=SignIn(), passkey=Button("Sign in with a passkey", "#"), button=Button("Sign in", main=True, wide=True))
    return Shown(Shell("Sign in"), page)
