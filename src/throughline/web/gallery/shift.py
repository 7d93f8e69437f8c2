"""A shift on a phone, and the manager's morning."""

from types import SimpleNamespace as Page

from ..parts import (
    Answers,
    Block,
    Button,
    Changed,
    Comm,
    Feelings,
    Link,
    LinkRow,
    Now,
    OnShift,
    Outcome,
    Quote,
    Saved,
    Sound,
    Source,
    Todo,
)
from ..shell import Shell, Sync
from .cast import BAR, JO, JO_SPEAKS, LEE, PRIYA, SAM, TOO_LOUD, Shown, desk

NOW = Now(
    "Offer Jo a break in the quiet room",
    "1:45 to 2:30",
    Button("Record what happened", "#", main=True, size="shift", wide=True, more="when you offered Jo a break"),
    Quote("It gets too loud.", Source(("said it, 24 February",), JO_SPEAKS)),
)
CHANGED = Changed(
    "2 changes. Read these first",
    (LinkRow("#", "New card", "Jo: quiet afternoon."), LinkRow("#", "Step 3", "Sam: bus to town.")),
)
NEXT = (
    LinkRow("#", "Tea in the same chair", time="2:30"),
    LinkRow("#", "Offer the quiet room again", time="3:30"),
    LinkRow("#", "Dinner at 5, not before", time="5:00"),
)
TODAY = Shown(
    Shell("Today", "Jo", BAR, "today", surface="shift", user="Amina"),
    Page(
        day="Tuesday 19 May",
        where="Elm House, late shift. Amina",
        sync=Sync("2 to send", "#", "onphone"),
        people=(OnShift(JO, "#", True), OnShift(SAM, "#"), OnShift(LEE, "#")),
        changed=CHANGED,
        comm=Comm("Jo", "Show the photo. Few words. Wait 10 seconds."),
        now=NOW,
        next=NEXT,
        earlier=(LinkRow("#", "4 of 5 recorded", soft="12:30, lunch with Lee: nothing written yet"),),
    ),
)

ANSWERS = Answers(
    "What happened?",
    "result",
    (
        Outcome("Offered. Jo said yes", "yes"),
        Outcome("Offered. Jo said no", "no"),
        Outcome("We did it a different way", "different"),
        Outcome("Not offered. Say why", "not-offered"),
    ),
    "One press saves it. You can undo for 10 minutes.",
)
FEELINGS = Feelings("How was it for Jo?", "feeling", ("Good", "So-so", "Not good"), "If you want")
SAVED = Saved("Saved on this phone, 2:04", Button("Undo", icon="undo", name="undo", value="1"))
OUTCOME = Shown(
    Shell("What happened? Break at 2", "Jo", surface="shift"),
    Page(
        back=Link("Back to Today", "#"),
        portrait=JO,
        title="Offer Jo a break in the quiet room",
        quote=Quote(TOO_LOUD, Source(("said it, 24 February",), JO_SPEAKS, Sound("#", 11, "Hear it"))),
        answers=ANSWERS,
    ),
)
OUTCOME_SAVED = Shown(
    Shell("Saved. Break at 2", "Jo", surface="shift"),
    Page(
        back=Link("Back to Today", "#"),
        portrait=JO,
        saved=SAVED,
        title="Offered. Jo said yes",
        what="A break in the quiet room",
        feelings=FEELINGS,
        more=(
            Button("Keep Jo’s own words", "#", icon="mic", size="shift", start=True),
            Button("Write what you saw", "#", icon="pencil", size="shift", start=True),
        ),
        done=Button("Done", "#", main=True, wide=True, size="shift"),
    ),
)


def _do(text: str, main: bool = False) -> Button:
    return Button(text, "#", main=main)


BLOCKS = (
    Block(
        "Since you left",
        (
            Todo("Jo was upset for 12 minutes. The quiet room helped.", "21:10 last night. No debrief yet", _do("Plan the debrief"), JO),
            Todo("Sam was awake, worried about the bus.", "02:30, written by Tom", _do("Open Sam’s night"), SAM),
        ),
    ),
    Block(
        "Waiting for an answer",
        (
            Todo("Jo:", "6 days. You said you would answer", _do("Answer Jo", main=True), JO, own_words="Too loud at dinner."),
            Todo("Lee wants to talk to someone who is not on the team.", "2 days. To you, private", _do("Open Lee’s message"), LEE),
            Todo("Priya, Jo’s mum, wrote before the meeting.", "1 day. Amina will answer", _do("Open Priya’s note"), PRIYA),
        ),
        "Oldest first",
    ),
    Block(
        "Today’s shift",
        (
            Todo("1 agency worker has not read Jo’s new card.", "Starts at 14:00", _do("Send the card"), icon="card"),
            Todo(
                "Jo’s meeting at 14:00. Jo’s view is in. Dan’s is not.",
                "Dan, advocate, was asked on 12 May",
                _do("Open the meeting"),
                icon="calendar",
            ),
        ),
    ),
    Block(
        "Decisions for you",
        (
            Todo("Seeing the dentist: best interests, to check and sign.", "Jo, decision D-121. Meeting on 21 May", _do("Open D-121"), JO),
            Todo("Sam’s bus trips need a look: 2 tries stopped early.", "The plan says look again after 2", _do("Start Sam’s review"), SAM),
        ),
    ),
    Block(
        "Not sent yet",
        (Todo("Phone 3 has 6 records waiting.", "Since 22:15. The words are safe on the phone", _do("See phone 3"), icon="onphone"),),
    ),
)
MORNING = Shown(
    desk("Good morning, Ruth", None, current="morning", user="Ruth", sync=Sync("All sent 07:40", "#")),
    Page(
        title="Good morning, Ruth",
        lead="Elm House, Tuesday 19 May.",
        strong="3 people are waiting for an answer.",
        blocks=BLOCKS,
        end="That is everything that needs you this morning.",
    ),
)
