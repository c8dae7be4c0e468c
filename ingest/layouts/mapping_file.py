"""Reading a mapping file; every mistake in it is refused with the file and the key."""

import datetime as dt
from pathlib import Path

from ingest.contract import CATEGORIES, ENTITIES, Entity
from ingest.extracts.delivery import settings_from
from ingest.extracts.names import EXTENSIONS
from ingest.extracts.preamble import LINES_SEARCHED
from ingest.extracts.toml_tables import TomlTable, toml_file
from ingest.layouts.filling_settings import filling_in, period_columns, period_in
from ingest.layouts.format_settings import FORMATS, formats_in
from ingest.layouts.mapping import Category, Formats, Log, Mapping, Shape, Table
from ingest.layouts.row_settings import leave_out_in, log_in

_LABEL = "label_"


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
        raise entry.refusal(
            "category", f"unknown category {category!r}", f"Allowed: {', '.join(CATEGORIES)}."
        )
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
            "log",
            "all_columns_but",
            "skip_lines",
            *FORMATS,
        )
    )
    name = entry.need("entity", str)
    if name not in ENTITIES:
        raise entry.refusal("entity", f"unknown entity {name!r}", f"Allowed: {', '.join(ENTITIES)}.")
    file = entry.need("file", str)
    if Path(file).suffix.lower() not in EXTENSIONS or "/" in file:
        raise entry.refusal(
            "file", f"not the name of an extract: {file!r}", f"Allowed: names in {', '.join(EXTENSIONS)}."
        )
    own_formats = formats_in(entry, formats)
    log = log_in(entry.table("log")) if "log" in entry.entries else None
    return Table(
        entity=name,
        file=file,
        shapes=_shapes(entry, ENTITIES[name], own_formats, log),
        formats=own_formats,
        sheet=entry.get("sheet", str),
        log=log,
        skip_lines=_skip_lines(entry),
        all_columns_but=entry.texts("all_columns_but") if "all_columns_but" in entry.entries else None,
        is_optional=entry.get("optional", bool, False),
        is_distinct=entry.get("distinct", bool, False),
    )


def _skip_lines(entry: TomlTable) -> int:
    lines = entry.get("skip_lines", int, 0)
    if not 0 <= lines < LINES_SEARCHED:
        raise entry.refusal("skip_lines", f"{lines} lines", f"Write a number from 0 to {LINES_SEARCHED - 1}.")
    return lines


def _shapes(entry: TomlTable, entity: Entity, formats: Formats, log: Log | None) -> tuple[Shape, ...]:
    common = _shape(entry, entity, formats, log)
    rows = entry.tables("rows")
    if rows and log is not None:
        raise entry.refusal("rows", "rows and a log in one table", "Write two tables.")
    shapes = []
    for row in rows:
        row.only(("columns", "period", "leave_out", "each_column_but"))
        own = _shape(row, entity, formats, log)
        columns, period = {**common.columns, **own.columns}, own.period or common.period
        but = row.texts("each_column_but") if "each_column_but" in row.entries else None
        shapes.append(Shape(columns, period, common.leave_out + own.leave_out, but))
    shapes = shapes or [common]
    for shape in shapes:
        _refuse_unfilled(entry, entity, shape)
        _refuse_columns_unknown(entry, shape)
    return tuple(shapes)


def _shape(entry: TomlTable, entity: Entity, formats: Formats, log: Log | None) -> Shape:
    columns = entry.table("columns").only((*(column.name for column in entity.columns), "is_deleted"))
    fillings = {target: filling_in(columns, target, formats, log) for target in columns.entries}
    period = period_in(entry.table("period"), entity, formats) if "period" in entry.entries else None
    return Shape(fillings, period, tuple(leave_out_in(row) for row in entry.tables("leave_out")))


def _refuse_columns_unknown(entry: TomlTable, shape: Shape) -> None:
    """A heading or a cell is one of a column that is turned into a row."""
    uses = any(filling.is_heading or filling.is_cell for filling in shape.columns.values())
    if (uses or (shape.period and shape.period.is_heading)) and shape.each_column_but is None:
        rule = "a heading or a cell without columns that become rows"
        raise entry.refusal("rows", rule, 'Say which ones: each_column_but = ["year"] in [[tables.rows]].')


def _refuse_unfilled(entry: TomlTable, entity: Entity, shape: Shape) -> None:
    filled = {*shape.columns, *(period_columns(entity) if shape.period else ())}
    for name in entity.required:
        if name not in filled and "all_columns_but" not in entry.entries:
            raise entry.refusal(
                f"columns.{name}", "missing key", f"{entity.name} needs it: say what fills it."
            )
