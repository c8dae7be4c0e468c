"""Every figure is valid, says what it does not know, and carries the word for invented rows."""

from datetime import date

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboards.charts import band_groups, bands, bars, events, heat, matrix, palette, panels, ranges, trends
from dashboards.charts.style import Look

REAL, SYNTHETIC = Look("en", ""), Look("nl", "synthetisch")
NAMES = {"A": "Aalst", "H": "Halle", "Z": "Zele"}
WORDS = {
    "not_open": "not open yet",
    "no_figure": "no figure",
    "no_capacity": "no capacity",
    "balance": "100%",
}
CHANGED_ON = date(2024, 2, 20)
MONTHS = [date(2024 + place // 12, place % 12 + 1, 1) for place in range(24)]


@pytest.fixture
def months() -> pl.DataFrame:
    """Aalst always, Halle for the last six months, Zele without capacity in the first month."""
    rows = [("A", when, 90.0 + place) for place, when in enumerate(MONTHS)]
    rows += [("H", when, 105.0) for when in MONTHS[-6:]]
    rows += [("Z", when, None if place == 0 else 80.0) for place, when in enumerate(MONTHS)]
    return pl.DataFrame(
        rows,
        schema={"office_id": pl.String, "month_start_on": pl.Date, "workload_pct": pl.Float64},
        orient="row",
    )


def _texts(figure: dict) -> list[str]:
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]


def _every_figure(months: pl.DataFrame, look: Look) -> list[dict]:
    published = months.select("office_id", period_last_on="month_start_on", published_value="workload_pct")
    amounts = months.select(panel="office_id", day="month_start_on", amount="workload_pct")
    units = months.filter(pl.col("office_id") == "A").select(
        "month_start_on",
        workload_units_avg="workload_pct",
        capacity_units_avg="workload_pct",
        contract_fte_avg="workload_pct",
        available_fte_avg="workload_pct",
    )
    weeks = pl.DataFrame({"counted_on": MONTHS, "waiting_cases": range(24), "uncovered_cases": [1] * 24})
    said = {word: word for word in ("workload", "capacity", "contract", "available", "fte", "unit")}
    return [
        panels.workload_panels(months, NAMES, look, WORDS),
        panels.amounts_panels(amounts, NAMES, look, WORDS),
        panels.published_panels(published, published.head(1), NAMES, look, {"to_check": "check"}),
        heat.workload_heat(months, NAMES, look, WORDS),
        trends.workload_trend(months, NAMES, "A", look, []),
        trends.units_trend(units, look, said),
        trends.backlog_trend(weeks, look, {"waiting": "w", "uncovered": "u", "cases": "c"}),
        bars.flow_bars(_flow(), look, {"in": "in", "out": "out", "started": "st", "so_far": "so far"}),
        *_figures_of_changes(months, amounts, units, weeks, look, said),
        bars.wait_ages_bars(pl.DataFrame({"band": ["a", "b"], "cases": [0, 3]}), look, {"cases": "cases"}),
        bands.percentage_bands(_bands(), look, WORDS),
        ranges.schemes_ranges(_schemes(), NAMES, look, WORDS),
        ranges.schemes_dots(_schemes().filter(pl.col("office_id") == "A"), look, WORDS),
    ]


def _figures_of_changes(months, amounts, units, weeks, look: Look, said: dict) -> list[dict]:
    """Every trend with one day of new weights in it."""
    flowing = {"in": "in", "out": "out", "started": "st", "so_far": "so far"}
    waiting = {"waiting": "w", "uncovered": "u", "cases": "c"}
    return [
        panels.workload_panels(months, NAMES, look, WORDS, [CHANGED_ON]),
        panels.amounts_panels(amounts, NAMES, look, WORDS, changes=[CHANGED_ON]),
        heat.workload_heat(months, NAMES, look, WORDS, [CHANGED_ON]),
        trends.units_trend(units, look, said, [CHANGED_ON]),
        trends.backlog_trend(weeks, look, waiting, [CHANGED_ON]),
        bars.flow_bars(_flow(), look, flowing, [CHANGED_ON]),
    ]


def _upright(figure: dict) -> list[float | str]:
    """Where lines stand upright in a figure, as shapes or as the parts of a trace."""
    shapes = [shape["x0"] for shape in figure["layout"]["shapes"] if "dash" in shape["line"]]
    dashed = [trace for trace in figure["data"] if trace.get("line", {}).get("dash") == "dashdot"]
    return shapes + [x for trace in dashed for x in trace["x"][::3]]


def _flow() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "month_start_on": MONTHS[:3],
            "in_cases": [10, 20, 3],
            "out_cases": [12, 0, 1],
            "started_cases": [9, 19, 2],
            "is_partial": [False, False, True],
        }
    )


