"""The forecast of every office in a year, and where it is not good."""

import polars as pl

from dashboards.choice import SERVICE
from dashboards.panel import Panel, Table
from dashboards.panels.forecast import frames
from dashboards.panels.forecast.judging import judged, why_poor
from dashboards.panels.forecast.words import unit_words
from dashboards.panels.parts import named_parts, office_names
from dashboards.queries import choices
from dashboards.text import listed, number, plural, t
from dashboards.view import View


def every_office(view: View) -> Panel | None:
    """One row per office in the fixed order: what is expected in a year, and whether that is good."""
    offices = pl.DataFrame({"office_id": _offices(view)}, schema={"office_id": pl.String})
    ahead = frames.ahead_of_all(view).join(offices, on="office_id", how="semi")
    if frames.is_unweighed(view) or view.choice.office or ahead.is_empty():
        return None
    horizon = frames.horizons_said(ahead)[-1]
    rows = (
        offices.with_columns(horizon_months=pl.lit(horizon, pl.Int64))
        .join(ahead.drop("model"), on=["office_id", "horizon_months"], how="left")
        .join(judged(frames.errors_of_all(view)), on=["office_id", "horizon_months"], how="left")
    )
    rows = named_parts(rows.rename({"office_id": "part_id"}), office_names(view))
    rows = rows.with_columns(verdict=pl.Series([_verdict(row) for row in rows.to_dicts()], dtype=pl.String))
    poor = rows.filter(pl.col("is_poor").fill_null(False)).height
    return Panel(
        "forecast_offices",
        title=_title(poor, rows, view),
        subtitle=t(
            "forecast.offices_subtitle",
            **frames.area_words(view),
            horizon=number(horizon),
            unit=unit_words(view),
        ),
        summary=t("forecast.offices_summary", points=number(frames.COVERAGE_POINTS)),
        table=Table(
            rows,
            {
                "part_name": t("forecast.column_office"),
                **{
                    name: t(f"forecast.column_{name}", horizon=number(horizon))
                    for name in (
                        "point",
                        "low_80",
                        "high_80",
                        "error_pct",
                        "last_error_pct",
                        "coverage_80_pct",
                        "coverage_95_pct",
                        "verdict",
                    )
                },
            },
            filters=view.choice.said_of_every_part,
            missing=t("common.not_computable"),
            opens="part_id",
            on_phone=("point", "verdict"),
        ),
        marts=("fct_forecast_months", "fct_forecast_errors"),
    )


def _offices(view: View) -> list[str]:
    """The offices of the area whose parts are compared."""
    rows = choices(view.reader, "office")
    return [row["id"] for row in rows if view.choice.among in (SERVICE, row["parent_id"])]


def _title(poor: int, rows: pl.DataFrame, view: View) -> str:
    measure = view.choice.label("forecast_measure")
    if not poor:
        return t("forecast.offices_title_none", measure=measure)
    return plural("forecast.offices_title", poor, measure=measure, offices=number(rows.height))


def _verdict(row: dict) -> str:
    """`not good here` with why; or that nothing speaks against it, or that it is not known."""
    if row["point"] is None or (row["error_pct"] is None and row["coverage_80_pct"] is None):
        return t("forecast.verdict_unknown")
    if why := why_poor(row):
        return t("forecast.verdict_poor", why=listed(why))
    return t("forecast.verdict_good_wide" if row["is_wide"] else "forecast.verdict_good")
