"""The NHS number's check digit (`domain.md` 13): weights 10 to 2 over nine digits, 11 less the remainder; 10 is never valid."""


def is_nhs_number(text: str) -> bool:
    """Whether ten digits, spaces and hyphens left out, are a valid NHS number."""
    digits = plain(text)
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit():
        return False
    check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return (0 if check == 11 else check) == int(digits[9])


def plain(text: str) -> str:
    """As kept: digits alone."""
    return text.replace(" ", "").replace("-", "")


def shown(digits: str) -> str:
    """As shown: 3, 3 and 4 digits."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
