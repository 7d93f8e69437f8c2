"""Jo's page, a thread, a decision, and what became of what Jo said."""

from types import SimpleNamespace as Page

from ..parts import (
    Button,
    Contribution,
    Gap,
    Knot,
    Link,
    Option,
    PersonHead,
    PlanRow,
    PlanTable,
    Quote,
    ShiftCard,
    Sound,
    Source,
    Speaker,
    State,
    Tab,
    Thought,
    Thread,
    Told,
    View,
)
from .cast import AMINA_SPEAKS, BETTER, COMM, FIRST, JO, JO_SPEAKS, PRIYA_SPEAKS, TEAM, TOO_LOUD, Shown, desk, picture

TABS = tuple(
    Tab(name, "#", name == "Jo’s page") for name in ("Jo’s page", "Plan", "You said, we did", "Meetings", "Decisions", "People", "Timeline")
)
PLAN = PlanTable(
    "Jo’s plan now",
    ("Said", "Talked", "Decided", "Staff do", "Happened", "Look again"),
    (
        PlanRow(Link("Quiet afternoon", "#"), ("own", "tied", "own", "tied", "own", "tied"), State("Whole. Look again 2 June")),
        PlanRow(
            Link("To the shop on my own, step\u00a03", "#"),
            ("own", "tied", "own", "tied", "tied", "tied"),
            State("Whole. Look again 9 June"),
        ),
        PlanRow(Link("£10 a day for me", "#"), ("own", "tied", "own", "tied", "gap", "gap"), State("Nothing seen yet", "look")),
        PlanRow(
            Link("Seeing the dentist", "#"), ("own", "tied", "gap", "gap", "gap", "gap"), State("Best interests: meet 21\u00a0May", "look")
        ),
    ),
    ("Said", "Talked about", "Decided", "Staff do", "What happened", "Look again"),
)
DINNER = Quote("Too loud at dinner.", Source(("Jo, said it, Wednesday 13 May",), sound=Sound("#", 4, "Hear it")))
SWIMMING = Quote("Swimming, not bowling", Source(("Jo, picked it from photos, Sunday 10 May",)), how="picked")
PLATE = Quote(
    "Pushed the plate away",
    Source(("Jo, showed it, Saturday 9 May. Amina saw it",)),
    how="showed",
    thought=Thought("Amina", "too hot?", "Not checked with Jo yet."),
)
PERSON = Shown(
    desk("Jo’s page", None, who_can_see=TEAM),
    Page(
        head=PersonHead(
            JO,
            Quote("I like it when people ask me first.", Source(("Jo, said it, 2 February",), sound=Sound("#", 6, "Hear Jo")), size="m"),
            Button("Hand over to Jo", "#", main=True),
        ),
        comm=COMM,
        tabs=TABS,
        said=(
            (DINNER, State("Waiting for an answer, 6 days. Ruth will answer", "waiting")),
            (SWIMMING, State("We are doing this: swim on Thursdays, from 21 May", icon="doing")),
            (PLATE, None),
        ),
        add=Button("Add what Jo said or showed", "#", icon="plus"),
        plan=PLAN,
        people=(
            Speaker("circle", "Priya, mum. Has a say, sees the plan"),
            Speaker("advocate", "Dan, advocate"),
            Speaker("professional", "Dr Shah, GP"),
        ),
    ),
)

OPTIONS = (
    Option("A quieter afternoon", picture("quiet-room"), picked="Jo picked this", chosen=True),
    Option("Go out at 2", picture("going-out"), note="Jo said no, on two days"),
    Option("Keep it as it is", picture("lounge"), note="Jo said no"),
)
OTHERS = (
    Contribution("She has always been tired by three.", Source(("wrote it, 26 February",), PRIYA_SPEAKS), quoted=True),
    Contribution(
        "6 of Jo’s 8 upsets in February were between 2 and 5.", Source(("saw it in the daily record, 27 February",), AMINA_SPEAKS)
    ),
)
DIFFERENT = Contribution(
    "Tom saw it differently: he would have tried going out at 2. Not followed, because Jo said no to it twice, on two days.",
    Source(("Ruth checked it, 5 March",), Speaker("staff", "Amina wrote it"), link=Link("Open decision D-118", "#")),
)
CARD = ShiftCard(
    "Shift card, version 2",
    ("Offer the quiet room at 2 and at 3:30.", "One person talks. Few words.", "Headphones in reach.", "Dinner at 5, not before."),
    Link("Open the card", "#"),
)
KNOTS = (
    Knot("said", "Said", "24 February", own=True),
    Knot("talked", "Talked about", "3 March"),
    Knot("decided", "Decided", "3 March", own=True),
    Knot("do", "Staff do", "since 5 March"),
    Knot("happened", "What happened", "5 March to now", own=True),
    Knot("again", "Look again", "2 June"),
)
NO_CARD = Gap("No shift card yet.", "It was decided on 3 March and staff have nothing to follow.", Button("Make the card", "#", main=True))
NOTHING_SEEN = Gap("Nothing seen yet.", "Records will show here once there is a card.")
GAPS = (Knot("do", "Staff do", "not yet", gap=NO_CARD), Knot("happened", "What happened", "not yet", gap=NOTHING_SEEN))


