"""A new version is compared with the one it replaces: refused beyond the bounds, listed below them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.publication.publish import versions
from tests.ingest.mapping_cases import case_folder
from tests.inputs.conftest import sound
from tests.inputs.published import Outcome, asking, build_command, fingerprint


def changed(folder: Path, name: str, pattern: str, by: str) -> Path:
    file = folder / name
    file.write_text(
        re.sub(pattern, by, file.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )
    return folder


def under_new_ids(folder: Path) -> Path:
    """Every case a second time under another id."""
    file = folder / "cases.csv"
    header, *rows = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([header, *rows, *(f"N{row}" for row in rows), ""]), encoding="utf-8")
    return folder


def without_assignments(folder: Path) -> Path:
    (folder / "case_assignments.csv").write_text("case_id,officer_id,valid_from\n", encoding="utf-8")
    return folder


FAULTS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "half of everything": (
        lambda _: case_folder("half-of-everything"),
        "rows of cases 12 -> 6 (-50.0 %) (may fall",
    ),
    "dates in another format": (
        lambda _: case_folder("every-row-in-quarantine"),
        "rows of cases 12 -> 0 (-100.0 %) (may fall by at most 20 %)",
    ),
    "an older day": (
        lambda folder: changed(sound(folder), "delivery.toml", "2026-06-30", "2026-05-31"),
        "as_of of cases 2026-06-30 -> 2026-05-31 (may not fall)",
    ),
    "no assignments": (
        lambda folder: without_assignments(sound(folder)),
        "rows of case_assignments 11 -> 0",
    ),
    "every case twice under new ids": (
        lambda folder: under_new_ids(sound(folder)),
        "rows of cases 12 -> 24 (+100.0 %)",
    ),
}


# Each is a build of its own; the others are for `make test-deep`.
EVERY_TIME = ("half of everything",)


def build_over(home: Path, extracts: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Outcome:
    warehouse, key = home / "warehouse", home / "key"
    if not more:
        return build_command(capsys, extracts=extracts, warehouse=warehouse, key=key)
    capsys.readouterr()
    status = main(
        ["build", "--extracts", str(extracts), "--warehouse", str(warehouse), "--key", str(key), *more]
    )
    said = capsys.readouterr()
    return Outcome(status, said.err.strip().splitlines()[-1], said.out + said.err)


@pytest.mark.parametrize(
    "fault",
    [fault if fault in EVERY_TIME else pytest.param(fault, marks=pytest.mark.deep) for fault in FAULTS],
)
def test_a_version_that_differs_too_much_is_refused_with_both_figures(
    fault: str, home: Path, tmp_path: Path, capsys
) -> None:
    spoil, figures = FAULTS[fault]
    before = fingerprint(home / "warehouse")
    outcome = build_over(home, spoil(tmp_path / "new"), capsys)
    assert outcome.status == 2, outcome.said
    assert figures in outcome.message
    assert "build once more with --yes-really" in outcome.message
    assert fingerprint(home / "warehouse") == before


@pytest.mark.deep
def test_a_source_that_is_not_delivered_any_more_is_refused(home: Path, tmp_path: Path, capsys) -> None:
    south = {
        "offices.csv": "office_id,office_name\nLEU,Leuven\n",
        "delivery.toml": 'source_system = "south"\nas_of = 2026-06-30\n',
    }
    both = tmp_path / "both"
    sound(both / "north")
    (both / "south").mkdir()
    for name, text in south.items():
        (both / "south" / name).write_text(text, encoding="utf-8")
    assert build_over(home, both, capsys).status == 0
    shutil.rmtree(both / "south")
    outcome = build_over(home, both, capsys)
    assert outcome.status == 2
    assert "sources 2 -> 1 (may not fall)" in outcome.message


def test_what_somebody_says_is_right_is_published_once_written_down_and_compared(home: Path, capsys) -> None:
    half = case_folder("half-of-everything")
    outcome = build_over(home, half, capsys, "--yes-really")
    assert outcome.status == 0, outcome.said
    assert "rows of cases 12 -> 6 (-50.0 %), accepted" in outcome.said
    log = (home / "warehouse" / "accepted.log").read_text(encoding="utf-8")
    assert "rows of cases 12 -> 6 (-50.0 %) (may fall by at most 20 %)" in log
    accepted = asking(home / "warehouse")(
        "select part from marts.fct_version_changes where is_accepted and figure = 'rows'"
    )
    assert sorted(accepted) == [("case_assessments",), ("case_assignments",), ("cases",)]
    _any_two_kept_versions_can_be_compared(home, capsys)
    # Once: the next one is compared with what is published now, and refused without the switch.
    assert build_over(home, sound(home / "again"), capsys).status == 2


def test_below_the_bounds_the_difference_is_listed(home: Path, tmp_path: Path, capsys) -> None:
    folder = changed(sound(tmp_path / "new"), "cases.csv", "^(C1,.*,)$", r"\g<1>2026-06-15")
    folder = changed(folder, "delivery.toml", "2026-06-30", "2026-07-15")
    with (folder / "cases.csv").open("a", encoding="utf-8") as file:
        file.write("C13,GEN,probation,2026-07-01,,,\n")
    outcome = build_over(home, folder, capsys)
    assert outcome.status == 0, outcome.said
    assert "  rows of cases 12 -> 13 (+8.3 %)" in outcome.said
    assert "  as_of of cases 2026-06-30 -> 2026-07-15" in outcome.said
    changes = asking(home / "warehouse")(
        "select figure, part, amount_before, amount_now, is_beyond from marts.fct_version_changes"
        " where figure in ('rows', 'cases_without_officer_pct')"
    )
    assert ("rows", "cases", 12.0, 13.0, False) in changes
    assert [row[2:4] for row in changes if row[0] == "cases_without_officer_pct"] == [(10.0, 20.0)]


def test_made_up_data_never_replace_real_ones_by_accident(home: Path, tmp_path: Path, capsys) -> None:
    folder = changed(sound(tmp_path / "new"), "delivery.toml", "^as_of", "is_synthetic = true\nas_of")
    outcome = build_over(home, folder, capsys)
    assert outcome.status == 2
    assert "made-up data (is_synthetic = true) would replace warehouse-" in outcome.message


def _any_two_kept_versions_can_be_compared(home: Path, capsys) -> None:
    one, other = (version.name for version in versions(home / "warehouse"))
    compare = ["publish", "--warehouse", str(home / "warehouse"), "--compare"]
    assert main([*compare, one, other]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^rows +cases +12 +6 +\*$", said, re.MULTILINE)
    assert re.search(r"^rows +offices +2 +2$", said, re.MULTILINE)
    assert main([*compare, one, "tomorrow"]) == 2
    assert f"no version named 'tomorrow'. Kept: {one}, {other}." in capsys.readouterr().err
