"""What an entity of the contract is: a file of a delivery, its columns, their kinds and their rules."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "share", "decimal", "real", "whole", "boolean"]

DUCKDB_TYPES: dict[Kind, str] = {
    "text": "varchar",
    "date": "date",
    "share": "decimal(12,9)",
    "decimal": "decimal(24,6)",
    "real": "double",
    "whole": "bigint",
    "boolean": "boolean",
}
NUMBERS: tuple[Kind, ...] = ("share", "decimal", "real", "whole")


@dataclass(frozen=True)
class Column:
    """One column of an extract.

    ``is_fact`` marks dates that have happened: they may not lie after ``as_of``. ``refers_to`` names
    the entity whose key the value must be, ``category`` the policy column in which it must occur. What
    ``is_personal`` describes a person, or a few, and stays inside the build. ``bounds`` are the least and
    the most that a number may be, both allowed; no most: None. A text that ``is_code`` is a short word.
    """

    name: str
    kind: Kind = "text"
    is_required: bool = False
    is_key: bool = False
    is_fact: bool = False
    refers_to: str | None = None
    category: str | None = None
    is_person_key: bool = False
    is_personal: bool = False
    is_code: bool = False
    default: str | None = None
    bounds: tuple[int, int | None] | None = None


@dataclass(frozen=True)
class Entity:
    """One file of a delivery: its columns in order, and the half-open period it may carry.

    Two different rows under one key are refused, unless ``last_of_key_counts``: then the last one counts. A
    file that is ``of_groups_only`` may have no column that tells one person from another.
    """

    name: str
    columns: tuple[Column, ...]
    no_overlap_within: tuple[str, ...] = ()
    last_of_key_counts: bool = False
    of_groups_only: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the key columns, in order."""
        return tuple(column.name for column in self.columns if column.is_key)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns a file must have and a row must fill."""
        return tuple(column.name for column in self.columns if column.is_required)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the entity has none."""
        return {column.name: column for column in self.columns}[name]


def key(name: str, kind: Kind = "text", **more: object) -> Column:
    """A column of the key that must be filled."""
    return Column(name, kind, is_required=True, is_key=True, **more)


def required(name: str, kind: Kind = "text", **more: object) -> Column:
    """A column that must be filled."""
    return Column(name, kind, is_required=True, **more)
