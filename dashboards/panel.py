"""What a part of a page is: a value with words, figures, a picture and rows, to be drawn or printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl


class State(StrEnum):
    """Why a panel shows what it shows: these look different on the screen."""

    SHOWN = "shown"
    NOTHING = "nothing"  # there are no such rows, and that is right
    NOT_DELIVERED = "not_delivered"  # the delivery did not hold what it takes
    HIDDEN = "hidden"  # too few people stand behind it
    NOT_SHOWN = "not_shown"  # it is there, but not for this reader


@dataclass(frozen=True)
class HeadFigure:
    """One head figure, all in words already.

    `state` is empty, `missing` (not recorded or not computable) or `hidden` (small number): these three and
    a zero must look different.
    """

    label: str
    value: str
    unit: str = ""
    change: str = ""
    note: str = ""
    state: str = ""


@dataclass(frozen=True)
class Table:
    """Rows with the columns that are shown: column -> heading.

    `missing` says what an empty cell means ("not recorded" unless given), `missing_in` the same of single
    columns. `opens` is a column of region or
    office ids: a row that is ticked opens the one that it is about. `every_row` gives all rows for the
    downloads where `rows` are only the first; it is called later, on a thread without a reader. `caption`
    and `filters` replace the panel's title and the filters of the page in words. `marks`: what a link may ask
    for -> the place of that row among `rows`. `stands_for`: a column -> the column of the panel's marts
    (or `mart.column`) that it shows under another name, for its definition. `on_phone`: the columns that a
    narrow screen shows beside the first, the next two unless given. `digits`: the decimals of a column where
    one is not enough. `is_of_version` is False where the rows
    are not those of the published version, such as counts of use: its last day and kind are not theirs.
    """

    rows: pl.DataFrame
    columns: dict[str, str]
    caption: str = ""
    filters: str = ""
    missing: str = ""
    missing_in: Mapping[str, str] = field(default_factory=dict)
    opens: str = ""
    every_row: Callable[[], pl.DataFrame] | None = None
    marks: Mapping[str, int] = field(default_factory=dict)
    stands_for: Mapping[str, str] = field(default_factory=dict)
    on_phone: tuple[str, ...] = ()
    digits: Mapping[str, int] = field(default_factory=dict)
    is_of_version: bool = True

    def count(self) -> int:
        """How many rows a download holds."""
        return (self.every_row() if self.every_row else self.rows).height


@dataclass(frozen=True)
class Fold:
    """Sentences that are read on demand, under a title; `is_numbered` where the picture refers to them."""

    title: str
    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class Link:
    """A page that shows more, after the sentence that says what.

    `chosen`: filter -> the id that the page opens with, never that of a person or a case. `panel`: the name
    of the panel that it opens at; `row`: which of its `Table.marks` to mark there. `told`: filter -> the id
    that the session alone is told, as of an officer: it stands in no address.
    """

    page: str
    sentence: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    panel: str = ""
    row: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Panel:
    """One part of a page, in the order in which it is read.

    `name` is unique on the page and names its downloads. `title` says what is seen, `subtitle` measure, unit,
    area and period. `lead` and `picture` are HTML whose values are escaped; `chart` is a Plotly figure as a
    dict; all else is plain words. `said` goes with a `state` other than shown. `marts` are the marts that
    the figures came from, `explains` columns of them that are not in the table: for "how is this computed".
    `quotes` are the sources that the notes give in the words of the policy, which are English.
    """

    name: str
    title: str = ""
    subtitle: str = ""
    lead: str = ""
    state: State = State.SHOWN
    said: str = ""
    head_figures: tuple[HeadFigure, ...] = ()
    intro: str = ""
    chart: dict | None = None
    picture: str = ""
    summary: str = ""
    items: tuple[str, ...] = ()
    fold: Fold | None = None
    table: Table | None = None
    notes: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    marts: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()

    @property
    def has_folded_table(self) -> bool:
        """Whether the table is the other form of a chart or picture, and so opened on demand."""
        return self.chart is not None or bool(self.picture)

    @property
    def is_of_data(self) -> bool:
        """Whether it shows rows of the marts, which are marked where the data are synthetic."""
        return bool(self.marts and (self.chart or self.picture or self.table))

    @property
    def alternative(self) -> str:
        """What the chart says, in words, for a reader who cannot see it."""
        return f"{self.title}. {self.summary}"


def nothing(name: str, said: str, title: str = "") -> Panel:
    """A panel that says that there are no such rows."""
    return Panel(name, title=title, state=State.NOTHING, said=said)


def not_delivered(name: str, said: str, title: str = "") -> Panel:
    """A panel that says what the delivery did not hold."""
    return Panel(name, title=title, state=State.NOT_DELIVERED, said=said)


def hidden(name: str, said: str, title: str = "") -> Panel:
    """A panel that says that too few people stand behind it."""
    return Panel(name, title=title, state=State.HIDDEN, said=said)


def not_shown(name: str, said: str) -> Panel:
    """A panel that says that it is not for this reader."""
    return Panel(name, state=State.NOT_SHOWN, said=said)
