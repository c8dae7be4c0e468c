"""The page Pressure and cover, as readers of full, partial and empty warehouses meet it."""

from concurrent.futures import ThreadPoolExecutor

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, downloads, queries
from dashboards.app_pages.pressure import PAGE
from dashboards.panels.pressure import cover_lists, frames
from dashboards.queries import cover
from dashboards.queries import pressure as questions
from dashboards.reader import Reader
from tests.dashboards import charts_shown
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import choice_of, published_reader, view_of

SCHEME, LINE = "fl_type_phase", "offender_supervision"


def _charts(reader) -> list[dict]:
    return charts_shown.charts(reader.app)


def _june(asking: Reader) -> pl.DataFrame:
    rows = questions.overload_months(asking, choice_of())
    return rows.filter(pl.col("month_start_on") == queries.status(asking).as_of.replace(day=1))


def test_head_figures_are_the_last_whole_month_of_every_threshold(reader, sample_warehouse, asking) -> None:
    someone = reader(sample_warehouse).opens("pressure")
    own = _june(asking).filter((pl.col("part_id") == "") & (pl.col("grade") == ""))
    for bound in (100, 110):
        row = own.filter(pl.col("threshold") == bound).row(0, named=True)
        said = f"Above {bound}%, four weeks in a row {row['people_over']} of {row['people']} officers"
        assert said in someone.words()


def test_charts_say_synthetic_and_offices_stand_in_their_order(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse, "nl").opens("pressure")
    charts = _charts(someone)
    assert 3 <= len(charts) <= 4
    for chart in charts:
        assert "synthetisch" in [annotation["text"] for annotation in chart["layout"]["annotations"]]
    order = charts[0]["layout"]["yaxis"]["categoryarray"][::-1]
    assert order[0].startswith("Antwerpen") and order[-1].startswith("<b>Alle kantoren")


def test_suppressed_offices_are_said_so_and_their_number_is_nowhere(reader, sample_warehouse, asking) -> None:
    someone = reader(sample_warehouse).opens("pressure")
    offices = _june(asking).filter((pl.col("grade") == "") & (pl.col("part_id") != ""))
    hidden = offices.filter("is_hidden")["part_id"].unique().to_list()
    assert hidden, "the small sample has offices of fewer than five officers"
    names = {row["id"]: row["area_name"] for row in queries.choices(asking, "office")}
    chart = _charts(someone)[0]
    drawn = {str(label) for trace in chart["data"] for label in trace["y"]}
    assert not any(label.startswith(names[office]) for office in hidden for label in drawn)
    assert sum("hidden" in found["text"] for found in chart["layout"]["annotations"]) == len(hidden)
    for found in someone.tables():
        if "Officers with capacity" in found.value.columns and "Office" in found.value.columns:
            rows = found.value[found.value["Office"].isin([names[office] for office in hidden])]
            assert (
                len(rows) and rows["Officers with capacity"].isna().all() and rows["above 100%"].isna().all()
            )
            assert set(rows["Shown"]) == {"hidden: small group"}


def _sheets_made(monkeypatch) -> dict:
    """Panel -> what makes the sheet of its downloads, filled while a page is drawn."""
    made, making = {}, downloads.Making.of

    def noting(panel, view, caption) -> downloads.Making:
        found = making(panel, view, caption)
        made[panel.name] = found.sheet
        return found

    monkeypatch.setattr(downloads.Making, "of", staticmethod(noting))
    return made


def test_a_download_holds_no_suppressed_number(reader, warehouse_in_need, monkeypatch) -> None:
    made = _sheets_made(monkeypatch)
    reader(warehouse_in_need).opens("pressure")
    for name in ("pressure", "pressure_groups", "pressure_months"):
        frame = made[name]().frame
        hidden = frame.filter(pl.col("state") != "yes")
        counts = [column for column, kind in frame.schema.items() if kind.is_numeric()]
        assert counts and all(hidden[column].null_count() == hidden.height for column in counts)
    assert not {"officer_id", "officer_shares"} & set(made["pressure_cover"]().frame.columns)


def test_first_cases_are_on_the_screen_and_all_of_them_in_the_file(
    reader, sample_warehouse, asking, monkeypatch
) -> None:
    made = _sheets_made(monkeypatch)
    monkeypatch.setattr(cover_lists, "SHOWN", 5)  # the small sample has no list of more than fifty
    someone = reader(sample_warehouse, "nl")
    someone.app.switch_page("app_pages/pressure.py")  # drops the address, which is set after it
    someone.app.query_params["list"], someone.app.query_params["line"] = "no_expected_end", "all"
    someone.app.run()
    shown = next(found.value for found in someone.tables() if "Wat ontbreekt" in found.value.columns)
    count = cover.cases_counted(asking, choice_of())["no_expected_end_cases"].sum()
    with ThreadPoolExecutor(1) as another:  # as when a file is asked for: no reader is at hand
        whole = another.submit(made["pressure_no_expected_end"]).result().frame
    assert (len(shown), whole.height) == (5, count) and count > 5
    assert whole["missing"].str.contains("verwacht einde").all(), "in the language of the reader who asked"


