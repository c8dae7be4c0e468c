"""Room per office in full-time equivalents, its range over the weight schemes, and where these disagree."""

import polars as pl

from dashboards import queries
from dashboards.access.few_people import FEW_MARK
from dashboards.charts import readings
from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names, window_said
from dashboards.panels.weights import basis
from dashboards.text import number, percentage, plural, signed, t
from dashboards.view import View


def room_of_every_office(view: View) -> Panel | None:
    """One row per office: FTE of room, its range over the schemes, and its side of 100 % under each."""
    rows, names = frames.window_of_parts(view), part_names(view)
    if not rows["room_fte_avg"].drop_nulls().len():
        return None  # the panels before say why
    alike_pct = queries.noise_level(view.reader, "beside_all_offices_pct")
    read = readings.sides_reading(rows, alike_pct)
    return Panel(
        "offices_room",
        title=_title(read, number(alike_pct)),
        subtitle=t(
            "offices.room_subtitle",
            line=view.choice.label("service_line"),
            window=window_said(view),
            scheme=view.choice.label("weight_scheme"),
            alike=number(alike_pct),
            basis=basis(view),
        ),
        summary=_summary(view),
        table=Table(
            named_parts(_in_words(rows, alike_pct), names),
            _columns(rows),
            filters=view.choice.said_of_every_part,
            missing=t("common.not_computable"),
            stands_for=dict.fromkeys(rows["weight_scheme"].unique(), "workload_pct"),
            opens="part_id",
        ),
        notes=(t("offices.room_note"), *few.notes(rows)),
        marts=(frames.weighed("fct_area_line_windows", view),),
        explains=("workload_pct",),
    )


def _title(read: dict, alike: str) -> str:
    if read["known"] < 2:
        return t("offices.room_title_single")
    if not read["differ"]:
        return t("offices.room_title_none", alike=alike)
    return plural("offices.room_title", read["differ"], known=number(read["known"]), alike=alike)


def _summary(view: View) -> str:
    """The room of all parts together: from their own sums, not a sum of rooms."""
    rows = frames.window_of_whole(view)
    room = rows.filter("is_chosen")["room_fte_avg"].drop_nulls()
    if room.is_empty():
        return ""
    ends = rows["room_fte_avg"].drop_nulls()
    return t(
        "offices.room_summary",
        area=view.choice.label_of_all,
        room=signed(room[0], 1),
        low=signed(ends.min(), 1),
        high=signed(ends.max(), 1),
    )


def _in_words(rows: pl.DataFrame, alike_pct: float) -> pl.DataFrame:
    """A row per part: its room, the range of it, its side under each scheme and whether these differ."""
    rooms = rows.group_by("part_id", maintain_order=True).agg(
        pl.col("room_fte_avg").filter(pl.col("is_chosen")).first(),
        room_low_fte=pl.col("room_fte_avg").min(),
        room_high_fte=pl.col("room_fte_avg").max(),
    )
    sided = readings.sides(rows, alike_pct)
    wide = sided.with_columns(
        said=pl.Series(
            [_side(*row, alike_pct) for row in sided.select("side", "workload_pct", FEW_MARK).iter_rows()]
        )
    ).pivot(on="weight_scheme", index="part_id", values="said", maintain_order=True)
    known = sided.drop_nulls("side")
    differs = known.group_by("part_id").agg(differs=readings.DIFFERS)
    return rooms.join(wide, on="part_id", how="left", maintain_order="left").join(
        differs, on="part_id", how="left", maintain_order="left"
    )


def _side(side: str | None, pct: float | None, is_of_few: bool, alike_pct: float) -> str:
    """A shape, a word and the percentage: no colour says anything.

    Near the bound it has a decimal: 102.6% and 103.1% lie on two sides of it and would both be 103%.
    """
    if is_of_few:
        return few.cell()
    if side is None:
        return t("common.not_computable")
    is_near = round(abs(pct - 100)) == round(alike_pct)
    return t(f"offices.room_{side}", pct=percentage(pct, 1 if is_near else 0))


def _columns(rows: pl.DataFrame) -> dict[str, str]:
    schemes = rows.unique("weight_scheme", maintain_order=True).sort("position")
    return {
        "part_name": t("offices.column_office"),
        "room_fte_avg": t("offices.column_room"),
        "room_low_fte": t("offices.column_room_low"),
        "room_high_fte": t("offices.column_room_high"),
        **dict(schemes.select("weight_scheme", "scheme_label").iter_rows()),
        "differs": t("offices.column_differs"),
    }