def _bands() -> pl.DataFrame:
    """Two rows, the first with one band inside another, and one without capacity."""
    rows = [("Probation", 95.0, 100.0, 105.0), ("Probation", 80.0, 100.0, 120.0)]
    rows += [("Report", 99.5, 100.0, 100.5), ("Enquiry", None, None, None)]
    return pl.DataFrame(rows, schema=["name", "low_pct", "mid_pct", "high_pct"], orient="row")


def _schemes() -> pl.DataFrame:
    rows = [
        (office, scheme, scheme, pct, scheme == "one")
        for office, scheme, pct in (("A", "one", 95.0), ("A", "two", 120.0), ("H", "one", 130.0))
    ]
    names = ("office_id", "weight_scheme", "scheme_label", "workload_pct", "is_chosen")
    return pl.DataFrame(rows, schema=names, orient="row")


def test_every_figure_is_one_that_plotly_accepts(months: pl.DataFrame) -> None:
    for figure in _every_figure(months, REAL):
        assert go.Figure(figure).layout.height > 100


def test_every_figure_of_invented_rows_says_so_and_no_other_does(months: pl.DataFrame) -> None:
    for figure in _every_figure(months, SYNTHETIC):
        assert _texts(figure).count("synthetisch") == 1
    for figure in _every_figure(months, REAL):
        assert "synthetisch" not in _texts(figure) and "" not in _texts(figure)


def test_no_figure_has_a_second_axis_over_the_first(months: pl.DataFrame) -> None:
    for figure in _every_figure(months, REAL):
        for name, axis in figure["layout"].items():
            assert not (name.startswith(("xaxis", "yaxis")) and "overlaying" in axis)


def test_every_figure_uses_the_palette_alone(months: pl.DataFrame) -> None:
    known = set(palette.placeholders())
    for figure in _every_figure(months, REAL):
        for trace in figure["data"]:
            for mark in (
                trace.get("line", {}),
                trace.get("marker", {}),
                trace.get("marker", {}).get("line", {}),
            ):
                assert mark.get("color", palette.BLUE) in known


def test_office_before_its_opening_has_words_and_no_zero(months: pl.DataFrame) -> None:
    for figure in (
        panels.workload_panels(months, NAMES, REAL, WORDS),
        heat.workload_heat(months, NAMES, REAL, WORDS),
    ):
        assert _texts(figure).count("<i>not open yet</i>") == 1
    cells = heat.workload_heat(months, NAMES, REAL, WORDS)["data"][0]["z"]
    assert cells[1] == [None] * 18 + [105.0] * 6


def test_office_without_any_row_says_no_figure(months: pl.DataFrame) -> None:
    figure = panels.workload_panels(months, NAMES | {"N": "Ninove"}, REAL, WORDS)
    assert "<b>Ninove</b>" in _texts(figure) and "<i>no figure</i>" in _texts(figure)


def test_work_without_capacity_is_a_cross_and_not_a_blank(months: pl.DataFrame) -> None:
    crosses = heat.workload_heat(months, NAMES, REAL, WORDS)["data"][1]
    assert (crosses["x"], crosses["y"]) == (["2024-01-01"], ["Zele"])


