"""The Overview's last word: what is striking in these data, each with the page that shows more."""

from collections.abc import Iterator

import polars as pl

from dashboards import queries
from dashboards.choice import ALL
from dashboards.filters import areas
from dashboards.panel import Link, Panel, State, not_delivered
from dashboards.panels.overview import comparing, frames
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
    rows = frames.waits(view).filter(pl.col("service_line") == frames.first_line(view)["id"])
    links = [*_apart(view), *_longest(rows, view), *_uncovered(rows, view), *_to_close(rows, view)]
    if rejected := view.status.rows_quarantined:
        links.append(Link("about", plural("overview.look_quarantine", rejected), panel="quarantine"))
    return links


def _apart(view: View) -> Iterator[Link]:
    """The offices that are heavier or lighter than all together under every scheme."""
    names, line = service_parts(view), frames.first_line(view)["id"]
    ranges = frames.ranges(view, line)
    for standing in ("heavier", "lighter") if comparing.can_compare(ranges) else ():
        apart = [part for part in names if part in ranges and ranges[part].standing == standing]
        if apart:
            said = t(f"overview.look_{standing}", offices=listed([names[part] for part in apart]))
            chosen = _area(view, apart[0] if len(apart) == 1 else ALL) | {"service_line": line}
            yield Link("offices", said, chosen)


def _longest(rows: pl.DataFrame, view: View) -> Iterator[Link]:
    """The longest wait: its area's list, with the row marked."""
    if not rows.height or not rows["wait_days_max"][0]:
        return
    row = rows.row(0, named=True)
    days = plural("common.days", row["wait_days_max"])
    said = t(
        "overview.look_longest", office=service_parts(view).get(row["part_id"], row["part_id"]), days=days
    )
    chosen = _area(view, row["part_id"]) | {"service_line": row["service_line"], "work_type": ALL}
    yield Link("backlog", said, chosen, panel="backlog_oldest", row="longest_wait")


def _uncovered(rows: pl.DataFrame, view: View) -> Iterator[Link]:
    """Cases that lost their officer: the list of cover."""
    if uncovered := rows["uncovered_cases"].sum():
        chosen = _area(view, ALL) | {"cases_line": rows["service_line"][0], "case_list": "cover"}
        yield Link("pressure", plural("overview.look_uncovered", uncovered), chosen, panel="pressure_cover")


def _to_close(rows: pl.DataFrame, view: View) -> Iterator[Link]:
    """Records that were probably never closed: their own list."""
    if dead := rows["to_close_cases"].sum():
        days = number(queries.noise_level(view.reader, "to_close_days"))
        said = plural("overview.look_to_close", dead, days=days)
        chosen = _area(view, ALL) | {"cases_line": rows["service_line"][0], "case_list": "to_close"}
        yield Link("pressure", said, chosen, panel="pressure_to_close")


def _area(view: View, part: str) -> dict[str, str]:
    """The filters that choose one of the service's parts, or all of them."""
    if not areas.has_regions(view.reader):
        return {"office": part}
    return {"region": part, "office": ALL}


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
        links=(Link("offices"),),
    )
