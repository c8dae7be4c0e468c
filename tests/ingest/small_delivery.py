"""A small valid delivery that tests spoil, a small policy, and questions to the raw schema."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

BUILT_AT = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)

SMALL = {
    "offices.csv": "office_id,office_name\nANT,Antwerpen\nGEN,Gent\n",
    "staff_contracts.csv": (
        "officer_id,office_id,valid_from,valid_to,grade,fte\n"
        "O1,ANT,2020-01-01,,officer,1\n"
        "O2,GEN,2020-01-01,2027-01-01,officer,0.5\n"
    ),
    "cases.csv": (
        "case_id,office_id,supervision_type,received_on,started_on,ended_on,person_id\n"
        "C1,ANT,probation,2025-01-10,2025-02-01,,P1\n"
        "C2,GEN,work_penalty,2025-03-01,,2025-09-01,P2\n"
        "C3,GEN,probation,2025-04-01,,,P1\n"
    ),
    "case_assignments.csv": (
        "case_id,officer_id,valid_from,valid_to,share\n"
        "C1,O1,2025-02-01,2025-06-01,1\n"
        "C1,O1,2025-06-01,,\n"
        "C2,O2,2025-03-05,,0.5\n"
    ),
    "case_flags.csv": "case_id,flag,valid_from\nC1,suspended,2025-05-01\n",
    "tasks.csv": (
        "task_id,task_type,office_id,case_id,officer_id,requested_on,assigned_on,delivered_on\n"
        "T1,progress_report,ANT,C1,O1,2025-05-01,2025-05-02,2025-05-20\n"
        "T2,progress_report,GEN,,,2025-05-01,,\n"
    ),
    "delivery.toml": 'as_of = 2026-06-30\nsource_system = "small"\nis_synthetic = true\n',
}
SEEDS = {
    "case_weights.csv": (
        "supervision_type,risk_level,weight\nprobation,any,1\nwork_penalty,high,2\nwork_penalty,low,1\n"
    ),
    "case_factors.csv": "flag,factor\nsuspended,0\n",
    "task_weights.csv": "task_type,weight\nprogress_report,2\n",
    "capacity_grades.csv": "grade,capacity_share\nofficer,1\n",
    "reduction_reasons.csv": "reason\nabsence\n",
    "work_types.csv": "work_type,kind,service_line\nmediation,mandate,victims\nclosing_work,task,victims\n",
    "service_lines.csv": "service_line\noffender_supervision\n",
}


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write texts as UTF-8 files into a folder, made when missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@dataclass
class Raw:
    """The raw schema of one load; the database is closed between questions."""

    work_file: Path

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(self.work_file, read_only=True) as connection:
            return connection.execute(query).fetchall()

    def one(self, query: str) -> tuple[Any, ...]:
        rows = self.rows(query)
        assert len(rows) == 1
        return rows[0]

    @property
    def quarantine(self) -> list[tuple[str, int, str, str, str | None]]:
        """file, row_number, rule, column_name, original_value; in order."""
        return self.rows(
            "select file, row_number, rule, column_name, original_value from raw.quarantine order by all"
        )
