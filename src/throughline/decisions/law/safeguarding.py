"""What has to be written about a safeguarding concern, and which duty applies where. Pure.

The person's wishes shape what is done; their agreement is asked for and never a condition of the duty (`domain.md` 3.4).
Consent and rationale are written down, so that whoever looks later sees why.
"""

from throughline.base.sentences import N_


def concern_faults(*, telling: str, telling_because: str, wants: str, has_voice: bool, wants_because: str) -> dict[str, str]:
    """What is still to be written of a concern, by field. Whoever raises it writes what they know; nothing is asked twice."""
    missing = {}
    if telling == "not_told" and not telling_because.strip():
        missing["telling_because"] = N_("Say why %(person)s is not told. Telling them is the rule.")
    if not wants.strip() and not has_voice and not wants_because.strip():
        missing["wants"] = N_("Write what %(person)s wants, or why they could not be asked yet.")
    return missing


def step_faults(*, kind: str, to: str, words: str, rationale: str, consent: str) -> dict[str, str]:
    """What is still to be written of a step, by field."""
    missing: dict[str, str] = {}
    if kind == "referred":
        missing |= {} if to.strip() else {"to": N_("Say to whom it was referred.")}
        missing |= {} if consent else {"consent": N_("Say whether %(person)s agreed. The duty does not wait for it.")}
        if consent in ("said_no", "not_asked") and not rationale.strip():
            missing["rationale"] = N_("Say why it was referred without %(person)s’s agreement.")
    elif kind in ("not_referred", "closed"):
        missing |= {} if rationale.strip() else {"rationale": N_("Say why.")}
    elif not words.strip():
        missing["words"] = N_("Write what was done, said or answered.")
    return missing


def closing_faults(kinds: frozenset[str]) -> dict[str, str]:
    """What has to be there before a concern is closed: whether it was referred, and what came of it for the person."""
    if not kinds & {"referred", "not_referred"}:
        return {"kind": N_("Say first whether it was referred, and why or why not.")}
    return {} if "outcome" in kinds else {"kind": N_("Say first what came of it for %(person)s, and what they say of that.")}
