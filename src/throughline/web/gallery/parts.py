"""Components that no screen of the gallery shows."""

from types import SimpleNamespace as Page

from ..parts import (
    AsAt,
    Button,
    Chip,
    Empty,
    Happening,
    Link,
    Notice,
    Portrait,
    Quote,
    Reading,
    Source,
    Speaker,
    Standing,
    State,
    Table,
    numbered_pages,
)
from .cast import AMINA_SPEAKS, JO, JO_SPEAKS, LEE, PRIYA, Shown, desk

PARTS = Shown(
    desk("All components", None),
    Page(
        as_at=AsAt("You are reading this as it was at the end of 3 March", Link("Read today’s", "#")),
        notices=(
            Notice("Version 3 is what staff follow now", "Published on 5 March by Ruth.", "good", live=True),
            Notice("Read this before you change it", "Jo’s meeting is on Tuesday 2 June.", "info"),
            Notice("Nobody has looked since 2 March", "The plan says every month.", "look", Button("Start the review", "#")),
        ),
        standing=Standing(
            "Not valid: this decision does not take effect",
            ("Priya decided about money, and no power of attorney that covers money is kept here.",),
            "Ask Jo again with support, or keep the document that gives Priya this power.",
            Button("Open the question again", "#"),
        ),
        states=tuple(
            State(text, tone)  # type: ignore[arg-type]
            for text, tone in (
                ("In date", "good"),
                ("Needs a look", "look"),
                ("Act now", "urgent"),
                ("To know", "info"),
                ("Waiting 6 days", "waiting"),
                ("No card yet", ""),
            )
        ),
        tags=(State("Historic"), State("Not valid", "urgent"), State("Version 2", "info")),
        speakers=(
            Speaker("person", "Jo"),
            Speaker("circle", "Priya, mum"),
            Speaker("advocate", "Dan, advocate"),
            Speaker("professional", "Dr Shah, GP"),
            AMINA_SPEAKS,
        ),
        portraits=(JO, LEE, Portrait("Ann", own="damson"), Portrait("Bea", own="forest"), PRIYA),
        buttons=(
            Button("Keep these words", "#", main=True),
            Button("Print", "#", icon="print"),
            Button("Open", "#", more="Jo’s decision D-118"),
        ),
        timeline=(
            Happening("Jo’s plan changed: quiet afternoon, version 2", "Thursday 5 March", Source(("published it",), AMINA_SPEAKS), "#"),
            Happening(
                "Jo decided: a quieter afternoon", "Tuesday 3 March", Source(("with support: photos, two short talks",), JO_SPEAKS), "#"
            ),
            Happening(
                "Jo said something",
                "Tuesday 24 February",
                Source(("wrote it down",), AMINA_SPEAKS),
                quote=Quote("It gets too loud.", Source(("said it",), JO_SPEAKS)),
            ),
        ),
        readings=(
            Reading("Tom", "support worker, Elm House", "Read Jo’s page.", "Tuesday 19 May, 7:05am"),
            Reading("Ruth", "manager", "Read decision D-118.", "Monday 18 May, 4:40pm"),
        ),
        table=Table(
            "People at Elm House",
            ("Person", "Latest words", "Plan", "Next look"),
            (
                (Link("Jo", "#"), "13 May", State("Waiting 6 days", "waiting"), "2 June"),
                (Link("Sam", "#"), "17 May", State("In date", "good"), "4 June"),
                (Link("Lee", "#"), "not asked yet", State("Needs a look", "look"), "10 July"),
            ),
        ),
        pages=numbered_pages("people", 4, 9, lambda number: f"?page={number}"),
        chips=(Chip("All 4", "#", True), Chip("Waiting 1", "#"), Chip("Done 1", "#")),
        empty=Empty("Nothing from Jo yet. Ask Jo, watch, or ask someone who knows Jo.", Button("Add what Jo said or showed", "#")),
        answers=(
            ("What Jo said", "I want a cat.", Link("Change", "#", more="what Jo said")),
            ("How Jo told us", "Jo said it", Link("Change", "#", more="how Jo told us")),
            ("Who wrote it down", "Amina", None),
        ),
    ),
)
