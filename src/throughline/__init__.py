"""Throughline: from what a person says to what staff do, and back."""

__version__ = "0.1.0"
