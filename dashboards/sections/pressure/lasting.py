"""Where pressure lasts: officers above thresholds for four weeks, by office or grade, and over months."""

import polars as pl

from dashboards.charts import pressure as drawings
from dashboards.charts import pressure_readings as readings
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.sections import look, part_names, since, words
from dashboards.sections.pressure.asked import (
    by_group,
    grade_names,
    is_known,
    measured_by,
    people_words,
    place,
    rows_asked,
    sources_asked,
    thresholds_asked,
)
from dashboards.sections.pressure.tables import wide, wide_columns
from dashboards.text import month, number, percentage, plural, t


def over_by_group(status: dict, chosen: Chosen) -> None:
    """The share above each threshold in the last whole month: by office, or by grade of the office chosen."""
    when = readings.last_whole_month(status["as_of"])
    rows = rows_asked(chosen).filter(pl.col("month_start_on") == when)
    own = rows.filter(place(chosen)).sort("threshold")
    if own.is_empty():
        states.note(t("pressure.no_such_people"))
        return
    names = (
        {**grade_names(), "": t("pressure.every_grade")}
        if chosen.office
        else {**part_names(chosen.among), "": chosen.words_for_all}
    )
    drawn = by_group(rows, chosen).filter(pl.col("group").is_in(list(names)))
    if chosen.office:
        names = {group: name for group, name in names.items() if group in set(drawn["group"])}
    groups = drawn.unique("group").filter(pl.col("group") != "")
    screen.chart(
        drawings.over_dots(
            drawn,
            names,
            thresholds_asked(chosen),
            look(status),
            words("pressure", "suppressed", "nobody", "officers"),
        ),
        name="pressure_groups",
        title=_dots_title(own, chosen),
        subtitle=t(
            f"pressure.dots_subtitle_{'grades' if chosen.office else 'offices'}",
            month=month(when),
            basis=measured_by(chosen),
            **({"office": chosen.label("office")} if chosen.office else {"grade": chosen.label("grade")}),
        ),
        summary=_dots_summary(groups["is_hidden"], chosen),
        table=wide(drawn, "group", names),
        columns={
            "group_name": t(f"pressure.column_{'grade' if chosen.office else 'office'}"),
            **wide_columns(thresholds_asked(chosen)),
        },
        status=status,
        words=chosen.words if chosen.office else chosen.words_for_every_part,
        marts=("fct_area_overload_months",),
        missing=t("pressure.suppressed_cell"),
    )
    said = [t("pressure.source_of", amount=amount, source=source) for amount, source in sources_asked(chosen)]
    states.note(t("pressure.sources", sources=" ".join(said)))


def over_months(status: dict, chosen: Chosen) -> None:
    """The share above each threshold month by month, of all together or of the office and grade chosen."""
    last = readings.last_whole_month(status["as_of"])
    rows = since(rows_asked(chosen), chosen.since).filter(place(chosen) & (pl.col("month_start_on") <= last))
    known = rows.drop_nulls("share_pct")
    if known.is_empty():
        return
    named, amounts = thresholds_asked(chosen), thresholds_asked(chosen, is_bare=True)
    hidden = rows.filter("is_hidden")["month_start_on"].n_unique()
    gaps = plural("pressure.trend_hidden", hidden) if hidden else ""
    lowest = (
        known.filter(pl.col("threshold") == min(named))
        .sort("share_pct", "month_start_on")
        .row(-1, named=True)
    )
    screen.chart(
        drawings.over_trend(rows, named, look(status), words("pressure", "todays_weights")),
        name="pressure_months",
        title=_trend_title(known, amounts),
        subtitle=t(
            "pressure.trend_subtitle",
            **people_words(chosen),
            first=month(rows["month_start_on"].min()),
            last=month(rows["month_start_on"].max()),
            basis=measured_by(chosen),
        ),
        summary=" ".join(
            [
                t(
                    "pressure.trend_summary",
                    low=amounts[min(amounts)],
                    peak_month=month(lowest["month_start_on"]),
                    peak=percentage(lowest["share_pct"]),
                ),
                gaps,
            ]
        ).strip(),
        table=wide(rows, "month_start_on"),
        columns={
            "month_start_on": t("pressure.column_month"),
            **wide_columns(
                named, has_now=rows.filter(pl.col("share_pct") != pl.col("share_now_pct")).height > 0
            ),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_overload_months",),
        missing=t("pressure.suppressed_cell"),
    )


def _dots_summary(is_hidden: pl.Series, chosen: Chosen) -> str:
    said = [t(f"pressure.dots_summary{'_grades' if chosen.office else ''}")]
    if is_hidden.any():
        counts = {"hidden": number(is_hidden.sum()), "groups": number(len(is_hidden))}
        said.append(t("pressure.dots_hidden", **counts))
    return " ".join(said)


def _dots_title(own: pl.DataFrame, chosen: Chosen) -> str:
    if not is_known(own):
        return t("pressure.dots_title_hidden")
    low, high = own.row(0, named=True), own.row(-1, named=True)
    amounts = thresholds_asked(chosen, is_bare=True)
    said = {
        "over": number(low["people_over"]),
        "people": number(low["people"]),
        "share": percentage(low["share_pct"]),
        "low": amounts[low["threshold"]],
    }
    if low["threshold"] == high["threshold"]:
        return t("pressure.dots_title_one", **said)
    return t(
        "pressure.dots_title", **said, over_high=number(high["people_over"]), high=amounts[high["threshold"]]
    )


def _trend_title(known: pl.DataFrame, amounts: dict[float, str]) -> str:
    highest = known.filter(pl.col("threshold") == max(amounts)).sort("month_start_on")
    now = highest.row(-1, named=True)
    before = highest.filter(pl.col("month_start_on") == readings.year_before(now["month_start_on"]))
    said = {
        "high": amounts[max(amounts)],
        "share": percentage(now["share_pct"]),
        "month": month(now["month_start_on"]),
    }
    if before.is_empty():
        return t("pressure.trend_title_short", **said)
    return t("pressure.trend_title", **said, before=percentage(before["share_pct"][0]))
