"""What can go wrong with the store; each message says the way out."""


class StoreError(Exception):
    """The store cannot be opened, or what was asked of it cannot be done."""


class LogUnavailableError(StoreError):
    """A line of the access log could not be written in time."""


class RefusedTextError(StoreError):
    """A text may not be kept; `why`: `empty`, `long`, or what is in it: `national_number`, `key` or `id`."""

    def __init__(self, message: str, why: str) -> None:
        super().__init__(message)
        self.why = why


class WarnedTextError(StoreError):
    """A text may hold what does not belong here: `warnings` are codes, to be accepted by who writes it."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__(f"to be looked at again: {', '.join(warnings)}")
        self.warnings = warnings


class ChangedMeanwhileError(StoreError):
    """Somebody else changed this in the meantime: look at it again."""
