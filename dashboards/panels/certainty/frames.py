"""The rows and words that several panels of the page How sure share: of the area and service line chosen."""

import polars as pl

from dashboards.panels.parts import labelled
from dashboards.queries import certainty as questions
from dashboards.queries.asking import first_shown
from dashboards.text import percentage, t
from dashboards.view import View


def is_empty(view: View) -> bool:
    """Whether the line has neither work nor capacity in the area chosen."""
    return all_weights_off(view).is_empty()


def schemes(view: View) -> pl.DataFrame:
    """The percentage under every weight scheme, with `scheme_label` and `is_chosen`."""
    rows = questions.schemes(view.reader, view.choice)
    return rows.with_columns(
        scheme_label=labelled(view, "weight_scheme", rows["weight_scheme"]),
        is_chosen=pl.col("weight_scheme") == view.choice.weight_scheme,
    )


def all_weights_off(view: View) -> pl.DataFrame:
    """The percentage where all weights are off by as much: one row per error."""
    rows = first_shown(
        (
            lambda: questions.sensitivity(view.reader, view.choice),
            lambda: questions.weights_off(view.reader, view.choice),
        )
    )
    return rows.filter(pl.col("work_type") == questions.ALL_WEIGHTS)


def one_type_off(view: View) -> pl.DataFrame:
    """The percentage where the weights of one kind of work are off: one row per kind and error."""
    rows = questions.sensitivity(view.reader, view.choice)
    return rows.filter(pl.col("work_type") != questions.ALL_WEIGHTS)


def widest(bands: pl.DataFrame) -> dict | None:
    """The band of the largest error that the policy assumes; None where there is none."""
    rows = bands.sort("error_pct")
    return None if rows.is_empty() else rows.row(-1, named=True)


def area_words(view: View) -> dict[str, str]:
    """Office and service line in words, for subtitles."""
    return {"office": view.choice.label("office"), "line": view.choice.label("service_line")}


def end_words(band: dict) -> dict[str, str]:
    """The two ends of a band in words, and `range`: both, or one where they are written alike."""
    return range_words(band["low_pct"], band["high_pct"])


def range_words(low_pct: float, high_pct: float, digits: int = 0) -> dict[str, str]:
    """`low`, `high` and the `range` of both in words; a range whose ends are written alike is said once."""
    ends = {"low": percentage(low_pct, digits), "high": percentage(high_pct, digits)}
    return ends | {"range": ends["low"] if ends["low"] == ends["high"] else t("certainty.range", **ends)}


BAND_STANDS_FOR = {
    "low_pct": "workload_lower_pct",
    "mid_pct": "workload_pct",
    "high_pct": "workload_upper_pct",
}
BAND_ENDS = ("low_pct", "high_pct")


def band_columns(first: dict[str, str]) -> dict[str, str]:
    """The columns of a table of bands, behind those named (column -> sentence)."""
    return {column: t(key) for column, key in first.items()} | {
        "low_pct": t("certainty.column_low"),
        "mid_pct": t("certainty.column_pct"),
        "high_pct": t("certainty.column_high"),
    }
