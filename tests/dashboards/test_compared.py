"""What a figure is compared with: each comparison against SQL by hand, in tables, charts and sentences."""

from dataclasses import replace
from datetime import timedelta

import polars as pl
import pytest

from dashboards import queries
from dashboards.app_pages import backlog, offices, overview
from dashboards.filters import comparison
from dashboards.filters.settling import settled
from dashboards.panel import Panel
from dashboards.panels import compared
from dashboards.panels.backlog import head_figures, tables, waiting
from dashboards.panels.offices import every_office, frames, one_office, table
from dashboards.panels.offices import head_figures as offices_head
from dashboards.panels.overview import cases, workload
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.read_back import assert_is_read_back
from tests.dashboards.viewing import of_marts, published_reader, view_of

LINE, SCHEME = "offender_supervision", "fl_type_phase"
LEVELS = (comparison.TARGET, comparison.MEDIAN)
TARGETS = [
    "insert into marts.dim_targets values ('start_soon', 'wait_days_p50', 'circular of 2024', "
    "date '2024-01-01', null, 30)",
    "update marts.dim_targets set valid_to = date '2022-01-01' where measure = 'workload_pct'",
    "insert into marts.dim_targets values ('lighter', 'workload_pct', 'plan of 2022', "
    "date '2022-03-15', null, 95)",
    # of the small sample hardly any case waits: here some do in every office
    """
    insert into marts.fct_area_backlog by name
    with one as (
        from marts.fct_area_backlog where area_id = 'service' and part_id != ''
        qualify row_number() over (partition by service_line, supervision_type, weight_scheme) = 1
    )
    select one.* replace (offices.office_id as part_id)
    from one cross join marts.dim_offices as offices
    where not exists (from marts.fct_area_backlog as there where there.area_id = 'service'
        and there.part_id = offices.office_id and there.service_line = one.service_line
        and there.supervision_type = one.supervision_type and there.weight_scheme = one.weight_scheme)
    """,
    "update marts.fct_area_backlog set real_wait_days_p50 = 5 + hash(part_id || supervision_type) % 40 "
    "where part_id != ''",
]
few_posts = pytest.mark.usefixtures("nobody_is_few")


@pytest.fixture(scope="module")
def warehouse_with_targets(sample_warehouse, tmp_path_factory):
    """The sample under a policy with a target of its own for workload, and one for waiting."""
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("targets") / "W", TARGETS)


def looking(page, reader: Reader, **values: str) -> View:
    return view_of(page.PAGE, reader, **values)


def made(part, page, reader: Reader, language: str = "en", **values: str) -> Panel | None:
    with speaking(language):
        return part(looking(page, reader, **values))


def loads(asking: Reader, window: str) -> pl.DataFrame:
    """Each part under each scheme in a window of the mart, past what pages may have of it."""
    return of_marts(
        asking,
        """
        select part_id, weight_scheme, workload_pct as pct from fct_area_line_windows
        where area_id = 'service' and service_line = $line and time_window = $window
        """,
        line=LINE,
        window=window,
    )


# What is offered


def offered(reader: Reader, **values: str) -> list[str]:
    found: list[str] = []

    def pick(one, context, default):
        if one.name == "comparison":
            found.extend(one.options(context))
        return values.get(one.name, default)

    settled(reader, queries.status(reader), offices.PAGE.filters, pick, offices.PAGE.defaults)
    return found


def test_every_comparison_is_offered_where_it_can_be_made(asking) -> None:
    assert offered(asking) == ["before", "year_ago", "target", "median"]
    assert offered(asking, office="GEN") == ["before", "year_ago", "target", "median"]


def test_a_median_takes_five_parts_and_a_target_one_that_holds(asking, monkeypatch) -> None:
    monkeypatch.setattr(comparison, "LEAST_PARTS", 16)
    monkeypatch.setattr(queries, "target", lambda *_: None)
    assert offered(asking) == ["before", "year_ago"]


# Offices


