"""How far a percentage may be trusted: other weights, and weights that are off."""

import polars as pl

from dashboards.charts import bands, ranges
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels.certainty import frames
from dashboards.panels.parts import labelled, words
from dashboards.panels.weights import basis
from dashboards.text import listed, number, percentage, plural, t
from dashboards.view import View

BALANCE_PCT = 100
TELLING_POINTS = 1  # kinds of work that move the figure by less are left to the table


def every_scheme(view: View) -> Panel:
    """The same work under every weight scheme: do they agree about more or less than capacity?"""
    rows = frames.schemes(view)
    known = rows["workload_pct"].drop_nulls()
    if few.covers(rows):
        return few.panel("certainty_schemes")
    if known.is_empty():
        return not_delivered("certainty_schemes", t(_why_unknown(rows, view)))
    return Panel(
        "certainty_schemes",
        title=_schemes_title(known),
        subtitle=t("certainty.schemes_subtitle", **frames.area_words(view)),
        chart=ranges.schemes_dots(rows, view.look, words("certainty", "balance", "no_figure")),
        summary=t("certainty.schemes_summary"),
        table=Table(
            rows,
            {"scheme_label": t("certainty.column_scheme"), "workload_pct": t("certainty.column_pct")},
            stands_for={"scheme_label": "weight_scheme"},
        ),
        marts=("fct_area_line_windows",),
    )


def _why_unknown(rows: pl.DataFrame, view: View) -> str:
    """The sentence that says why there is no percentage under any scheme."""
    if rows["is_unweighed"].any():
        return "offices.unweighed"
    return "certainty.no_capacity" if view.status.has_contracts else "certainty.no_capacity_delivered"


def weights_off(view: View) -> Panel | None:
    """The percentage, were all weights too high or too low by as much."""
    rows = frames.all_weights_off(view)
    if rows["mid_pct"].drop_nulls().is_empty():
        return None
    named = rows.with_columns(name=_error_words(rows))
    widest = frames.widest(named.drop_nulls("mid_pct"))
    return Panel(
        "certainty_all_weights",
        title=_band_title("certainty.off_title", widest, error=percentage(widest["error_pct"])),
        subtitle=t("certainty.off_subtitle", **frames.area_words(view), basis=basis(view)),
        chart=bands.percentage_bands(named, view.look, words("certainty", "balance")),
        summary=t("certainty.off_summary", errors=_errors(rows)),
        table=Table(
            named,
            frames.band_columns({"name": "certainty.column_error"}),
            stands_for=frames.BAND_STANDS_FOR | {"name": "error_pct"},
            on_phone=frames.BAND_ENDS,
        ),
        marts=("fct_area_sensitivity",),
        explains=("subject_units_avg",),
    )


def one_type_off(view: View) -> Panel | None:
    """The percentage, were the weights of one kind of work off; what moves it little is in the table."""
    rows = frames.one_type_off(view).drop_nulls("mid_pct")
    if rows.is_empty():
        return None
    named = rows.with_columns(
        name=labelled(view, "work_type", rows["work_type"]),
        off=_error_words(rows),
        reach=(pl.col("high_pct") - pl.col("low_pct")).max().over("work_type") / 2,
    )
    widest = named.sort("reach", "error_pct").row(-1, named=True)
    drawn = named.filter(pl.col("reach") >= min(TELLING_POINTS, widest["reach"]))
    left_out = named["work_type"].n_unique() - drawn["work_type"].n_unique()
    first_columns = {"name": "certainty.column_type", "off": "certainty.column_off"}
    return Panel(
        "certainty_one_type",
        title=_band_title(
            "certainty.type_title", widest, name=widest["name"], error=percentage(widest["error_pct"])
        ),
        subtitle=t(
            "certainty.type_subtitle", **frames.area_words(view), basis=basis(view), errors=_errors(rows)
        ),
        chart=bands.percentage_bands(drawn, view.look, words("certainty", "balance")),
        summary=_type_summary(left_out),
        table=Table(
            named,
            frames.band_columns(first_columns),
            stands_for=frames.BAND_STANDS_FOR | {"name": "work_type", "off": "error_pct"},
            on_phone=("off", *frames.BAND_ENDS),
        ),
        marts=("fct_area_sensitivity",),
    )


def _schemes_title(known: pl.Series) -> str:
    above = int((known > BALANCE_PCT).sum())
    ends = _range_beside_balance(known)
    if 0 < above < len(known):
        counts = {"schemes": number(len(known)), "above": number(above)}
        return t("certainty.schemes_title_differ", **counts, **ends)
    return plural(f"certainty.schemes_title_{'above' if above else 'below'}", len(known), **ends)


def _range_beside_balance(known: pl.Series) -> dict[str, str]:
    """Lowest and highest in words, to a tenth where a rounded 100 % would hide on which side it lies."""
    ends = (known.min(), known.max())
    digits = int(any(end != BALANCE_PCT and round(end) == BALANCE_PCT for end in ends))
    return frames.range_words(*ends, digits)


def _band_title(key: str, band: dict, **values: str) -> str:
    """What a band says; where its ends are written alike, that it hardly moves."""
    ends = frames.end_words(band)
    return t(f"{key}{'_alike' if ends['low'] == ends['high'] else ''}", **ends, **values)


def _errors(rows: pl.DataFrame) -> str:
    return listed([percentage(error) for error in rows["error_pct"].unique().sort()], "or")


def _error_words(rows: pl.DataFrame) -> pl.Series:
    return pl.Series([t("certainty.off_by", error=percentage(error)) for error in rows["error_pct"]])


def _type_summary(left_out: int) -> str:
    summary = [t("certainty.type_summary")]
    if left_out:
        summary.append(plural("certainty.type_left_out", left_out, points=number(TELLING_POINTS)))
    return " ".join(summary)
