"""The mapping of another layout: what its TOML file may say, as plain records.

title = "free text"
[delivery]                      # where a delivery.toml is silent: source_system, kind, is_synthetic, as_of
[formats]                       # for all tables; a table may say otherwise
separator = ";"                 # of csv files; without it the header decides
decimal = ","                   # "." without it
thousands = "."                 # in numbers written as text, three digits behind it; native numbers stay
dates = ["%d-%m-%Y %H:%M"]      # of dates written as text; times are cut to the day; ISO without it;
                                # months in English, Dutch, French or German (%b, %B), offsets (%z)
zone = "Europe/Brussels"        # needed for offsets and instants: where their day is taken; or "as written"
years_from = 1950               # needed for years of two digits (%y): 50 is 1950, 49 is 2049
empty = ["NULL", "\\\\N"]        # words for "no value", in every column and every file
no_end = ["infinity"]           # words for "no end", in dates that may be empty; the year 9999 always is

[[categories]]                  # a value no policy seed has: known from now on
category = "supervision_type"   # value; optional label_<language> (label_en, label_nl, ...), service_line
value = "internet"

[[tables]]                      # one entity out of one file; any number per entity and per file
entity = "cases"
file = "zaken*.csv"             # the name, * allowed
sheet = "Blad1"                 # of an xlsx file
skip_lines = 3                  # so many lines above the header; notes above it are also found without
optional = true                 # the file may be missing (in a delta any file may)
distinct = true                 # repeated rows count once, the others are left out as repeated_row
all_columns_but = ["note"]      # columns of the contract under their own names fill themselves; [] for all
period = {column = "year", is = "calendar_year"}   # year into period: calendar_year; year_ending or
                                # year_starting with month; month with month; day with month and day;
                                # a date into the period it lies in: year_, quarter_ or month_of_date

[tables.columns]                # a column of the contract = a column of the file, or a table of
case_id = "zaak"                # column, first_of = [...] (the first that is filled), constant,
                                # row_number = "A" (A2, A3, ... by its row) or count = true (equal rows);
office_id = {column = "dienst", values = {"A" = "ANT"}, if_empty = "UNK"}
ended_on = {column = "tot", dates = ["%d-%m-%Y"], inclusive_end = true}   # and any format but separator

[[tables.leave_out]]            # rows left out and counted under the rule: one test out of
rule = "test_user"              # empty = true, filled = true, in = [...], not_in = [...], matches = "regex"
column = "medewerker"
in = ["test"]

[[tables.rows]]                 # columns into rows: one row of the file gives one row per entry,
columns = {value = "caseload"}  # filled by the table's columns, period and leave_out plus the entry's
each_column_but = ["year"]      # or one row per column: {heading = true} and {cell = true} fill columns,
                                # and period = {heading = true, ...} reads years in headings

[tables.log]                    # the file is a log: several of its rows make one of the entity
of = ["zaak"]                   # whose rows they are
at = "tijdstip"                 # the moment of a row, which puts them in order
spell = ["medewerker"]          # one row per spell: the same values at the ends of days, until the next row;
                                # without it one row per `of`. [[tables.log.leave_out]] comes before,
                                # [[tables.leave_out]] after. Columns then also say:
                                # take = "first", "last" or "next" (of the next spell); without: "first"
                                # where = {column = "status", in = ["closed"]}   only of such rows
                                # must_be_last = true             no value where another row comes after
"""

from collections.abc import Mapping as Words
from dataclasses import dataclass, field
from pathlib import Path

from ingest.extracts.delivery import Settings

AS_WRITTEN = "as written"


@dataclass(frozen=True)
class Formats:
    """How a file writes values; None: as the contract does.

    ``zone`` is a name of the time zone database or ``AS_WRITTEN``; ``years_from`` the first of the hundred
    years that two digits may mean.
    """

    separator: str | None = None
    decimal: str | None = None
    thousands: str | None = None
    dates: tuple[str, ...] = ()
    zone: str | None = None
    years_from: int | None = None
    empty: tuple[str, ...] = ()
    no_end: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filling:
    """What fills a column: a constant, the first filled of some columns, a row's number, or a count of rows.

    Of a log, ``take`` says of which row (first, last, or the first of the next spell), ``where`` which rows
    count, ``must_be_last`` that there is no value where another row comes after.
    """

    columns: tuple[str, ...]
    constant: str | None
    formats: Formats
    values: Words[str, str] = field(default_factory=dict)
    if_empty: str | None = None
    inclusive_end: bool = False
    take: str = "first"
    where: "LeaveOut | None" = None
    must_be_last: bool = False
    row_number: str | None = None
    counts_rows: bool = False
    is_heading: bool = False
    is_cell: bool = False


