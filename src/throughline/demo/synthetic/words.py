"""Names, homes and sentences from which the synthetic provider is made. All invented; in the words of `ux.md` 2.9."""


def _each(names: str) -> tuple[str, ...]:
    return tuple(names.split())


NAMES = _each("""
    Ada Alma Amir Anna Asha Ben Bryn Cara Carl Cerys Clive Dawn Dev Dilys Ed Ella Elin Erin Esme Ewan Fay Finn Flo Gail Gary Gita Glyn
    Grace Hal Hana Hari Ida Idris Ines Ivy Jack Jan Jas Jess Jill Joan Joel June Kai Kate Ken Kim Kit Lara Len Lily Lola Lyn Mae Mair
    Max May Meg Mia Milo Mina Nan Ned Nell Nia Noor Olga Olive Omar Pam Pat Paul Peg Pia Raj Ray Rex Rhys Ria Rob Rosa Roy Rui Sal
    Sara Seb Sian Sid Sol Stan Sue Suki Tara Ted Tess Tia Una Val Vera Vic Wil Win Yan Zara Zoe
""")
FAMILY_NAMES = _each("""
    Ahmed Bell Birch Bowen Brook Carter Chen Cole Costa Cross Davies Dunn Ellis Evans Field Flynn Ford Gill Grant Green Hale Hart Hill
    Hughes Jones Kaur Khan King Lane Lewis Lloyd Lowe Marsh Mills Moss Nash Owen Page Parry Patel Price Pugh Reed Rees Rose Shaw Silva
    Stone Vale Ward Webb West Wood Yates
""")
TREES = _each("""
    Alder Ash Aspen Bay Beech Birch Cedar Cherry Chestnut Elder Fern Fir Hawthorn Hazel Heather Holly Ivy Juniper Larch Laurel Lime
    Linden Maple Myrtle Oak Olive Pear Pine Plum Poplar Quince Rose Rowan Sorrel Spruce Thorn Walnut Willow Yew
""")
BUILDINGS = ("House", "Court", "Lodge", "Place", "Road", "Gardens")

RELATIONSHIPS = {"mum": 30, "dad": 18, "sister": 16, "brother": 14, "friend": 12, "aunt": 5, "partner": 5}
LANGUAGES = {"en-GB": 94, "cy": 2, "pa": 1, "ur": 1, "pl": 1, "bn": 1}
PRONOUNS = {"": 40, "she/her": 29, "he/him": 28, "they/them": 3}

# Sentences of daily notes: somebody did something somewhere, and how it was. {name} is the person.
OPENINGS = (
    "{name} was up at {hour} and chose the blue jumper.",
    "{name} slept well and said so.",
    "Quiet morning. {name} had toast and two cups of tea.",
    "{name} did not want breakfast at the table and ate in the garden.",
    "{name} came down first and put the radio on.",
    "Night was short: {name} was awake at three and asked for company.",
    "{name} had a wash instead of a shower and was happy with that.",
    "{name} waited by the window until the van came.",
)
MIDDLES = (
    "We walked to the park and fed the ducks.",
    "{name} went to town on the bus, and paid alone.",
    "{name} cooked soup with us; {name} cut the carrots.",
    "{name} rang family and laughed a lot.",
    "The art group was loud, so {name} came home early.",
    "{name} showed us the photo of the swimming pool twice.",
    "{name} said no to the walk, and yes to sitting outside.",
    "{name} sorted the washing by colour and hung it up.",
    "We looked at the board together and moved the arrow.",
    "{name} had pain in the left knee and told us with the card. We rang the surgery.",
    "{name} met a friend at the café and stayed an hour.",
    "{name} was upset for {minutes} minutes after the noise in the hall. The quiet room helped.",
    "{name} tried the new route with somebody at a distance. No prompt was needed.",
    "{name} asked when the holiday is. We counted the days on the calendar.",
    "{name} watered the tomatoes and gave one to a neighbour.",
    "{name} chose the film and saw it to the end.",
    "The visitor sat down at once and talked fast. {name} left the room, and came back when it was quiet.",
    "{name} counted the money with us: it was right.",
    "{name} pushed the plate away; we tried again at six, and then it was good.",
    "{name} helped to carry the shopping in.",
)
CLOSINGS = (
    "Good day, {name} says.",
    "{name} went up at {hour} with the lamp on.",
    "Handed over: ask {name} about tomorrow.",
    "Tea in the same chair, and then the news.",
    "{name} gave a thumb up when we asked how it was.",
    "We will try that again.",
    "{name} wants to write this down too.",
    "Nothing else to tell.",
)

SAYS = {
    "request": (
        "I want to see the sea.",
        "Can I have a later tea?",
        "I want a new lamp.",
        "Ring my sister for me.",
        "I want to cook on Friday.",
    ),
    "concern": (
        "It is too loud at night.",
        "Somebody moved my things.",
        "I am worried about the stairs.",
        "New people come and do not say who they are.",
    ),
    "change": ("Not mornings. Afternoons.", "I want another key worker.", "Swimming, not bowling.", "I do it myself now."),
    "preference": ("Tea, not coffee.", "I like it when it is quiet.", "Blue. Always blue.", "I like Sundays.", "Ask me first."),
    "telling": (
        "I slept well.",
        "My brother came.",
        "I walked all the way.",
        "That was funny.",
        "I was cold.",
        "I beat everybody at cards.",
    ),
}
SHOWN = (
    ("Turned the chair to the window and smiled.", "Likes to see who comes."),
    ("Pushed the cup away twice.", "Too hot?"),
    ("Took my hand and went to the door.", "Wants to go out."),
    ("Put hands over ears and hummed.", "It is too loud."),
    ("Picked up the photo of the bus and put it in a pocket.", "Wants to take the bus."),
    ("Turned to the wall when the light went on.", "Not yet."),
)
ANSWERS = {
    "done": ("We changed it, and it is on the board.", "It is arranged, and {name} has the date.", "We moved it to the afternoon."),
    "doing": ("We have asked, and hear by the end of the month.", "The first try is this week."),
    "waiting": ("We talk about it at the next meeting.", "The manager looks at it."),
    "could_not": (
        "The landlord said no; we asked for a smaller one.",
        "There is no place in the group until spring. We wrote {name} down.",
    ),
}
TOLD = ("A talk, with photos", "A talk", "Photos on the board", "Signs", "A letter, read out together")
