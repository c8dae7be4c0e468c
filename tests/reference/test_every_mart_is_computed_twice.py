"""No mart with computed figures without a second computation."""

from tests.askable_marts import askable_marts, is_now
from tests.reference.marts import REFERENCE

MARTS = askable_marts()
COMPARED = {mart.name for mart in REFERENCE}
# Marts that are not computed a second time, and why.
NOT_COMPUTED_TWICE = {
    "dim_events": "rows of the policy, and days of new weights, which fct_area_weight_changes compares",
    "dim_evidence": "rows of the policy",
    "dim_tariffs": "rows of the policy, which tests/ingest/test_tariffs.py checks",
    "dim_labels": "rows of the policy and of a mapping, which tests/ingest/test_labels.py checks",
    "dim_noise_levels": "rows of the policy",
    "dim_grades": "names that occur in fct_office_overload_months, which is compared",
    "dim_officers": "attributes of the latest contract, no figure",
    "dim_offices": "rows as delivered",
    "dim_sources": "what the deliveries say of themselves, which tests/ingest/test_order.py checks",
    "dim_service_lines": "rows of the policy",
    "dim_targets": "rows of the policy",
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
# Where each row is a row of a view too, the views are compared, each under the name that readers ask.
BY_THEIR_VIEWS = {
    "fct_area_line_periods",
    "fct_office_periods",
    "fct_office_work_periods",
    "fct_officer_periods",
}


def test_every_mart_is_compared_or_has_a_reason_not_to_be():
    assert not COMPARED & {*NOT_COMPUTED_TWICE, *BY_THEIR_VIEWS}
    assert COMPARED | NOT_COMPUTED_TWICE.keys() | BY_THEIR_VIEWS == MARTS.keys()


def test_a_mart_that_is_compared_by_its_views_has_each_figure_in_one_of_them():
    for mart in BY_THEIR_VIEWS:
        views = [view for view in MARTS.values() if view.view_of == mart]
        assert {view.name for view in views} <= COMPARED
        assert _figures(mart) <= {figure for view in views for figure in _figures(view.name)}


def _figures(mart: str) -> set[str]:
    return {name for name, data_type in MARTS[mart].columns.items() if data_type in ("double", "bigint")}


def _is_compared_elsewhere(mart: str, column: str) -> bool:
    """Places in an order, the ledger of dim_status, and figures by today's weights, which the views hold."""
    return column == "position" or mart == "dim_status" or is_now(column)


def test_every_figure_of_a_compared_mart_is_compared():
    missed = {
        f"{mart.name}.{name}"
        for mart in REFERENCE
        for name in _figures(mart.name) - {*mart.key, *mart.amounts, *mart.others}
        if not _is_compared_elsewhere(mart.name, name)
    }
    assert not missed
