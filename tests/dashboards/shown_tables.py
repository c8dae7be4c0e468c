"""Tables in the HTML of a page, read back as frames: what a reader sees, with values as values."""

import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pandas as pd

TABLE = re.compile(r'<div class="mw-table".*?</table></div>', re.DOTALL)


@dataclass
class ShownTable:
    """One table: caption, and `value`, in which empty cells are None, numbers and days what they are."""

    caption: str = ""
    columns: list[str] = field(default_factory=list)
    rows: list[list[object]] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)

    @property
    def value(self) -> pd.DataFrame:
        return pd.DataFrame(self.rows, columns=self.columns)


class _Reading(HTMLParser):
    """Follows one table; a cell counts once it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.table = ShownTable()
        self.is_head = False
        self.value: str | None = None
        self.is_missing = False
        self.said = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag in ("thead", "tbody"):
            self.is_head = tag == "thead"
        elif tag == "tr" and not self.is_head:
            if given.get("class") == "mw-marked":
                self.table.marked.append(len(self.table.rows))
            self.table.rows.append([])
            self.table.words.append([])
        elif tag in ("th", "td", "caption"):
            self.value, self.is_missing, self.said = given.get("data-value"), False, ""
        elif tag == "a":
            self.table.addresses.append(given["href"])
        self.is_missing = self.is_missing or given.get("class") == "mw-missing"

    def handle_data(self, text: str) -> None:
        self.said += text

    def handle_endtag(self, tag: str) -> None:
        if tag == "caption":
            self.table.caption = self.said
        elif tag in ("th", "td") and self.is_head:
            self.table.columns.append(self.said)
        elif tag in ("th", "td"):
            self.table.rows[-1].append(None if self.is_missing else _typed(self.value, self.said))
            self.table.words[-1].append(self.said)


def _typed(value: str | None, said: str) -> object:
    if value is None:
        return said
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    try:
        return int(value)
    except ValueError:
        return float(value) if re.fullmatch(r"-?[\d.e+-]+|nan|inf", value) else value


def tables_in(html: str) -> list[ShownTable]:
    """Every table of a page, from top to bottom."""
    found = []
    for piece in TABLE.findall(html):
        reading = _Reading()
        reading.feed(piece)
        found.append(reading.table)
    return found
