"""The page Funding: one figure with Offices, hidden where few are, in euro only by the service's tariff."""

from pathlib import Path

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE
from dashboards.app_pages.funding import PAGE
from dashboards.panel import Panel, State
from dashboards.panels.funding import evidence, frames, need, rules, turning
from dashboards.panels.offices import room
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import SMALL_OFFICE, changed_copy
from tests.dashboards.viewing import of_marts, published_reader, view_of

LINES = ("offender_supervision", "victims")
TARIFF = (
    "insert into marts.dim_tariffs values ('offender_supervision', 'wages', 'budget 2026', "
    "date '2026-01-01', {until}, 82000.5)"
)


def looking(reader: Reader, **values: str) -> View:
    with speaking(reader.language):
        return view_of(PAGE, reader, **values)


def made(part, view: View) -> Panel | None:
    with speaking(view.reader.language):
        return part(view)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("window", ["four_weeks", "month"])
def test_the_difference_at_full_load_is_the_room_of_offices_turned(asking_large, line, window) -> None:
    view = looking(asking_large, service_line=line, time_window=window)
    rooms = made(room.room_of_every_office, view)
    gaps = made(need.every_part, view)
    if rooms is None:
        assert gaps is None
        return
    pairs = gaps.table.rows.join(rooms.table.rows, on="part_id")
    known = pairs.drop_nulls("gap_fte")
    assert known.height == pairs["room_fte_avg"].count() > 0
    assert known["gap_fte"].to_list() == pytest.approx([-one for one in known["room_fte_avg"]])
    assert known["gap_low_fte"].to_list() == pytest.approx([-one for one in known["room_high_fte"]])
    assert known["gap_high_fte"].to_list() == pytest.approx([-one for one in known["room_low_fte"]])


@pytest.mark.parametrize("target", ["90", "110"])
def test_another_target_load_needs_more_or_less_staff(asking_large, target: str) -> None:
    of = {load: frames.whole(looking(asking_large, target_load=load))["need_fte"] for load in ("100", target)}
    assert of[target] == pytest.approx(of["100"] * 100 / float(target))


def test_an_office_of_few_posts_has_no_need_and_no_share(asking_large) -> None:
    for part, columns in (
        (need.every_part, ("need_fte", "gap_fte", "gap_low_fte", "available_fte_avg")),
        (rules.every_part, ("by_case_fte", "by_work_fte", "rules_differ_fte")),
    ):
        panel = made(part, looking(asking_large))
        row = panel.table.rows.filter(part_id=SMALL_OFFICE).row(0, named=True)
        assert [row[column] for column in columns] == [None] * len(columns)
        assert "hidden: few posts" in panel.picture
        assert any("fewer than 5 full-time posts" in note for note in panel.notes)
    alone = looking(asking_large, office=SMALL_OFFICE)
    assert made(need.conclusion, alone).state is State.HIDDEN
    assert made(turning.every_assumption, alone) is None
    assert made(rules.every_kind, alone) is None


def test_shares_of_all_parts_add_up_to_the_staff_that_is_shared(nobody_is_few, asking) -> None:
    view = looking(asking)
    staff = frames.whole(view)["available_fte_avg"]
    for part in (rules.every_part, rules.every_kind):
        rows = made(part, view).table.rows
        assert rows["by_case_fte"].sum() == pytest.approx(staff)
        assert rows["by_work_fte"].sum() == pytest.approx(staff)


def test_weights_inflow_and_absence_turn_where_the_marts_say(asking_large) -> None:
    view = looking(asking_large)
    table = made(turning.every_assumption, view).table.rows
    ((load, staff, contract, received),) = of_marts(
        asking_large,
        """
        select workload_units_avg / capacity_units_avg, available_fte_avg, contract_fte_avg,
            (select sum(received_cases) from fct_case_flow_months inner join dim_work_types
                on work_type = supervision_type
                where service_line = 'offender_supervision' and month_start_on >= date '2025-07-01')
        from fct_area_line_windows
        where area_id = 'service' and part_id = '' and service_line = 'offender_supervision'
            and weight_scheme = 'fl_type_phase' and time_window = 'four_weeks'
        """,
    ).iter_rows()
    said = {row["assumption"]: row for row in table.to_dicts()}
    assert said["weights"]["fl_type_phase"] == pytest.approx(100 * (1 / load - 1))
    assert said["inflow"]["as_it_is"] == f"{received:,.0f} received in 12 months"
    assert said["inflow"]["turns_at"] == f"{float(received) / load:,.0f} received in 12 months"
    assert said["absence"]["as_it_is"] == f"{100 * (1 - staff / contract):.1f}% of FTE under contract"
    assert said["absence"]["turns_at"] == f"{100 * (1 - staff * load / contract):.1f}% of FTE under contract"
    changes = table["fl_type_phase"].drop_nulls().abs().to_list()
    assert changes == sorted(changes)


