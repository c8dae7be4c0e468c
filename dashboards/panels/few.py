"""How panels say that too few people or cases are behind a figure: one mark, one sentence, on every page."""

from collections.abc import Iterable

import polars as pl
import polars.selectors as cs

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.few_people import FEW_MARK
from dashboards.access.mart_rules import smallest_count
from dashboards.panel import HeadFigure, Panel, hidden
from dashboards.text import t
from dashboards.view import View


def is_any(rows: pl.DataFrame) -> bool:
    """Whether the capacity of any of these rows is not shown because too few people are behind it."""
    return bool(rows[FEW_MARK].any())


def cell() -> str:
    """What stands in a cell, or in a chart, in the place of such a figure."""
    return t("common.of_few_cell")


def covers(rows: pl.DataFrame, column: str = "workload_pct") -> bool:
    """Whether nothing is left to show of a column of capacity, because too few people are behind it."""
    return is_any(rows) and rows[column].null_count() == rows.height


def why(rows: pl.DataFrame) -> dict[str, str]:
    """The parts that have a hidden figure, with what a chart says in its place."""
    return dict.fromkeys(rows.filter(FEW_MARK)["part_id"].unique(), cell())


def missing(rows: pl.DataFrame, otherwise: str = "") -> str:
    """What an empty cell of a table of these rows means; `otherwise` where nothing of them is hidden."""
    if not is_any(rows):
        return otherwise or t("common.not_computable")
    others = rows.filter(~pl.col(FEW_MARK)).select(cs.numeric())
    return t("common.of_few_or_unknown") if sum(others.null_count().row(0)) else cell()


def notes(rows: pl.DataFrame) -> tuple[str, ...]:
    """What is said under a table or chart in which some of the parts are hidden; nothing where none is."""
    return notes_of(rows[FEW_MARK])


def notes_of(marks: Iterable[bool]) -> tuple[str, ...]:
    """The same, from the marks of the parts alone."""
    return (t("common.of_few_parts", cell=cell(), smallest=SMALLEST_SHOWN),) if any(marks) else ()


def panel(name: str) -> Panel:
    """A panel all of whose figures are of too few people."""
    return hidden(name, sentence())


def sentence() -> str:
    """Why nothing but the work of a group is shown."""
    return t("common.of_few", smallest=SMALLEST_SHOWN)


def figure(label: str) -> HeadFigure:
    """A head figure of too few people."""
    return HeadFigure(label, cell(), note=t("common.of_few_figure", smallest=SMALLEST_SHOWN), state="hidden")


def of_cases(view: View, *amounts: float | None) -> bool:
    """Whether one of the amounts is empty because the reader is not shown how many cases are behind it."""
    return bool(smallest_count(view.reader.scope.role)) and any(one is None for one in amounts)


def cases_missing(rows: pl.DataFrame, view: View, *columns: str) -> dict[str, str]:
    """What an empty cell of these columns means, of those that hold a hidden one."""
    hidden_ones = (name for name in columns if of_cases(view, *rows[name].unique()))
    return dict.fromkeys(hidden_ones, t("common.few_cases_cell"))


def cases_notes(rows: pl.DataFrame, view: View, *columns: str) -> tuple[str, ...]:
    """What is said under a table or chart some of whose counts are hidden; nothing where none is."""
    if not cases_missing(rows, view, *columns):
        return ()
    smallest = smallest_count(view.reader.scope.role)
    return (t("common.few_cases", cell=t("common.few_cases_cell"), smallest=smallest),)


def cases_figure(label: str, view: View) -> HeadFigure:
    """A head figure of too few cases."""
    note = t("common.few_cases_figure", smallest=smallest_count(view.reader.scope.role))
    return HeadFigure(label, t("common.few_cases_cell"), note=note, state="hidden")
