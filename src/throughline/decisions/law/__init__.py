"""What makes a decision lawful, and what is settled beside decisions: liberty, disagreement, safeguarding. Pure, one subject a file."""

from .deciding import FAULTS, OWN_BASES, Fault, Proposed, Weighed, faults, historic_faults, incomplete, is_persons_view

__all__ = ["FAULTS", "OWN_BASES", "Fault", "Proposed", "Weighed", "faults", "historic_faults", "incomplete", "is_persons_view"]
