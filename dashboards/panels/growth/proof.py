"""A question that growth raises and these data cannot answer: do lighter people get mandates that they did
not?"""

import polars as pl

from dashboards.panel import Panel, Table
from dashboards.panels.growth import frames
from dashboards.queries import growth as questions
from dashboards.text import percentage, t
from dashboards.view import View

LOW = "low"
# Received half a year to a year before: whoever is gone was there for less than a year.
SHORT_FROM_MONTHS, SHORT_TO_MONTHS = 6, 12


def question(view: View) -> Panel | None:
    """The share of low risk, and of mandates that were short, in both months; without a conclusion."""
    shares = [_low_share(view), _short_share(view)]
    if frames.is_one_month(view) or any(None in share for share in shares):
        return None
    low, short = shares
    pair = frames.pair_words(view)
    said = {
        "low_before": percentage(low[0]),
        "low_now": percentage(low[1]),
        "short_before": percentage(short[0]),
        "short_now": percentage(short[1]),
        **pair,
    }
    return Panel(
        "growth_question",
        title=t("growth.question_title", **said),
        subtitle=t("growth.question_subtitle", **pair),
        summary=t("growth.question_summary", **said),
        table=Table(
            pl.DataFrame(
                {
                    "share_of": [t("growth.share_low"), t("growth.share_short")],
                    "share_before_pct": [low[0], short[0]],
                    "share_now_pct": [low[1], short[1]],
                }
            ),
            {
                "share_of": t("growth.column_share"),
                "share_before_pct": f"{pair['first']}, %",
                "share_now_pct": f"{pair['last']}, %",
            },
        ),
        notes=(t("growth.question_note"),),
        marts=("fct_case_mix_months", "fct_cohort_months"),
    )


def _low_share(view: View) -> list[float | None]:
    """Cases of low risk in per cent of those with an officer whose risk was assessed."""
    rows = questions.mix(view.reader, view.choice).filter(pl.col("risk_level") != "not_assessed")
    return _shares(
        rows, pl.col("active_cases_avg").filter(pl.col("risk_level") == LOW), "active_cases_avg", view
    )


def _short_share(view: View) -> list[float | None]:
    """Cases received six to eleven months before that have ended, in per cent of those received then.

    None where the data do not go back so far: of what came earlier they hold only who stayed.
    """
    rows = questions.cohorts(view.reader, view.choice).filter(pl.col("age_from_months") == SHORT_FROM_MONTHS)
    known_from = view.status.first_month_on or view.choice.from_month
    rows = rows.filter(pl.col("month_start_on").dt.offset_by(f"-{SHORT_TO_MONTHS - 1}mo") >= known_from)
    gone = pl.col("received_cases") - pl.col("still_open_cases_end")
    return _shares(rows, gone, "received_cases", view)


def _shares(rows: pl.DataFrame, part: pl.Expr, whole: str, view: View) -> list[float | None]:
    found = []
    for when in (view.choice.from_month, view.choice.to_month):
        own = rows.filter(pl.col("month_start_on") == when)
        total = own[whole].sum()
        share = 100 * own.select(part.sum()).item() / total if total else None
        found.append(None if share is None else round(share, frames.PLACES))
    return found
