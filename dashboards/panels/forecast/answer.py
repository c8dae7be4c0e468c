"""The first sentence: what is expected in half a year and a year and how sure that is; or why not."""

from html import escape

import polars as pl

from dashboards.panel import HeadFigure, Panel, not_delivered, nothing
from dashboards.panels import unweighed as no_weight
from dashboards.panels.forecast import frames
from dashboards.panels.forecast.judging import judged, why_poor
from dashboards.panels.forecast.words import amount, range_said, unit_words
from dashboards.text import day, listed, month, number, percentage, plural, t
from dashboards.view import View

MARTS = ("fct_forecast_months", "fct_forecast_errors", "fct_forecast_against_actual")


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("forecast_no_cases", t("forecast.no_cases"))


def unweighed(view: View) -> Panel | None:
    """That no weight fits all or some of the cases, before any figure of their work."""
    if not frames.is_of_work(view):
        return None
    if frames.is_unweighed(view):
        return not_delivered("forecast_unweighed", t("offices.unweighed"))
    return no_weight.said_of_some(view)


def missing(view: View) -> Panel | None:
    """Why there is no forecast to show: none was made, none of this kind, or none of a region."""
    if frames.is_unweighed(view):
        return None
    if frames.ahead_of_all(view).is_empty():
        key = "none_of_kind" if view.choice.work_type else "none"
        return not_delivered("forecast_none", f"{t(f'forecast.{key}')} {t('forecast.command')}")
    if frames.is_of_region(view):
        return nothing("forecast_of_region", t("forecast.of_region"))
    return nothing("forecast_of_none", t("forecast.none_here")) if frames.ahead(view).is_empty() else None


@frames.with_forecast
def expected(view: View) -> Panel:
    """What is expected, in what band, and how earlier bands like it held."""
    rows, past = frames.ahead(view), frames.months(view)
    said = [one for one in rows.to_dicts() if one["horizon_months"] in frames.horizons_said(rows)]
    sentences = _expected(said, view)
    horizon = said[-1]["horizon_months"]
    return Panel(
        "forecast_answer",
        lead=escape(" ".join([*sentences, *_how_sure(horizon, view)])),
        head_figures=(*_now(past, view), *(_figure(row, view) for row in said), *_held(said[-1], view)),
        intro=" ".join([*_poor(horizon, view), t("forecast.never_of_people")]),
        notes=_made(rows, view),
        marts=MARTS,
    )


def _expected(rows: list[dict], view: View) -> list[str]:
    """What is expected in the months said, each with its band in brackets, and what the brackets are."""
    measure, banded = view.choice.forecast_measure, all(range_said(row, "80") for row in rows)
    told = [
        t(
            f"forecast.lead_{'then_' * bool(place)}{measure}",
            month=month(row["month_start_on"]),
            point=amount(row["point"]),
            unit=unit_words(view),
            range=f" ({range_said(row, '80')})" if banded else "",
        )
        for place, row in enumerate(rows)
    ]
    return [f"{'; '.join(told)}.", t("forecast.lead_band" if banded else "forecast.lead_no_band")]


def _how_sure(horizon: int, view: View) -> list[str]:
    used = _used(horizon, view)
    held = frames.held_against(view).filter((pl.col("horizon_months") == horizon) & ~pl.col("is_kept"))
    if used is None or held.is_empty() or used["coverage_80_pct"] is None:
        return [t("forecast.sure_unknown")]
    off = (held["forecast"] - held["came"]).abs().mean()
    return [
        plural(
            "forecast.sure",
            used["origins"],
            horizon=number(horizon),
            coverage=percentage(used["coverage_80_pct"]),
            off=amount(off),
            unit=unit_words(view),
        )
    ]


def _poor(horizon: int, view: View) -> list[str]:
    """What speaks against the forecast of what is shown; that its band was too careful; else nothing."""
    rows = judged(frames.errors(view)).filter(pl.col("horizon_months") == horizon)
    if rows.is_empty():
        return []
    row = rows.row(0, named=True)
    if why := why_poor(row):
        return [t("forecast.lead_poor", why=listed(why))]
    return [t("forecast.lead_wide")] if row["is_wide"] else []


def _used(horizon: int, view: View) -> dict | None:
    rows = frames.errors(view).filter(pl.col("is_used") & (pl.col("horizon_months") == horizon))
    return rows.row(0, named=True) if rows.height else None


def _now(past: pl.DataFrame, view: View) -> tuple[HeadFigure, ...]:
    if past.is_empty():
        return ()
    last = past.row(-1, named=True)
    return (
        HeadFigure(
            t("forecast.figure_now"),
            amount(last["amount"]),
            unit_words(view),
            note=month(last["month_start_on"]),
        ),
    )


def _figure(row: dict, view: View) -> HeadFigure:
    ends = {name: range_said(row, name) for name in ("80", "95")}
    note = t("forecast.figure_bands", low=ends["80"], high=ends["95"]) if all(ends.values()) else ""
    label = t("forecast.figure_ahead", month=month(row["month_start_on"]))
    return HeadFigure(label, amount(row["point"]), unit_words(view), note=note)


def _held(row: dict, view: View) -> tuple[HeadFigure, ...]:
    used = _used(row["horizon_months"], view)
    if used is None or used["coverage_80_pct"] is None:
        return ()
    return (
        HeadFigure(
            t("forecast.figure_held", horizon=number(row["horizon_months"])),
            percentage(used["coverage_80_pct"]),
            note=plural("forecast.figure_held_note", used["origins"]),
        ),
    )


def _made(rows: pl.DataFrame, view: View) -> tuple[str, ...]:
    """When the forecast was made and what it knows; more where the data know more by now."""
    first = rows.row(0, named=True)
    told = t("forecast.made", made=day(first["made_on"]), known=day(first["as_of"]))
    if first["as_of"] >= view.status.as_of:
        return (told,)
    return (told, f"{t('forecast.is_old', last=day(view.status.as_of))} {t('forecast.command')}")
