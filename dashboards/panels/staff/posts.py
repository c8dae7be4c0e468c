"""Posts that are being filled: what they bring, month by month, and how many there are where."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dashboards import queries
from dashboards.panel import Panel, Table
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.staff.cells import OTHERS
from dashboards.panels.staff.words import area_words
from dashboards.panels.weights import basis
from dashboards.queries import staff as questions
from dashboards.text import month, number, plural, t
from dashboards.view import View

_COUNTED = ("hired", "recruiting")
# What of a status is to be filled, by name of its column.
_FTE_OF = {"fte_hired": "hired", "fte_recruiting": "recruiting", "fte_vacant": "vacant"}


def fte_by_month(
    view: View, ids: Sequence[str], fte_units: NDArray[np.float64], months: Sequence[date]
) -> NDArray[np.float64]:
    """Available FTE that the posts add: (months, cells); ``fte_units``: what an available FTE gives in one.

    A post counts by its grade, which is less than an average FTE gives where it is a trainee's. Posts of a
    part that has no cell, for it has no cases, add nothing.
    """
    full_time_units = float(
        queries.weight_scheme(view.reader, view.choice.weight_scheme)["full_time_capacity"]
    )
    found = np.zeros((len(months), len(ids)))
    for part, first_on, counted in _to_come(view, months).iter_rows():
        cell = next((ids.index(one) for one in (part, OTHERS) if one in ids), None)
        if cell is not None:
            found[months.index(first_on) :, cell] += counted * full_time_units / fte_units[cell]
    return found


def to_fill(view: View, months: Sequence[date]) -> Panel | None:
    """The posts by part: hired, recruited for, vacant, and what of them counts within the year."""
    posts = _own(view, questions.posts(view.reader, view.choice))
    if posts.is_empty():
        return None
    rows = _by_part(posts, _to_come(view, months))
    return Panel(
        "staff_posts",
        title=t(
            "staff.posts_title",
            posts=plural("staff.posts_count", float(posts["posts"].sum())),
            fte=number(posts["fte_to_fill"].sum(), 1),
            counted=number(rows["fte_counted"].sum(), 1),
            month=month(months[-1]),
        ),
        subtitle=t("staff.posts_subtitle", **area_words(view), basis=basis(view)),
        summary=t("staff.posts_summary"),
        table=Table(
            named_parts(rows, {"": view.choice.label("office")} | part_names(view)),
            {
                "part_name": t("growth.column_part"),
                **{one: t(f"staff.column_{one}") for one in (*_FTE_OF, "fte_counted")},
            },
            opens="" if view.choice.office else "part_id",
            on_phone=("fte_hired", "fte_counted"),
        ),
        marts=("fct_office_posts",),
    )


def _own(view: View, posts: pl.DataFrame) -> pl.DataFrame:
    """The posts of each part; of an office, which has none, its own."""
    is_whole = pl.col("part_id") == ""
    return posts.filter(is_whole if view.choice.office else ~is_whole)


def _to_come(view: View, months: Sequence[date]) -> pl.DataFrame:
    """`part_id`, `first_on`, `fte_counted` of what is hired or recruited for and comes within the months.

    Where no day is known, it is the month chosen.
    """
    first_on = pl.col("first_whole_month_on").fill_null(view.choice.staff_from).clip(months[0])
    posts = _own(view, questions.posts(view.reader, view.choice))
    return (
        posts.filter(pl.col("status").is_in(_COUNTED))
        .select("part_id", first_on.alias("first_on"), "fte_counted")
        .filter(pl.col("first_on") <= months[-1])
    )


def _by_part(posts: pl.DataFrame, to_come: pl.DataFrame) -> pl.DataFrame:
    by_status = [
        pl.col("fte_to_fill").filter(pl.col("status") == status).sum().alias(fte)
        for fte, status in _FTE_OF.items()
    ]
    counted = to_come.group_by("part_id").agg(pl.col("fte_counted").sum())
    rows = posts.group_by("part_id").agg(*by_status).join(counted, on="part_id", how="left")
    return rows.with_columns(pl.col("fte_counted").fill_null(0))
