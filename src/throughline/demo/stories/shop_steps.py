"""The steps to the shop, and the card of each."""

from dataclasses import dataclass

STAGES: tuple[dict[str, str], ...] = (
    {
        "text": "Together, with the photos of the landmarks",
        "support": "Walk beside Jo, wait for the photo",
        "stop": "Jo sits down on the way",
    },
    {
        "text": "Somebody behind, at a distance",
        "support": "Twenty steps behind, closer only if Jo waves",
        "move_on": "Jo stops at the kerb each time",
        "stop": "Jo waves twice",
    },
    {
        "text": "Alone to the shop, with a wave at the corner",
        "support": "Wait at the corner, wave back",
        "move_on": "Jo waves, or knows why not",
        "step_back": "No wave on two tries",
        "stop": "20 minutes with no wave",
    },
    {"text": "Alone", "support": "Ask how it went"},
)


@dataclass(frozen=True, slots=True)
class Card:
    """What changes from version to version of the ladder."""

    number: int
    do: tuple[str, ...]
    words: str = ""


CARDS = {
    1: Card(1, ("Walk beside Jo", "Jo shows each photo before the corner", "Jo pays")),
    3: Card(2, ("Stay twenty steps behind", "Come closer only if Jo waves", "Jo pays, you wait outside")),
    4: Card(3, ("Walk to the corner, then wait", "Jo has the phone and £10", "Wave back when Jo waves", "Ask how it went")),
}
