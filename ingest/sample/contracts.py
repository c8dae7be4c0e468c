"""Contract rows: postings cut where the grade steps up, the hours change or the office is renamed."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from ingest.sample.calendar import day
from ingest.sample.columns import dates, ids, words
from ingest.sample.offices import HALLE, Teams
from ingest.sample.parameters import FIRST_DAY, HALLE_OPENS_ON
from ingest.sample.postings import Posting, Staff
from ingest.sample.volumes import LINES

SPECIALISATIONS = ("partner_violence", "sexual_offences", "internment", "young_adults")
SPECIALISED = 0.25  # assumption: officers with a specialisation


@dataclass(frozen=True)
class ContractRow:
    """One row of ``staff_contracts`` before it gets its ids; ``posting`` is a position."""

    posting: int
    begins: int
    ends: int
    grade: str
    fte: float


def contract_rows(staff: Staff) -> list[ContractRow]:
    """All contract rows in order of posting and time."""
    return [row for position, posting in enumerate(staff.postings) for row in _rows(position, posting)]


def _rows(position: int, posting: Posting) -> list[ContractRow]:
    """The rows of one posting."""
    grades = posting.grades()
    cuts = {posting.begins, *grades, *posting.hours}
    if posting.group // len(LINES) == HALLE:
        cuts.add(day(HALLE_OPENS_ON))
    inside = sorted(cut for cut in cuts if posting.begins <= cut < posting.ends)
    rows, grade = [], posting.grade
    for begins, ends in zip(inside, [*inside[1:], posting.ends], strict=True):
        grade = grades.get(begins, grade)
        rows.append(ContractRow(position, begins, ends, grade, posting.fte_on(begins)))
    return _since_register_began(rows)


def _since_register_began(rows: list[ContractRow]) -> list[ContractRow]:
    """The register knows nothing before its first day, except that somebody who left had been there."""
    first_day = day(FIRST_DAY)
    known = [replace(row, begins=max(row.begins, first_day)) for row in rows if row.ends > first_day]
    return known or rows[-1:]


def contracts_frame(
    rng: np.random.Generator, staff: Staff, rows: list[ContractRow], teams: Teams
) -> pl.DataFrame:
    """The entity ``staff_contracts``; an end nobody knows yet is empty."""
    posting = np.array([row.posting for row in rows])
    group = np.array([staff.postings[p].group for p in posting])
    officer = np.array([staff.postings[p].officer for p in posting])
    begins = np.array([row.begins for row in rows])
    special = rng.integers(0, len(SPECIALISATIONS), staff.officers)
    special = np.where(rng.random(staff.officers) < SPECIALISED, special, -1)
    return pl.DataFrame(
        {
            "officer_id": officer_ids(officer),
            "office_id": words(teams.ids, teams.office_on(group // len(LINES), begins)),
            "valid_from": dates(begins),
            "valid_to": dates(np.array([row.ends for row in rows])),
            "grade": [row.grade for row in rows],
            "fte": [row.fte for row in rows],
            "service_line": words(LINES, group % len(LINES)),
            "specialisation": words(SPECIALISATIONS, special[officer]),
        }
    )


def officer_ids(officer: np.ndarray) -> pl.Series:
    """Opaque ids of officers by number; empty for nobody (-1)."""
    return ids("O", officer, 4)
