"""Bad input through the whole command: status, sentence, and a published warehouse that does not move.

``docs/bad-input.md`` lists every kind with its real message; these tests read the lists there, so that they
say what the command says.
"""

import os
import re
from pathlib import Path

import pytest

from tests.ingest.bad_deliveries import BAD_DELIVERIES, BadDelivery
from tests.ingest.small_delivery import SMALL, write_files
from tests.inputs.bad_commands import BAD_COMMANDS, BadCommand
from tests.inputs.bad_mappings import BAD_MAPPINGS, BadMapping, delivery_for_mappings
from tests.inputs.odd_deliveries import LONG_ID, ODD_DELIVERIES
from tests.inputs.published import Outcome, build_command, fingerprint, table_rows

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "bad-input.md").read_text(encoding="utf-8")
REFUSED = [bad for bad in BAD_DELIVERIES if bad.status == 2]
QUARANTINED = [bad for bad in BAD_DELIVERIES if bad.status == 0]
RIGHTS = "folder without rights"


def documented(heading: str) -> dict[str, list[str]]:
    """The rows of a table of the document by kind, without the backticks; a kind stands there once."""
    rows = [[cell.strip("`") for cell in row] for row in table_rows(DOCUMENT, heading)]
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: row[1:] for row in rows}


def without_places(message: str, folder: Path) -> str:
    """The message as the document shows it: the folder of the test is no news, a line ends the table."""
    return message.replace(str(folder), "…").replace("|", "\\|")


def refused_as_documented(outcome: Outcome, status: int, kind: str, heading: str, folder: Path) -> None:
    assert outcome.status == status
    assert "Traceback" not in outcome.said
    assert documented(heading)[kind][1:] == [str(status), without_places(outcome.message, folder)]


@pytest.mark.parametrize("bad", REFUSED, ids=lambda bad: bad.kind)
def test_a_refused_delivery_leaves_every_published_byte(
    bad: BadDelivery, published: Path, tmp_path: Path, capsys
) -> None:
    delivery = write_files(tmp_path / "small", SMALL)
    bad.spoil(delivery)
    before = fingerprint(published)
    outcome = build_command(capsys, extracts=delivery, warehouse=published, key=tmp_path / "key")
    assert fingerprint(published) == before
    assert bad.fragment in outcome.message
    refused_as_documented(outcome, 2, bad.kind, "Deliveries that are refused", tmp_path)


@pytest.mark.parametrize("bad", BAD_COMMANDS, ids=lambda bad: bad.kind)
def test_a_command_that_cannot_work_leaves_every_published_byte(
    bad: BadCommand, published: Path, tmp_path: Path, capsys
) -> None:
    delivery = write_files(tmp_path / "small", SMALL)
    own = tmp_path / "own"
    own.mkdir()
    good = {"extracts": delivery, "warehouse": published, "key": tmp_path / "key"}
    before = fingerprint(published)
    outcome = build_command(capsys, **good | bad.options(own))
    assert fingerprint(published) == before
    refused_as_documented(outcome, bad.status, bad.kind, "Commands that cannot work", tmp_path)


@pytest.mark.parametrize("bad", BAD_MAPPINGS, ids=lambda bad: bad.kind)
def test_a_mapping_that_cannot_be_followed_leaves_every_published_byte(
    bad: BadMapping, published: Path, tmp_path: Path, capsys
) -> None:
    delivery = delivery_for_mappings(tmp_path / "zaken")
    bad.spoil(delivery)
    mapping = tmp_path / "layout.toml"
    mapping.write_text(bad.text, encoding="utf-8")
    good = {"extracts": delivery, "warehouse": published, "key": tmp_path / "key"}
    before = fingerprint(published)
    outcome = build_command(capsys, **good, mapping=mapping)
    assert fingerprint(published) == before
    refused_as_documented(outcome, 2, bad.kind, "Mappings that are refused", tmp_path)


