"""Fulls, deltas, deletions and the day up to which a warehouse knows."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.errors import BadInputError
from tests.ingest.small_delivery import BUILT_AT, SMALL, write_files

CASES = "case_id,office_id,supervision_type,received_on,ended_on"
DELTA = 'kind = "delta"\nsource_system = "small"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of deliveries whose first is the small one."""
    write_files(tmp_path / "deliveries" / "2026-07", SMALL)
    return tmp_path / "deliveries"


def test_subfolders_are_deliveries_oldest_first_by_name(folder: Path, loaded) -> None:
    write_files(
        folder / "2026-08", {"cases.csv": f"{CASES}\nC2,GEN,probation,2025-03-01,\n", "delivery.toml": DELTA}
    )
    raw = loaded(folder)
    assert raw.rows("select distinct delivery from raw.loads order by 1") == [("2026-07",), ("2026-08",)]
    assert raw.one("select supervision_type, delivery from raw.cases where case_id = 'C2'") == (
        "probation",
        "2026-08",
    )


def test_a_delta_upserts_by_key_and_what_it_replaced_counts_as_loaded_and_superseded(folder, loaded) -> None:
    write_files(
        folder / "2026-08",
        {
            "cases.csv": f"{CASES}\nC2,GEN,probation,2025-03-01,\nC4,ANT,probation,2026-05-01,\n",
            "delivery.toml": DELTA,
        },
    )
    raw = loaded(folder)
    assert raw.rows("select case_id from raw.cases order by 1") == [("C1",), ("C2",), ("C3",), ("C4",)]
    counts = "select rows_delivered, rows_loaded, rows_superseded from raw.loads"
    assert raw.rows(counts + " where entity = 'cases' order by delivery") == [
        (3, 3, 1),
        (2, 2, 0),
    ]


def test_a_deleted_case_takes_what_hangs_on_it_along(folder: Path, loaded) -> None:
    delta = "case_id,office_id,supervision_type,received_on,is_deleted\nC1,,,,true\n"
    write_files(folder / "2026-08", {"cases.csv": delta, "delivery.toml": DELTA})
    raw = loaded(folder)
    assert raw.rows("select case_id from raw.cases order by 1") == [("C2",), ("C3",)]
    assert raw.rows("select case_id from raw.case_assignments") == [("C2",)]
    assert raw.rows("select task_id from raw.tasks") == [("T2",)]
    assert raw.quarantine == []
    superseded = (
        "select entity, rows_superseded from raw.loads where rows_superseded > 0 order by delivery, entity"
    )
    assert raw.rows(superseded) == [
        ("case_assignments", 2),
        ("case_flags", 1),
        ("cases", 1),
        ("tasks", 1),
        ("cases", 1),
    ]


def test_a_deleted_office_takes_its_cases_and_their_assignments_along(folder: Path, loaded) -> None:
    delta = "office_id,office_name,is_deleted\nGEN,Gent,1\n"
    write_files(folder / "2026-08", {"offices.csv": delta, "delivery.toml": DELTA})
    raw = loaded(folder)
    assert raw.rows("select case_id from raw.cases") == [("C1",)]
    assert raw.rows("select distinct case_id from raw.case_assignments") == [("C1",)]
    assert raw.rows("select officer_id from raw.staff_contracts") == [("O1",)]


def test_rows_delivered_with_or_after_the_deletion_hang_on_nothing(folder: Path, loaded) -> None:
    write_files(
        folder / "2026-08",
        {
            "cases.csv": "case_id,office_id,supervision_type,received_on,is_deleted\nC1,,,,true\n",
            "case_flags.csv": "case_id,flag,valid_from\nC1,suspended,2025-08-01\n",
            "delivery.toml": DELTA,
        },
    )
    flags = "case_id,flag,valid_from\nC1,suspended,2025-09-01\n"
    write_files(folder / "2026-09", {"case_flags.csv": flags, "delivery.toml": DELTA})
    rules = [(row[2], row[4]) for row in loaded(folder).quarantine]
    assert rules == [("unknown_case", "C1"), ("unknown_case", "C1")]


def test_a_case_delivered_again_after_its_deletion_does_not_bring_its_assignments_back(
    folder, loaded
) -> None:
    gone = "case_id,office_id,supervision_type,received_on,is_deleted\nC1,,,,true\n"
    write_files(folder / "2026-08", {"cases.csv": gone, "delivery.toml": DELTA})
    again = f"{CASES}\nC1,ANT,probation,2026-05-01,\n"
    write_files(folder / "2026-09", {"cases.csv": again, "delivery.toml": DELTA})
    raw = loaded(folder)
    assert raw.one("select count(*) from raw.cases where case_id = 'C1'") == (1,)
    assert raw.one("select count(*) from raw.case_assignments where case_id = 'C1'") == (0,)


def test_a_deletion_without_a_key_goes_to_quarantine(folder: Path, loaded) -> None:
    delta = "case_id,office_id,supervision_type,received_on,is_deleted\n,,,,true\n"
    write_files(folder / "2026-08", {"cases.csv": delta, "delivery.toml": DELTA})
    raw = loaded(folder)
    assert [row[2:4] for row in raw.quarantine] == [("missing_value", "case_id")]
    assert raw.one("select count(*) from raw.cases") == (3,)