def _thread(knots: tuple[Knot, ...], state: State, ask_is_main: bool) -> Shown:
    ask = Button("Ask Jo about this", "#", main=ask_is_main)
    return Shown(
        desk("Quiet afternoon"),
        Page(
            back=Link("Jo’s plan", "#"),
            title="Quiet afternoon",
            lead="What we do between 2 and 5, because Jo told us it gets too loud.",
            state=state,
            thread=Thread(knots),
            first=FIRST,
            others=OTHERS,
            options=OPTIONS,
            different=DIFFERENT,
            card=CARD,
            read=Source(("and 3 of 3 agency workers",), Speaker("staff", "Read by 11 of 12 staff")),
            better=BETTER,
            actions=(ask, Button("Add what Jo said", "#"), Button("Change this with Jo", "#")),
        ),
    )


WHOLE = _thread(KNOTS, State("Whole thread. All six are in date", "good"), ask_is_main=True)
BROKEN = _thread((*KNOTS[:3], *GAPS, KNOTS[5]), State("The thread stops at “Staff do”", "look"), ask_is_main=False)

DECISION = Shown(
    desk("Decision D-118", user="Ruth"),
    Page(
        back=Link("Quiet afternoon", "#"),
        portrait=JO,
        marks=("Decision D-118", "Version 1, no changes"),
        title="A quieter afternoon, with breaks at 2 and 3:30",
        state=State("Agreed on Tuesday 3 March. Jo decided, with support", "good"),
        quote=Quote(
            TOO_LOUD,
            Source(("said it, 24 February. Picked the quiet room, 3 March",), JO_SPEAKS, Sound("#", 11, "Hear it")),
            size="l",
        ),
        views=(
            View(Speaker("circle", "Priya, mum"), "Agrees. Worried that Jo may miss the group.", State("Shaped it")),
            View(Speaker("advocate", "Dan, advocate"), "Jo was asked in Jo’s own way, and had time.", State("Shaped it")),
            View(Speaker("professional", "Dr Shah, GP"), "Being tired by 3 fits with Jo’s medicines.", State("Shaped it")),
            View(Speaker("staff", "Tom, staff"), "Would try going out at 2.", State("Not followed: Jo said no to this, twice")),
        ),
        options=(
            Option(
                "A quieter afternoon", picture("quiet-room"), ("Jo sleeps better",), ("May miss the group",), "Jo picked this", "", True
            ),
            Option("Go out at 2", picture("going-out"), ("Fresh air",), ("Busy at that time",), note="Jo said no, on two days"),
            Option("Keep it as it is", picture("lounge"), ("No change",), ("Upset 5 times a week",), note="Jo said no"),
        ),
        right=State("Jo: yes, that is right", "good", "up"),
        actions=(Button("Print", "#", icon="print"), Button("Easy read", "#"), Button("Change this with Jo", "#")),
    ),
)


def _short(words: str, how_and_when: str, **more: object) -> Quote:
    return Quote(words, Source((f"Jo, {how_and_when}",), sound=more.pop("sound", None)), **more)  # type: ignore[arg-type]


TOLD = Shown(
    desk("You said, we did", user="Ruth"),
    Page(
        back=Link("Jo’s page", "#"),
        title="You said, we did",
        lead="What Jo told us, what we did, and whether Jo says it was right.",
        print=Button("Print easy read", "#", icon="print"),
        chips=(("All 4", True), ("Waiting 1", False), ("Doing 1", False), ("Done 1", False), ("Could not 1", False)),
        rows=(
            Told(
                _short("Too loud at dinner.", "said it, 13 May", sound=Sound("#", 4, "Hear it")),
                State("Waiting 6 days", "waiting"),
                "Ruth will answer by 27 May.",
                picture=picture("dinner"),
                action=Button("Answer Jo", "#", main=True),
            ),
            Told(
                _short("Swimming, not bowling", "picked it from photos, 10 May", how="picked"),
                State("Doing, from 21 May", icon="doing"),
                "A swim every Thursday. Lee goes too.",
                picture=picture("swimming"),
                verdict_note="Not asked yet",
                action=Button("Ask Jo about swimming", "#"),
            ),
            Told(
                _short("It gets too loud.", "said it, 24 February", sound=Sound("#", 11, "Hear it")),
                State("Done, 5 March", "good"),
                "The quiet room at 2 and 3:30. Upset 5.5 times a week before, 2 now.",
                Link("See the thread: quiet afternoon", "#"),
                picture=picture("quiet-room"),
                verdict=_short("Better.", "thumbs up, 20 April", size="s"),
            ),
            Told(
                _short("I want a cat.", "said it, 2 February", sound=Sound("#", 3, "Hear it")),
                State("Could not, and why", icon="cannot"),
                "Sam is allergic. We went to a cat café instead.",
                picture=picture("cat"),
                verdict=_short("Not happy", "picked it, 1 March", how="picked", size="s"),
                verdict_note="Dan is helping Jo ask again.",
            ),
        ),
    ),
)
