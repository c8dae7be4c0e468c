"""The page Scenarios: the simulation of What more staff buys, few are hidden, bad files change nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from analysis.queue import Past
from analysis.scenario import Scenario, read
from analysis.scenario.names import INTERVENTIONS, NAMES
from analysis.scenario.outcomes import OUTCOMES
from analysis.scenario.past import of_past
from dashboards import database, queries, scenarios
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.narrowing import NotShownError
from dashboards.app_pages.scenarios import PAGE
from dashboards.app_pages.staff import PAGE as STAFF
from dashboards.page import panels_of
from dashboards.panel import Panel, State
from dashboards.panels.scenarios import answer, frames, tables
from dashboards.panels.staff import answer as staff_answer
from dashboards.panels.staff import frames as staff_frames
from dashboards.queries import staff as staff_questions
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.analysis.scenario_texts import GOOD, HEAD, row
from tests.dashboards.conftest import PEOPLE, SMALL_OFFICE
from tests.dashboards.viewing import published_reader, view_of
from tests.docs.documents import ROOT, code_blocks, text_of
from warehouse import places

DOCUMENT = ROOT / "docs" / "scenarios.md"
LINE = "offender_supervision"


def looking(reader: Reader, **values: str) -> View:
    with speaking(reader.language):
        return view_of(PAGE, reader, **values)


def seen(reader: Reader, scenario: Scenario) -> View:
    with speaking("en"):
        return frames.looked_at(looking(reader), scenario, LINE)


def panels(view: View) -> dict[str, Panel]:
    with speaking(view.reader.language):
        return {panel.name: panel for panel in panels_of(answer.what_if(view))}


def scenario(*rows: str) -> Scenario:
    return read(HEAD + "".join(rows), "file.toml")


def bringing(reader: Reader, text: str, file: str = "mine.toml") -> Reader:
    return replace(reader, brought=((file, text),))


def test_nothing_assumed_is_as_now_on_the_page_of_staff(asking_large) -> None:
    with speaking("en"):
        now = staff_frames.outcome(view_of(STAFF, asking_large)).as_now
    found = frames.result(seen(asking_large, scenario()), scenario())
    assert found.bands["waiting_cases"][0] == pytest.approx(now.waiting_cases)
    assert found.bands["workload_pct"][0] == pytest.approx(now.workload_pct)


def test_what_is_chosen_on_the_page_of_staff_is_a_scenario_too(asking_large) -> None:
    chosen = {
        "staff_change": "20",
        "staff_from": "2026-10",
        "inflow": "10",
        "load_limit": "110",
        "absence": "5",
    }
    with speaking("en"):
        expected = staff_frames.outcome(view_of(STAFF, asking_large, **chosen)).chosen
    assumed = scenario(
        row("hires_fte", 20, from_on="2026-10-01"),
        row("inflow_pct", 10),
        row("load_limit_pct", 110),
        row("absence_pct", 5),
    )
    found = frames.result(seen(asking_large, assumed), assumed)
    assert found.bands["waiting_cases"][0] == pytest.approx(expected.waiting_cases)
    assert found.left_out == () and found.scenario == assumed


@pytest.mark.usefixtures("planted")
def test_people_above_are_those_of_the_page_of_staff_under_the_same_changes(asking_large) -> None:
    with speaking("en"):
        view = view_of(STAFF, asking_large, staff_change="20", staff_from="2026-10")
        staff = {panel.name: panel for panel in panels_of(staff_answer.what_if(view))}["staff_people"]
    text = HEAD + row("hires_fte", 20, from_on="2026-10-01")
    shown = panels(looking(bringing(asking_large, text), scenario="own-mine"))["scenarios_people"]
    mine, theirs = shown.table.rows, staff.table.rows
    assert mine["people_was"].to_list() == theirs["people_was"].to_list()
    for end in ("_low", "", "_high"):
        for name, other in (("scenario", "chosen"), ("beside", "as_now")):
            found, expected = mine[f"people_{name}{end}"], theirs[f"people_{other}{end}"]
            assert found.to_list() == pytest.approx(expected.to_list()), name
    then, now = (round(mine[name][-1]) for name in ("people_scenario", "people_beside"))
    assert then < now
    assert shown.title == (
        f"People above 7% of capacity at the end of June 2027: {then} under “Ten more”,"
        f" {now} if nothing changes"
    )
    assert shown.summary.startswith(f"In the last whole month they were 33 of {PEOPLE}. ")


@pytest.mark.usefixtures("planted")
def test_people_above_are_of_both_scenarios_as_far_as_each_goes(asking_large) -> None:
    half = (("short.toml", GOOD.replace("months = 12", "months = 6")),)
    view = looking(replace(asking_large, brought=half), scenario="as_now", scenario_beside="own-short")
    rows = panels(view)["scenarios_people"].table.rows
    assert rows["people_beside"].drop_nulls().len() == 7, "six months, and the last that is known"
    assert rows["people_scenario"].drop_nulls().len() == 13


def test_where_nobody_is_above_nothing_is_said_of_people(asking_large) -> None:
    assert "scenarios_people" not in panels(looking(asking_large))


def test_who_may_not_know_of_groups_is_told_so_and_sees_the_rest(asking_large, monkeypatch) -> None:
    def refused(*_: object) -> pl.DataFrame:
        raise NotShownError("role", "fct_area_overload_series")

    # the roles to whom this is refused see no lists of the small sample at all
    monkeypatch.setattr(staff_questions, "people_above", refused)
    database.forget()
    shown = panels(looking(asking_large, scenario="as_now"))
    database.forget()
    assert shown["scenarios_people"].state == State.NOT_SHOWN
    assert shown["scenarios_months"].state == State.SHOWN


def test_offices_of_few_people_have_no_figures_and_the_rows_say_why(asking_large) -> None:
    view = seen(asking_large, scenario())
    found = frames.result(view, scenario())
    assert SMALL_OFFICE in found.hidden and SMALL_OFFICE not in found.parts
    with speaking("en"):
        rows = tables.every_row(found, view)
    assert rows.columns == list(tables.COLUMNS)
    few = rows.filter(pl.col("area_id").is_in(found.hidden))
    assert few.height == len(found.hidden) * 12 * len(OUTCOMES)
    assert few["central"].null_count() == few["low"].null_count() == few["high"].null_count() == few.height
    assert few["why_empty"].str.contains(str(SMALLEST_SHOWN)).all()
    shown = rows.filter(pl.col("area_id") == "service", pl.col("outcome") == "waiting_cases")
    assert shown["central"].to_list() == found.bands["waiting_cases"][0, 1].tolist()
    # A wait without end has no number, and says so; every other row has its figures.
    others = rows.filter(pl.col("area_id").is_in(["service", *found.parts]))
    assert others.filter(pl.col("why_empty").is_null())["central"].null_count() == 0
    assert set(others.filter(pl.col("central").is_null())["outcome"]) <= {"wait_weeks"}
    part = panels(looking(asking_large, scenario="as_now"))["scenarios_parts"]
    hidden = part.table.rows.filter(pl.col("part_id").is_in(found.hidden))
    assert hidden.height and hidden["scenario_amount"].null_count() == hidden.height
    assert "hidden" in part.notes[0]


def test_a_share_of_an_office_of_few_is_left_out_and_its_posts_are_not(asking_large) -> None:
    assumed = scenario(
        row("inflow_pct", 50, office=f'"{SMALL_OFFICE}"'),
        row("hires_fte", 4, office=f'"{SMALL_OFFICE}"', from_on="2026-08-01"),
        row("hires_fte", 1, from_on="2026-06-01"),
    )
    found = frames.result(seen(asking_large, assumed), assumed)
    assert [(one.name, reason) for one, reason in found.left_out] == [
        ("inflow_pct", "not_alone"),
        ("hires_fte", "past"),
    ]
    now = frames.result(seen(asking_large, scenario()), scenario())
    more = found.bands["available_fte"][0, 1] - now.bands["available_fte"][0, 1]
    assert more.tolist() == pytest.approx([0, *[4] * 11])
    said = panels(
        looking(
            bringing(asking_large, HEAD + row("inflow_pct", 50, office=f'"{SMALL_OFFICE}"')),
            scenario="own-mine",
        )
    )["scenarios_assumptions"].notes
    assert said[0].startswith(
        "Moves nothing here: Cases coming in, more or fewer (Halle): that office is simulated"
    )


def test_an_office_of_few_people_is_not_run(asking_large) -> None:
    mine = bringing(asking_large, GOOD.replace('"service"', f'"{SMALL_OFFICE}"'))
    shown = panels(looking(mine, scenario="own-mine"))
    assert [panel.state for panel in shown.values()] == [State.HIDDEN, State.SHOWN]
    assert list(shown)[1] == "scenarios_assumptions"


def test_a_scenario_of_an_office_is_about_that_office(asking_large) -> None:
    mine = bringing(asking_large, GOOD.replace('"service"', '"GEN"'))
    view = looking(mine, scenario="own-mine")
    one = scenarios.chosen(mine, "own-mine")
    with speaking("en"):
        office = frames.looked_at(view, one.scenario, LINE)
        assert (office.choice.area, office.choice.label("office")) == ("GEN", "Gent")
    shown = panels(view)
    assert "Gent" in shown["scenarios_months"].subtitle and "scenarios_parts" not in shown
    assert shown["scenarios_months"].table.rows["amount_was"].drop_nulls().len() == 24


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_is_drawn_and_its_swings_are_sorted(asking_large, outcome: str) -> None:
    shown = panels(looking(asking_large, scenario="ten_more_in_march", scenario_outcome=outcome))
    assert {panel.state for panel in shown.values()} <= {State.SHOWN, State.NOTHING}
    rows = shown["scenarios_swings"].table.rows
    spans = [max(0, *ends) - min(0, *ends) for ends in rows.select("change_at_low", "change_at_high").rows()]
    assert spans == sorted(spans, reverse=True) and spans[0] > 0
    months = shown["scenarios_months"].table.rows
    assert months["scenario_amount"].drop_nulls().len() == 19, "eighteen months, and the last that is known"


def test_a_swing_is_the_difference_of_two_runs(asking_large) -> None:
    assumed = scenario(row("inflow_pct", 0, low=-5, high=10), row("triage_pct", 3))
    view = seen(asking_large, assumed)
    (swing,) = frames.every_swing(view, assumed)["waiting_cases"]
    assert swing.assumption.name == "inflow_pct" and swing.at_low < 0 < swing.at_high
    ends = []
    for value in (0, -5, 10):
        sure = scenario(row("inflow_pct", value, low=value - 1), row("triage_pct", 3))
        grounds = frames._grounds(view, sure)
        chance = frames.Coupled(frames.SEED)
        ends.append(
            grounds.run(sure.assumptions, [value, 3], frames.DRAWS_OF_A_SWING, chance).at_end("waiting_cases")
        )
    assert (swing.at_low, swing.at_high) == pytest.approx((ends[1] - ends[0], ends[2] - ends[0]))


def test_what_is_overdue_is_counted_from_the_last_day_of_the_data(asking_large) -> None:
    shown = panels(looking(asking_large, scenario="ten_more_in_march"))["scenarios_assumptions"]
    rows = shown.table.rows
    assert rows["is_overdue"].to_list() == [day < date(2026, 6, 30) for day in rows["review_on"]]
    assert rows["is_overdue"].sum() == 1 and "rests on 5 assumptions with a source; overdue: 1" in shown.title
    assert shown.notes == (
        "Overdue: Cases coming in, more or fewer, to be looked at again by 1 June 2026; owner: policy unit.",
    )


def test_cards_hold_what_is_done_and_no_markup_of_a_file(asking_large) -> None:
    text = (
        HEAD.replace("Ten more", "<b>bold</b>")
        + ('[[interventions]]\nkind = "hiring"\ntitle = "<script>alert(1)</script>"\nabout = "<i>why</i>"\n')
        + row(
            "hires_fte", 2, low=1, high=4, intervention='"hiring"', from_on="2026-09-01", owner='"<u>x</u>"'
        )
    )
    shown = panels(looking(bringing(asking_large, text), scenario="own-mine"))
    card = shown["scenarios_cards"].picture
    assert "&lt;script&gt;" in card and "<script" not in card and "<i>" not in card
    assert "2 (1 to 4) FTE<br>from September 2026" in card
    assert "&lt;b&gt;bold" in shown["scenarios_answer"].lead
    assert shown["scenarios_cards"].title == "What this scenario changes: 1 intervention"


def test_a_file_that_cannot_be_used_is_named_and_the_others_go_on(
    asking_large, tmp_path, monkeypatch
) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_text(GOOD.replace('"service"', '"prison"'), encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes(GOOD.replace("Ten", "Tïen").encode("latin-1"))
    (tmp_path / "Not an id.toml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv(places.SCENARIOS_VARIABLE, str(tmp_path))
    assert list(scenarios.usable(asking_large)) == ["good"]
    shown = panels(looking(asking_large))
    assert shown["scenarios_answer"].state == State.SHOWN
    assert sorted(shown["scenarios_problems"].notes)[1].startswith(
        "bad.toml, area = 'prison': not in these data"
    )
    assert len(shown["scenarios_problems"].notes) == 3
    said = panels(looking(replace(asking_large, language="nl")))["scenarios_problems"].notes
    assert {one.split(":", 1)[0]: one.split(": ", 1)[1].split(";")[0] for one in said} == {
        "Not an id.toml": "in de naam van het bestand mogen alleen kleine letters, cijfers, - en _ staan",
        "bad.toml, area = 'prison'": "komt niet voor in deze gegevens",
        "latin.toml": "geen tekst in UTF-8 van hoogstens 200.000 bytes",
    }
    # A file that is mended counts at once, without a restart.
    bad.write_text(GOOD + "# mended\n", encoding="utf-8")
    assert list(scenarios.usable(asking_large)) == ["bad", "good"]
    good.unlink()
    bad.unlink()
    assert panels(looking(asking_large))["scenarios_none"].state == State.NOTHING


def test_a_folder_beside_the_warehouse_is_the_agencys_own(tmp_path, monkeypatch) -> None:
    monkeypatch.delenv(places.SCENARIOS_VARIABLE, raising=False)
    monkeypatch.setenv(places.WAREHOUSE_VARIABLE, str(tmp_path / "warehouse"))
    assert places.scenario_folder() == places.SCENARIOS
    (tmp_path / "scenarios").mkdir()
    assert places.scenario_folder() == tmp_path / "scenarios"
    monkeypatch.setenv(places.SCENARIOS_VARIABLE, str(tmp_path / "elsewhere"))
    assert places.scenario_folder() == tmp_path / "elsewhere"


def test_examples_are_not_offered_beside_real_data(asking_large, monkeypatch) -> None:
    assert len(scenarios.usable(asking_large)) == 4
    real = replace(queries.status(asking_large), is_synthetic=False)
    monkeypatch.setattr(queries, "status", lambda _: real)
    assert scenarios.every(asking_large) == ()


def test_only_scenarios_of_the_same_area_and_line_are_laid_beside(asking_large) -> None:
    reader = replace(
        asking_large,
        brought=(
            ("one.toml", GOOD.replace('"service"', '"GEN"')),
            ("two.toml", GOOD.replace("months = 12", "months = 6")),
        ),
    )
    every = scenarios.usable(reader)
    named = scenarios.beside(every["as_now"].scenario, LINE, every)
    assert named == ["absence_doubles", "end_expired_mandates", "ten_more_in_march", "own-two"]
    assert scenarios.beside(every["as_now"].scenario, "victims", every) == []
    shown = panels(looking(reader, scenario="ten_more_in_march", scenario_beside="own-two"))
    assert "at the end of December 2026" in shown["scenarios_months"].title, "the last month that both have"


def test_a_file_that_is_brought_is_kept_under_a_safe_name() -> None:
    assert scenarios.id_of_brought("../My Plan (2).TOML") == "own-my-plan-2-"
    assert scenarios.id_of_brought("x" * 300 + ".toml") == "own-" + "x" * 50


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * (scenarios.MOST_BYTES + 1), b"title = 3"])
def test_a_file_that_is_brought_and_wrong_is_one_sentence(asking_large, content: bytes) -> None:
    found = scenarios.brought_along(asking_large, "mine.toml", content)
    assert found.scenario is None
    with speaking("en"):
        said = scenarios.refusal(found.problem)
    assert said.startswith("mine.toml") and "\n" not in said


def test_past_months_are_counted_as_those_to_come() -> None:
    # Two cells, three months: 10, 12 and 4 leave the list of 20, 18 and 26.
    two = np.array([[10, 10], [10, 10], [9, 9], [13, 13]])
    past = Past(
        waiting_cases=two,
        carried_cases=np.array([[50, 50]] * 4),
        received_cases=np.array([[5, 5], [5, 5], [6, 6]]),
        started_cases=np.array([[5, 5], [6, 6], [2, 2]]),
        active_cases=np.array([[50.0, 0.0]] * 3),
        workload_units=np.array([[100.0, 0.0]] * 3),
        capacity_units=np.array([[80.0, 0.0]] * 3),
        available_fte=np.array([[4.0, 1.0]] * 3),
    )
    found = of_past(past)
    assert found["waiting_cases"].tolist() == [20, 18, 26]
    assert found["wait_weeks"] == pytest.approx(
        [52 / 12 * 20 / 10, 52 / 12 * 18 * 2 / 22, 52 / 12 * 26 * 3 / 26]
    )
    assert found["workload_pct"] == pytest.approx([125] * 3)
    # A case is 2 units and a post gives 20: of the first cell alone, the other has no cases to weigh.
    assert found["fte_needed"] == pytest.approx([60 / 10, 59 / 10, 63 / 10])


def test_the_example_of_the_document_runs_and_its_tables_are_those_of_the_code(asking_large) -> None:
    (text,) = code_blocks(DOCUMENT, "toml")
    mine = bringing(asking_large, text)
    shown = panels(looking(mine, scenario="own-mine"))
    assert "Five more in Ghent" in shown["scenarios_answer"].lead and "scenarios_problems" not in shown
    said = text_of(DOCUMENT)
    for one in NAMES.values():
        rows = [line for line in said.splitlines() if line.startswith("| `") and f"`{one.name}`" in line]
        assert len(rows) == 1 and f"| {one.unit} |" in rows[0], one.name
    assert all(f"`{name}`" in said for name in (*INTERVENTIONS, *OUTCOMES, *tables.COLUMNS))


def test_a_link_opens_its_scenarios_and_says_where_it_asks_in_vain(reader, warehouse_large: Path) -> None:
    someone = reader(warehouse_large).opens("scenarios")
    app = someone.app
    app.query_params["scenario"] = "end_expired_mandates"
    app.query_params["beside"] = "absence_doubles"
    app.query_params["outcome"] = "active_cases"
    app.run()
    assert not app.exception and "failed" not in someone.words()
    assert "Cases with an officer at the end of June 2027" in someone.words()
    assert "beside it, “Illness doubles in winter”" in someone.words()
    app.query_params["scenario"] = "gone"
    app.run()
    assert "Illness doubles in winter" in someone.words() and "asks" in someone.words()


@pytest.mark.usefixtures("nobody_is_few")
def test_where_regions_are_compared_an_office_is_part_of_its_region(
    warehouse_with_regions, monkeypatch
) -> None:
    monkeypatch.setenv(places.WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    monkeypatch.setenv("MAATWERK_OFFICES_SIDE_BY_SIDE", "4")
    asking = published_reader()
    region = "Oost-Vlaanderen:region"
    assumed = scenario(
        row("inflow_pct", 50, office='"GEN"'),
        row("hires_fte", 3, office='"GEN"', from_on="2026-08-01"),
        row("case_work_pct", 10, office=f'"{region}"'),
    )
    view = seen(asking, assumed)
    found, now = (frames.result(view, one) for one in (assumed, scenario()))
    assert [(one.name, reason) for one, reason in found.left_out] == [("inflow_pct", "not_alone")]
    place = found.parts.index(region)
    more = found.bands["available_fte"][place, 1] - now.bands["available_fte"][place, 1]
    assert more.tolist() == pytest.approx([0, *[3] * 11])
    # In the region itself the office is alone, and its share is known.
    inside = read(
        GOOD.replace('"service"', f'"{region}"') + row("inflow_pct", 50, office='"GEN"'), "file.toml"
    )
    own = frames.result(seen(asking, inside), inside)
    assert own.left_out == () and "GEN" in own.parts
