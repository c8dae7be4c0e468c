"""What can go wrong with the store; each message says the way out."""


class StoreError(Exception):
    """The store cannot be opened, or what was asked of it cannot be done."""


class LogUnavailableError(StoreError):
    """A line of the access log could not be written in time."""


class RefusedTextError(StoreError):
    """A text may not be kept: too long, empty, or with the number or id of a person in it."""


class WarnedTextError(StoreError):
    """A text may hold what does not belong here: `warnings` are codes, to be accepted by who writes it."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__(f"to be looked at again: {', '.join(warnings)}")
        self.warnings = warnings


class ChangedMeanwhileError(StoreError):
    """Somebody else changed this in the meantime: look at it again."""
