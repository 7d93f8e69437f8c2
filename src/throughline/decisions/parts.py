"""The rows that a caller composes for an action: they are kept with the record to which they belong."""

from .models import BestInterests, Consideration, Consultee, InformationGiven, LibertyWish, SupportTried

__all__ = ["BestInterests", "Consideration", "Consultee", "InformationGiven", "LibertyWish", "SupportTried"]