def test_panels_stand_in_the_given_order_whatever_the_rows(months: pl.DataFrame) -> None:
    shuffled = months.sample(fraction=1, shuffle=True, seed=1)
    names = [
        text
        for text in _texts(panels.workload_panels(shuffled, NAMES, REAL, WORDS))
        if text.startswith("<b>")
    ]
    assert names == ["<b>Aalst</b><br>113%", "<b>Halle</b><br>105%", "<b>Zele</b><br>80%"]


def test_panels_share_one_scale_and_lines_stop_at_its_edge() -> None:
    rows = [("A", MONTHS[place % 24], 100.0 + place % 10) for place in range(24)] * 10
    outlier = [("Z", MONTHS[0], 100.0), ("Z", MONTHS[1], 400.0)]
    frame = pl.DataFrame(rows + outlier, schema=("office_id", "month_start_on", "workload_pct"), orient="row")
    assert panels.panels_scale(frame) == (90, 110)
    line = panels.workload_panels(frame, {"Z": "Zele"}, REAL, WORDS)["data"][1]
    whole = panels.workload_panels(frame.filter(pl.col("workload_pct") < 120), {"A": "Aalst"}, REAL, WORDS)[
        "data"
    ][1]
    assert max(y for y in line["y"] if y is not None) <= 0 and line["text"][1].endswith("<b>400%</b>")
    assert max(y for y in whole["y"] if y is not None) < max(y for y in line["y"] if y is not None)


def test_published_series_runs_from_zero_to_its_own_highest_and_marks_jumps() -> None:
    when = [date(year, 1, 1) for year in (2020, 2021, 2022)]
    frame = pl.DataFrame(
        {
            "office_id": ["A"] * 3 + ["Z"] * 3,
            "period_last_on": when * 2,
            "published_value": [1.0, 2, 4, 1000, 2000, 4000],
        }
    )
    breaks = frame.filter(pl.col("office_id") == "Z").tail(1)
    figure = panels.published_panels(frame, breaks, {"A": "Aalst", "Z": "Zele"}, REAL, {"to_check": "check"})
    reference, line, marks = figure["data"]
    small, large = line["y"][:3], line["y"][4:7]
    assert small == pytest.approx(large), "both panels use their own scale"
    assert (small[2] - reference["y"][0]) == pytest.approx(4 * (small[0] - reference["y"][0])), "from zero"
    assert (marks["x"], marks["y"]) == ([line["x"][6]], [large[2]]) and "check" in marks["text"][0]


def test_one_office_is_blue_and_all_others_are_one_grey_line(months: pl.DataFrame) -> None:
    rest, own = trends.workload_trend(months, NAMES, "Z", REAL, [])["data"]
    assert (own["line"]["color"], rest["line"]["color"]) == (palette.BLUE, palette.REST)
    assert own["name"] == "Zele" and own["y"][0] is None, "unknown is a gap, not a zero"
    assert not any(said.startswith("Zele") for said in rest["customdata"])


def test_events_close_together_share_a_number_and_keep_their_lines() -> None:
    happened = [
        {"happened_on": date(2025, 12, 15), "kind": "weights"},
        {"happened_on": date(2024, 1, 1), "kind": "event"},
        {"happened_on": date(2024, 3, 1), "kind": "series_break"},
        {"happened_on": date(2019, 1, 1), "kind": "law"},
    ]
    groups = events.grouped_events(happened, date(2024, 1, 1), date(2025, 12, 31))
    assert [[event["happened_on"] for event in group] for group in groups] == [
        [date(2024, 1, 1), date(2024, 3, 1)],
        [date(2025, 12, 15)],
    ]
    last = date(2025, 12, 1)
    assert [mark["text"] for mark in events.event_numbers(groups, last)] == ["1", "2"]
    lines = events.event_lines(groups, last)
    assert [line["line"]["dash"] for line in lines] == ["dot", "dash", "dashdot"]
    assert lines[-1]["x0"] == "2025-12-01", "an event of the last month stands on the edge, and is not lost"