@few_posts
@pytest.mark.parametrize(
    ("time_window", "against", "window"),
    [
        ("today", "before", "four_weeks"),
        ("four_weeks", "before", "four_weeks_before"),
        ("four_weeks", "year_ago", "four_weeks_year_ago"),
        ("month", "before", "month_before"),
    ],
)
def test_offices_stand_beside_their_own_earlier_figures(asking, time_window, against, window) -> None:
    panel = made(table.all_offices, offices, asking, time_window=time_window, comparison=against)
    then = dict(loads(asking, window).filter(weight_scheme=SCHEME).select("part_id", "pct").iter_rows())
    now = dict(loads(asking, time_window).filter(weight_scheme=SCHEME).select("part_id", "pct").iter_rows())
    rows = panel.table.rows
    assert rows.height == 15
    for row in rows.to_dicts():
        assert row["compared_pct"] == pytest.approx(then[row["part_id"]])
        assert row["compared_points"] == pytest.approx(now[row["part_id"]] - then[row["part_id"]])
    assert "compared_standing" not in panel.table.columns


@few_posts
def test_the_month_of_a_year_ago_is_the_whole_one(asking) -> None:
    panel = made(table.all_offices, offices, asking, time_window="month", comparison="year_ago")
    then = of_marts(
        asking,
        """
        select part_id, workload_pct from fct_area_line_months cross join dim_status
        where area_id = 'service' and service_line = $line and weight_scheme = $scheme
            and month_start_on = date_trunc('month', as_of) - interval 1 year
        """,
        line=LINE,
        scheme=SCHEME,
    )
    shown = dict(panel.table.rows.select("part_id", "compared_pct").iter_rows())
    assert shown == {part: pct for part, pct in then.iter_rows() if part in shown}
    head = made(offices_head.head_figures, offices, asking, time_window="month", comparison="year_ago")
    assert "the whole of the same month a year earlier" in head.head_figures[0].change


@few_posts
@pytest.mark.parametrize("time_window", ["today", "four_weeks", "month"])
def test_the_median_is_that_of_all_offices_under_the_scheme(asking, time_window) -> None:
    panel = made(table.all_offices, offices, asking, time_window=time_window, comparison="median")
    (by_hand,) = of_marts(
        asking,
        """
        select median(workload_pct) as pct from fct_area_line_windows
        where area_id = 'service' and part_id != '' and service_line = $line and weight_scheme = $scheme
            and time_window = $window
        """,
        line=LINE,
        scheme=SCHEME,
        window=time_window,
    )["pct"]
    assert panel.table.rows["compared_pct"].to_list() == pytest.approx([by_hand] * 15)


@few_posts
def test_an_office_is_apart_from_the_median_only_under_every_scheme(asking) -> None:
    panel = made(table.all_offices, offices, asking, comparison="median")
    every = loads(asking, "four_weeks").filter(pl.col("part_id") != "").drop_nulls()
    medians = dict(every.group_by("weight_scheme").agg(pl.col("pct").median()).iter_rows())
    words = {}
    for (part,), rows in every.group_by("part_id"):
        ratios = [pct / medians[scheme] for scheme, pct in rows.select("weight_scheme", "pct").iter_rows()]
        apart = "clearly above" if min(ratios) > 1.03 else "clearly below" if max(ratios) * 1.03 < 1 else ""
        words[part] = apart or "no clear difference"
    assert dict(panel.table.rows.select("part_id", "compared_standing").iter_rows()) == words
    assert set(words.values()) == {"clearly above", "clearly below", "no clear difference"}
    counts = [list(words.values()).count(f"clearly {side}") for side in ("above", "below")]
    assert (
        f"the median of the offices: {counts[0]} of 15 offices; clearly below: {counts[1]}." in panel.summary
    )


def test_an_office_that_is_hidden_is_in_no_median(asking_large) -> None:
    view = looking(offices, asking_large, comparison="median")
    with speaking("en"):
        rows = frames.windows(view).filter(time_window="four_weeks", weight_scheme=SCHEME)
        found = compared.pct_of(frames.windows(view), view)
    parts = rows.filter(pl.col("part_id") != "")
    hidden = parts.filter("is_of_few")["part_id"].to_list()
    assert hidden, "or the test shows nothing"
    everyone = dict(
        loads(asking_large, "four_weeks").filter(weight_scheme=SCHEME).drop("weight_scheme").iter_rows()
    )
    known = [pct for part, pct in everyone.items() if part and part not in hidden and pct is not None]
    assert found == pytest.approx(pl.Series(known).median())
    assert found != pytest.approx(pl.Series([pct for part, pct in everyone.items() if part]).median())


