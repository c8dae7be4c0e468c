"""Reports by command hold what pages show, whole or not at all; what cannot be given is one sentence."""

import math
import re
from pathlib import Path

import polars as pl
import pytest

from analysis.scenario import read
from analysis.scenario.outcomes import OUTCOMES
from dashboards.app_pages.growth import PAGE
from dashboards.panels.growth import frames
from dashboards.panels.scenarios import frames as scenario_frames
from dashboards.panels.scenarios import tables
from dashboards.paper import printing
from dashboards.reader import Reader
from dashboards.text import speaking
from reports import __main__ as command
from reports import growth
from tests.dashboards.conftest import SMALL_OFFICE
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


QUEUE = 'schema = 1\ntitle = "t"\narea = "service"\nservice_lines = ["offender_supervision"]\nmonths = 3\n'


def test_a_scenario_is_written_as_the_page_shows_it_and_small_groups_are_empty(
    warehouse_large: Path, tmp_path: Path, capsys
) -> None:
    file, into = tmp_path / "three.toml", tmp_path / "new" / "queue.csv"
    file.write_text(QUEUE + OVERDUE, encoding="utf-8")
    assert run(warehouse_large, "queue", "--scenario", str(file), "--into", str(into)) == 0
    rows = pl.read_csv(into, try_parse_dates=True)
    assert rows.columns == list(tables.COLUMNS)
    reader = Reader(str(published_file(warehouse_large)))
    with speaking("en"):
        scenario = read(file.read_text(encoding="utf-8"), "three.toml")
        view = scenario_frames.looked_at(view_of(PAGE, reader), scenario, "offender_supervision")
        found = scenario_frames.result(view, scenario)
    for outcome in OUTCOMES:
        whole = rows.filter(area_id="service", outcome=outcome)
        assert whole["month_start_on"].to_list() == list(found.months)
        for band, expected in zip(("low", "central", "high"), found.bands[outcome][0], strict=True):
            known = [amount if math.isfinite(amount) else None for amount in expected]
            assert whole[band].to_list() == pytest.approx(known)
    few = rows.filter(area_id=SMALL_OFFICE)
    assert few.height == 18 and few["central"].null_count() == 18
    assert few["why_empty"].str.contains("Fewer than 5").all()
    told = capsys.readouterr().err
    assert "Overdue: Cases coming in, more or fewer, to be looked at again by 1 February 2026" in told
    (hidden,) = re.findall("offender_supervision: no figures of (.*); why_empty says why", told)
    assert hidden.split(", ") == list(found.hidden) and SMALL_OFFICE in found.hidden


OVERDUE = (
    '[[assumptions]]\nname = "inflow_pct"\nlow = 0\ncentral = 5\nhigh = 9\nunit = "percent"\nowner = "me"\n'
    'source = "assumption"\nmade_on = 2026-01-01\nreview_on = 2026-02-01\n'
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"schema = 1", "bad.toml, title: is missing; it takes text between quotes, not empty"),
        (QUEUE.replace("service", "prison", 1).encode(), "bad.toml, area = 'prison': not in these data; "),
        (b"\xff", "{file}: not a text in UTF-8"),
        (None, "{file} cannot be read: no such file or directory"),
    ],
)
def test_a_bad_scenario_is_one_sentence_and_writes_nothing(
    warehouse_large: Path, tmp_path: Path, capsys, text: bytes | None, said: str
) -> None:
    file, into = tmp_path / "bad.toml", tmp_path / "queue.csv"
    into.write_text("mine", encoding="utf-8")
    if text is not None:
        file.write_bytes(text)
    assert run(warehouse_large, "queue", "--scenario", str(file), "--into", str(into)) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"refused: {said.format(file=file)}") and error.count("\n") == 1
    assert into.read_text(encoding="utf-8") == "mine"


def test_a_line_that_cannot_be_shown_has_rows_that_say_so(
    sample_warehouse: Path, tmp_path: Path, capsys
) -> None:
    """The small sample has fewer than five posts in every office."""
    file, into = tmp_path / "one.toml", tmp_path / "queue.csv"
    file.write_text(QUEUE.replace('"service"', '"GEN"'), encoding="utf-8")
    assert run(sample_warehouse, "queue", "--scenario", str(file), "--into", str(into)) == 0
    rows = pl.read_csv(into)
    assert rows.height == 18 and rows["central"].null_count() == 18
    assert rows["why_empty"].str.contains("Fewer than 5").all()
    assert capsys.readouterr().err.startswith("offender_supervision: Fewer than 5 ")