def test_every_trend_marks_a_day_of_new_weights_and_none_without(months: pl.DataFrame) -> None:
    every = _every_figure(months, REAL)
    marked = [figure for figure in every if _upright(figure)]
    assert len(marked) == 6
    for figure in marked[:2]:
        assert len(_upright(figure)) == len(NAMES), "in every panel"
    for figure in marked[2:]:
        assert _upright(figure) == [CHANGED_ON.isoformat()]


def test_units_have_two_panels_each_from_zero_on_one_axis(months: pl.DataFrame) -> None:
    figure = _every_figure(months, REAL)[5]
    assert [trace.get("yaxis") for trace in figure["data"]] == ["y", "y", "y2", "y2"]
    for axis in ("yaxis", "yaxis2"):
        assert figure["layout"][axis]["rangemode"] == "tozero"
    assert figure["layout"]["yaxis"]["domain"][0] > figure["layout"]["yaxis2"]["domain"][1]


def test_flow_goes_up_and_down_from_zero_and_is_told_without_a_minus() -> None:
    words = {"in": "in", "out": "out", "started": "st", "so_far": "so far"}
    figure = bars.flow_bars(_flow(), REAL, words)
    into, out, started = figure["data"]
    assert (into["y"], out["y"], started["y"]) == ([10, 20, 3], [-12, 0, -1], [9, 19, 2])
    assert [count for _, count in out["customdata"]] == [12, 0, 1]
    assert not any("-" in text or "−" in text for text in figure["layout"]["yaxis"]["ticktext"])
    low, high = figure["layout"]["yaxis"]["range"]
    assert low == -high < -20


def test_month_that_still_runs_is_pale_and_says_so() -> None:
    words = {"in": "in", "out": "out", "started": "st", "so_far": "so far"}
    into = bars.flow_bars(_flow(), REAL, words)["data"][0]
    assert into["marker"]["opacity"][:2] == [1, 1] and into["marker"]["opacity"][2] < 1
    assert into["customdata"][2][0].endswith("(so far)") and "so far" not in into["customdata"][1][0]


def test_ages_keep_empty_bands_and_write_their_zero() -> None:
    frame = pl.DataFrame({"band": ["0 to 7 days", "over 180 days"], "cases": [0, 1234]})
    (trace,) = bars.wait_ages_bars(frame, Look("nl"), {"cases": "zaken"})["data"]
    assert trace["x"] == [0, 1234] and trace["text"] == ["0", "1.234"]


def test_range_of_an_office_spans_all_its_schemes_in_the_fixed_order() -> None:
    figure = ranges.schemes_ranges(_schemes(), NAMES, REAL, WORDS)
    spans, others, chosen = figure["data"]
    assert spans["x"] == [95.0, 120.0, None, 130.0, 130.0, None]
    assert (chosen["x"], chosen["y"]) == ([95.0, 130.0], ["Aalst", "Halle"])
    assert others["x"] == [120.0]
    assert figure["layout"]["yaxis"]["categoryarray"] == ["Zele", "Halle", "Aalst"]
    assert "<i>no figure</i>" in _texts(figure), "Zele has none, and says so"


def test_bands_lie_in_each_other_with_one_dot_and_the_outer_ends_in_figures() -> None:
    drawn = bands.percentage_bands(_bands(), SYNTHETIC, WORDS)
    *levels, dots = drawn["data"]
    assert [level["x"] for level in levels] == [[80, 120, None, 99.5, 100.5, None], [95, 105, None]]
    assert (dots["x"], dots["y"]) == ([100, 100], ["Probation", "Report"]), "no capacity, no row"
    assert {"80,0–120,0\u202f%", "99,5–100,5\u202f%"} <= set(_texts(drawn)), "a narrow band gets a decimal"