@few_posts
def test_charts_draw_what_is_compared_with_dashed_and_their_tables_have_it(asking) -> None:
    for against, said in (
        ("year_ago", "Dashed: the same month a year earlier."),
        ("target", "Dashed: the target."),
        ("median", "Dashed: the median of the offices in that month."),
    ):
        for part, values in (
            (every_office.workload_by_office, {}),
            (one_office.workload_trend, {"office": "GEN"}),
        ):
            panel = made(part, offices, asking, comparison=against, **values)
            dashed = [trace for trace in panel.chart["data"] if trace.get("line", {}).get("dash") == "dash"]
            assert len(dashed) == 1 and any(y is not None for y in dashed[0]["y"])
            assert panel.subtitle.endswith(said)
            assert_is_read_back(panel.chart)
            assert panel.table.rows["compared_pct"].drop_nulls().len() > 100
    panel = made(every_office.workload_by_office, offices, asking, comparison="before")
    assert not [trace for trace in panel.chart["data"] if trace.get("line", {}).get("dash") == "dash"]
    assert "compared_pct" not in panel.table.columns and "Dashed" not in panel.subtitle


@few_posts
def test_the_lines_of_charts_are_those_of_the_same_office_and_month(asking) -> None:
    months = of_marts(
        asking,
        """
        select part_id, month_start_on, workload_pct as pct,
            median(if(part_id = '', null, workload_pct)) over (partition by month_start_on) as median,
            count(if(part_id = '', null, workload_pct)) over (partition by month_start_on) as known
        from fct_area_line_months
        where area_id = 'service' and service_line = $line and weight_scheme = $scheme
        """,
        line=LINE,
        scheme=SCHEME,
    )
    by_key = {(row["part_id"], row["month_start_on"]): row for row in months.to_dicts()}
    for against in ("year_ago", "median"):
        rows = made(every_office.workload_by_office, offices, asking, comparison=against).table.rows
        first = rows["month_start_on"].min()
        for row in rows.to_dicts():
            here, when = by_key[row["part_id"], row["month_start_on"]], row["month_start_on"]
            earlier = by_key.get((row["part_id"], when.replace(year=when.year - 1)), {"pct": None})
            is_there = when.replace(year=when.year - 1) >= first
            year_ago = earlier["pct"] if is_there else None
            median = here["median"] if here["known"] >= 5 else None
            expected = year_ago if against == "year_ago" else median
            assert row["compared_pct"] == pytest.approx(expected), (against, row)


@few_posts
def test_the_target_is_the_one_that_holds_and_begins_with_its_month(
    warehouse_with_targets, monkeypatch
) -> None:
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(warehouse_with_targets))
    reader = published_reader()
    panel = made(table.all_offices, offices, reader, comparison="target")
    assert set(panel.table.rows["compared_pct"]) == {95.0}
    chart = made(every_office.workload_by_office, offices, reader, comparison="target").table.rows
    known = chart.drop_nulls("compared_pct")
    assert known["month_start_on"].min().isoformat() == "2022-03-01" and set(known["compared_pct"]) == {95.0}
    head = made(offices_head.head_figures, offices, reader, comparison="target").head_figures[0]
    assert "95%, the target “lighter” since 15 March 2022" in head.change
    lead = made(workload.lead, overview, reader, comparison="target").lead
    assert "percentage points below 95%, the target “lighter” since 15 March 2022." in lead


# Overview


