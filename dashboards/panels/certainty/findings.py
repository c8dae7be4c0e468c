"""Open findings: which figures would change if they were resolved, and how far at the most."""

import polars as pl

from dashboards.charts.band_groups import grouped_bands
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.certainty import frames
from dashboards.panels.parts import words
from dashboards.queries import certainty as questions
from dashboards.text import day, page_has, percentage, plural, t
from dashboards.view import View

TODAY = "workload_pct_today"


def open_findings(view: View) -> Panel | None:
    """A band per finding: of the percentage today, and of what is booked for a day a year on."""
    effects = questions.finding_effects(view.reader, view.choice)
    if effects.is_empty():
        return nothing("certainty_findings", t("certainty.no_findings"))
    rows = effects.drop_nulls("mid_pct")
    if rows.is_empty():
        return None  # without capacity there is no percentage to move; the page has said so
    named = rows.with_columns(name=pl.Series([_name(row, view) for row in rows.to_dicts()]))
    first_columns = {"name": "certainty.column_finding", "concerned_cases": "certainty.column_cases"}
    return Panel(
        "certainty_findings",
        title=_title(named, view.status.horizons),
        subtitle=t(
            "certainty.findings_subtitle",
            **frames.area_words(view),
            **view.status.horizons,
            day=day(view.status.as_of),
        ),
        chart=grouped_bands(_groups(named, view), view.look, words("certainty", "balance")),
        summary=_summary(named, view),
        table=Table(
            named,
            frames.band_columns(first_columns),
            stands_for=frames.BAND_STANDS_FOR | {"name": "finding"},
            on_phone=frames.BAND_ENDS,
        ),
        marts=("fct_area_finding_effects",),
        explains=("figure",),
    )


def _groups(named: pl.DataFrame, view: View) -> dict[str, pl.DataFrame]:
    """The rows of today and those of a year on, each under its heading and named without it."""
    plain = named.with_columns(
        name=pl.Series([_name(row | {"figure": TODAY}, view) for row in named.to_dicts()])
    )
    groups = {
        t("certainty.findings_now", day=day(view.status.as_of)): plain.filter(pl.col("figure") == TODAY),
        t("certainty.findings_in_a_year", **view.status.horizons): plain.filter(pl.col("figure") != TODAY),
    }
    return {heading: rows for heading, rows in groups.items() if rows.height}


def _name(row: dict, view: View) -> str:
    code = row["finding"]
    known = page_has("certainty", f"finding_{code}")
    finding = t(f"certainty.finding_{code}") if known else code.replace("_", " ")
    when = "today" if row["figure"] == TODAY else "later"
    return plural(
        f"certainty.finding_{when}", row["concerned_cases"], finding=finding, **view.status.horizons
    )


def _found(row: dict) -> str:
    """The cases of a finding as a sentence names them: `4 cases without any risk assessment`."""
    code = row["finding"]
    known = page_has("certainty", f"found_{code}.other")
    key = f"certainty.found_{code if known else 'of_another_kind'}"
    return plural(key, row["concerned_cases"], finding=code.replace("_", " "))


def _title(named: pl.DataFrame, horizons: dict[str, int]) -> str:
    """What moves today's figure most; where nothing does, what moves the one of a year on."""
    reach = pl.max_horizontal("mid_pct", "high_pct") - pl.min_horizontal("mid_pct", "low_pct")
    moving = named.with_columns(reach=reach).filter(pl.col("reach") > 0).sort("reach", maintain_order=True)
    if moving.is_empty():
        return t("certainty.findings_title_none")
    today = moving.filter(pl.col("figure") == TODAY)
    widest = (moving if today.is_empty() else today).row(-1, named=True)
    mid, ends = percentage(widest["mid_pct"]), frames.end_words(widest)
    when = "_later" if today.is_empty() else ""
    little = "_little" if mid == ends["low"] == ends["high"] else ""
    return t(
        f"certainty.findings_title{when}{little}",
        found=_found(widest),
        mid=mid,
        **ends,
        **horizons,
    )


def _summary(named: pl.DataFrame, view: View) -> str:
    summary = [t("certainty.findings_summary")]
    later = named.filter(pl.col("figure") != TODAY)
    if later.height:
        on_day, booked = day(later["on_day"][0]), percentage(later["mid_pct"][0])
        summary.append(t("certainty.findings_later", day=on_day, mid=booked, **view.status.horizons))
    return " ".join(summary)
