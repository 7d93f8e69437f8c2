"""The steps of Jo's way to the shop alone, as they were agreed."""

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
