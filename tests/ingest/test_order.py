"""Deliveries and editions in the order of what they say of themselves; each source with a day of its own."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.extracts.natural_order import natural_key
from tests.ingest.mapping_cases import case_folder
from tests.ingest.small_delivery import SMALL, write_files
from warehouse.places import SEEDS

DAY = dt.date
CASES = "case_id,office_id,supervision_type,received_on"


@pytest.fixture
def seeds() -> Path:
    """The policy supplied, which the small deliveries beside the checkout were made for."""
    return SEEDS


def delivery(folder: Path, *case_ids: str, **settings: str) -> Path:
    """A delivery of cases received on 1 January 2025, with its settings."""
    rows = "".join(f"{case_id},ANT,probation,2025-01-01\n" for case_id in case_ids)
    stated = "".join(f"{name} = {value}\n" for name, value in settings.items())
    return write_files(folder, {"cases.csv": f"{CASES}\n{rows}", "delivery.toml": stated})


def case_ids(raw) -> list[str]:
    return [case_id for (case_id,) in raw.rows("select case_id from raw.cases order by 1")]


@pytest.mark.parametrize(
    "order",
    [
        ["9", "10", "11"],
        ["May 2026", "June 2026", "September 2026"],
        ["mei 2025", "juni 2025", "okt 2025", "jan 2026"],
        ["févr. 2025", "août 2025", "déc. 2025"],
        ["2025-9", "2025-10"],
        ["20250930", "20251031"],
        ["31/12/2025", "01/06/2026"],
        ["edition 9", "edition 10"],
        ["v1.9", "v1.10"],
        ["Q3 2025", "Q2 2026"],
        ["2e editie 2025", "1e editie 2026"],
        ["1 June 2026", "15 June 2026", "2 July 2026"],
        ["2026", "2026-06", "2026-06 revised"],
        ["a-south", "b-north"],
    ],
)
def test_names_and_editions_are_ordered_as_people_count_them(order: list[str]) -> None:
    assert sorted(set(order), key=natural_key) == order


def test_the_newer_day_wins_whatever_the_letters_of_the_names_say(loaded) -> None:
    raw = loaded(case_folder("deliveries-out-of-order-nozero"))
    assert raw.one("select as_of from raw.builds") == (DAY(2026, 6, 30),)
    assert raw.one("select count(*), count(ended_on) from raw.cases") == (12, 2)


def test_a_delivery_whose_name_is_older_and_whose_day_is_newer_wins_and_that_is_said(
    tmp_path: Path, loaded, capsys
) -> None:
    delivery(tmp_path / "d" / "2026-07 draft", "NEW", as_of="2026-07-31")
    delivery(tmp_path / "d" / "2026-08 late", "OLD", as_of="2026-06-30")
    assert case_ids(loaded(tmp_path / "d", silent=False)) == ["NEW"]
    assert "2026-08 late (as_of 2026-06-30) is taken before 2026-07 draft" in capsys.readouterr().err


def test_without_stated_days_names_count_and_numbers_in_them_are_numbers(tmp_path: Path, loaded) -> None:
    delivery(tmp_path / "d" / "levering 10", "NEW")
    delivery(tmp_path / "d" / "levering 9", "OLD")
    assert case_ids(loaded(tmp_path / "d")) == ["NEW"]


def test_a_delivery_that_states_no_day_follows_the_one_before_it_by_name(tmp_path: Path, loaded) -> None:
    delivery(tmp_path / "d" / "2026-06", "A", as_of="2026-06-30")
    delivery(tmp_path / "d" / "2026-07", "B", kind='"delta"')
    delivery(tmp_path / "d" / "2026-08", "C", as_of="2026-08-31", kind='"delta"')
    raw = loaded(tmp_path / "d")
    assert case_ids(raw) == ["A", "B", "C"]
    assert raw.rows("select delivery, as_of from raw.loads where file = 'cases.csv' order by 1") == [
        ("2026-06", DAY(2026, 6, 30)),
        ("2026-07", None),
        ("2026-08", DAY(2026, 8, 31)),
    ]


def test_a_source_that_is_behind_is_said(loaded, capsys) -> None:
    loaded(case_folder("a-source-that-stopped"), silent=False)
    said = capsys.readouterr().err
    assert "south knows up to 2026-03-31, 91 days less than the others" in said
    assert "north knows" not in said


@pytest.mark.parametrize("names", [("a-north", "b-south"), ("b-north", "a-south")])
def test_a_source_that_stopped_never_sets_the_day_of_another(names, tmp_path: Path, loaded) -> None:
    north, south = names
    delivery(tmp_path / "d" / north, "N1", as_of="2026-06-30", source_system='"north"')
    delivery(tmp_path / "d" / south, "S1", as_of="2026-03-31", source_system='"south"')
    with (tmp_path / "d" / north / "cases.csv").open("a") as file:
        file.write("N2,ANT,probation,2026-05-01\n")
    raw = loaded(tmp_path / "d")
    assert raw.quarantine == []
    assert raw.one("select as_of, is_as_of_stated from raw.builds") == (DAY(2026, 6, 30), True)
    assert raw.rows("select source_system, as_of, is_as_of_stated from raw.sources order by 1") == [
        ("north", DAY(2026, 6, 30), True),
        ("south", DAY(2026, 3, 31), True),
    ]


def test_a_fact_after_the_day_of_its_own_source_is_set_aside(tmp_path: Path, loaded) -> None:
    delivery(tmp_path / "d" / "north", "N1", as_of="2026-06-30", source_system='"north"')
    delivery(tmp_path / "d" / "south", "S1", as_of="2026-03-31", source_system='"south"')
    with (tmp_path / "d" / "south" / "cases.csv").open("a") as file:
        file.write("S2,ANT,probation,2026-05-01\n")
    raw = loaded(tmp_path / "d")
    assert [row[2:] for row in raw.quarantine] == [("fact_after_as_of", "received_on", "2026-05-01")]


def test_a_source_that_states_no_day_never_passes_one_that_does_silently(tmp_path, loaded, capsys) -> None:
    delivery(tmp_path / "d" / "north", "N1", as_of="2026-06-30", source_system='"north"')
    delivery(tmp_path / "d" / "south", "S1", source_system='"south"')
    with (tmp_path / "d" / "south" / "cases.csv").open("a") as file:
        file.write("S2,ANT,probation,2026-10-01\n")
    raw = loaded(tmp_path / "d", silent=False)
    assert raw.one("select as_of, is_as_of_stated from raw.builds") == (DAY(2026, 10, 1), False)
    said = (
        "as_of 2026-10-01 of south rests on one row: south/cases.csv, row 3, column received_on; without it"
    )
    assert f"{said} 2025-01-01" in capsys.readouterr().err


def test_a_row_that_alone_sets_the_last_day_is_named(loaded, capsys) -> None:
    raw = loaded(case_folder("a-typing-error-sets-the-last-day"), silent=False)
    said = "as_of 2026-09-20 of cases rests on one row: a-typing-error-sets-the-last-day/case_assessments.csv"
    assert f"{said}, row 13, column assessed_on; without it 2026-03-10." in capsys.readouterr().err
    assert raw.one("select as_of_file, as_of_row, as_of_column from raw.sources") == (
        "case_assessments.csv",
        13,
        "assessed_on",
    )


def test_a_row_of_the_future_that_makes_today_the_last_day_is_named(small: Path, loaded, capsys) -> None:
    (small / "delivery.toml").unlink()
    with (small / "cases.csv").open("a") as file:
        file.write("C4,ANT,probation,2062-03-01,,,\n")
    loaded(small, silent=False)
    assert "as_of 2026-11-20 of default rests on one row: small/cases.csv, row 5" in capsys.readouterr().err


def test_a_day_on_which_two_rows_agree_is_not_doubted(small: Path, loaded, capsys) -> None:
    (small / "delivery.toml").unlink()
    with (small / "case_flags.csv").open("a") as file:
        file.write("C1,suspended,2025-09-01\n")
    loaded(small, silent=False)
    assert "as_of 2025-09-01 of default rests" not in capsys.readouterr().err


def test_a_typing_error_that_sets_the_first_month_is_named(small: Path, loaded, capsys) -> None:
    wrong = (
        SMALL["cases.csv"]
        + "C8,ANT,probation,1925-01-10,,1925-03-01,\nC9,ANT,probation,2025-01-10,,2025-10-01,\n"
    )
    (small / "cases.csv").write_text(wrong)
    loaded(small, silent=False)
    said = "the first month 1925-03 rests on one row: small/cases.csv, row 5, column ended_on"
    assert f"{said}; without it 2025-09." in capsys.readouterr().err


def test_editions_are_placed_from_old_to_new(loaded) -> None:
    raw = loaded(case_folder("edition-10-older-than-9"))
    editions = [edition for (edition,) in raw.rows("select edition from raw.editions order by edition_order")]
    assert editions == ["9", "10", "May 2026", "June 2026"]