def test_groups_of_bands_stand_apart_each_on_a_scale_of_its_own() -> None:
    far = pl.DataFrame({"name": ["End"], "low_pct": [18.2], "mid_pct": [26.8], "high_pct": [26.8]})
    drawn = band_groups.grouped_bands({"Now": _bands(), "Later": far}, SYNTHETIC, WORDS)
    layout = drawn["layout"]
    assert go.Figure(drawn).layout.height > 200
    assert layout["xaxis"]["range"] == [80, 120] and layout["xaxis2"]["range"] == [10, 30]
    assert layout["yaxis2"]["domain"][1] < layout["yaxis"]["domain"][0]
    assert [shape["xref"] for shape in layout["shapes"]] == ["x"], "100 % is not on the scale of the second"
    assert [_texts(drawn).count(said) for said in ("<b>Now</b>", "<b>Later</b>", "synthetisch")] == [1, 1, 1]
    assert drawn["data"][-1]["xaxis"] == "x2" and drawn["data"][-1]["x"] == [26.8]


@pytest.mark.parametrize(
    ("ends", "anchor"), [((20, 105), "right"), ((96, 180), "left"), ((80, 120), "center")]
)
def test_words_over_the_mark_stay_inside_the_figure(ends: tuple[int, int], anchor: str) -> None:
    frame = pl.DataFrame({"name": ["a"], "low_pct": [ends[0]], "mid_pct": [100], "high_pct": [ends[1]]})
    mark = bands.percentage_bands(frame, REAL, WORDS)["layout"]["annotations"][0]
    assert mark["xanchor"] == anchor


def test_each_scheme_has_its_percentage_in_figures() -> None:
    drawn = ranges.schemes_dots(_schemes().filter(pl.col("office_id") == "A"), REAL, WORDS)
    known = _schemes().filter(pl.col("office_id") == "A")["workload_pct"].drop_nulls()
    assert {f"{pct:.0f}%" for pct in known} <= set(_texts(drawn))


def test_matrix_shows_exact_counts_sums_and_dashes_and_escapes_names() -> None:
    frame = pl.DataFrame(
        {
            "office_id": ["A", "A", "Z"],
            "supervision_type": ["one", "two", "one"],
            "waiting_cases": [1200, 0, 3],
            "uncovered_cases": [0, 2, 1],
        }
    )
    words = {"caption": "c", "office": "o", "total": "all", "none": "–"}
    html = matrix.backlog_matrix(frame, {"A": "<b>A", "Z": "Z"}, {"one": "One", "two": "Two"}, words, str)
    rows = [part.split("</tr>")[0] for part in html.split("<tr>")[2:]]
    assert "&lt;b&gt;A" in rows[0] and "<b>A" not in html
    assert ">1200</td>" in rows[0] and ">–<small>+2</small></td>" in rows[0]
    assert ">1200<small>+2</small></td>" in rows[0], "the sum of the row"
    assert ">1203<small>+1</small></td>" in rows[2] and ">1203<small>+3</small></td>" in rows[2]
    assert rows[1].count("transparent") == 1, "a zero has no shade"


@pytest.mark.parametrize(("language", "mark"), [("en", ".,"), ("nl", ",.")])
def test_numbers_follow_the_reader(months: pl.DataFrame, language: str, mark: str) -> None:
    figure = panels.workload_panels(months, NAMES, Look(language), WORDS)
    assert figure["layout"]["separators"] == mark
    assert any(text.endswith("113%" if language == "en" else "113\u202f%") for text in _texts(figure))


def test_month_without_a_row_breaks_the_line() -> None:
    kept = [when for when in MONTHS[:6] if when.month != 4]
    frame = pl.DataFrame(
        {"office_id": ["A"] * 5, "month_start_on": kept, "workload_pct": [100.0] * 5}, strict=False
    )
    own = trends.workload_trend(frame, {"A": "Aalst"}, "A", REAL, [])["data"][1]
    assert own["y"] == [100, 100, 100, None, 100, 100]
    line = panels.workload_panels(frame, {"A": "Aalst"}, REAL, WORDS)["data"][1]
    assert [y is None for y in line["y"]] == [False, False, False, True, False, False, True]
