"""What time it is: the one place that asks, so that a test can say."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present time, UTC without a zone, as the times in a published file are."""
    return datetime.now(UTC).replace(tzinfo=None)
