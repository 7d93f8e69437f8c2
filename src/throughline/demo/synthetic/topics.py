"""What plan items of the synthetic provider are about: words of the person, worries of others, ways to do it, what staff do."""

from dataclasses import dataclass

Lines = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Topic:
    """One line of a plan. options: (title, benefit, risk). steps: (text, from, to)."""

    kind: str
    title: str
    area: str
    words: str
    worry: str
    options: tuple[tuple[str, str, str], ...]
    lines: Lines
    steps: tuple[tuple[str, str, str], ...] = ()
    topic: str = "daily_life"


TOPICS = (
    Topic(
        "profile",
        "One-page profile",
        "daily_care",
        "I like it when people ask me first.",
        "Please knock first.",
        (),
        {
            "admire": ("Funny.", "Remembers everybody’s name.", "Never gives up."),
            "important": ("My own room", "Music in the morning", "Family on Sundays"),
            "support": ("Ask, then wait.", "Say what is next.", "One person talks."),
        },
    ),
    Topic(
        "communication",
        "How I communicate",
        "daily_care",
        "Wait for me.",
        "Ten seconds is short; wait longer.",
        (),
        {
            "understands": ("Photos and few words.", "One thing at a time."),
            "means": ("Words, when there is time.", "Pointing.", "Humming: it is too much."),
            "yes": ("Thumb up, or a nod.",),
            "no": ("Looking away, or stop with the hand.",),
        },
    ),
    Topic(
        "routine",
        "Quiet afternoon",
        "daily_care",
        "It gets too loud.",
        "The group may be missed.",
        (
            ("A break in the quiet room", "Calm until tea", "May miss the group"),
            ("Go out at two", "Fresh air", "Busy then"),
            ("As it is", "No change", "Upset often"),
        ),
        {
            "do": ("Offer the quiet room at two", "Few words"),
            "do_not": ("Ask twice in a row",),
            "early_sign": ("Humming",),
            "step_up": ("Ten minutes",),
        },
        (("Offer a break in the quiet room", "14:00", "14:45"),),
        "behaviour",
    ),
    Topic(
        "routine",
        "Mornings in my order",
        "daily_care",
        "Tea first. Then the rest.",
        "The bus leaves at nine.",
        (
            ("My own order, from eight", "Nobody hurries", "The early bus is missed"),
            ("Later, the rest as now", "More sleep", "Two people still talk"),
        ),
        {
            "do": ("Tea on the left", "Wait for the nod", "One voice"),
            "do_not": ("Open the curtains first",),
            "early_sign": ("Turns to the wall",),
        },
        (("Tea, and five quiet minutes", "08:00", "08:20"), ("Wash and dress, in my order", "08:20", "09:00")),
    ),
    Topic(
        "routine",
        "Evening walk",
        "community",
        "I want to walk before bed.",
        "It is dark in winter.",
        (("A walk after dinner", "Sleeps better", "Dark in winter"), ("A walk before dinner", "Light", "Tired then")),
        {"do": ("Offer the walk", "Bring the torch"), "do_not": ("Choose the way",)},
        (("Offer the walk", "19:00", "19:45"),),
    ),
    Topic(
        "routine",
        "Exercises for my knee",
        "treatment",
        "Only if it does not hurt.",
        "The physiotherapist says daily.",
        (("Five minutes after lunch", "Less pain", "Hurts at first"), ("With music, twice a week", "More fun", "Slower")),
        {"do": ("Music on", "Stop when told"), "do_not": ("Count aloud",), "step_up": ("Pain at night",), "call": ("Ring the surgery",)},
        (("Exercises, with music", "13:15", "13:30"),),
        "health",
    ),
    Topic(
        "outcome",
        "To have my own front garden",
        "community",
        "I want tomatoes.",
        "Who waters them in August?",
        (("Two pots by the door", "Starts this week", "Small"), ("A bed in the garden", "Room for all", "Digging")),
        {"do": ("Water together after tea",)},
    ),
    Topic(
        "outcome",
        "To see my sister every month",
        "contact",
        "I want to see my sister.",
        "The train is long.",
        (("By train with somebody", "A day out", "Long"), ("She comes here", "Easy", "Not her house")),
        {"do": ("Look at the calendar together on Mondays",)},
        topic="relationships",
    ),
    Topic(
        "what_helps",
        "What helps when it gets too much",
        "daily_care",
        "Headphones. Nobody talking.",
        "Please ring me when it is bad.",
        (("Headphones and quiet", "Short", "Has to carry them"), ("A walk", "Fresh air", "Doors")),
        {
            "early_sign": ("Humming", "Pacing"),
            "do": ("Give the headphones", "Wait"),
            "do_not": ("Touch without asking",),
            "step_up": ("Ten minutes",),
            "call": ("Ring the manager",),
        },
        topic="behaviour",
    ),
    Topic(
        "risk_ladder",
        "To the shop on my own",
        "community",
        "I know the way.",
        "What if somebody asks for money?",
        (
            ("Alone, in four steps", "My own way", "May get lost"),
            ("With somebody every time", "Somebody is there", "No choice when"),
            ("Order by phone", "No risk", "Stays in"),
        ),
        {
            "stage": ("Together", "Somebody behind", "A wave at the corner", "Alone"),
            "do": ("Wait at the corner",),
            "do_not": ("Follow inside",),
            "step_up": ("20 minutes",),
        },
        (("To the shop", "10:30", "11:30"),),
    ),
    Topic(
        "risk_ladder",
        "The bus to town",
        "community",
        "I want to sit upstairs.",
        "The last bus is early.",
        (("In five steps", "Learns it for good", "Wrong stop"), ("By car", "Quick", "Somebody else’s time")),
        {"stage": ("Together", "Apart", "Met at the stop", "Alone"), "do": ("Let the pass be shown",), "do_not": ("Talk to the driver",)},
        (("The bus to town", "13:00", "15:00"),),
    ),
    Topic(
        "money_plan",
        "My money each day",
        "money",
        "My money. I keep it.",
        "It goes to whoever asks.",
        (
            ("£10 a day, the rest in the tin", "Own choice", "May give it away"),
            ("Staff keep it", "Nobody takes it", "Has to ask"),
            ("The bank card", "All there", "All can go"),
        ),
        {"do": ("Give the money after breakfast", "Open the tin together"), "do_not": ("Ask for receipts",)},
        topic="money",
    ),
    Topic(
        "checklist",
        "Before the group on Thursdays",
        "community",
        "I go alone if I am ready.",
        "The medicines get forgotten.",
        (("A list with pictures", "Own check", "May be skipped"), ("Staff check", "Sure", "Takes it away")),
        {"check": ("Medicine taken", "Food packed", "Phone charged"), "do": ("Put the list by the door",)},
        (("The list by the door", "09:30", "10:00"),),
    ),
    Topic(
        "restriction",
        "The kitchen is locked at night",
        "restrictions",
        "I burnt my hand. Lock it at night.",
        "It should be locked by day too.",
        (
            ("Locked from eleven to six", "No burns at night", "No tea at night"),
            ("A lid on the cooker", "Open door", "Comes off"),
            ("Open", "Free", "Burns"),
        ),
        {
            "limit": ("The kitchen door, from eleven to six",),
            "less": ("A flask in the room now; a cooker guard is ordered",),
            "do": ("Bring the flask",),
        },
        topic="safeguarding",
    ),
)

BY_KIND: dict[str, list[Topic]] = {}
for each in TOPICS:
    BY_KIND.setdefault(each.kind, []).append(each)
ALWAYS = ("profile", "communication", "outcome", "routine", "routine", "what_helps")
ALSO = {"routine": 30, "risk_ladder": 22, "money_plan": 16, "checklist": 12, "outcome": 14, "restriction": 6}