def test_an_office_that_is_suppressed_has_that_state_and_no_figure(reader, sample_warehouse, asking) -> None:
    someone = reader(sample_warehouse)
    hidden = _june(asking).filter(pl.col("is_hidden") & (pl.col("grade") == "") & (pl.col("part_id") != ""))
    someone.app.query_params["office"] = hidden["part_id"][0]
    someone.opens("pressure")
    assert "mw-hidden" in someone.html()
    assert "Too few officers to show how many were above a threshold" in someone.words()


def test_another_set_of_thresholds_shows_its_own(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse)
    someone.app.query_params["set"] = "caseload"
    someone.opens("pressure")
    for bound in (25, 40, 50, 60):
        assert f"Above {bound} cases, four weeks in a row" in someone.words()


def test_counts_of_cases_have_their_lists(reader, warehouse_in_need, asking_in_need) -> None:
    someone = reader(warehouse_in_need).opens("pressure")
    counts = cover.cases_counted(asking_in_need, choice_of(cases_line=LINE))
    assert f"Not assessed {counts['not_assessed_cases'].sum()} cases" in someone.words()
    assert f"Past the expected end {counts['past_expected_end_cases'].sum()} cases" in someone.words()
    for kind, title in (
        ("cover", "Cases that lost their officer and need cover"),
        ("not_assessed", "Cases started but never assessed"),
        ("past_expected_end", "Cases past their expected end"),
        ("no_expected_end", "Cases without an expected end"),
    ):
        other = reader(warehouse_in_need)
        other.app.query_params["list"] = kind
        other.opens("pressure")
        assert title in other.words()
        table = next(found.value for found in other.tables() if "What is missing" in found.value.columns)
        assert 0 < len(table) <= 50
        expected = cover.cases_listed(asking_in_need, choice_of(cases_line=LINE), kind, most=50)
        assert table["Case"].tolist() == expected["case_id"].to_list()
        assert not any("fficer id" in column for column in table.columns)
        assert "case" not in other.app.query_params


def test_the_running_month_is_said_apart(reader, sample_warehouse, tmp_path) -> None:
    folder = changed_copy(
        sample_warehouse, tmp_path / "running", ["update marts.dim_status set as_of = date '2026-06-20'"]
    )
    someone = reader(folder).opens("pressure")
    assert "in May 2026" in someone.words()
    assert "June 2026 so far, up to 20 June 2026:" in someone.words()
    assert "in June 2026" not in someone.words()


def test_without_contracts_nobody_is_above_and_cover_is_of_cases_alone(
    reader, warehouse_without_contracts, asking
) -> None:
    someone = reader(warehouse_without_contracts).opens("pressure")
    assert "Without capacity, nobody can be above a threshold" in someone.words()
    assert "only cases without an officer count as needing cover" in someone.words()
    counts = cover.cases_counted(asking, choice_of(cases_line=LINE))
    assert f"Need cover {counts['uncovered_cases'].sum()} cases" in someone.words()
    assert "officers without capacity" not in someone.words()


def test_without_assignments_cover_cannot_be_told_and_is_no_zero(
    reader, warehouse_without_assignments
) -> None:
    someone = reader(warehouse_without_assignments).opens("pressure")
    assert "The delivery does not say who carries the cases" in someone.words()
    assert "Need cover not known" in someone.words() and "Not assessed not known" in someone.words()
    assert "Cases past their expected end" in someone.words()


def test_without_cases_the_page_says_so(reader, warehouse_without_cases) -> None:
    someone = reader(warehouse_without_cases).opens("pressure")
    assert "No cases were delivered" in someone.words() and _charts(someone) == []


def test_a_new_publication_is_not_answered_from_memory(asking, sample_shown, tmp_path, monkeypatch) -> None:
    newer = changed_copy(sample_shown, tmp_path / "newer", ["delete from marts.fct_area_overload_series"])
    assert frames.months(view_of(PAGE, asking)).height > 0
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(newer))
    assert frames.months(view_of(PAGE, published_reader())).is_empty()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_warehouse_the_page_is_human(reader, tmp_path, language: str) -> None:
    assert [code.value for code in reader(tmp_path, language).opens("pressure").app.code]


def test_a_grade_nobody_has_in_an_office_is_said_so(reader, sample_warehouse, asking) -> None:
    someone = reader(sample_warehouse)
    pairs = set(_june(asking).select("part_id", "grade").iter_rows())
    offices = [row["id"] for row in queries.choices(asking, "office")]
    grades = [row["id"] for row in queries.choices(asking, "grade")]
    office, grade = next((one, two) for one in offices for two in grades if (one, two) not in pairs)
    someone.app.query_params["office"], someone.app.query_params["grade"] = office, grade
    someone.opens("pressure")
    assert "Nobody of this grade had capacity" in someone.words()
