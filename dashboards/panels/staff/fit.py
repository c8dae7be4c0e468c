"""How well it would have done: the last year as expected a year ago, beside what came."""

import numpy as np
import polars as pl

from analysis.queue import Levers, bands, calibrated, levers_as_in, resampled, simulated
from analysis.queue.tables import start_of
from dashboards.charts.queue import as_now, band_lines
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.staff.cells import BINS, MONTHS
from dashboards.panels.staff.frames import DRAWS, SEED, Numbers, Outcome
from dashboards.panels.staff.lines import month_end
from dashboards.panels.staff.words import area_words, range_said
from dashboards.text import month, number, t
from dashboards.view import View


def a_year_ago(found: Outcome, view: View) -> Panel:
    """The waiting list of the last year, simulated from its start with the rates of the year before."""
    expected = _expected(found)
    if expected is None:
        return nothing("staff_fit", t("staff.fit_short"))
    came = found.cells.past.waiting_cases[-MONTHS:].sum(axis=1).astype(float)
    inside = int(((came >= expected[0]) & (came <= expected[2])).sum())
    when = found.cells.months[-MONTHS:]
    rows = pl.DataFrame(
        {"month_end_on": [month_end(first) for first in when], "was": came}
        | dict(zip(("expected_low", "expected", "expected_high"), expected, strict=True))
    )
    end = {"range": range_said(expected[:, -1]), "came": number(came[-1])}
    is_alike = len({number(bound) for bound in expected[:, -1]}) == 1
    return Panel(
        "staff_fit",
        title=t(
            f"staff.fit_title{'_alike' if is_alike else ''}",
            expected=number(expected[1, -1]),
            month=month(when[-1]),
            **end,
        ),
        subtitle=t("staff.fit_subtitle", **area_words(view)),
        chart=band_lines(
            rows,
            [as_now(t("staff.fit_expected"), "expected")],
            view.look,
            {"was": t("staff.was"), "unit": t("staff.cases")},
        ),
        summary=t("staff.fit_summary", inside=number(inside), months=number(MONTHS)),
        table=Table(
            rows.rename({"was": "waiting_was"}),
            {
                "month_end_on": t("staff.column_month"),
                "waiting_was": t("staff.column_was"),
                **{name: t(f"staff.column_{name}") for name in ("expected_low", "expected", "expected_high")},
            },
        ),
        marts=("fct_area_clearance_months",),
    )


def _expected(found: Outcome) -> Numbers | None:
    """The bands of the last year by what was known before it, and the staff that were there in it."""
    past = found.cells.past
    if past.months < 2 * MONTHS:
        return None
    before, year = past.last(MONTHS, before=MONTHS), past.last(MONTHS)
    nobody = pl.DataFrame(schema={"cell": pl.String, "months_waited": pl.Int64, "waiting_cases": pl.Int64})
    start = start_of(before, nobody, found.cells.ids, BINS)
    try:
        kept = levers_as_in(start, calibrated(before).rates, before.available_fte[-1], months=MONTHS)
    except ValueError:  # a part without cases or staff then
        return None
    levers = Levers(year.available_fte, kept.limit_pct)
    drawn = resampled(before, np.random.default_rng(SEED), DRAWS)
    return bands(
        simulated(start, drawn, levers, np.random.default_rng(SEED), DRAWS).waiting_cases.sum(axis=-1)
    )
