"""Text as people write it: a line, or words. Both refuse NUL and what is too long, with a sentence that says so."""

from typing import Any

from django.db import models

LONGEST_LINE = 300
LONGEST_WORDS = 20_000


class Line(models.CharField):  # type: ignore[type-arg]  # when the program runs, a field takes no type arguments
    """One line of text, at most 300 characters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_LINE)
        super().__init__(*args, **kwargs)


class Words(models.TextField):  # type: ignore[type-arg]  # likewise
    """Somebody's words, at most 20,000 characters. Kept exactly as given."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_WORDS)
        super().__init__(*args, **kwargs)
