"""delivered = loaded + quarantined + left out, per file, always; loaded less superseded is what is there."""

import csv
import io
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.intake.load import load_raw
from ingest.order import Build, Order
from ingest.progress import Progress
from tests.ingest.small_delivery import BUILT_AT, SEEDS, Raw, write_files

CASE_IDS = ("C1", "C2", "C3")
DAYS = ("2025-01-01", "2025-03-01", "2025-06-01", "2025-02-31", "2027-01-01", "")

OFFICES = st.fixed_dictionaries(
    {
        "office_id": st.sampled_from(("ANT", "GEN")),
        "office_name": st.sampled_from(("A", "A", "A", "")),
        "is_deleted": st.sampled_from(("", "", "", "true")),
    }
)
CASES = st.fixed_dictionaries(
    {
        "case_id": st.sampled_from(CASE_IDS),
        "office_id": st.sampled_from(("ANT", "ANT", "GEN", "OST")),
        "supervision_type": st.sampled_from(("probation", "probation", "unheard_of")),
        "received_on": st.sampled_from(DAYS),
        "is_deleted": st.sampled_from(("", "", "", "true", "perhaps")),
    }
)
ASSIGNMENTS = st.fixed_dictionaries(
    {
        "case_id": st.sampled_from(CASE_IDS),
        "officer_id": st.sampled_from(("O1", "O2")),
        "valid_from": st.sampled_from(DAYS),
        "valid_to": st.sampled_from(DAYS),
        "share": st.sampled_from(("", "0.5", "1.5", "half")),
    }
)
KEYS = {
    "offices": ("office_id",),
    "cases": ("case_id",),
    "case_assignments": ("case_id", "officer_id", "valid_from"),
}


def rows_of(entity: str, rows: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(rows, max_size=6, unique_by=lambda row: tuple(row[name] for name in KEYS[entity]))


DELIVERIES = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(("full", "delta", "delta")),
            "offices": rows_of("offices", OFFICES),
            "cases": rows_of("cases", CASES),
            "case_assignments": rows_of("case_assignments", ASSIGNMENTS),
        }
    ),
    min_size=1,
    max_size=4,
)
HEADERS = {
    "offices": ("office_id", "office_name", "is_deleted"),
    "cases": ("case_id", "office_id", "supervision_type", "received_on", "is_deleted"),
    "case_assignments": ("case_id", "officer_id", "valid_from", "valid_to", "share"),
}


def csv_text(entity: str, rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS[entity])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def load_deliveries(home: Path, deliveries: list[dict]) -> Raw:
    for number, delivery in enumerate(deliveries):
        files = {f"{entity}.csv": csv_text(entity, delivery[entity]) for entity in KEYS}
        files["delivery.toml"] = f'kind = "{delivery["kind"]}"\nas_of = 2026-06-30\n'
        write_files(home / "deliveries" / str(number), files)
    write_files(home / "seeds", SEEDS)
    order = Order(home / "deliveries", seeds=home / "seeds", key=home / "key")
    this = Build("build-1", BUILT_AT, home)
    load_raw(order, this, Progress(is_silent=True))
    return Raw(this.work_file)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DELIVERIES)
def test_every_delivered_row_is_accounted_for(deliveries: list[dict]) -> None:
    home = Path(tempfile.mkdtemp())
    try:
        raw = load_deliveries(home, deliveries)
        loads = raw.rows(
            "select delivery, entity, rows_delivered, rows_loaded, rows_quarantined, rows_left_out,"
            " rows_superseded from raw.loads"
        )
        for delivery, entity, delivered, loaded, quarantined, left_out, superseded in loads:
            assert delivered == len(deliveries[int(delivery)][entity])
            assert delivered == loaded + quarantined + left_out
            assert 0 <= superseded <= loaded
            there = raw.one(f"select count(*) from raw.{entity} where delivery = '{delivery}'")[0]  # noqa: S608
            assert there == loaded - superseded
        listed = "select delivery, entity, count(*) from raw.quarantine group by all order by all"
        counted = (
            "select delivery, entity, rows_quarantined from raw.loads where rows_quarantined > 0 order by all"
        )
        assert raw.rows(listed) == raw.rows(counted)
    finally:
        shutil.rmtree(home)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(DELIVERIES)
def test_the_loaded_cases_are_the_last_good_word_on_each_key(deliveries: list[dict]) -> None:
    """The same merge written a second time, case by case: the last good row under a key counts."""
    cases: dict[str, list[dict[str, str]]] = {}
    offices: dict[str, list[dict[str, str]]] = {}
    for delivery in deliveries:
        if delivery["kind"] == "full":
            cases, offices = {}, {}
        replaced = {case["case_id"] for case in delivery["cases"]}
        gone = {office["office_id"] for office in delivery["offices"] if office["is_deleted"] == "true"}
        for case_id in [one for one in cases if one not in replaced and cases[one][-1]["office_id"] in gone]:
            del cases[case_id]
        _said(offices, delivery["offices"], "office_id")
        _said(cases, delivery["cases"], "case_id")
    good_offices = {
        office_id for office_id, rows in offices.items() if any(row["office_name"] for row in rows)
    }
    expected = {
        (case_id, good[-1]["received_on"])
        for case_id, rows in cases.items()
        if (good := [row for row in rows if _is_good(row, good_offices)])
    }
    home = Path(tempfile.mkdtemp())
    try:
        raw = load_deliveries(home, deliveries)
        found = raw.rows("select case_id, received_on::varchar from raw.cases")
        assert sorted(found) == sorted(expected)
    finally:
        shutil.rmtree(home)


def _said(so_far: dict[str, list[dict[str, str]]], rows: list[dict[str, str]], key: str) -> None:
    """What is said of each key since it was last deleted, in order."""
    for row in rows:
        if row["is_deleted"] == "true":
            so_far.pop(row[key], None)
        else:
            so_far.setdefault(row[key], []).append(row)


def _is_good(case: dict[str, str], good_offices: set[str]) -> bool:
    return (
        case["office_id"] in good_offices
        and case["supervision_type"] == "probation"
        and case["received_on"] in DAYS[:3]
        and case["is_deleted"] != "perhaps"
    )


def test_an_office_that_comes_back_brings_no_second_row_of_a_case(tmp_path: Path) -> None:
    case = {"case_id": "C1", "office_id": "ANT", "supervision_type": "probation", "is_deleted": ""}
    office = {"office_id": "ANT", "is_deleted": ""}
    raw = load_deliveries(
        tmp_path,
        [
            {
                "kind": "full",
                "offices": [office | {"office_name": "A"}],
                "cases": [case | {"received_on": "2025-01-01"}],
                "case_assignments": [],
            },
            {
                "kind": "delta",
                "offices": [office | {"office_name": ""}],
                "cases": [case | {"received_on": "2025-03-01"}],
                "case_assignments": [],
            },
        ],
    )
    assert raw.rows("select case_id, received_on::varchar from raw.cases") == [("C1", "2025-03-01")]
