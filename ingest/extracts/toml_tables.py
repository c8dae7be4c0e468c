"""Reading TOML that people write by hand: every key known, every value of the right type."""

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ingest.errors import BadInputError

T = TypeVar("T")

_TYPE_NAMES = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    dt.date: "a date such as 2026-06-30",
    list: "a list in [ ]",
    dict: "a table of keys",
}


@dataclass(frozen=True)
class TomlTable:
    """One table of a TOML file that knows its place, for messages."""

    file: str
    path: str
    entries: dict[str, Any]

    def refusal(self, key: str, rule: str, way_out: str) -> BadInputError:
        """A refusal that names file and key."""
        return BadInputError(rule, way_out, file=self.file, column=self._path(key))

    def only(self, allowed: Iterable[str]) -> "TomlTable":
        """Itself; BadInputError when a key is none of ``allowed``."""
        allowed = list(allowed)
        for key in self.entries:
            if key not in allowed:
                raise self.refusal(key, "unknown key", f"Allowed keys: {', '.join(allowed)}.")
        return self

    def get(self, key: str, kind: type[T], default: T | None = None) -> T | None:
        """The value at ``key``, ``default`` when absent; BadInputError when it has another type."""
        if key not in self.entries:
            return default
        value = self.entries[key]
        # A datetime is a date, and true is an int, to Python; a person means neither.
        if type(value) is not kind:
            raise self.refusal(key, "wrong type", f"Write {_TYPE_NAMES[kind]}.")
        return value

    def need(self, key: str, kind: type[T]) -> T:
        """The value at ``key``; BadInputError when absent or of another type."""
        if key not in self.entries:
            raise self.refusal(key, "missing key", f"Add it: {_TYPE_NAMES[kind]}.")
        return self.get(key, kind)

    def table(self, key: str) -> "TomlTable":
        """The table at ``key``, empty when absent."""
        return TomlTable(self.file, self._path(key), self.get(key, dict, {}))

    def tables(self, key: str) -> list["TomlTable"]:
        """The tables listed at ``key``, none when absent."""
        entries = self.get(key, list, [])
        if not all(isinstance(entry, dict) for entry in entries):
            raise self.refusal(key, "wrong type", f"Write it as [[{self._path(key)}]].")
        return [TomlTable(self.file, f"{self._path(key)}[{i}]", entry) for i, entry in enumerate(entries, 1)]

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts at ``key``, empty when absent."""
        values = self.get(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise self.refusal(key, "wrong type", 'Write a list of texts such as ["a", "b"].')
        return tuple(values)

    def words(self, key: str) -> dict[str, str]:
        """The table of texts at ``key``, empty when absent."""
        values = self.get(key, dict, {})
        if not all(isinstance(value, str) for value in values.values()):
            raise self.refusal(key, "wrong type", 'Write pairs of texts such as {"from" = "to"}.')
        return values

    def _path(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def toml_file(path: Path) -> TomlTable:
    """The root table of a TOML file; BadInputError when it cannot be read."""
    way_out = "Correct the file; it must be TOML in UTF-8."
    try:
        return TomlTable(path.name, "", tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError as error:
        raise BadInputError("a file that does not exist", "Name an existing file.", file=str(path)) from error
    except OSError as error:
        way_out = "Name a TOML file that the user who runs the build may read."
        raise BadInputError("a file that cannot be opened", way_out, file=path.name) from error
    except UnicodeDecodeError as error:
        raise BadInputError("not UTF-8", way_out, file=path.name) from error
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"not TOML: {error}", way_out, file=path.name) from error
