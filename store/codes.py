"""The codes that come before a text, so that most of what is written needs few words or none."""

from store.errors import StoreError

# What a note of an office is about.
TOPICS = ("staff", "agreement", "waiting_list", "delivery", "building", "other")
# Why an officer says that a figure about the own work is not right.
REASONS = (
    "case_is_not_mine",
    "case_has_ended",
    "case_is_missing",
    "share_is_wrong",
    "risk_or_phase_is_wrong",
    "contract_is_wrong",
    "other",
)
OPEN, ACCEPTED, DECLINED, TAKEN_BACK = "open", "accepted", "declined", "taken_back"
ANSWERS = (ACCEPTED, DECLINED)
ERASED = "(erased)"


def known(code: str, codes: tuple[str, ...]) -> str:
    """The code. Raises StoreError where it is not among these."""
    if code not in codes:
        raise StoreError(f"no code {code!r}; there are {', '.join(codes)}")
    return code