def test_a_folder_without_rights_is_refused(
    published: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = write_files(tmp_path / "small", SMALL)
    before = fingerprint(published)
    if os.geteuid() == 0:
        # Nothing is closed to root: the system's answer to anybody else is put in its place.
        monkeypatch.setattr(Path, "iterdir", _closed(delivery, Path.iterdir))
    delivery.chmod(0o000)
    try:
        outcome = build_command(capsys, extracts=delivery, warehouse=published, key=tmp_path / "key")
    finally:
        delivery.chmod(0o700)
    assert fingerprint(published) == before
    refused_as_documented(outcome, 2, RIGHTS, "Deliveries that are refused", tmp_path)


def _closed(folder: Path, iterdir):
    def answer(path: Path):
        if path == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return iterdir(path)

    return answer


@pytest.mark.parametrize("bad", QUARANTINED, ids=lambda bad: bad.kind)
def test_a_quarantined_row_is_kept_with_rule_and_text_and_the_rest_loaded(
    bad: BadDelivery, quarantined
) -> None:
    rows = quarantined(
        "select file, row_number, column_name, original_value, rule from marts.fct_quarantine"
        " where delivery = ? order by file, row_number",
        bad.kind,
    )
    broken = [row for row in rows if row[-1] == bad.fragment]
    assert broken
    # What it hangs on breaks a rule of its own; everything else in the delivery is right.
    caused = {"unknown_office"} if bad.fragment == "hangs_on_quarantined" else {"hangs_on_quarantined"}
    assert {row[-1] for row in rows} <= {bad.fragment, *caused}
    said = f"{_in_words(broken[0])}; in all {len(rows)}"
    assert documented("Rows that go to quarantine")[bad.kind][1:] == ["0", said]
    [(delivered, loaded, counted)] = quarantined(
        "select sum(rows_delivered), sum(rows_loaded), sum(rows_quarantined) from marts.fct_loads"
        " where delivery = ?",
        bad.kind,
    )
    assert (delivered, counted) == (loaded + counted, len(rows))


def _in_words(row: tuple) -> str:
    file, number, column, value, rule = row
    value = None if value is None else re.sub(r"^K\d+", "", value)
    return f"{rule}: file {file}, row {number}, column {column}, value {value or '(empty)'}"


@pytest.mark.parametrize("odd", ODD_DELIVERIES, ids=lambda odd: odd.kind)
def test_what_only_looks_wrong_comes_in_whole(odd, quarantined) -> None:
    rows = quarantined("select rule, record from marts.fct_quarantine where delivery = ?", odd.kind)
    assert rows == []
    loads = "select sum(rows_delivered), sum(rows_loaded) from marts.fct_loads where delivery = ?"
    assert quarantined(loads, odd.kind) == [(13, 13)]
    assert odd.kind in documented("What only looks wrong")


def test_a_name_keeps_its_quotes_and_line_end(quarantined) -> None:
    names = quarantined("select office_name from marts.dim_offices where office_name like 'Ant %'")
    assert names == [('Ant "x",\n\twerpen',)]


def test_every_file_accounts_for_every_row(quarantined) -> None:
    wrong = quarantined(
        "select delivery, file from marts.fct_loads"
        " where rows_delivered <> rows_loaded + rows_quarantined + rows_left_out"
    )
    assert wrong == []
    assert quarantined("select rows_quarantined from marts.dim_status") == quarantined(
        "select count(*) from marts.fct_quarantine"
    )


def test_the_document_lists_every_kind_and_no_other() -> None:
    assert documented("Deliveries that are refused").keys() == {*(bad.kind for bad in REFUSED), RIGHTS}
    assert documented("Commands that cannot work").keys() == {bad.kind for bad in BAD_COMMANDS}
    assert documented("Mappings that are refused").keys() == {bad.kind for bad in BAD_MAPPINGS}
    assert documented("Rows that go to quarantine").keys() == {bad.kind for bad in QUARANTINED}
    assert documented("What only looks wrong").keys() == {odd.kind for odd in ODD_DELIVERIES}
    assert len(REFUSED) + len(QUARANTINED) >= 20
    assert LONG_ID not in DOCUMENT
