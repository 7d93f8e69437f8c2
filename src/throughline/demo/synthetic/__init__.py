"""A synthetic provider with realistic distributions, the same for the same seed."""

from .filling import Made, generate

__all__ = ["Made", "generate"]
