"""A line of the access log, before it is written: plain values, without a database."""

import getpass
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

LONGEST = {"identity": 120, "role": 40, "page": 60, "filters": 2000, "export": 20, "purpose": 120}
_CUT = "…"
_MARK = re.compile(r"~[0-9a-f]{16}")


class Who(NamedTuple):
    """Who looks, in which role, and what for; the purpose is empty where nobody was asked."""

    identity: str
    role: str
    purpose: str = ""


def account() -> Who:
    """Who runs a command: the account on this machine."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        name = str(os.getuid())
    return Who(f"account {name}", "command")


@dataclass(frozen=True)
class Line:
    """One use: who, when (UTC), which page with which filters, how many rows, and whether it left as a file.

    `filters`: name -> id; ids of persons and cases come in as opaque marks. `rows` is None where they were
    not counted. `export` is the kind of file, empty where nothing left.
    """

    who: Who
    page: str
    filters: Mapping[str, str] = field(default_factory=dict)
    rows: int | None = None
    export: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def values(self) -> dict[str, str | int | None]:
        """The columns of the log but those of the chain; texts fit, and hold nothing that no engine takes."""
        filters = json.dumps(dict(self.filters), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        texts = {
            "identity": self.who.identity,
            "role": self.who.role,
            "page": self.page,
            "filters": filters,
            "export": self.export,
            "purpose": self.who.purpose,
        }
        fitting = {name: _fitting(text, LONGEST[name]) for name, text in texts.items()}
        return {"at": moment(self.at), **fitting, "row_count": self.rows}


def moment(at: datetime) -> str:
    """A moment as it is stored: UTC, to the microsecond, always of the same length."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def is_mark(text: str) -> bool:
    """Whether a text is what stands in the log for the id of a person or case."""
    return bool(_MARK.fullmatch(text))


def _fitting(text: str, longest: int) -> str:
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return plain if len(plain) <= longest else plain[: longest - 1] + _CUT
