"""The page How sure, as readers of full, partial and empty warehouses meet it."""

from datetime import date

import polars as pl
import pytest

from dashboards.app_pages.certainty import PAGE
from dashboards.choice import SERVICE
from dashboards.panels.certainty import findings, spread, weights
from dashboards.queries import certainty as questions
from dashboards.text import number, percentage, sentences, speaking
from tests.dashboards import charts_shown
from tests.dashboards.viewing import choice_of, published_reader, view_of

LINE = "offender_supervision"
# The offices of the small sample have few people: the figures are looked at, not what is hidden of them.
pytestmark = pytest.mark.usefixtures("nobody_is_few")


@pytest.fixture
def certainty(reader, sample_warehouse):
    """Opens the page by a link: `certainty("nl", office="ANT")`, on the full sample unless told."""

    def opened(language: str = "en", folder=sample_warehouse, **choices: str):
        someone = reader(folder, language)
        someone.app.switch_page("app_pages/certainty.py")
        for name, choice in choices.items():
            someone.app.query_params[name] = choice
        someone.app.run()
        assert not someone.app.exception and "mw-failed" not in someone.html()
        return someone

    return opened


def _charts(someone) -> list[dict]:
    return charts_shown.charts(someone.app)


def _table(someone, column: str) -> pl.DataFrame:
    return next(pl.from_pandas(found.value) for found in someone.tables() if column in found.value.columns)


def test_four_charts_and_what_the_weights_rest_on(certainty) -> None:
    someone = certainty()
    assert len(_charts(someone)) == 4
    shares = _table(someone, "Share %")
    assert set(shares["Workload that"]) >= {
        "rests on assumed weights",
        "rests on published weights",
    }
    assert "rests on task weights with no stated basis" in someone.words()
    assert (
        "The weights in use under this scheme have applied since 1 January 2010, 16 years." in someone.words()
    )


@pytest.mark.parametrize(("language", "mark"), [("en", "synthetic"), ("nl", "synthetisch")])
def test_every_chart_says_synthetic(certainty, language: str, mark: str) -> None:
    for chart in _charts(certainty(language)):
        assert mark in [annotation["text"] for annotation in chart["layout"]["annotations"]]


@pytest.mark.parametrize("office", [SERVICE, "ANT"])
def test_titles_say_the_figures_of_the_marts(certainty, asking, office: str) -> None:
    someone = certainty(**({} if office == SERVICE else {"office": office}))
    rows = questions.sensitivity(asking, choice_of(office)).to_dicts()
    (all_off,) = [row for row in rows if row["work_type"] == "" and row["error_pct"] == 34]
    said = f"{percentage(all_off['low_pct'])} or {percentage(all_off['high_pct'])}"
    assert (
        f"With all weights 34% lower or higher, the workload would be {said} of capacity" in someone.words()
    )
    known = questions.schemes(asking, choice_of(office))["workload_pct"]
    assert f"{percentage(known.min())} to {percentage(known.max())}" in someone.words()


def test_the_table_of_one_kind_holds_every_kind_and_error(certainty, asking) -> None:
    someone = certainty()
    table = _table(someone, "Kind of work")
    kinds = questions.sensitivity(asking, choice_of()).filter(pl.col("work_type") != "")
    assert table.height == kinds.height and set(table["Weights off by"]) == {"± 10%", "± 20%", "± 34%"}
    drawn = _charts(someone)[2]["layout"]["yaxis"]["categoryarray"]
    assert 0 < len(drawn) < kinds["work_type"].n_unique()
    assert "move the figure by less than 1 point" in someone.words()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_34_per_cent_has_its_source_in_words(certainty, language: str) -> None:
    words = certainty(language).words()
    assert "National Audit Office" in words and "2025" in words
    assert "10%, 20% or 34%, in either direction, is an assumption" in words or (
        "10 %, 20 % of 34 % naast kunnen zitten, in beide richtingen, is een aanname" in words
    )


