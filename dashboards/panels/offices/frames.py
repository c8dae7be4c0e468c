"""The rows that several panels of the page Offices are made from: of the area, weights and period chosen."""

import polars as pl

from dashboards.panels import compared
from dashboards.panels.parts import labelled, since
from dashboards.queries import offices as questions
from dashboards.totals import TOTAL
from dashboards.view import View

# What a warehouse without contracts cannot know: left out of its tables.
CAPACITY_COLUMNS = frozenset(
    {
        "workload_pct",
        "low_pct",
        "high_pct",
        "standing",
        "compared_pct",
        "compared_points",
        "compared_standing",
        "capacity_units_avg",
        "contract_fte_avg",
        "available_fte_avg",
    }
)


def is_empty(view: View) -> bool:
    """Whether the filters leave no month: an office may have no work and no capacity in a service line."""
    return months(view).is_empty()


def months(view: View) -> pl.DataFrame:
    """The months of the period chosen, of the parts that are compared and of all of them together."""
    choice = view.choice
    rows = questions.line_months(view.reader, view.choice)
    return since(rows, choice.since)


def months_of_parts(view: View) -> pl.DataFrame:
    """The months of the period chosen, of the parts alone."""
    return months(view).filter(pl.col("part_id") != TOTAL)


def months_of_office(view: View) -> pl.DataFrame:
    """The months of the period chosen, of the office chosen."""
    return months(view).filter(pl.col("part_id") == view.choice.office)


def work_months(view: View) -> pl.DataFrame:
    """The months of the period chosen by kind of work, of the office chosen."""
    choice = view.choice
    rows = questions.office_work_months(view.reader, view.choice)
    return since(rows, choice.since)


def windows(view: View) -> pl.DataFrame:
    """Every time window under every weight scheme, of the parts and of all of them together.

    The whole month a year ago is no window of the marts: where it is compared with, it is one here, under the
    scheme chosen.
    """
    rows = questions.line_windows(view.reader, view.choice)
    name = compared.window(view)
    if name != "month_year_ago":
        return rows
    back = view.status.as_of.replace(day=1, year=view.status.as_of.year - 1)
    month = questions.line_months(view.reader, view.choice).filter(month_start_on=back)
    scheme = pl.lit(view.choice.weight_scheme)
    return pl.concat(
        [
            rows,
            month.select(
                "part_id", "workload_pct", "is_of_few", weight_scheme=scheme, time_window=pl.lit(name)
            ),
        ],
        how="diagonal",
    )


def months_compared(view: View) -> pl.DataFrame | None:
    """What charts over the months draw beside each part, see `compared.lines`; None where nothing is."""
    return compared.lines(questions.line_months(view.reader, view.choice), view)


def with_compared(rows: pl.DataFrame, drawn: pl.DataFrame | None) -> pl.DataFrame:
    """The rows of months with `compared_pct`, where it is drawn."""
    if drawn is None:
        return rows
    return rows.join(drawn, on=["part_id", "month_start_on"], how="left", maintain_order="left")


def window_of_parts(view: View) -> pl.DataFrame:
    """Every part under every scheme in the time window chosen, with `scheme_label` and `is_chosen`."""
    return _window(view).filter(pl.col("part_id") != TOTAL)


def window_of_whole(view: View) -> pl.DataFrame:
    """All parts together under every scheme in the time window chosen, as `window_of_parts`."""
    return _window(view).filter(pl.col("part_id") == TOTAL)


def _window(view: View) -> pl.DataFrame:
    rows = windows(view).filter(pl.col("time_window") == view.choice.time_window)
    return rows.with_columns(
        scheme_label=labelled(view, "weight_scheme", rows["weight_scheme"]),
        is_chosen=pl.col("weight_scheme") == view.choice.weight_scheme,
    )


def weighed(mart: str, view: View) -> str:
    """The mart that the rows come from: the one of the weights of each day, or that of today's weights."""
    return mart if view.choice.weights == "then" else f"{mart}_now"


def what_is_known(columns: dict[str, str], view: View) -> dict[str, str]:
    """The columns of a table, without those of capacity where no contracts were delivered."""
    if view.status.has_contracts:
        return columns
    return {column: heading for column, heading in columns.items() if column not in CAPACITY_COLUMNS}
