"""The files themselves: columns, types and what may be empty."""

from datetime import date

import polars as pl

from ingest.labels import without_labels
from ingest.policy import copy_policy
from warehouse.places import SEEDS

MODEL_COLUMNS = {
    "weight_schemes": "weight_scheme unit full_time_capacity factor_cap source is_default",
    "capacity_chain": "weight_scheme step value unit source",
    "case_weights": "weight_scheme supervision_type risk_level from_month to_month weight "
    "valid_from valid_to source basis",
    "case_factors": "weight_scheme flag factor valid_from valid_to source",
    "task_weights": "weight_scheme task_type weight weighs window_days valid_from valid_to source",
    "capacity_grades": "weight_scheme grade capacity_share valid_from valid_to source",
    "reduction_reasons": "reason source",
    "work_types": "work_type kind service_line person_category",
    "phases": "phase from_month to_month",
    "threshold_sets": "threshold_set measure threshold source",
    "horizons": "horizon weeks source",
    "labels": "kind code language label",
    "noise_levels": "measure threshold unit source",
    "version_bounds": "figure part direction bound unit least source",
    "service_lines": "service_line position",
    "evidence": "evidence language claim design country published_in population outcome follow_up effect "
    "limits source",
    "tariffs": "service_line valid_from valid_to eur_per_fte_year covers source",
    "targets": "target measure amount valid_from valid_to source",
    "drivers": "driver kind happened_on affects source basis",
}
LABELLED = (
    "drivers",
    "horizons",
    "phases",
    "reduction_reasons",
    "service_lines",
    "targets",
    "threshold_sets",
    "weight_schemes",
    "work_types",
)


def test_every_table_of_the_model_ships_with_its_columns(seed_names, column_types):
    assert set(seed_names) == set(MODEL_COLUMNS)
    for name, columns in MODEL_COLUMNS.items():
        assert set(columns.split()) <= set(column_types(name)), name


def test_each_file_has_the_columns_its_properties_declare(seed_names, header, column_types):
    """Labels aside: they leave their tables before the models read them."""
    for name in seed_names:
        columns = [column for column in header(name) if name == "labels" or not column.startswith("label")]
        assert columns == list(column_types(name)), name


def test_every_row_that_pages_show_has_a_label_in_english_and_dutch(seed_names, seed, header):
    labelled = [name for name in seed_names if any(column.startswith("label") for column in header(name))]
    assert set(labelled) == {*LABELLED, "labels"}
    for name in LABELLED:
        for row in seed(name):
            assert (row.get("label") or row["label_en"]).strip() and row["label_nl"].strip(), row


def test_no_text_is_empty(seed_names, seed, column_types):
    for name in seed_names:
        texts = [column for column, kind in column_types(name).items() if kind == "string"]
        empty = [row for row in seed(name) for column in texts if not row[column].strip()]
        assert not empty, name


def test_every_row_names_its_source(seed_names, column_types):
    assert all("source" in column_types(name) for name in seed_names if name != "labels")


def test_numbers_and_dates_are_only_empty_where_that_has_a_meaning(seed_names, seed, column_types):
    may_be_empty = {"to_month", "valid_to", "window_days"}
    for name in seed_names:
        filled = set(column_types(name)) - may_be_empty
        assert all(row[column] for row in seed(name) for column in filled), name


def test_weights_row_by_row_say_assumed_in_source_and_basis_alike(seed):
    for row in seed("case_weights"):
        assert (row["basis"] == "assumed") == row["source"].startswith("assumption"), row


def test_drivers_are_dated_in_order_and_sourced(seed):
    drivers = seed("drivers")
    days = [date.fromisoformat(row["happened_on"]) for row in drivers]
    assert days == sorted(days)
    assert {row["kind"] for row in drivers} == {"law", "organisation", "event", "series_break"}
    assert {row["basis"] for row in drivers} <= {"published", "derived", "general knowledge, unchecked"}
    assert all(row["source"] != "no source checked" for row in drivers if row["basis"] == "published")


def test_a_driver_is_dated_no_finer_than_it_is_known(seed):
    first_of = {"month": 1, "year": 1}
    for row in seed("drivers"):
        day = date.fromisoformat(row["happened_on"])
        assert row["date_precision"] in {"day", *first_of}
        assert row["date_precision"] == "day" or day.day == 1
        assert row["date_precision"] != "year" or day.month == 1


def test_drivers_affect_types_that_exist(seed):
    mandates = {row["work_type"] for row in seed("work_types") if row["kind"] == "mandate"}
    for row in seed("drivers"):
        assert row["affects"] == "all" or set(row["affects"].split()) <= mandates, row["driver"]


def test_types_and_lines_hang_together(seed):
    types = {row["work_type"]: row for row in seed("work_types")}
    lines = {row["service_line"] for row in seed("service_lines")}
    assert {row["service_line"] for row in types.values()} == lines
    weighed = {row["supervision_type"] for row in seed("case_weights")}
    assert weighed == {name for name, row in types.items() if row["kind"] == "mandate"}
    tasks = {row["task_type"] for row in seed("task_weights")}
    assert tasks == {name for name, row in types.items() if row["kind"] == "task"}


def test_a_folder_without_horizons_noise_levels_or_evidence_gets_the_shipped_ones(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "phases.csv").write_text((SEEDS / "phases.csv").read_text(encoding="utf-8"), encoding="utf-8")
    copy_policy(own, SEEDS, tmp_path / "copied")
    for name in ("evidence", "horizons", "noise_levels", "version_bounds"):
        copied, shipped = (pl.read_csv(folder / f"{name}.csv") for folder in (tmp_path / "copied", SEEDS))
        assert copied.equals(without_labels(shipped))
    assert pl.read_csv(tmp_path / "copied" / "case_weights.csv").is_empty()


def test_every_study_is_told_in_english_and_dutch_with_one_source(seed):
    studies = {}
    for row in seed("evidence"):
        studies.setdefault((row["evidence"], row["position"], row["source"]), []).append(row["language"])
    assert all(languages == ["en", "nl"] for languages in studies.values()), studies
    assert [int(position) for _, position, _ in studies] == list(range(1, len(studies) + 1))


def test_no_study_has_an_effect_that_nobody_extracted(seed):
    assert {row["effect"] for row in seed("evidence")} == {"not extracted", "niet overgenomen"}


def test_no_tariff_is_invented(seed):
    assert seed("tariffs") == []


def test_no_target_is_invented(seed):
    assert [(row["measure"], row["amount"]) for row in seed("targets")] == [("workload_pct", "100")]
    assert all(row["source"].startswith("definition") for row in seed("targets"))
