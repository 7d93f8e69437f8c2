"""What the record of an incident has to hold. Pure: asked by form, action and import alike.

A restriction that was used is written down each time, whoever it was for and however short (`domain.md` 8.4).
"""

from throughline.base.sentences import N_

INJURY = "injury"


def incident_incomplete(*, kind: str, injuries: str, restriction_used: bool, restriction_words: str) -> dict[str, str]:
    """What is still to be written of an incident, by field."""
    missing = {}
    if kind == INJURY and not injuries.strip():
        missing["injuries"] = N_("Write who was hurt, and how.")
    if restriction_used and not restriction_words.strip():
        missing["restriction_words"] = N_("Write what was held, locked or taken, by whom, and for how long.")
    return missing
