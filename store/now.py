"""The moment at which something is written."""

from datetime import UTC, datetime

from store.lines import moment


def now() -> str:
    """Now, as it is stored."""
    return moment(datetime.now(UTC))
