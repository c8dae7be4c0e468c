"""A forecast is kept once and never rewritten, is published in one step, and is compared with what came."""

import hashlib
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from unittest import mock

import duckdb
import polars as pl
import pytest

from ingest.__main__ import main
from ingest.errors import BadInputError, MaatwerkError
from ingest.forecast import forecast, origin_of
from ingest.progress import Progress
from ingest.publication.forecast_marts import MARTS, write_forecast_marts
from ingest.publication.forecasts_kept import Origin, keep
from ingest.publication.publish import build_folder, versions
from tests.forecasts_drawn import EARLIER, KEYS, drawn_forecast, months_of
from warehouse.current import published_file

QUIET = Progress(is_silent=True)


def engine(file: Path, _: Progress):
    return drawn_forecast(file)


def failing(*_: object):
    raise RuntimeError("no forecast")


def without_forecasts(sample_warehouse: Path, into: Path) -> Path:
    """The sample as it is built, before anybody forecasts."""
    shutil.copytree(sample_warehouse, into, symlinks=True, ignore=shutil.ignore_patterns("forecasts"))
    write_forecast_marts(published_file(into), into)
    return into


@pytest.fixture
def warehouse(sample_warehouse: Path, tmp_path: Path) -> Path:
    return without_forecasts(sample_warehouse, tmp_path / "warehouse")


