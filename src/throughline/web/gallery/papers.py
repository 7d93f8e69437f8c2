"""What is printed: shift cards, four to an A4, and a one-page profile."""

from types import SimpleNamespace as Page

import segno

from ..parts import OnePage, Paper, Portrait, Qr, Quote, Source
from ..shell import Shell
from .cast import JO, LEE, SAM, TOO_LOUD, Shown


def _code(address: str) -> Qr:
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Qr(path, len(rows), "Code that opens the thread")


def _paper(who: Portrait, title: str, version: str, quote: Quote, do: str, do_not: str, signs: str, call: str, foot: str) -> Paper:
    return Paper(
        who,
        title,
        version,
        tuple(do.split("; ")),
        tuple(do_not.split("; ")),
        (("Early signs", signs), ("Get help if", call)),
        (*foot.split("; "), "Printed 19 May. Check it is current."),
        _code("http://localhost:8000/t/3kX9"),
        quote,
    )


def _said(name: str, words: str, when: str) -> Quote:
    return Quote(words, Source((f"{name}, said it, {when}",)), size="s")


CARDS = Shown(
    Shell("Shift cards for Elm House", surface="print"),
    Page(
        title="Shift cards, four to a page",
        papers=(
            _paper(
                JO,
                "Quiet afternoon",
                "Version 2",
                _said("Jo", TOO_LOUD, "24 February"),
                "Offer the quiet room at 2 and at 3:30; One person talks. Few words; Headphones in reach; Dinner at 5, not before",
                "Ask twice in a row; Move Jo’s chair",
                "Humming, pacing",
                "10 minutes, or Jo hits out. Ring Ruth, then on‑call",
                "Agreed with Jo, 3 March.; Look again 2 June. Thread T-41",
            ),
            _paper(
                JO,
                "To the shop on my own, step 3",
                "Version 4",
                _said("Jo", "I know the way.", "12 January"),
                "Walk to the corner, then wait; Jo has the phone and £10; Wave back when Jo waves; Ask how it went, with the photos",
                "Follow Jo inside; Ring before 15 minutes",
                "Looks back more than twice",
                "20 minutes with no wave. Ring Jo, then Ruth",
                "Agreed with Jo, 19 April.; Look again 9 June. Thread T-29",
            ),
            _paper(
                SAM,
                "Bus to town, step 3",
                "Version 3",
                _said("Sam", "I want to sit upstairs by myself.", "8 March"),
                "Get on with Sam, sit downstairs; Sam shows the pass; Text at each stop Sam picks; Meet at the library door",
                "Talk to the driver for Sam; Change the stop",
                "Rubbing hands, asking the time",
                "Sam gets off early. Ring Sam, then on‑call",
                "Agreed with Sam, 15 March.; Look again 4 June. Thread T-33",
            ),
            _paper(
                LEE,
                "Mornings in my order",
                "Version 1",
                Quote(
                    "Reaches for the cup first, then the blue towel",
                    Source(("Lee, showed it, 2 to 9 April",)),
                    how="showed",
                    size="s",
                ),
                "Cup of tea on the left; Wait at the door until Lee nods; Blue towel, then shirt; Radio on, low",
                "Open the curtains first; Talk from behind",
                "Turns to the wall",
                "Lee holds an arm or cries. Stop, then ring Ruth",
                "Agreed with Lee, 10 April.; Look again 10 July. Thread T-52",
            ),
        ),
    ),
)
PROFILE = Shown(
    Shell("One-page profile", "Jo", surface="print"),
    Page(
        profile=OnePage(
            JO,
            Quote("I like it when people ask me first."),
            ("Photos and few words. Wait 10 seconds. One person talks.", "Thumb up is yes. Looking away is no, or stop."),
            (
                ("What people like about me", ("I am funny.", "I am kind to the dog.", "I remember everyone’s birthday.")),
                (
                    "What is important to me",
                    ("Tea in the same chair", "My headphones, always near", "Mum rings on Sundays", "A swim on Thursdays"),
                ),
                (
                    "How to support me well",
                    (
                        "Ask, show the photo, wait.",
                        "Say what is next before it happens.",
                        "If I hum or pace, offer the quiet room.",
                        "Never move my chair.",
                    ),
                ),
                ("My people", ("Priya, my mum. She has a say.", "Dan, my advocate.", "Amina, who knows me best here.")),
            ),
            (
                "Made with Jo, 2 February, with photos. Jo showed it back: yes. Check this again by 1 June.",
                "Printed 19 May. Check it is current. Jo chose who may see this page: my team, Priya, Dan.",
            ),
            _code("http://localhost:8000/p/7Qm2"),
            ("What is important to me",),
        )
    ),
)