def test_every_finding_that_the_marts_know_has_words_in_both_languages(asking) -> None:
    rows = questions.finding_effects(asking, choice_of())
    known = sentences("certainty")
    assert {f"finding_{code}" for code in rows["finding"]} <= set(known)
    view = view_of(PAGE, asking)
    with speaking("nl"):
        assert findings._name({"finding": "own_rule", "figure": "x", "concerned_cases": 1}, view) == (
            "over 52 weken: own rule, 1 dossier"
        )


def test_weights_that_did_not_change_are_said_not_to(certainty) -> None:
    assert "do not change in these data" in certainty().words()


def test_a_change_is_a_table_of_offices_in_their_fixed_order(
    certainty, warehouse_with_changed_weights
) -> None:
    someone = certainty(folder=warehouse_with_changed_weights)
    table = _table(someone, "Moved by, points")
    assert table["Office"].to_list()[:3] == ["all offices", "Antwerpen", "Brugge"] and table.height == 16
    asking = published_reader()
    whole = questions.weight_changes(asking, choice_of()).row(0, named=True)
    before, after = (percentage(whole[f"workload_{side}_pct"], 1) for side in ("before", "after"))
    said = f"New weights on 16 September 2024 moved the workload from {before} to {after} of capacity"
    assert said in someone.words()
    assert "oldest have applied since 1 January 2010" in someone.words(), "tasks kept theirs"


def test_one_office_sees_its_own_change_alone(certainty, warehouse_with_changed_weights) -> None:
    someone = certainty("nl", folder=warehouse_with_changed_weights, office="ANT")
    assert _table(someone, "Verschoven, punten")["Kantoor"].to_list() == ["Antwerpen"]
    other = certainty(folder=warehouse_with_changed_weights, scheme="count")
    assert "do not change in these data" in other.words()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {"moved_points": 2.0, "workload_before_pct": 98.0, "workload_after_pct": 100.0},
            "moved the workload from 98.0% to 100.0% of capacity",
        ),
        ({"moved_points": None, "work_change_pct": 12.0}, "changed the work by +12.0%"),
        ({"moved_points": None, "work_change_pct": None}, "when there was no work here to weigh"),
    ],
)
def test_a_change_is_told_by_what_is_known(row: dict, said: str) -> None:
    with speaking("en"):
        assert said in weights._changes_title(row | {"changed_on": date(2024, 9, 16)})


def _effects(*rows: tuple) -> pl.DataFrame:
    columns = ["figure", "finding", "concerned_cases", "low_pct", "mid_pct", "high_pct"]
    return pl.DataFrame(rows, schema=columns, orient="row")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [
                ("workload_pct_today", "uncovered", 3, 90.0, 100.0, 101.0),
                ("later", "own_b", 1, 1.0, 30.0, 30.0),
            ],
            "effect of a data gap or error: 3 cases that lost their officer; workload is 100% and could be "
            "90% to 101%",
        ),
        (
            [("later", "own_b", 1, 10.0, 30.0, 30.0)],
            "in 52 weeks, without new cases: 30%, or 10% to 30% because of 1 case (“own b”)",
        ),
        (
            [("workload_pct_today", "uncovered", 3, 100.0, 100.0, 100.0)],
            "No gap or possible error in the data would change the workload",
        ),
    ],
)
def test_the_title_of_findings_speaks_of_today_first(rows: list[tuple], said: str) -> None:
    with speaking("en"):
        assert said in findings._title(_effects(*rows), {"quarter": 13, "year": 52})


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_contracts_the_weights_still_have_a_basis(
    certainty, warehouse_without_contracts, language: str
) -> None:
    someone = certainty(language, folder=warehouse_without_contracts)
    assert _charts(someone) == []
    words = someone.words()
    assert "No staff contracts were delivered" in words or "De capaciteit is niet aangeleverd" in words
    assert "Resolv" not in words and "could move these figures" not in words, "nothing is claimed of findings"
    assert len(someone.tables()) == 1


