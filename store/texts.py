"""What may stand in a short text: its length, no number or id of a person, a warning about health."""

import re
import unicodedata
from collections.abc import Collection

from store.errors import RefusedTextError, WarnedTextError
from warehouse.national_numbers import holds_national_number

LONGEST_TEXT = 500
LONGEST_NAME = 80
HEALTH, CONTACT, LONG_NUMBER = "health", "contact", "long_number"
# How words about somebody's health begin, without accents, in Dutch, English and French. A text that holds
# one is not refused: "the hospital wing" is no illness. Who writes it looks again.
_HEALTH_STEMS = """
    ziek gezondheid zwanger diagnos depressi burnout burn-out psychi psycho medicatie medicijn kanker tumor
    chemo verslaafd verslaving handicap bevalling miskraam geneesheer huisarts arbeidsongeschikt invalid
    sick ill illness disease health pregnan depress hospital medic cancer surgery addict disab miscarriage
    malad enceinte grossesse depressi hopital cancer medecin medicament invalidit accouchement toxicoman
""".split()  # noqa: SIM905 - a list would hide the languages
_WHOLE_WORDS = {"ill"}
_HEALTH = re.compile(
    "|".join(rf"\b{re.escape(stem)}" + (r"\b" if stem in _WHOLE_WORDS else "") for stem in _HEALTH_STEMS)
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b0\d{1,3}[ ./-]?\d{2,3}(?:[ ./-]?\d{2}){2}\b|\+\d{9,13}\b")
_LONG_NUMBER = re.compile(r"(?<!\d)\d{7,}(?!\d)")
# How a delivery's persons are hashed on the way in: nothing of that length is a word.
_HASH = re.compile(r"\b[0-9a-f]{32,}\b")


def checked(text: str, ids: Collection[str] = (), accepted: Collection[str] = ()) -> str:
    """The text as it may be kept, without space around it.

    `ids` are ids of persons and cases that must not stand in it. Raises RefusedTextError for one that is
    empty, longer than 500 characters or holds such an id, a hash or a national number; and WarnedTextError
    with the warnings that are not among those `accepted`. No message repeats what was found.
    """
    plain = "".join(sign for sign in text.strip() if sign in "\n\t" or unicodedata.category(sign)[0] != "C")
    if not plain:
        raise RefusedTextError("the text is empty", "empty")
    if len(plain) > LONGEST_TEXT:
        raise RefusedTextError(f"the text has {len(plain)} characters; {LONGEST_TEXT} fit", "long")
    refuse_persons(plain, ids)
    if left := tuple(warning for warning in warnings_of(plain) if warning not in accepted):
        raise WarnedTextError(left)
    return plain


def refuse_persons(text: str, ids: Collection[str] = ()) -> None:
    """RefusedTextError where a text holds a national number, a hashed person or one of these ids."""
    if holds_national_number(text):
        raise RefusedTextError("the text holds a national number: leave it out", "national_number")
    if _HASH.search(text.lower()):
        raise RefusedTextError("the text holds the key of a person: leave it out", "key")
    words = {word.strip(".,;:!?()[]\"'").lower() for word in text.split()}
    if words & {one.lower() for one in ids}:
        raise RefusedTextError("the text holds the id of a person or case: leave it out", "id")


def warnings_of(text: str) -> tuple[str, ...]:
    """What a writer should look at again: `health`, `contact` (mail, telephone), `long_number`."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    found = {HEALTH: _HEALTH, CONTACT: _CONTACT, LONG_NUMBER: _LONG_NUMBER}
    return tuple(name for name, pattern in found.items() if pattern.search(plain))
