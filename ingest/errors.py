"""What can go wrong with a build, and the exit status each kind ends with."""

from dataclasses import dataclass

from warehouse.national_numbers import without_national_numbers


class MaatwerkError(Exception):
    """A failure that a person can act on; its text is the whole message."""

    status = 3


class PolicyRefusedError(MaatwerkError):
    """A test of policy or models failed: the old version stays."""

    status = 1


@dataclass
class BadInputError(MaatwerkError):
    """A delivery that is refused whole; says where, what, which rule and the way out."""

    rule: str
    way_out: str
    file: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None

    status = 2

    def __str__(self) -> str:
        """One line: file, row, column and value as known, then rule and way out; no national number."""
        places = [
            f"{name} {place!r}" if isinstance(place, str) else f"{name} {place}"
            for name, place in (
                ("file", self.file),
                ("row", self.row),
                ("column", self.column),
                ("value", self.value),
            )
            if place is not None
        ]
        return without_national_numbers(f"refused: {', '.join([*places, self.rule])}. {self.way_out}")
