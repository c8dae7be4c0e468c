"""Reports by command hold what pages show, whole or not at all; what cannot be given is one sentence."""

from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from dashboards.app_pages.growth import PAGE
from dashboards.brief import printing
from dashboards.panels.growth import frames
from dashboards.reader import Reader
from dashboards.text import speaking
from reports import __main__ as command
from reports import backtest, growth
from tests.analysis.forecast_drawn import drawn, past_of
from tests.dashboards.viewing import view_of
from warehouse.current import published_file

MONTHS = ("--from", "2020-06", "--to", "2026-06")


def run(warehouse: Path, name: str, *given: str) -> int:
    return command.main([name, "--warehouse", str(warehouse), *given])


@pytest.fixture(scope="module")
def split(warehouse_large: Path, tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    """The table of every area, line and scheme, with the lines of the page left out but two."""
    into = tmp_path_factory.mktemp("reports") / "new" / "growth.csv"
    with pytest.MonkeyPatch.context() as patch:
        every = growth._ids
        kept = {"weight_scheme": ["fl_type_phase"], "office": ["ANT", "GEN"]}
        patch.setattr(growth, "_ids", lambda reader, kind: kept.get(kind) or every(reader, kind))
        assert run(warehouse_large, "growth", *MONTHS, "--into", str(into)) == 0
    return pl.read_csv(into)


def test_causes_add_up_to_the_total_of_each_measure(split: pl.DataFrame) -> None:
    assert split.columns == ["area_id", "service_line", "weight_scheme", "measure", "factor", "change"]
    is_total = pl.col("factor") == "total"
    sums = split.group_by(pl.col(split.columns[:4])).agg(
        total=pl.col("change").filter(is_total), parts=pl.col("change").filter(~is_total).sum()
    )
    assert sums.height > 8 and set(sums["measure"]) == {"open_cases", "workload_units", "workload_pct"}
    assert sums["total"].list.len().unique().to_list() == [1]
    assert sums.filter((pl.col("total").list.first() - pl.col("parts")).abs() > 1e-9).is_empty()


def test_every_figure_is_that_of_the_page(split: pl.DataFrame, warehouse_large: Path) -> None:
    reader = Reader(str(published_file(warehouse_large)))
    stated = {"service_line": "offender_supervision", "from_month": "2020-06", "to_month": "2026-06"}
    for area in ("service", "GEN"):
        place = {} if area == "service" else {"office": area}
        with speaking("en"):
            view = view_of(PAGE, reader, **stated, **place)
            shown = frames.split(view, "workload_units")
        own = split.filter(area_id=area, service_line="offender_supervision", measure="workload_units")
        for factor, change in own.select("factor", "change").rows():
            expected = (
                shown["after"].sum() - shown["before"].sum() if factor == "total" else shown[factor].sum()
            )
            assert change == pytest.approx(expected, abs=1e-9), (area, factor)


def test_no_percentage_of_few_posts_is_written(
    sample_warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The small sample has fewer than five posts in every office."""
    into = tmp_path / "growth.csv"
    asked = ("--measure", "workload_pct", "--area", "GEN", "--into", str(into))
    assert run(sample_warehouse, "growth", *MONTHS, *asked) == 0
    assert pl.read_csv(into).is_empty()
    assert "is left out: of fewer than five posts no percentage is shown" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("growth", *MONTHS, "--area", "prison"), "no area 'prison'; there are service, "),
        (
            ("growth", "--from", "2020-06", "--to", "2026-09"),
            "no whole month '2026-09'; these data hold 2018-01",
        ),
        (("growth", "--from", "2020-06", "--to", "2020-06"), "--from 2020-06 is not before --to 2020-06"),
        (("growth", *MONTHS, "--warehouse", "nowhere"), "nothing is published in nowhere; `python -m ingest"),
        (("brief", "--area", "prison"), "no area 'prison'; there are service, "),
        (("brief", "--target", "42"), "no target '42'; there are 90, 95, 100, 105, 110"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence_and_nothing_is_written(
    warehouse_large: Path, tmp_path: Path, capsys, asked: tuple[str, ...], said: str
) -> None:
    into = tmp_path / "into"
    assert run(warehouse_large, *asked, "--into", str(into)) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"refused: {said}") and error.count("\n") == 1
    assert not into.exists()


def test_a_folder_that_cannot_be_written_to_is_said(warehouse_large: Path, tmp_path: Path, capsys) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    asked = ("--area", "GEN", "--measure", "open_cases", "--into", str(tmp_path / "file" / "growth.csv"))
    assert run(warehouse_large, "growth", *MONTHS, *asked) == 2
    assert "cannot be written: " in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_the_brief_of_an_office_is_asked_for_by_its_name(
    warehouse_large: Path, tmp_path: Path, capsys
) -> None:
    asked = ("--area", "gent", "--language", "nl", "--target", "90", "--into", str(tmp_path / "new"))
    assert run(warehouse_large, "brief", *asked) == 0
    kinds = ["html", "xlsx", *(["pdf"] if printing.printer() else [])]
    written = [str(tmp_path / "new" / f"brief.{kind}") for kind in kinds]
    assert capsys.readouterr().out.splitlines() == [f"wrote {one}" for one in written]
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == sorted(
        f"brief.{kind}" for kind in kinds
    )
    document = (tmp_path / "new" / "brief.html").read_text(encoding="utf-8")
    assert "<h1>Werk en personeel: Gent</h1>" in document
    assert "streefwerklast 90" in document


def test_where_nothing_prints_the_command_says_so_and_writes_the_rest(
    warehouse_large: Path, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(printing, "printer", lambda: None)
    assert run(warehouse_large, "brief", "--into", str(tmp_path)) == 0
    assert "no brief.pdf: no Chromium and no WeasyPrint" in capsys.readouterr().err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["brief.html", "brief.xlsx"]


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
