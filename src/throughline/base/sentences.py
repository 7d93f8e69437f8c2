"""Sentences in modules that know nothing of Django, such as a law: marked where they stand, translated where they are shown."""


def N_(sentence: str) -> str:
    """Mark a whole sentence to be collected for translators; whoever shows it says `_(sentence)`."""
    return sentence
