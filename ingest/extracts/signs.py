"""Signs that nobody sees, and spaces that look like any other."""

import re
import unicodedata

# Soft hyphen, marks of direction, joiners, byte-order marks within a text: they take no room.
INVISIBLE = r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
ODD_SPACES = r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]"


def tidy(text: str | None) -> str:
    """A text without invisible signs and space around it, with plain spaces and composed accents."""
    if not text or text.isascii():
        return (text or "").strip()
    seen = re.sub(ODD_SPACES, " ", re.sub(INVISIBLE, "", text))
    return unicodedata.normalize("NFC", seen).strip()
