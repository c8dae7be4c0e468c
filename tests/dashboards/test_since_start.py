"""The whole service since its first month: its sentence and table against SQL, its picture."""

import re
from datetime import date

import polars as pl
import pytest

from dashboards import database, queries
from dashboards.access import few_people
from dashboards.app_pages.overview import PAGE
from dashboards.panel import Panel
from dashboards.panels.overview import since_start
from dashboards.text import speaking
from tests.dashboards.viewing import published_reader, view_of

LINE, SCHEME = "offender_supervision", "fl_type_phase"
# Nothing of `queries` in it: the first year's month of the same name beside the last whole month.
_COMPARED = """
    with whole as (
        select m.*, f.open_cases_end, f.waiting_cases_end
        from fct_area_line_months as m
        inner join fct_area_clearance_months as f using (area_id, service_line, month_start_on)
        cross join dim_status
        where m.area_id = 'service' and m.part_id = '' and f.supervision_type = '' and m.service_line = $line
            and weight_scheme = $scheme and month_start_on >= first_month_on
            and last_day(month_start_on) <= as_of
    )
    select * from whole
    where month(month_start_on) = (select month(max(month_start_on)) from whole)
    order by month_start_on
"""


def asked_by_hand(sql: str, **values: object) -> pl.DataFrame:
    return database.frame(published_reader(), sql, **values)


def made(language: str = "en", **choices: str) -> Panel | None:
    with speaking(language):
        return since_start.since_start(view_of(PAGE, published_reader(language), **choices))


def test_the_title_says_what_the_marts_say_of_the_two_months_compared(sample_shown) -> None:
    same_month = asked_by_hand(_COMPARED, line=LINE, scheme=SCHEME).to_dicts()
    first, last = same_month[0], same_month[-1]
    assert (last["month_start_on"].year - first["month_start_on"].year) >= 7
    said = made().title
    assert f"From {first['month_start_on']:%B %Y} to {last['month_start_on']:%B %Y}" in said
    grown = [100 * (last[c] / first[c] - 1) for c in ("workload_units_avg", "capacity_units_avg")]
    signs = {"rose": 1, "fell": -1}
    verbs = re.findall(r"(rose|fell) by (\d+)%", said)
    amounts = [signs[verb] * float(amount) for verb, amount in verbs]
    assert amounts == [pytest.approx(one, abs=0.51) for one in grown]
    ends = f"from {first['workload_pct']:.0f}% to {last['workload_pct']:.0f}% of capacity"
    assert ends in said
    summary = made().summary
    assert f"from {first['open_cases_end']:,} to {last['open_cases_end']:,}" in summary
    assert f"from {first['waiting_cases_end']:,} to {last['waiting_cases_end']:,}" in summary
    assert f"from {first['available_fte_avg']:.0f} to {last['available_fte_avg']:.0f} FTE" in summary


@pytest.mark.parametrize("scheme", ["fl_type_phase", "count"])
@pytest.mark.parametrize("weights", ["then", "now"])
def test_the_table_holds_every_month_since_the_first_that_is_known_whole(
    sample_shown, scheme, weights
) -> None:
    table = made(weight_scheme=scheme, weights=weights).table
    status = queries.status(published_reader())
    expected = asked_by_hand(
        f"""
        select month_start_on, workload_pct, workload_units_avg, contract_fte_avg
        from fct_area_line_months{"_now" if weights == "now" else ""}
        where area_id = 'service' and part_id = '' and service_line = $line and weight_scheme = $scheme
            and month_start_on >= $first
        order by 1
        """,  # noqa: S608 (names of marts)
        line=LINE,
        scheme=scheme,
        first=status.first_month_on,
    )
    assert table.rows["month_start_on"].to_list() == expected["month_start_on"].to_list()
    assert table.rows["month_start_on"][0] == status.first_month_on
    for column in ("workload_pct", "workload_units_avg", "contract_fte_avg"):
        assert table.rows[column].to_list() == pytest.approx(expected[column].to_list())
    assert len(table.columns) == 8


def test_every_event_since_then_is_marked_on_every_row_and_told_below(sample_shown) -> None:
    panel, status = made(), queries.status(published_reader())
    since = [
        event
        for event in queries.events(published_reader(), SCHEME)
        if status.first_month_on <= event["happened_on"] <= status.as_of
    ]
    rows = re.findall(r'<svg [^>]*preserveAspectRatio="none">.*?</svg>', panel.picture)
    assert len(rows) == 5 and len(since) > 10
    uprights = [len(re.findall(r'<line x1="([\d.]+)" y1="0.0" x2="\1" y2="76.0"', row)) for row in rows]
    assert uprights == [len(since)] * 5
    assert sum(item.count("\n") + 1 for item in panel.fold.items) == len(since)
    numbers = re.findall(r">(\d+)</text>", panel.picture.split("</figure>")[0])
    assert numbers == [str(place) for place in range(1, len(panel.fold.items) + 1)]


@pytest.mark.parametrize(("language", "name"), [("en", "Staff, FTE"), ("nl", "Personeel, VTE")])
def test_the_page_shows_it_after_the_offices_with_its_table_on_demand(
    sample_warehouse, reader, language: str, name: str
) -> None:
    someone = reader(sample_warehouse, language).opens()
    html = someone.html()
    assert html.index('class="mw-offices"') < html.index('class="mw-years"')
    assert name in someone.words() and len(someone.tables()) == 1
    assert len(someone.tables()[0].value) == made(language).table.rows.height


def test_without_contracts_open_cases_are_told_and_no_capacity_is_drawn(
    warehouse_without_contracts, monkeypatch, reader
) -> None:
    someone = reader(warehouse_without_contracts).opens()
    assert "the number of open cases went from" in someone.words()
    assert "Staff, FTE" not in someone.words()
    assert not {"Workload %", "FTE available"} & set(someone.tables()[0].value.columns)


def _months(*marks: bool) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "contract_fte_avg": [6.0] * len(marks),
            "available_fte_avg": [6.0] * len(marks),
            "workload_pct": [90.0] * len(marks),
            "workload_units_avg": [50.0] * len(marks),
            "is_of_few": marks,
        }
    )


def test_a_month_of_few_posts_hides_the_capacity_of_every_month() -> None:
    few = few_people.hidden_throughout(_months(False, True, False))
    assert few["is_of_few"].all() and few["workload_units_avg"].to_list() == [50.0] * 3
    assert all(
        few[name].null_count() == 3 for name in ("workload_pct", "available_fte_avg", "contract_fte_avg")
    )
    enough = few_people.hidden_throughout(_months(False, False, False))
    assert not enough["is_of_few"].any() and enough["workload_pct"].null_count() == 0


def test_the_same_month_of_the_first_year_is_compared_else_the_first_month(sample_shown) -> None:
    def compared(*months: date) -> list[date] | None:
        rows = pl.DataFrame({"month_start_on": months}, schema={"month_start_on": pl.Date})
        found = since_start.months_compared(rows, view_of(PAGE, published_reader()))
        return found and [row["month_start_on"] for row in found]

    year = [date(2024, month, 1) for month in range(1, 13)]
    assert compared(*year, date(2025, 1, 1), date(2025, 2, 1)) == [date(2024, 2, 1), date(2025, 2, 1)]
    assert compared(*year[:3]) == [date(2024, 1, 1), date(2024, 3, 1)]
    assert compared(year[0]) is None
    # A month that the data end in is no whole month.
    assert compared(*year[:3], date(2026, 7, 1)) == [date(2024, 1, 1), date(2024, 3, 1)]