def test_without_cases_the_page_says_so(certainty, warehouse_without_cases) -> None:
    someone = certainty(folder=warehouse_without_cases)
    assert "No cases were delivered" in someone.words() and _charts(someone) == []


def test_of_nothing_the_page_is_human(certainty, warehouse_of_nothing) -> None:
    assert "No cases were delivered" in certainty(folder=warehouse_of_nothing).words()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_warehouse_the_page_is_human(reader, tmp_path, language: str) -> None:
    someone = reader(tmp_path, language).opens("certainty")
    assert [code.value for code in someone.app.code]


def test_a_line_without_work_in_the_office_offers_a_way_back(certainty, asking) -> None:
    lines = ("civil", "coordination", "victims")
    places = ("IEP", "VEU", "OUD", "HAL", "TON")
    office, line = next(
        (office, line)
        for line in lines
        for office in places
        if questions.sensitivity(asking, choice_of(office, service_line=line)).is_empty()
    )
    someone = certainty(office=office, line=line)
    assert "mw-empty" in someone.html()
    someone.app.button(key="reset_filters").click().run()
    assert "mw-empty" not in someone.html() and len(_charts(someone)) == 4


def test_head_figures_are_the_percentage_and_its_two_ranges(certainty, asking) -> None:
    said = certainty().html()
    known = questions.schemes(asking, choice_of())["workload_pct"]
    errors = questions.sensitivity(asking, choice_of())
    off = errors.filter(work_type="", error_pct=34).row(0, named=True)
    assert f'mw-known">{percentage(off["mid_pct"])}</p>' in said
    for low, high in ((known.min(), known.max()), (off["low_pct"], off["high_pct"])):
        assert f'mw-known">{number(low)}–{percentage(high)}</p>' in said


def test_a_rounded_hundred_does_not_hide_on_which_side_a_scheme_lies() -> None:
    with speaking("en"):
        assert spread._range_beside_balance(pl.Series([100.4, 133.9])) == {
            "low": "100.4%",
            "high": "133.9%",
            "range": "100.4% to 133.9%",
        }
        assert spread._range_beside_balance(pl.Series([99.2, 131.7])) == {
            "low": "99%",
            "high": "132%",
            "range": "99% to 132%",
        }


@pytest.mark.parametrize(
    ("basis", "since", "said"),
    [
        (
            "assumed",
            date(2020, 3, 1),
            "None of them rests on measured time. {policy} overdue since 1 March 2025.",
        ),
        ("assumed", date(2024, 3, 1), "None of them rests on measured time. {policy} due by 1 March 2029."),
        (
            "measured",
            date(2021, 6, 29),
            "have applied since 29 June 2021. {again} overdue since 29 June 2026.",
        ),
        ("measured", date(2021, 6, 30), "have applied since 30 June 2021. {again} due by 30 June 2026."),
    ],
)
def test_weights_say_when_they_are_to_be_timed_again(asking, basis: str, since: date, said: str) -> None:
    rows = pl.DataFrame({"basis": ["published", basis], "oldest_valid_from": [date(2024, 5, 1), since]})
    with speaking("en"):
        (found,) = weights._timed(rows, view_of(PAGE, asking))
    policy = "By this policy weights are timed within 5 years:"
    again = "By this policy they are timed again within 5 years:"
    assert found.endswith(said.format(policy=policy, again=again))


def test_a_policy_that_sets_no_years_says_nothing_of_timing(asking, monkeypatch) -> None:
    monkeypatch.setattr(weights.queries, "years_between_timings", lambda _: None)
    rows = pl.DataFrame({"basis": ["assumed"], "oldest_valid_from": [date(2010, 1, 1)]})
    assert weights._timed(rows, view_of(PAGE, asking)) == []
