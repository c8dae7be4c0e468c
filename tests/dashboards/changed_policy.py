"""A policy whose weights change within the data: the shipped one, with heavier rows from a day on.

It has some labels in French too: a column in one table, and a row in the table of labels.
"""

import csv
import shutil
from datetime import date
from pathlib import Path

from warehouse.places import SEEDS

SCHEME = "fl_type_phase"
CHANGED_ON = date(2024, 9, 16)  # in mid-month, in mid-case, on a Monday
HEAVIER = 1.25
FRENCH_SCHEME, FRENCH_LINE = "Type et phase", "Service des auteurs"


def write_changed_policy(folder: Path) -> Path:
    """A copy of the shipped policy in which each case weight of `SCHEME` gives way to a heavier one."""
    shutil.copytree(SEEDS, folder)
    (folder / "labels.csv").write_text(
        f"kind,code,language,label\nweight_scheme,{SCHEME},fr,{FRENCH_SCHEME}\n", encoding="utf-8"
    )
    lines = folder / "service_lines.csv"
    french = {"offender_supervision": FRENCH_LINE}
    _write(lines, [row | {"label_fr": french.get(row["service_line"], "")} for row in _rows(lines)])
    file = folder / "case_weights.csv"
    rows = _rows(file)
    day = CHANGED_ON.isoformat()
    before = [row | {"valid_to": day} if row["weight_scheme"] == SCHEME else row for row in rows]
    after = [
        row | {"weight": f"{float(row['weight']) * HEAVIER:.6f}", "valid_from": day}
        for row in rows
        if row["weight_scheme"] == SCHEME
    ]
    _write(file, before + after)
    return folder


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
