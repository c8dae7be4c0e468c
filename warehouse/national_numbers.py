"""Belgian national numbers in a text: found by date and check digits, and kept out of whatever is said."""

import re

MASK = "(masked)"
# Eleven digits, plain or as YY.MM.DD-NNN.CC; the signs between are what people type.
CANDIDATE = r"\d{2}[. /-]?\d{2}[. /-]?\d{2}[. -]?\d{3}[. -]?\d{2}"
_ALONE = re.compile(rf"(?<!\d){CANDIDATE}(?!\d)")


def holds_national_number(text: str) -> bool:
    """Whether a text holds a Belgian national number: a possible date and right check digits."""
    return any(_is_national_number(found) for found in _ALONE.findall(text))


def without_national_numbers(text: str) -> str:
    """The text with every national number in it masked: for messages, which must show none."""
    return _ALONE.sub(lambda found: MASK if _is_national_number(found[0]) else found[0], text)


def _is_national_number(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    body, check = int(digits[:9]), int(digits[9:])
    # Born from 2000 on, a 2 goes before the nine digits when the check digits are computed.
    is_checked = check in (97 - body % 97, 97 - (2_000_000_000 + body) % 97)
    month, day = int(digits[2:4]), int(digits[4:6])
    # Foreigners' numbers add 20 or 40 to the month; an unknown birth day is written with zeros.
    return is_checked and month % 20 <= 12 and month < 60 and day <= 31
