"""Deliveries and policies written as the CSV files an agency would hand in."""

import csv
import dataclasses
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import yaml

from ingest.contract import ENTITIES
from tests.reference.policy import Policy
from tests.reference.records import Delivery

PROPERTIES = Path(__file__).parents[2] / "dbt_project" / "models" / "policy"
SOURCE = "made up for this test"


def write_delivery(folder: Path, delivery: Delivery) -> Path:
    """Write one file per entity that is delivered, with or without rows, and ``delivery.toml``."""
    folder.mkdir(parents=True)
    known = {field.name for field in dataclasses.fields(delivery)}
    for name in ENTITIES.keys() & known - delivery.not_delivered:
        columns = [column.name for column in ENTITIES[name].columns]
        _write(folder / f"{name}.csv", columns, map(dataclasses.asdict, getattr(delivery, name)))
    settings = f'as_of = {delivery.as_of}\nsource_system = "reference"\n'
    (folder / "delivery.toml").write_text(settings, encoding="utf-8")
    return folder


def write_policy(folder: Path, policy: Policy) -> Path:
    """Write every table of the policy with the columns its property file declares.

    Horizons, noise levels and bounds of versions are none of it: the build takes the shipped ones. Labels
    stand in the tables.
    """
    folder.mkdir(parents=True)
    rows = _policy_rows(policy)
    for properties in sorted(PROPERTIES.glob("*.yml")):
        seed = yaml.safe_load(properties.read_text(encoding="utf-8"))["seeds"][0]
        if seed["name"] in ("horizons", "labels", "noise_levels", "version_bounds"):
            continue
        of_table = rows.get(seed["name"], [])
        labels = {name: None for row in of_table for name in row if name.startswith("label")}
        _write(folder / f"{seed['name']}.csv", [*seed["config"]["column_types"], *labels], of_table)
    return folder


def _policy_rows(policy: Policy) -> dict[str, list[dict]]:
    return {
        "weight_schemes": _labelled(policy.schemes, "weight_scheme"),
        "capacity_chain": [
            {
                "weight_scheme": one.weight_scheme,
                "step": "all",
                "position": 1,
                "unit": one.unit,
                "source": SOURCE,
            }
            | {"value": one.full_time_capacity}
            for one in policy.schemes
        ],
        "case_weights": _labelled(policy.case_weights),
        "case_factors": _labelled(policy.case_factors),
        "task_weights": _labelled(policy.task_weights),
        "capacity_grades": _labelled(policy.capacity_grades),
        "work_types": [
            row | {"person_category": "none"} for row in _labelled(policy.work_types, "work_type")
        ],
        "phases": _labelled(policy.phases, "phase"),
        "reduction_reasons": [
            {"reason": reason, "label": reason, "label_nl": reason, "source": SOURCE}
            for reason in policy.reduction_reasons
        ],
        "service_lines": [
            {"service_line": line, "label": line, "label_nl": line, "position": position, "source": SOURCE}
            for position, line in enumerate(policy.service_lines)
        ],
        "threshold_sets": _labelled(policy.threshold_sets, "threshold_set"),
    }


def _labelled(rows: Iterable, label: str | None = None) -> list[dict]:
    found = [dataclasses.asdict(row) | {"source": SOURCE} for row in rows]
    for row in found if label else ():
        row |= {"label": row[label], "label_nl": row[label]}
    return found


def _write(file: Path, columns: list[str], rows: Iterable[dict]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_text(row.get(column)) for column in columns])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
