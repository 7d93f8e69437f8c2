from .agency_pass import AgencyPass, PassKey
from .competency import Criterion, KeyRoutine, NewSignOff, SignOff
from .reading import CardReading
from .shift import Shift

__all__ = ["AgencyPass", "CardReading", "Criterion", "KeyRoutine", "NewSignOff", "PassKey", "Shift", "SignOff"]
