"""Text that can be seen, and that reads the way it stands: for forms, actions and import alike.

A name of nothing but a zero-width space is a person whom nobody finds; a mark that turns the direction of writing makes one name look
like another.
"""

import unicodedata

from django.utils.translation import gettext as _

# Embeddings, overrides and isolates: they turn what comes after them. The plain marks of Arabic and Hebrew (U+200E, U+200F) do not.
TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
# Letters and marks that show nothing, though Unicode does not count them as controls or spaces.
BLANK = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x180F), *range(0xFE00, 0xFE10)))
)
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})


def is_seen(text: str) -> bool:
    """Whether anything of a text can be seen."""
    return any(unicodedata.category(each) not in UNSEEN and each not in BLANK and not "\U000e0100" <= each <= "\U000e01ef" for each in text)


def fault(text: str, *, one_line: bool) -> str | None:
    """What is wrong with a text, or None. one_line: a name or a short line, in which nothing may turn the direction.

    Nothing at all, or only spaces, is for the field to judge.
    """
    if text.strip() and not is_seen(text):
        return _("There is nothing to see in this. Write it in letters.")
    if one_line and not TURNING.isdisjoint(text):
        return _("A character in this turns the direction of writing. Take it out, or write it anew.")
    return None