def test_a_full_delivery_replaces_everything_of_its_source_and_nothing_else(folder: Path, loaded) -> None:
    other = {
        "cases.csv": f"{CASES}\nX1,ANT,probation,2025-01-01,\n",
        "delivery.toml": 'source_system = "other"\n',
    }
    write_files(folder / "2026-08", other)
    again = {name: SMALL[name] for name in ("offices.csv", "staff_contracts.csv", "delivery.toml")}
    write_files(folder / "2026-09", again | {"cases.csv": f"{CASES}\nC9,ANT,probation,2025-01-01,\n"})
    raw = loaded(folder)
    assert raw.rows("select case_id from raw.cases order by 1") == [("C9",), ("X1",)]
    assert raw.one("select count(*) from raw.case_assignments") == (0,)
    assert raw.one("select is_delivered from raw.delivered_entities where entity = 'case_assignments'") == (
        False,
    )
    assert raw.one("select source_systems, deliveries from raw.builds") == ("other, small", 3)


def test_a_key_of_two_sources_is_refused(folder: Path, loaded) -> None:
    other = {
        "cases.csv": f"{CASES}\nC2,ANT,probation,2025-01-01,\n",
        "delivery.toml": 'source_system = "other"\n',
    }
    write_files(folder / "2026-08", other)
    with pytest.raises(
        BadInputError, match=r"file 'cases.csv', row 2, .*'C2', a key that two source systems"
    ):
        loaded(folder)


def test_as_of_is_that_of_the_last_delivery(folder: Path, loaded) -> None:
    delta = {"case_flags.csv": "case_id,flag,valid_from\nC1,suspended,2025-06-01\n"}
    write_files(folder / "2026-08", delta | {"delivery.toml": DELTA + "as_of = 2026-07-31\n"})
    assert loaded(folder).one("select as_of, is_as_of_stated from raw.builds") == (dt.date(2026, 7, 31), True)


def test_without_a_stated_day_as_of_is_the_latest_fact_but_not_before_an_earlier_statement(
    folder, loaded
) -> None:
    write_files(folder / "2026-08", {"case_flags.csv": "case_id,flag,valid_from\n", "delivery.toml": DELTA})
    assert loaded(folder).one("select as_of, is_as_of_stated from raw.builds") == (
        dt.date(2026, 6, 30),
        False,
    )
    (folder / "2026-07" / "delivery.toml").write_text('source_system = "small"\n')
    # Plans (a contract until 2027) do not count, the end of C2 on 1 September 2025 is the latest fact.
    assert loaded(folder).one("select as_of from raw.builds") == (dt.date(2025, 9, 1),)


def test_a_quarantined_row_does_not_say_how_far_the_warehouse_knows(small: Path, loaded) -> None:
    (small / "delivery.toml").unlink()
    with (small / "cases.csv").open("a") as file:
        file.write("C4,OST,probation,2026-03-01,,,\n")
    assert loaded(small).one("select as_of from raw.builds") == (dt.date(2025, 9, 1),)


def test_as_of_is_never_after_today_and_facts_after_it_go_to_quarantine(small: Path, loaded) -> None:
    (small / "delivery.toml").unlink()
    with (small / "cases.csv").open("a") as file:
        file.write("C4,ANT,probation,2062-03-01,,,\n")
    raw = loaded(small)
    assert raw.one("select as_of from raw.builds") == (BUILT_AT.date(),)
    assert [row[2:] for row in raw.quarantine] == [("fact_after_as_of", "received_on", "2062-03-01")]


def test_the_last_day_of_a_published_period_is_a_fact(tmp_path: Path, loaded) -> None:
    figures = (
        "source,edition,period_start_on,period_end_on,measure,value,unit\n"
        "yearbook,1,2024-01-01,2025-01-01,new_cases,10,cases\n"
    )
    raw = loaded(write_files(tmp_path / "figures", {"published_figures.csv": figures}))
    assert raw.one("select as_of from raw.builds") == (dt.date(2024, 12, 31),)


def test_a_subfolder_without_entities_is_refused(folder: Path, loaded) -> None:
    (folder / "notes").mkdir()
    with pytest.raises(BadInputError, match="file 'notes', no entity in the delivery"):
        loaded(folder)


def test_a_file_beside_deliveries_that_misspells_an_entity_is_refused(folder: Path, loaded) -> None:
    (folder / "case.csv").write_text("case_id\n")
    with pytest.raises(BadInputError, match=r"misspelt file name \(is cases.csv meant\?\)"):
        loaded(folder)


def test_other_files_are_ignored_and_listed(small: Path, loaded) -> None:
    (small / "readme.txt").write_text("hello")
    (small / "archive").mkdir()
    ignored = loaded(small).rows(
        "select file, entity, rows_delivered from raw.loads where status = 'ignored'"
    )
    assert ignored == [("archive/", "", 0), ("readme.txt", "", 0)]


def test_without_delivery_toml_a_delivery_is_full_of_source_default_and_not_synthetic(
    small: Path, loaded
) -> None:
    (small / "delivery.toml").unlink()
    raw = loaded(small)
    assert raw.one("select source_systems, is_synthetic from raw.builds") == ("default", False)
    assert raw.rows("select distinct kind from raw.loads") == [("full",)]
