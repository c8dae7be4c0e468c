"""Then and now: what the pages show where the weights of a scheme changed within the data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database, languages, queries
from dashboards.app_pages.offices import PAGE
from dashboards.page import panels_of
from dashboards.panels.offices.one_office import workload_trend
from dashboards.queries import offices, overview
from dashboards.reader import Reader
from dashboards.text import speaking
from tests.dashboards import charts_shown
from tests.dashboards.changed_policy import CHANGED_ON, FRENCH_LINE, FRENCH_SCHEME, HEAVIER, SCHEME
from tests.dashboards.viewing import choice_of, published_reader, view_of

LINE, OTHER = "offender_supervision", "count"
MONTH = CHANGED_ON.replace(day=1)
# The offices of the small sample have few people: the figures are looked at, not what is hidden of them.
pytestmark = pytest.mark.usefixtures("nobody_is_few")


@pytest.fixture
def changed(warehouse_with_changed_weights: Path, reader):
    """Opens a page of that warehouse by a link: `changed("offices", "nl", scheme="count")`."""

    def opened(page: str, language: str = "en", **choices: str):
        someone = reader(warehouse_with_changed_weights, language)
        if page != "overview":
            someone.app.switch_page(f"app_pages/{page}.py")
        for name, choice in choices.items():
            someone.app.query_params[name] = choice
        someone.app.run()
        assert not someone.app.exception and "mw-failed" not in someone.html()
        return someone

    return opened


@pytest.fixture
def asking(warehouse_with_changed_weights: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader who puts questions to that warehouse."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_changed_weights))
    return published_reader()


def _plots(someone) -> list:
    return charts_shown.charts(someone.app)


def _marked(someone) -> list[bool]:
    """For each chart of the page: does it mark a change of weights?"""
    return [
        any(shape.get("line", {}).get("dash") == "dashdot" for shape in spec["layout"].get("shapes", []))
        or any(trace.get("line", {}).get("dash") == "dashdot" and trace["x"] for trace in spec["data"])
        for spec in _plots(someone)
    ]


def test_the_events_of_a_scheme_are_its_own_and_those_of_the_work(asking: Reader) -> None:
    own = [event["happened_on"] for event in queries.events(asking, SCHEME) if event["kind"] == "weights"]
    assert own == [CHANGED_ON]
    others = queries.events(asking, OTHER)
    assert others and not [event for event in others if event["kind"] == "weights"]
    assert [event["happened_on"] for event in others] == sorted(event["happened_on"] for event in others)


def test_new_weights_are_named_in_the_readers_language(asking: Reader) -> None:
    for language, words in (
        ("en", "New weights: Type and phase (Flanders)"),
        ("nl", "Nieuwe gewichten: Soort en fase (Vlaanderen)"),
    ):
        with speaking(language):
            view = view_of(PAGE, replace(asking, language=language), office="ANT")
            said = "\n".join(workload_trend(view).fold.items)
        assert words in said


def test_a_language_of_the_policy_needs_no_labels_in_its_own_file(
    asking: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = '[language]\nname = "FR"\nlocale = "fr_BE"\npercent_sign = " %"\n'
    (tmp_path / "fr.toml").write_text(f'{head}[labels.weight_scheme]\n{SCHEME} = "Autre"\n', encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", str(tmp_path))
    french = replace(asking, language="fr")
    assert queries.label_of(french, "weight_scheme", SCHEME) == FRENCH_SCHEME
    assert queries.label_of(french, "weight_scheme", OTHER) == "Number of cases"
    assert queries.label_of(french, "service_line", LINE) == FRENCH_LINE
    assert queries.label_of(french, "service_line", "victims") == "Victim reception"


@pytest.mark.parametrize(
    ("page", "choices", "trends"),
    [
        ("offices", {}, [True, True, False]),
        ("offices", {"office": "ANT"}, [True, True, True, False]),
        ("backlog", {}, [True, True, False]),
    ],
)
def test_every_trend_marks_the_new_weights_of_its_scheme_and_of_no_other(
    changed, page, choices, trends
) -> None:
    assert _marked(changed(page, **choices)) == trends, "what is no trend has no line"
    assert not any(_marked(changed(page, scheme=OTHER, **choices)))


@pytest.mark.parametrize("page", ["offices", "backlog"])
def test_a_period_that_begins_after_the_change_does_not_mark_it(changed, page) -> None:
    assert not any(_marked(changed(page, since="one_year")))


def test_the_small_pictures_of_the_overview_mark_and_say_it(changed) -> None:
    someone = changed("overview")
    assert someone.html().count('stroke-dasharray="6 2 1 2"') >= 3
    assert "new weights on 16 September 2024. A step there comes from the weights" in someone.words()
    assert "They do not affect counts of cases." in someone.words()
    assert "6 2 1 2" not in changed("overview", scheme=OTHER).html()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "new weights on 16 September 2024"), ("nl", "nieuwe gewichten op 16 september 2024")],
)
def test_the_text_alternative_tells_of_the_change(changed, language, said) -> None:
    alts = charts_shown.alternatives(changed("offices", language).app)
    assert [said in alt for alt in alts] == [True, True, False]


def test_the_list_of_events_names_new_weights_as_checked(changed) -> None:
    someone = changed("offices", office="ANT")
    assert "16 September 2024: New weights: Type and phase (Flanders) 2" not in someone.words()
    assert "16 September 2024: New weights: Type and phase (Flanders)" in someone.words()
    assert "New weights: Type and phase (Flanders) (not checked)" not in someone.words()


def test_then_and_now_is_offered_only_where_the_weights_changed(changed) -> None:
    for page in ("overview", "offices"):
        assert "weights in force on each day" in changed(page).words()
        assert "weights in force" not in changed(page, scheme=OTHER).words()
        assert "weights in force" not in changed(page, scheme=OTHER, weights="now").words()
    assert "weights in force" not in changed("backlog").words(), "what waits is counted, not weighed"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "weights in force on the last day of the data"),
        ("nl", "gewichten van de laatste dag van de gegevens"),
    ],
)
def test_the_status_line_says_which_weights_are_looked_at(changed, language, said) -> None:
    someone = changed("offices", language, weights="now")
    (status,) = [
        found.proto.body for found in someone.app.get("html") if '<p class="mw-status' in found.proto.body
    ]
    assert said in status
    assert someone.app.query_params["weights"] == "now"


def test_under_the_weights_of_today_the_past_is_heavier_and_the_present_is_the_same(asking: Reader) -> None:
    then, now = (offices.line_months(asking, choice_of(weights=weights)) for weights in ("then", "now"))
    both = then.join(now, on=["part_id", "month_start_on"], suffix="_now")
    assert both.height == then.height == now.height
    before = both.filter((pl.col("month_start_on") < MONTH) & (pl.col("workload_units_avg") > 0))
    ratio = before["workload_units_avg_now"] / before["workload_units_avg"]
    assert ratio.min() >= 1 and ratio.max() == pytest.approx(HEAVIER), "tasks kept their weight"
    after = both.filter(pl.col("month_start_on") > MONTH)
    assert after["workload_units_avg"].to_list() == pytest.approx(after["workload_units_avg_now"].to_list())
    assert both["capacity_units_avg"].to_list() == both["capacity_units_avg_now"].to_list()


def test_a_scheme_that_did_not_change_is_the_same_then_and_now(asking: Reader) -> None:
    for question in (
        lambda weights: offices.line_months(asking, choice_of(weight_scheme=OTHER, weights=weights)),
        lambda weights: offices.office_work_months(
            asking, choice_of("ANT", weight_scheme=OTHER, weights=weights)
        ),
        lambda weights: overview.service_months(
            asking, choice_of(weight_scheme=OTHER, since=date(2024, 1, 1), weights=weights)
        ),
        lambda weights: offices.line_windows(asking, choice_of(weights=weights)).filter(
            pl.col("weight_scheme") == OTHER
        ),
    ):
        assert question("then").equals(question("now"))


def test_windows_then_and_now_are_the_view_beside_the_mart(asking: Reader) -> None:
    found = (
        offices.line_windows(asking, choice_of(weights="now"))
        .filter((pl.col("part_id") == "ANT") & (pl.col("weight_scheme") == SCHEME))
        .sort("time_window")
    )
    expected = database.frame(
        asking,
        "select time_window, coalesce(workload_units_now_avg, workload_units_avg) "
        "from fct_office_line_windows "
        "where office_id = 'ANT' and weight_scheme = $scheme and service_line = $line order by 1",
        scheme=SCHEME,
        line=LINE,
    ).rows()
    assert expected and found.select("time_window", "workload_units_avg").rows() == expected


def test_kinds_of_work_and_the_overview_follow_the_choice(asking: Reader) -> None:
    works = [
        offices.office_work_months(asking, choice_of("ANT", weights=weights)) for weights in ("then", "now")
    ]
    sums = [work.filter(pl.col("month_start_on") < MONTH)["workload_units_avg"].sum() for work in works]
    assert 1 < sums[1] / sums[0] <= HEAVIER
    first = date(2024, 1, 1)
    months = [
        overview.service_months(asking, choice_of(since=first, weights=weights))
        for weights in ("then", "now")
    ]
    known = [rows.filter(pl.col("service_line") == LINE) for rows in months]
    assert known[1]["workload_units"][0] > known[0]["workload_units"][0]
    assert known[1]["open_cases_end"].to_list() == known[0]["open_cases_end"].to_list()


@pytest.mark.parametrize(("weights", "behind"), [("then", ""), ("now", "_now")])
def test_panels_name_the_mart_of_the_weights_that_are_looked_at(asking: Reader, weights, behind) -> None:
    for choices in ({}, {"office": "ANT"}):
        view = view_of(PAGE, asking, weights=weights, **choices)
        panels = [panel for part in PAGE.parts_of(view) for panel in panels_of(part(view))]
        marts = {mart for panel in panels for mart in panel.marts}
        assert {f"fct_area_line_months{behind}", f"fct_area_line_windows{behind}"} <= marts
        assert all(mart.endswith("_now") == bool(behind) for mart in marts)
