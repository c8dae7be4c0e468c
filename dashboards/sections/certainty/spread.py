"""How far a percentage may be trusted: other weights, and weights that are off."""

import polars as pl

from dashboards.charts import bands, ranges
from dashboards.components import figures, states
from dashboards.components import panels as screen
from dashboards.components.figures import Figure
from dashboards.components.filters import Chosen
from dashboards.queries import certainty as questions
from dashboards.sections import basis, look, words
from dashboards.sections.certainty.asked import area, band_columns, ends, place, sensitivity_asked
from dashboards.text import label, number, percentage, plural, t

ALL_WEIGHTS = ""
# What the English service found its need of staff to be too low by in 2024 (National Audit Office, 2025).
FOUND_OFF_PCT = 34
BALANCE_PCT = 100
TELLING = 1  # points: kinds of work that move the figure by less are left to the table


def head_figures(status: dict, chosen: Chosen) -> None:
    """The percentage, its range over the schemes, and over weights that are off; none without capacity."""
    del status
    known = questions.schemes(place(chosen), chosen.service_line)["workload_pct"].drop_nulls()
    everything_off = {"work_type": ALL_WEIGHTS, "error_pct": FOUND_OFF_PCT}
    off = sensitivity_asked(chosen).filter(**everything_off).drop_nulls("mid_pct")
    if known.is_empty() or off.is_empty():
        return
    found = off.row(0, named=True)
    figures.row(
        [
            Figure(
                t("certainty.figure_workload"), percentage(found["mid_pct"]), note=basis(chosen.weight_scheme)
            ),
            Figure(
                t("certainty.figure_schemes"),
                t("certainty.figure_range", low=number(known.min()), high=percentage(known.max())),
                note=t("certainty.figure_schemes_note"),
            ),
            Figure(
                t("certainty.figure_off", error=percentage(FOUND_OFF_PCT)),
                t("certainty.figure_range", low=number(found["low_pct"]), high=percentage(found["high_pct"])),
                note=t("certainty.figure_off_note"),
            ),
        ]
    )


def every_scheme(status: dict, chosen: Chosen) -> None:
    """The same work under every weight scheme: do they agree about more or less than capacity?"""
    rows = questions.schemes(place(chosen), chosen.service_line)
    rows = rows.with_columns(
        scheme_label=pl.Series([label(row) for row in rows.to_dicts()], dtype=pl.String),
        is_chosen=pl.col("weight_scheme") == chosen.weight_scheme,
    )
    known = rows["workload_pct"].drop_nulls()
    if known.is_empty():
        states.not_delivered(t(f"certainty.no_capacity{'' if status['has_contracts'] else '_delivered'}"))
        return
    above = int((known > BALANCE_PCT).sum())
    way = "above" if above == len(known) else "below" if above == 0 else "differ"
    screen.chart(
        ranges.schemes_dots(rows, look(status), words("certainty", "balance", "no_figure")),
        name="certainty_schemes",
        title=t(
            f"certainty.schemes_title_{way}",
            schemes=number(len(known)),
            above=number(above),
            **_range_beside_balance(known),
        ),
        subtitle=t("certainty.schemes_subtitle", **area(chosen)),
        summary=t("certainty.schemes_summary"),
        table=rows,
        columns={"scheme_label": t("certainty.column_scheme"), "workload_pct": t("certainty.column_pct")},
        status=status,
        words=chosen.words,
        marts=("fct_area_line_windows",),
    )


def weights_off(status: dict, chosen: Chosen) -> None:
    """The percentage, were all weights too high or too low by as much."""
    rows = sensitivity_asked(chosen).filter(pl.col("work_type") == ALL_WEIGHTS)
    if rows["mid_pct"].drop_nulls().is_empty():
        return
    named = rows.with_columns(
        name=pl.Series([t("certainty.off_by", error=percentage(error)) for error in rows["error_pct"]])
    )
    found = named.filter(pl.col("error_pct") == FOUND_OFF_PCT).row(0, named=True)
    screen.chart(
        bands.percentage_bands(named, look(status), words("certainty", "balance")),
        name="certainty_all_weights",
        title=t("certainty.off_title", **ends(found), error=percentage(FOUND_OFF_PCT)),
        subtitle=t("certainty.off_subtitle", **area(chosen), basis=basis(chosen.weight_scheme)),
        summary=t("certainty.off_summary", error=percentage(FOUND_OFF_PCT)),
        table=named,
        columns=band_columns({"name": "certainty.column_error"}),
        status=status,
        words=chosen.words,
        marts=("fct_area_sensitivity",),
    )


def one_type_off(status: dict, chosen: Chosen) -> None:
    """The percentage, were the weights of one kind of work off; what moves it little is in the table."""
    rows = sensitivity_asked(chosen).filter(pl.col("work_type") != ALL_WEIGHTS).drop_nulls("mid_pct")
    if rows.is_empty():
        return
    named = rows.with_columns(
        name=pl.Series([label(row) for row in rows.to_dicts()]),
        off=pl.Series([t("certainty.off_by", error=percentage(error)) for error in rows["error_pct"]]),
        reach=(pl.col("high_pct") - pl.col("low_pct")).max().over("work_type") / 2,
    )
    widest = named.sort("reach", "error_pct").row(-1, named=True)
    drawn = named.filter(pl.col("reach") >= min(TELLING, widest["reach"]))
    left_out = named["work_type"].n_unique() - drawn["work_type"].n_unique()
    screen.chart(
        bands.percentage_bands(drawn, look(status), words("certainty", "balance")),
        name="certainty_one_type",
        title=t("certainty.type_title", name=widest["name"], **ends(widest)),
        subtitle=t("certainty.type_subtitle", **area(chosen), basis=basis(chosen.weight_scheme)),
        summary=" ".join(
            [t("certainty.type_summary")]
            + ([plural("certainty.type_left_out", left_out, points=number(TELLING))] if left_out else [])
        ),
        table=named,
        columns=band_columns({"name": "certainty.column_type", "off": "certainty.column_off"}),
        status=status,
        words=chosen.words,
        marts=("fct_area_sensitivity",),
    )


def _range_beside_balance(known: pl.Series) -> dict[str, str]:
    """Lowest and highest in words, to a tenth where a rounded 100 % would hide on which side it lies."""
    ends_found = (known.min(), known.max())
    digits = int(any(end != BALANCE_PCT and round(end) == BALANCE_PCT for end in ends_found))
    return {name: percentage(end, digits) for name, end in zip(("low", "high"), ends_found, strict=True)}
