"""A policy whose weights change within the data: the shipped one, with heavier rows from a day on."""

import csv
import shutil
from datetime import date
from pathlib import Path

from warehouse.places import SEEDS

SCHEME = "fl_type_phase"
CHANGED_ON = date(2024, 9, 16)  # in mid-month, in mid-case, on a Monday
HEAVIER = 1.25


def write_changed_policy(folder: Path) -> Path:
    """A copy of the shipped policy in which each case weight of `SCHEME` gives way to a heavier one."""
    shutil.copytree(SEEDS, folder)
    file = folder / "case_weights.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    day = CHANGED_ON.isoformat()
    before = [row | {"valid_to": day} if row["weight_scheme"] == SCHEME else row for row in rows]
    after = [
        row | {"weight": f"{float(row['weight']) * HEAVIER:.6f}", "valid_from": day}
        for row in rows
        if row["weight_scheme"] == SCHEME
    ]
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(before + after)
    return folder