@pytest.fixture(scope="module")
def bare(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_forecasts(sample_warehouse, tmp_path_factory.mktemp("bare") / "warehouse")


@pytest.fixture(scope="module")
def with_forecasts(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with a forecast of half a year ago, kept then, and one of today."""
    home = tmp_path_factory.mktemp("forecast") / "warehouse"
    warehouse = Path(shutil.copytree(bare, home, symlinks=True))
    early = drawn_forecast(published_file(warehouse), before=date(2026, 1, 1), factor=1.01)
    keep(warehouse, EARLIER, early)
    assert forecast(warehouse, QUIET, engine).is_new
    return warehouse


def rows(warehouse: Path, question: str) -> pl.DataFrame:
    with duckdb.connect(str(published_file(warehouse)), read_only=True) as connection:
        return connection.execute(question).pl()


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_without_forecast_has_the_marts_empty_and_described(sample_build: Path) -> None:
    with duckdb.connect(str(sample_build / "kept" / "published.duckdb"), read_only=True) as connection:
        for mart in MARTS:
            assert connection.execute(f"select count(*) from marts.{mart.name}").fetchone() == (0,)  # noqa: S608
            comments = connection.execute(
                "select column_name, comment from duckdb_columns() where table_name = $1", [mart.name]
            ).fetchall()
            assert comments == [(name, said) for name, _, said in mart.columns]


def test_a_forecast_is_kept_once_and_never_rewritten(with_forecasts: Path) -> None:
    archive = with_forecasts / "forecasts"
    before = hashes(archive)
    other = drawn_forecast(published_file(with_forecasts), factor=2)
    for origin in (EARLIER, origin_of(published_file(with_forecasts))):
        with pytest.raises(FileExistsError):
            keep(with_forecasts, origin, other)
    assert hashes(archive) == before
    assert len(list(archive.iterdir())) == 2, "nothing half written is left"


def test_a_second_run_makes_no_other_forecast_and_no_other_version(with_forecasts: Path) -> None:
    before, kept = versions(with_forecasts), hashes(with_forecasts / "forecasts")
    done = forecast(with_forecasts, QUIET, failing)
    assert not done.is_new
    assert (versions(with_forecasts), hashes(with_forecasts / "forecasts")) == (before, kept)


def test_the_version_with_the_forecast_stands_beside_the_one_without(
    with_forecasts: Path, bare: Path
) -> None:
    old, new = versions(with_forecasts)
    assert published_file(with_forecasts) == new
    assert old.read_bytes() == published_file(bare).read_bytes(), "readers of it go on"
    assert not Path(f"{new}.wal").exists()
    names = [mart.name for mart in MARTS]
    with duckdb.connect(str(new), read_only=True) as connection:
        connection.execute(f"attach '{old}' as old (read_only)")
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'old'"
        ).fetchall()
        assert len(tables) > 50
        for schema, table in tables:
            if table not in names:
                place = f"{schema}.{table}"
                unlike = f"select count(*) from (from {place} except all from old.{place})"  # noqa: S608
                assert connection.execute(unlike).fetchone() == (0,), table
        undescribed = connection.execute(
            "select count(*) from duckdb_columns() where schema_name = 'marts' and comment is null"
        ).fetchone()
    assert undescribed == (0,)


def test_what_is_forecast_now_is_the_latest_forecast(with_forecasts: Path) -> None:
    shown = rows(with_forecasts, "select * from marts.fct_forecast_months")
    kept = drawn_forecast(versions(with_forecasts)[0]).months
    on = [*KEYS, "month_start_on", "horizon_months", "model"]
    both = shown.join(kept, on=on, suffix="_kept")
    assert shown.height == both.height == kept.height
    for name in ("point", "low_80", "high_80", "low_95", "high_95"):
        assert (both[name] == both[f"{name}_kept"]).all()
    assert shown["as_of"].unique().to_list() == [date(2026, 6, 30)]
    assert shown["month_start_on"].min() == date(2026, 7, 1)


def test_what_was_forecast_half_a_year_ago_is_held_against_what_came(with_forecasts: Path) -> None:
    """Case by case for open cases of one office; the sums of months for every series and measure."""
    held = rows(with_forecasts, "select * from marts.fct_forecast_against_actual where is_kept")
    assert sorted(held["month_start_on"].unique()) == [date(2026, month, 1) for month in range(1, 7)]
    assert held["origin_month_start_on"].unique().to_list() == [date(2025, 12, 1)]
    came = {row[:-1]: row[-1] for row in months_of(published_file(with_forecasts)).iter_rows()}
    known = {key[:-1] for key in came if key[-1] < date(2026, 1, 1)}
    last = {series: came.get((*series, date(2025, 12, 1)), 0) for series in known}
    assert held.height == 6 * len(last)
    for row in held.iter_rows(named=True):
        series = tuple(row[name] for name in KEYS)
        month = row["month_start_on"]
        assert row["horizon_months"] == month.month
        assert row["forecast"] == pytest.approx(last[series] * 1.01**month.month)
        assert row["came"] == pytest.approx(came.get((*series, month), 0))
    opened = rows(
        with_forecasts,
        """
        select count(distinct case_id) as cases
        from marts.fct_open_cases inner join marts.dim_work_types on work_type = supervision_type
        where dim_work_types.service_line = 'offender_supervision' and office_id = 'GEN'
        """,
    ).item()
    of_office = held.filter(
        (pl.col("office_id") == "GEN")
        & (pl.col("service_line") == "offender_supervision")
        & (pl.col("supervision_type") == "")
        & (pl.col("measure") == "open_cases")
        & (pl.col("month_start_on") == date(2026, 6, 1))
    )
    assert of_office["came"].to_list() == [opened], "open at the end of June, counted one by one"


def test_a_backtest_is_of_the_latest_forecast_alone(with_forecasts: Path) -> None:
    held = rows(with_forecasts, "select * from marts.fct_forecast_against_actual where not is_kept")
    latest = drawn_forecast(versions(with_forecasts)[0])
    assert held.height == latest.origins.height
    assert (
        rows(with_forecasts, "select count(*) from marts.fct_forecast_errors").item() == latest.errors.height
    )


def test_a_month_without_a_row_came_to_nothing(with_forecasts: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    invented = drawn_forecast(published_file(with_forecasts), before=date(2026, 1, 1))
    extra = invented.months.head(1).with_columns(
        supervision_type=pl.lit("nobody_has_this"),
        month_start_on=pl.lit(date(2026, 3, 1)),
        horizon_months=pl.lit(3, pl.Int64),
    )
    keep(warehouse, EARLIER, type(invented)(extra, invented.errors, invented.origins))
    file = Path(shutil.copy(published_file(with_forecasts), tmp_path / "copy.duckdb"))
    write_forecast_marts(file, warehouse)
    with duckdb.connect(str(file), read_only=True) as connection:
        question = "select came from marts.fct_forecast_against_actual where is_kept"
        assert connection.execute(question).fetchall() == [(0,)]


def test_of_two_forecasts_of_one_day_the_first_is_held_against_what_came(
    with_forecasts: Path, tmp_path: Path
) -> None:
    warehouse, old = tmp_path / "warehouse", published_file(with_forecasts)
    for build, made, factor in (("aaa", 9, 3.0), ("bbb", 5, 1.5)):
        origin = Origin(build, date(2025, 12, 31), True, datetime(2026, 1, made))
        keep(warehouse, origin, drawn_forecast(old, before=date(2026, 1, 1), factor=factor))
    file = Path(shutil.copy(old, tmp_path / "copy.duckdb"))
    write_forecast_marts(file, warehouse)
    with duckdb.connect(str(file), read_only=True) as connection:
        counted = connection.execute(
            "select distinct build_id from marts.fct_forecast_against_actual where is_kept"
        ).fetchall()
        now = connection.execute("select distinct build_id from marts.fct_forecast_months").fetchall()
    assert (counted, now) == ([("bbb",)], [("aaa",)])


@pytest.mark.parametrize(
    "status", ["is_synthetic = false", "as_of = date '2025-06-30'"], ids=["real data", "an older version"]
)
def test_a_forecast_is_not_shown_with_data_that_it_is_not_of(
    with_forecasts: Path, tmp_path: Path, status: str
) -> None:
    file = Path(shutil.copy(published_file(with_forecasts), tmp_path / "other.duckdb"))
    with duckdb.connect(str(file)) as connection:
        connection.execute(f"update marts.dim_status set {status}")  # noqa: S608
    write_forecast_marts(file, with_forecasts)
    with duckdb.connect(str(file), read_only=True) as connection:
        for mart in MARTS:
            assert connection.execute(f"select count(*) from marts.{mart.name}").fetchone() == (0,)  # noqa: S608


def test_a_forecast_that_fails_changes_nothing(warehouse: Path) -> None:
    before = hashes(warehouse)
    with pytest.raises(RuntimeError):
        forecast(warehouse, QUIET, failing)
    assert hashes(warehouse) == before


def test_a_publication_that_fails_leaves_the_old_version_and_is_caught_up(warehouse: Path) -> None:
    old = published_file(warehouse)
    content = old.read_bytes()
    full = mock.patch("ingest.forecast.write_forecast_marts", side_effect=OSError(28, "full"))
    with full, pytest.raises(OSError, match="full"):
        forecast(warehouse, QUIET, engine)
    assert (published_file(warehouse), versions(warehouse)) == (old, [old])
    assert old.read_bytes() == content
    assert not (warehouse / ".building").exists()
    done = forecast(warehouse, QUIET, failing)
    assert not done.is_new, "what was kept is published, and not made again"
    assert rows(warehouse, "select count(*) > 0 from marts.fct_forecast_months").item()


def test_beside_another_writer_it_is_kept_and_published_later(warehouse: Path) -> None:
    old = published_file(warehouse)
    with build_folder(warehouse), pytest.raises(MaatwerkError, match="another build is writing"):
        forecast(warehouse, QUIET, engine)
    assert published_file(warehouse) == old
    assert len(list((warehouse / "forecasts").iterdir())) == 1
    assert forecast(warehouse, QUIET, failing).published != old


def test_what_cannot_be_forecast_is_refused_in_one_sentence(warehouse: Path, tmp_path: Path, capsys) -> None:
    assert main(["forecast", "--warehouse", str(tmp_path / "none")]) == 2
    assert "no published warehouse to forecast from" in capsys.readouterr().err
    with duckdb.connect(str(published_file(warehouse))) as connection:
        connection.execute("update marts.dim_status set has_cases = false")
    with pytest.raises(BadInputError, match="no cases to forecast from"):
        forecast(warehouse, QUIET, failing)


def test_without_the_library_one_sentence_says_how_to_install_it(warehouse: Path, capsys) -> None:
    with mock.patch("ingest.forecast_engine.find_spec", return_value=None):
        assert main(["forecast", "--warehouse", str(warehouse)]) == 3
    said = capsys.readouterr().err.strip()
    assert "pip install" in said
    assert "\n" not in said
    assert not (warehouse / "forecasts").exists()


def test_a_build_never_loads_the_methods() -> None:
    loaded = "import ingest.__main__, sys; print({'statsforecast', 'analysis'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
