"""Open findings: which figures would change if they were resolved, and how far at the most."""

import polars as pl

from dashboards.charts.band_groups import grouped_bands
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.queries import certainty as questions
from dashboards.sections import look, words
from dashboards.sections.certainty.asked import area, band_columns, ends, place
from dashboards.text import day, page_has, percentage, plural, t

TODAY = "workload_pct_today"


def open_findings(status: dict, chosen: Chosen) -> None:
    """A band per finding: of the percentage today, and of what is booked for a day a year on."""
    found = questions.finding_effects(place(chosen), chosen.service_line, chosen.weight_scheme)
    if found.is_empty():
        states.note(t("certainty.no_findings"))
        return
    rows = found.drop_nulls("mid_pct")
    if rows.is_empty():
        return  # without capacity there is no percentage to move; the page has said so
    named = rows.with_columns(name=pl.Series([_name(row) for row in rows.to_dicts()]))
    screen.chart(
        grouped_bands(_groups(named, status), look(status), words("certainty", "balance")),
        name="certainty_findings",
        title=_title(named),
        subtitle=t("certainty.findings_subtitle", **area(chosen), day=day(status["as_of"])),
        summary=_summary(named),
        table=named,
        columns=band_columns(
            {"name": "certainty.column_finding", "concerned_cases": "certainty.column_cases"}
        ),
        status=status,
        words=chosen.words,
        marts=("fct_area_finding_effects",),
    )


def _groups(named: pl.DataFrame, status: dict) -> dict[str, pl.DataFrame]:
    """The rows of today and those of a year on, each under its heading and named without it."""
    plain = named.with_columns(name=pl.Series([_name(row | {"figure": TODAY}) for row in named.to_dicts()]))
    groups = {
        t("certainty.findings_now", day=day(status["as_of"])): plain.filter(pl.col("figure") == TODAY),
        t("certainty.findings_in_52"): plain.filter(pl.col("figure") != TODAY),
    }
    return {heading: rows for heading, rows in groups.items() if rows.height}


def _name(row: dict) -> str:
    code = row["finding"]
    known = page_has("certainty", f"finding_{code}")
    said = t(f"certainty.finding_{code}") if known else code.replace("_", " ")
    when = "today" if row["figure"] == TODAY else "later"
    return plural(f"certainty.finding_{when}", row["concerned_cases"], finding=said)


def _title(named: pl.DataFrame) -> str:
    """What moves today's figure most; where nothing does, what moves the one of a year on."""
    today = named.filter(pl.col("figure") == TODAY)
    rows = named if today.is_empty() else today
    reach = pl.max_horizontal("mid_pct", "high_pct") - pl.min_horizontal("mid_pct", "low_pct")
    widest = rows.with_columns(reach=reach).sort("reach").row(-1, named=True)
    if not widest["reach"]:
        return t("certainty.findings_title_none")
    key = "certainty.findings_title" + ("_later" if today.is_empty() else "")
    return t(key, name=widest["name"], mid=percentage(widest["mid_pct"]), **ends(widest))


def _summary(named: pl.DataFrame) -> str:
    later = named.filter(pl.col("figure") != TODAY)
    said = [t("certainty.findings_summary")]
    if later.height:
        known = {"day": day(later["on_day"][0]), "mid": percentage(later["mid_pct"][0])}
        said.append(t("certainty.findings_later", **known))
    return " ".join(said)
