"""Which columns a file must have, which are loaded from it, and which of those hold ids."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class TableWanted:
    """What is to be read from a file; by default all of it, with a header in the first row that is filled.

    ``needed`` are the columns that every file has, ``used`` those that are loaded (None: all), ``ids`` those
    of them that hold ids, ``numbers`` those whose numbers may be written otherwise than in the contract.
    ``skip`` counts the first rows that are never the header.
    """

    needed: Collection[str] = ()
    used: Collection[str] | None = None
    ids: Collection[str] = ()
    numbers: Collection[str] | None = ()
    skip: int = 0

    def uses(self, name: str) -> bool:
        """Whether a column is loaded."""
        return self.used is None or name in self.used

    def may_be_written_otherwise(self, name: str) -> bool:
        """Whether numbers of the file must be told from texts that look like one."""
        return self.numbers is None or name in self.numbers

    def is_id(self, name: str) -> bool:
        """Whether a column holds ids."""
        return name in self.ids
