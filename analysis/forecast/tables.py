"""The forecast and its trial as frames: what a page shows and a warehouse stores."""

import numpy as np
import polars as pl

from analysis.forecast.panel import CELL, later
from analysis.forecast.past import Past
from analysis.forecast.run import Run, run
from analysis.forecast.trial import Trial

# In the order of ``Trial.bands``.
BANDS = ("low_95", "low_80", "high_80", "high_95")
SHOWN = ("point", "low_80", "high_80", "low_95", "high_95")


def forecast(past: Past, ran: Run | None = None) -> pl.DataFrame:
    """What is expected in the months ahead: one row per office, kind, measure and month.

    Args:
        past: what is known.
        ran: its trial, where there is one already.

    Columns: ``office_id`` and ``supervision_type`` (empty: all), ``measure`` (``received_cases``,
    ``open_cases``, ``workload_units``), ``month_start_on``, ``horizon_months``, ``model`` (the one used at
    that horizon), ``point``, ``low_80``, ``high_80``, ``low_95``, ``high_95``. Points of kinds and offices
    add up to the whole; bands do not, for not all errors fall together. Bands are null where too few errors
    are known to make them.
    """
    ran = ran or run(past)
    frames = []
    for measure, tried in ran.trials.items():
        point = np.stack([tried.given[name][:, -1, step] for step, name in enumerate(tried.used)], axis=1)
        lows_highs = np.stack(
            [tried.bands[name][:, :, -1, step] for step, name in enumerate(tried.used)], axis=2
        )
        if measure == "workload_units" and past.booked is not None:
            lifted = _at_least_booked(point, past.booked, ran)
            point, lows_highs = lifted, np.concatenate([lows_highs[:2], lows_highs[2:] + lifted - point])
        shown = {"point": point, **dict(zip(BANDS, lows_highs, strict=True))}
        frames.append(_long(ran, measure, shown).with_columns(_named(tried)))
    columns = (*CELL, "measure", "month_start_on", "horizon_months", "model", *SHOWN)
    return pl.concat(frames).select(columns)


def backtested(past: Past, ran: Run | None = None) -> pl.DataFrame:
    """How good each model was: one row per office, kind, measure, model and horizon.

    Columns: ``office_id``, ``supervision_type``, ``measure``, ``model``, ``horizon_months``, ``origins`` (how
    many months its error is the mean of), ``mase`` (error over the mean change from the same month a year
    before; null where a series never changed), ``pinball`` (in the same scale), ``coverage_80_pct``,
    ``coverage_95_pct`` (null without bands) and ``is_used``.
    """
    return scores_of(ran or run(past))


def scores_of(ran: Run) -> pl.DataFrame:
    """``backtested`` of a trial that has been run."""
    frames = []
    for measure, tried in ran.trials.items():
        for name, scored in tried.scored.items():
            rows = len(scored.mase)
            shown = {
                "is_used": np.tile(np.array(tried.used) == name, (rows, 1)),
                **{column: getattr(scored, column) for column in scored.__dataclass_fields__},
            }
            frames.append(_long(ran, measure, shown).with_columns(model=pl.lit(name)))
    scores = ("origins", "mase", "pinball", "coverage_80_pct", "coverage_95_pct", "is_used")
    return pl.concat(frames).select(*CELL, "measure", "model", "horizon_months", *scores)


def origins(past: Past, ran: Run | None = None) -> pl.DataFrame:
    """What was forecast beside what came: one row per office, kind, measure, model, origin and month.

    Columns: ``office_id``, ``supervision_type``, ``measure``, ``model``, ``origin_month_start_on`` (the last
    month known then), ``month_start_on``, ``horizon_months``, ``forecast``, ``came``.
    """
    ran = ran or run(past)
    months = ran.panel.months
    keys = ran.tree.rows.select(CELL)
    frames = []
    for measure, tried in ran.trials.items():
        for step, places in enumerate(tried.origins):
            for place in places[places >= 0]:
                now = tried.moments[place]
                dated = keys.with_columns(
                    measure=pl.lit(measure),
                    origin_month_start_on=pl.lit(months[now]),
                    month_start_on=pl.lit(months[now + step + 1]),
                    horizon_months=pl.lit(step + 1, pl.Int32),
                    came=pl.Series(tried.values[:, now + step + 1]),
                )
                for name, given in tried.given.items():
                    shown = pl.Series(given[:, now, step], nan_to_null=True)
                    frames.append(dated.with_columns(model=pl.lit(name), forecast=shown))
    dates = ("origin_month_start_on", "month_start_on", "horizon_months")
    return pl.concat(frames).select(*CELL, "measure", "model", *dates, "forecast", "came")


def _named(tried: Trial) -> pl.Series:
    """The model used at each horizon, for the rows of ``_long``."""
    return pl.Series("model", np.tile(np.array(tried.used), len(tried.values)))


def _long(ran: Run, measure: str, shown: dict[str, np.ndarray]) -> pl.DataFrame:
    """Arrays of shape (N, H) as columns of one frame, with their keys."""
    rows, horizons = ran.tree.rows.height, ran.horizons
    each = range(ran.step_months, horizons * ran.step_months + 1, ran.step_months)
    steps = np.tile(np.array(each, dtype=np.int32), rows)
    ahead = [later(ran.panel.months[-1], step) for step in each]
    keys = ran.tree.rows.select(CELL)[np.repeat(np.arange(rows), horizons)]
    return keys.with_columns(
        pl.lit(measure).alias("measure"),
        pl.Series("month_start_on", ahead * rows),
        pl.Series("horizon_months", steps),
        *(
            pl.Series(name, np.ravel(values)).fill_nan(None)
            if values.dtype.kind == "f"
            else pl.Series(name, np.ravel(values))
            for name, values in shown.items()
        ),
    )


def _at_least_booked(point: np.ndarray, booked: pl.DataFrame, ran: Run) -> np.ndarray:
    """Points of work, none of an office below what is booked there: its kinds grow alike, sums too."""
    rows, cells = ran.tree.rows, ran.panel.cells
    months = {later(ran.panel.months[-1], step + 1): step for step in range(ran.horizons)}
    floors = {
        (office, months[month]): units
        for office, month, units in booked.select("office_id", "month_start_on", "workload_units").iter_rows()
        if month in months
    }
    of_cells = point[: cells.height].copy()
    offices = rows.with_row_index("row").filter(pl.col("level") == "offices")
    for row, office in offices.select("row", "office_id").iter_rows():
        own = (cells["office_id"] == office).to_numpy()
        for step in range(ran.horizons):
            floor = floors.get((office, step), 0.0)
            if 0 < point[row, step] < floor:
                of_cells[own, step] *= floor / point[row, step]
    return ran.tree.added(of_cells)