@dataclass(frozen=True)
class LeaveOut:
    """A stated rule by which rows of the file do not come in."""

    rule: str
    column: str
    test: str
    operand: bool | str | tuple[str, ...]


@dataclass(frozen=True)
class Log:
    """Several rows of a file make one: per subject (``of``), or per spell of the same values in ``spell``.

    ``at`` names the column with the moment of a row.
    """

    of: tuple[str, ...]
    at: str
    spell: tuple[str, ...] = ()
    leave_out: tuple[LeaveOut, ...] = ()


@dataclass(frozen=True)
class Period:
    """How a year in a column becomes a half-open period: its first day is ``month``/``day``.

    Of a column of dates, ``cut_to`` says which period of the calendar each lies in: 1y, 3mo or 1mo. Where the
    year is the heading of a column that becomes a row, it is in ``heading``.
    """

    column: str
    starts_in_year_before: bool
    month: int
    day: int
    length: str
    cut_to: str | None = None
    formats: Formats = field(default_factory=Formats)
    is_heading: bool = False
    heading: str | None = None


@dataclass(frozen=True)
class Shape:
    """How one row of a file becomes one row of an entity."""

    columns: Words[str, Filling]
    period: Period | None
    leave_out: tuple[LeaveOut, ...]
    each_column_but: tuple[str, ...] | None = None

    @property
    def file_columns(self) -> set[str]:
        """Columns the file must have."""
        filled = {name for filling in self.columns.values() for name in filling.columns}
        tested = {leave_out.column for leave_out in self.leave_out}
        has_year = self.period is not None and not self.period.is_heading
        return filled | tested | ({self.period.column} if has_year else set())


@dataclass(frozen=True)
class Table:
    """One entity out of the files of one name or pattern; ``shapes`` has one entry per row it makes."""

    entity: str
    file: str
    shapes: tuple[Shape, ...]
    formats: Formats = field(default_factory=Formats)
    sheet: str | None = None
    log: Log | None = None
    all_columns_but: tuple[str, ...] | None = None
    skip_lines: int = 0
    is_optional: bool = False
    is_distinct: bool = False

    @property
    def own_columns(self) -> set[str]:
        """Columns that the file must have because of the table itself: of its log, and its exceptions."""
        log = () if self.log is None else (*self.log.of, self.log.at, *self.log.spell)
        tested = () if self.log is None else (rule.column for rule in self.log.leave_out)
        exceptions = [*(self.all_columns_but or ())]
        for shape in self.shapes:
            exceptions += shape.each_column_but or ()
        return {*log, *tested, *exceptions}

    @property
    def reads_any_column(self) -> bool:
        """Whether columns are read that the mapping does not name."""
        return self.all_columns_but is not None or any(
            shape.each_column_but is not None for shape in self.shapes
        )


@dataclass(frozen=True)
class Category:
    """A declared category value, with what the screens may call it."""

    category: str
    category_value: str
    labels: tuple[tuple[str, str], ...] = ()  # language, label
    service_line: str | None = None


@dataclass(frozen=True)
class Mapping:
    """A whole mapping; the empty one is the standard layout."""

    name: str = ""
    delivery: Settings = field(default_factory=Settings)
    formats: Formats = field(default_factory=Formats)
    categories: tuple[Category, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """File names and patterns that the mapping reads."""
        return tuple(dict.fromkeys(table.file for table in self.tables))

    @property
    def entities(self) -> frozenset[str]:
        """Entities that the mapping fills."""
        return frozenset(table.entity for table in self.tables)

    @property
    def declared(self) -> dict[str, set[str]]:
        """Declared values by category."""
        declared: dict[str, set[str]] = {}
        for category in self.categories:
            declared.setdefault(category.category, set()).add(category.category_value)
        return declared

    def tables_of(self, file: str) -> list[Table]:
        """The tables that read a file of this name."""
        return [table for table in self.tables if Path(file).match(table.file)]
