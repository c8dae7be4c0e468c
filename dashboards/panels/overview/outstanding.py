"""The Overview's last word: what is striking in these data, each with the page that shows more."""

import polars as pl

from dashboards import queries
from dashboards.panel import Link, Panel, State, not_delivered
from dashboards.panels.overview import frames
from dashboards.panels.parts import service_parts
from dashboards.queries import overview as questions
from dashboards.text import listed, number, plural, t
from dashboards.view import View


def where_to_look(view: View) -> Panel:
    """Up to six sentences on what is striking, each with the page that shows more."""
    links = tuple(outstanding(view))
    return Panel(
        "overview_look",
        title=t("overview.look"),
        subtitle=t("overview.look_subtitle"),
        summary="" if links else t("overview.look_nothing"),
        links=links,
        marts=("fct_area_line_windows", "fct_area_open_cases"),
    )


def outstanding(view: View) -> list[Link]:
    """Offices that differ, the longest wait, cases without cover, records to close, rows in quarantine."""
    names, line = service_parts(view), frames.first_line(view)["id"]
    ranges = frames.ranges(view, line)
    links = []
    for standing in ("heavier", "lighter") if len(names) > 1 else ():
        apart = [names[part] for part in names if part in ranges and ranges[part].standing == standing]
        if apart:
            links.append(Link("offices", t(f"overview.look_{standing}", offices=listed(apart))))
    rows = frames.waits(view).filter(pl.col("service_line") == line)
    if rows.height and rows["wait_days_max"][0]:
        part, days = rows["part_id"][0], plural("common.days", rows["wait_days_max"][0])
        links.append(Link("backlog", t("overview.look_longest", office=names.get(part, part), days=days)))
    if uncovered := rows["uncovered_cases"].sum():
        links.append(Link("backlog", plural("overview.look_uncovered", uncovered)))
    if dead := rows["to_close_cases"].sum():
        days = number(queries.noise_level(view.reader, "to_close_days"))
        said = plural("overview.look_to_close", dead, days=days)
        links.append(Link("pressure", said, {"list": "to_close", "line": line}))
    if rejected := view.status.rows_quarantined:
        links.append(Link("about", plural("overview.look_quarantine", rejected)))
    return links


def published_only(view: View) -> Panel:
    """What can be said without any case."""
    series = questions.published_series(view.reader)
    said = t("overview.no_cases")
    if not series["series"]:
        said += " " + t("overview.nothing_delivered")
        return not_delivered("overview_published", said)
    key = "overview.published_only" if series["offices"] else "overview.published_whole"
    years = {"first": series["first_on"].year, "last": series["last_on"].year}
    return Panel(
        "overview_published",
        state=State.NOT_DELIVERED,
        said=said,
        notes=(t(key, series=number(series["series"]), offices=number(series["offices"]), **years),),
        links=(Link("offices" if series["offices"] else "about"),),
    )
