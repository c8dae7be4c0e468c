"""No mart with computed figures without a second computation."""

import re
from pathlib import Path

import yaml

from tests.reference.marts import REFERENCE

PROJECT = Path(__file__).parents[2] / "dbt_project"
MARTS = {
    file.stem: file
    for folder in ("marts", "contract")
    for file in (PROJECT / "models" / folder).glob("*.sql")
}
# Views that one macro makes beside their marts, with the same columns.
AGAIN = [
    f"{mart}_now"
    for mart in re.findall(
        r"'(fct_\w+)'", (PROJECT / "macros" / "weights_of_today.sql").read_text(encoding="utf-8")
    )
]
# Marts that are not computed a second time, and why.
NOT_COMPUTED_TWICE = {
    "dim_events": "rows of the policy, and days of new weights, which fct_area_weight_changes compares",
    "dim_labels": "rows of the policy and of a mapping, which tests/ingest/test_labels.py checks",
    "dim_horizons": "rows of the policy",
    "dim_noise_levels": "rows of the policy",
    "dim_grades": "names that occur in fct_office_overload_months, which is compared",
    "dim_officers": "attributes of the latest contract, no figure",
    "dim_offices": "rows as delivered",
    "dim_phases": "rows of the policy",
    "dim_sources": "what the deliveries say of themselves, which tests/ingest/test_order.py checks",
    "dim_service_lines": "rows of the policy",
    "dim_thresholds": "rows of the policy",
    "dim_work_types": "rows of the policy",
    "fct_left_out": "counts of the mapping, which tests/ingest checks",
    "fct_loads": "counts of loading, which tests/ingest checks",
    "fct_quarantine": "rows as delivered, with the rule they broke",
    "fct_set_aside": "rows counted by rule, which tests/dashboards/test_about.py checks",
    "fct_version_changes": "two versions side by side, which tests/inputs/test_versions.py checks",
    "fct_version_figures": "counts of other marts, which tests/inputs/test_versions.py checks",
    "fct_test_results": "what the build says of itself",
}


def _columns(mart: str) -> dict[str, str]:
    described = MARTS[mart.removesuffix("_now") if mart in AGAIN else mart].with_suffix(".yml")
    properties = yaml.safe_load(described.read_text(encoding="utf-8"))
    return {column["name"]: column["data_type"] for column in properties["models"][0]["columns"]}


def test_every_mart_is_compared_or_has_a_reason_not_to_be():
    compared = {mart.name for mart in REFERENCE}
    assert not compared & NOT_COMPUTED_TWICE.keys()
    assert compared | NOT_COMPUTED_TWICE.keys() == {*MARTS, *AGAIN}


def _is_compared_elsewhere(mart: str, column: str) -> bool:
    """Places in an order, the ledger of dim_status, and figures by today's weights, which the views hold."""
    return column == "position" or mart == "dim_status" or column.removesuffix("_avg").endswith("_now")


def test_every_figure_of_a_compared_mart_is_compared():
    missed = {
        f"{mart.name}.{name}"
        for mart in REFERENCE
        for name, data_type in _columns(mart.name).items()
        if data_type in ("double", "bigint") and name not in {*mart.key, *mart.amounts, *mart.others}
        if not _is_compared_elsewhere(mart.name, name)
    }
    assert not missed
