"""How far off forecasts were, written by command: every model, its error and its coverage; or a sentence."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from reports import backtest
from tests.analysis.forecast_drawn import drawn, past_of
from tests.dashboards.test_reports import run


def test_a_backtest_is_written_with_error_and_coverage_of_every_model(
    warehouse_large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past = past_of(drawn())
    for name in ("flow", "cohorts"):
        monkeypatch.setattr(backtest.past_months, name, lambda reader, name=name: getattr(past, name))
    monkeypatch.setattr(backtest.past_months, "work", lambda reader, scheme: past.work)
    monkeypatch.setattr(
        backtest.queries,
        "status",
        lambda reader: SimpleNamespace(
            has_cases=True, as_of=past.as_of, first_month_on=past.known_from, default_weight_scheme="any"
        ),
    )
    assert run(warehouse_large, "backtest", "--without-search", "--into", str(tmp_path)) == 0
    table = pl.read_csv(tmp_path / "backtest.csv")
    assert set(table["measure"]) == {"received_cases", "open_cases", "workload_units"}
    # sums only: of an office in one kind there may be few cases
    assert table.filter((pl.col("office_id") != "") & (pl.col("supervision_type") != "")).is_empty()
    assert (
        table.group_by("measure", "horizon_months")
        .agg(pl.col("model").filter(pl.col("is_used")).n_unique())["model"]
        .to_list()
        == [1] * 54
    )
    written = (tmp_path / "backtest.md").read_text(encoding="utf-8")
    [mean] = table.filter(
        (pl.col("office_id") == "")
        & (pl.col("supervision_type") == "")
        & (pl.col("measure") == "open_cases")
        & (pl.col("model") == "little")
        & (pl.col("horizon_months") == 6)
    )["mase"]
    assert f"{mean:.3f}" in written


def test_an_office_whose_source_stopped_is_left_out_and_one_a_little_behind_sets_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = {"ANT": date(2026, 6, 30), "GEN": date(2026, 6, 12), "HAL": date(2025, 12, 31), "LEU": None}
    rows = [{"id": office, "known_until_on": day} for office, day in days.items()]
    monkeypatch.setattr(backtest.queries, "choices", lambda reader, kind: rows)
    assert backtest._known_until(None, date(2026, 6, 30)) == (date(2026, 6, 12), ["HAL"])


def test_a_backtest_without_its_library_says_how_to_install_it(
    warehouse_large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(backtest, "is_installed", lambda: False)
    assert run(warehouse_large, "backtest", "--into", str(tmp_path)) == 2
    told = capsys.readouterr().err
    assert "pip install 'maatwerk[forecast]'" in told and told.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_backtest_of_a_warehouse_without_cases_says_so(
    warehouse_large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(backtest.queries, "status", lambda reader: SimpleNamespace(has_cases=False))
    nothing = pl.DataFrame(
        schema={
            "office_id": pl.String,
            "supervision_type": pl.String,
            "period_start_on": pl.Date,
            "open_cases_end": pl.Float64,
        }
    )
    monkeypatch.setattr(backtest.past_months, "published", lambda reader: nothing)
    assert run(warehouse_large, "backtest", "--without-search", "--into", str(tmp_path)) == 2
    assert "no three years" in capsys.readouterr().err


def test_a_backtest_refuses_weights_that_are_not_there(
    warehouse_large: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    given = ("--without-search", "--scheme", "nothing", "--into", str(tmp_path))
    assert run(warehouse_large, "backtest", *given) == 2
    assert "'nothing'" in capsys.readouterr().err