@few_posts
def test_the_overview_is_compared_with_a_level_in_words(asking) -> None:
    found = made(workload.lead, overview, asking, comparison="median")
    (median,) = of_marts(
        asking,
        """
        select median(workload_pct) as pct from fct_area_line_windows
        where area_id = 'service' and part_id != '' and service_line = $line and weight_scheme = $scheme
            and time_window = 'four_weeks'
        """,
        line=LINE,
        scheme=SCHEME,
    )["pct"]
    assert f"{median:.0f}%, the median of the offices." in found.lead
    assert found.head_figures[0].change.endswith(f"{median:.0f}%, the median of the offices")
    assert {one.change for one in found.head_figures[1:4]} == {""}, "counts of cases have no such level"
    assert made(cases.changed, overview, asking, comparison="median").intro == ""
    dutch = made(workload.lead, overview, replace(asking, language="nl"), "nl", comparison="target")
    assert "punten onder 100\u202f%, de streefwaarde “volle capaciteit” sinds 1 januari 2010." in dutch.lead


# Backlog


def waiting_weeks(asking: Reader) -> dict:
    rows = of_marts(
        asking,
        """
        select week_start_on, waiting_cases - waiting_to_close_cases as cases from fct_area_pace_weeks
        where area_id = 'service' and service_line = $line and supervision_type = ''
        """,
        line=LINE,
    )
    return dict(rows.iter_rows())


def test_the_waiting_list_stands_beside_that_of_a_year_earlier(asking) -> None:
    panel = made(waiting.over_weeks, backlog, asking, comparison="year_ago")
    weeks, rows = waiting_weeks(asking), panel.table.rows
    first = rows["week_start_on"].min()
    for row in rows.to_dicts():
        then = row["week_start_on"] - timedelta(weeks=52)
        expected = weeks.get(then, 0) if then >= first else None
        assert row["compared_cases"] == expected, row["week_start_on"]
    names = [trace["name"] for trace in panel.chart["data"]]
    assert names == ["Waiting", "Uncovered", "Waiting a year earlier"]
    assert f"Waiting a year earlier: {rows['compared_cases'][-1]}." in panel.summary
    head = made(head_figures.head_figures, backlog, asking, comparison="year_ago").head_figures[0]
    assert head.change.endswith(" in 52 weeks")
    before = made(head_figures.head_figures, backlog, asking).head_figures[0]
    assert before.change.endswith(" in 13 weeks")


def test_days_waited_stand_beside_the_median_of_the_offices(warehouse_with_targets, monkeypatch) -> None:
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(warehouse_with_targets))
    reader = published_reader()
    rows = of_marts(
        reader,
        """
        select supervision_type, median(real_wait_days_p50) as days, count(real_wait_days_p50) as known
        from fct_area_backlog
        where area_id = 'service' and part_id != '' and service_line = $line and weight_scheme = $scheme
        group by supervision_type
        """,
        line=LINE,
        scheme=SCHEME,
    ).to_dicts()
    expected = {row["supervision_type"]: row["days"] if row["known"] >= 5 else None for row in rows}
    assert any(days is not None for days in expected.values())
    panel = made(tables.by_office_and_kind, backlog, reader, comparison="median")
    for row in panel.table.rows.to_dicts():
        assert row["compared_days"] == expected[row["supervision_type"]]
    figure = made(head_figures.head_figures, backlog, reader, comparison="median").head_figures[2]
    assert figure.change.endswith("the median of the offices")
    assert (expected[""] is None) == figure.change.startswith("no figure for")


def test_a_policy_without_a_target_for_waiting_is_told_so(asking) -> None:
    figure = made(head_figures.head_figures, backlog, asking, comparison="target").head_figures[2]
    assert figure.change == "no figure for a target"


def test_a_target_for_waiting_has_its_name_and_its_day(warehouse_with_targets, monkeypatch) -> None:
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(warehouse_with_targets))
    reader = published_reader()
    figure = made(head_figures.head_figures, backlog, reader, comparison="target").head_figures[2]
    assert figure.change == "compared with 30 days, the target “start soon” since 1 January 2024"
    panel = made(tables.by_office_and_kind, backlog, reader, comparison="target")
    assert set(panel.table.rows["compared_days"]) == {30.0}
    assert "Days: target" in panel.table.columns.values()


def test_no_comparison_orders_the_offices(asking) -> None:
    orders = [
        made(table.all_offices, offices, asking, comparison=one).table.rows["part_id"].to_list()
        for one in ("before", "year_ago", *LEVELS)
    ]
    assert len({tuple(order) for order in orders}) == 1
