"""Reading a mapping file; every mistake in it is refused with the file and the key."""

import datetime as dt
from pathlib import Path

import polars as pl

from ingest.contract import CATEGORIES, ENTITIES, Entity
from ingest.extracts.delivery import EXTENSIONS, settings_from
from ingest.extracts.toml_tables import TomlTable, toml_file
from ingest.layouts.format_settings import COLUMN_FORMATS, FORMATS, formats_in
from ingest.layouts.mapping import Category, Filling, Formats, LeaveOut, Mapping, Period, Shape, Table

_TESTS = ("empty", "filled", "in", "not_in", "matches")
_LABEL = "label_"
_PERIODS = ("calendar_year", "year_ending", "year_starting", "month", "day")


def mapping_file(path: Path | None, today: dt.date) -> Mapping:
    """The mapping at ``path``, the empty one for None; BadInputError names what is wrong in it."""
    if path is None:
        return Mapping()
    root = toml_file(path).only(("title", "delivery", "formats", "categories", "tables"))
    root.get("title", str)
    formats = formats_in(root.table("formats").only(FORMATS), Formats())
    return Mapping(
        name=path.name,
        delivery=settings_from(root.table("delivery"), today),
        formats=formats,
        categories=tuple(_category(entry) for entry in root.tables("categories")),
        tables=tuple(_table(entry, formats) for entry in root.tables("tables")),
    )


def _category(entry: TomlTable) -> Category:
    said = [key for key in entry.entries if key.startswith(_LABEL)]
    entry.only(("category", "value", f"{_LABEL}<language>", "service_line", *said))
    category = entry.need("category", str)
    if category not in CATEGORIES:
        raise entry.refusal("category", f"no category {category!r}", f"Allowed: {', '.join(CATEGORIES)}.")
    labels = tuple((key.removeprefix(_LABEL), entry.need(key, str)) for key in said)
    return Category(category, entry.need("value", str), labels, entry.get("service_line", str))


def _table(entry: TomlTable, formats: Formats) -> Table:
    entry.only(
        (
            "entity",
            "file",
            "sheet",
            "optional",
            "distinct",
            "columns",
            "period",
            "leave_out",
            "rows",
            *FORMATS,
        )
    )
    name = entry.need("entity", str)
    if name not in ENTITIES:
        raise entry.refusal("entity", f"no entity {name!r}", f"Allowed: {', '.join(ENTITIES)}.")
    file = entry.need("file", str)
    if Path(file).suffix.lower() not in EXTENSIONS or "/" in file:
        raise entry.refusal(
            "file", f"no extract file {file!r}", f"Allowed: names in {', '.join(EXTENSIONS)}."
        )
    own_formats = formats_in(entry, formats)
    return Table(
        entity=name,
        file=file,
        shapes=_shapes(entry, ENTITIES[name], own_formats),
        formats=own_formats,
        sheet=entry.get("sheet", str),
        is_optional=entry.get("optional", bool, False),
        is_distinct=entry.get("distinct", bool, False),
    )


def _shapes(entry: TomlTable, entity: Entity, formats: Formats) -> tuple[Shape, ...]:
    common = _shape(entry, entity, formats)
    rows = entry.tables("rows")
    shapes = []
    for row in rows:
        own = _shape(row.only(("columns", "period", "leave_out")), entity, formats)
        columns, period = {**common.columns, **own.columns}, own.period or common.period
        shapes.append(Shape(columns, period, common.leave_out + own.leave_out))
    shapes = shapes or [common]
    for shape in shapes:
        _refuse_unfilled(entry, entity, shape)
    return tuple(shapes)


def _shape(entry: TomlTable, entity: Entity, formats: Formats) -> Shape:
    columns = entry.table("columns").only((*(column.name for column in entity.columns), "is_deleted"))
    fillings = {target: _filling(columns, target, formats) for target in columns.entries}
    period = _period(entry.table("period"), entity) if "period" in entry.entries else None
    return Shape(fillings, period, tuple(_leave_out(row) for row in entry.tables("leave_out")))


def _refuse_unfilled(entry: TomlTable, entity: Entity, shape: Shape) -> None:
    filled = {*shape.columns, *(period_columns(entity) if shape.period else ())}
    for name in entity.required:
        if name not in filled:
            raise entry.refusal(
                f"columns.{name}", "missing key", f"{entity.name} needs it: say what fills it."
            )


def period_columns(entity: Entity) -> tuple[str, str] | None:
    """The two columns of an entity that a period fills, None when it has none."""
    names = {column.name for column in entity.columns}
    pairs = (("period_start_on", "period_end_on"), ("valid_from", "valid_to"))
    return next((pair for pair in pairs if names.issuperset(pair)), None)


def _filling(columns: TomlTable, target: str, formats: Formats) -> Filling:
    if isinstance(columns.entries[target], str):
        return Filling((columns.entries[target],), None, formats)
    entry = columns.table(target)
    sources = ("column", "first_of", "constant")
    entry.only((*sources, "values", "if_empty", "inclusive_end", *COLUMN_FORMATS))
    if sum(source in entry.entries for source in sources) != 1:
        raise columns.refusal(target, "no single source", f"Name one of {', '.join(sources)}.")
    column = entry.get("column", str)
    return Filling(
        columns=(column,) if column is not None else entry.texts("first_of"),
        constant=entry.get("constant", str),
        formats=formats_in(entry, formats),
        values=entry.words("values"),
        if_empty=entry.get("if_empty", str),
        inclusive_end=entry.get("inclusive_end", bool, False),
    )


def _leave_out(entry: TomlTable) -> LeaveOut:
    entry.only(("rule", "column", *_TESTS))
    tests = [test for test in _TESTS if test in entry.entries]
    if len(tests) != 1:
        raise entry.refusal("rule", "no single test", f"Name one of {', '.join(_TESTS)}.")
    test = tests[0]
    if test in ("empty", "filled"):
        operand = entry.need(test, bool)
    else:
        operand = _pattern(entry) if test == "matches" else entry.texts(test)
    return LeaveOut(entry.need("rule", str), entry.need("column", str), test, operand)


def _pattern(entry: TomlTable) -> str:
    pattern = entry.need("matches", str)
    try:
        pl.Series(["?"]).str.contains(pattern)
    except pl.exceptions.PolarsError as error:
        way_out = "Correct it; looking ahead and behind is not possible."
        raise entry.refusal("matches", "no regular expression", way_out) from error
    return pattern


def _period(entry: TomlTable, entity: Entity) -> Period:
    entry.only(("column", "is", "month", "day"))
    if period_columns(entity) is None:
        raise entry.refusal("column", f"{entity.name} has no period", "Leave the period out.")
    kind = entry.need("is", str)
    if kind not in _PERIODS:
        raise entry.refusal("is", f"no period {kind!r}", f"Allowed: {', '.join(_PERIODS)}.")
    month = 1 if kind == "calendar_year" else entry.need("month", int)
    day = entry.need("day", int) if kind == "day" else 1
    try:
        dt.date(2001, month, day)
    except ValueError as error:
        raise entry.refusal(
            "month", "no day of every year", "Write month 1-12 and an existing day."
        ) from error
    # A year that ends with June began on 1 July of the year before; one that ends with December did not.
    is_before = kind == "year_ending" and month < 12
    first_month = month % 12 + 1 if kind == "year_ending" else month
    length = {"month": "1mo", "day": "1d"}.get(kind, "1y")
    return Period(entry.need("column", str), is_before, first_month, day, length)