def test_where_schemes_disagree_the_choice_of_one_comes_first(asking_large, tmp_path, monkeypatch) -> None:
    heavier = (
        "update marts.fct_area_line_windows set workload_units_avg = 2 * capacity_units_avg, "
        "workload_pct = 200, room_fte_avg = -available_fte_avg where weight_scheme = 'count'"
    )
    folder = changed_copy(Path(asking_large.file).parent, tmp_path / "heavier", [heavier])
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    view = looking(published_reader())
    assert "The 4 weight schemes disagree" in made(need.conclusion, view).title
    assert "under 1 of 4 schemes more staff is needed" in made(turning.every_assumption, view).intro


def test_without_a_tariff_nothing_is_in_euro(asking_large) -> None:
    panel = made(need.every_part, looking(asking_large))
    assert "gap_eur_year" not in panel.table.columns
    first = made(need.conclusion, looking(asking_large))
    assert any(note.startswith("Nothing is in euro") for note in first.notes)
    assert len(first.head_figures) == 3


@pytest.mark.parametrize(("until", "holds"), [("null", True), ("date '2026-06-30'", False)])
def test_a_tariff_that_holds_on_the_last_day_gives_euro(
    asking_large, tmp_path, monkeypatch, until: str, holds: bool
) -> None:
    folder = changed_copy(Path(asking_large.file).parent, tmp_path / "priced", [TARIFF.format(until=until)])
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    view = looking(published_reader())
    panel, first = made(need.every_part, view), made(need.conclusion, view)
    assert ("gap_eur_year" in panel.table.columns) == holds
    assert (len(first.head_figures) == 4) == holds
    if holds:
        row = panel.table.rows.drop_nulls("gap_fte").row(0, named=True)
        assert row["gap_eur_year"] == round(row["gap_fte"] * 82000.5)
        assert any(
            "82,000 for one FTE for one year (wages; source: budget 2026)" in one for one in first.notes
        )


def test_studies_are_told_in_the_readers_language_else_in_english() -> None:
    rows = pl.DataFrame(
        {
            "evidence": ["a", "a", "b", "c"],
            "position": [1, 1, 2, 3],
            "language": ["en", "nl", "en", "fr"],
            "claim": ["A", "AN", "B", "C"],
        }
    )
    assert evidence.in_language(rows, "nl")["claim"].to_list() == ["AN", "B", "C"]
    assert evidence.in_language(rows, "en")["claim"].to_list() == ["A", "B", "C"]


def test_studies_are_words_alone_and_no_figure_of_the_service_is_among_them(asking_large) -> None:
    panel = made(evidence.cards, looking(asking_large))
    assert panel.table.rows.select(list(panel.table.columns)).dtypes == [pl.String] * 10
    assert panel.picture.count("<article>") == panel.table.rows.height > 5
    assert "not extracted" in panel.picture


def test_the_page_opens_and_warns_before_anything_else_is_concluded(warehouse_large, reader) -> None:
    words = reader(warehouse_large).opens("funding").words()
    # the list of what is on the page has the titles before
    read = [
        words.rindex(said)
        for said in (
            "Work of all offices at a workload of",
            "cannot show whether there is enough",
            "Staff available and needed in each office, in FTE: ",
        )
    ]
    assert read == sorted(read)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_contracts_there_is_nothing_to_set_the_work_beside(
    warehouse_without_contracts, reader, language: str
) -> None:
    words = reader(warehouse_without_contracts, language).opens("funding").words()
    assert {"en": "No staff contracts", "nl": "geen contracten"}[language] in words
    assert "FTE available" not in words and "VTE beschikbaar" not in words
