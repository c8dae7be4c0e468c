"""Every command that a document names exists, and every status means what it says."""

import re
import shlex
import subprocess
import sys

import pytest

from ingest.__main__ import _parser
from ingest.errors import BadInputError, MaatwerkError, PolicyRefusedError
from reports.__main__ import _parser as reports_parser
from store.__main__ import _parser as store_parser
from tests.docs.documents import DOCUMENTS, ROOT, tables_of, text_of

TARGETS = set(re.findall(r"^(\w+):", text_of(ROOT / "Makefile"), re.MULTILINE)) - {"PYTHON"}


INLINE, ALONE = r"`([^`\n]+)`", r"^ {4}(\S.*)$"


def named(pattern: str, *places: str) -> list[str]:
    """What a pattern finds in the code of all documents, within lines and alone, each once."""
    pieces = [
        piece
        for path in DOCUMENTS
        for place in places or (INLINE, ALONE)
        for piece in re.findall(place, text_of(path), re.MULTILINE)
    ]
    return sorted({found for piece in pieces for found in re.findall(pattern, piece)})


def test_every_target_of_make_exists_and_is_described():
    assert set(named(r"^make (\w+)")) == TARGETS


@pytest.mark.parametrize("command", named(r"^python -m ingest (.+)", ALONE))
def test_every_command_that_stands_alone_is_understood(command):
    without_brackets = re.sub(r"[\[\]]", "", command)
    options = _parser().parse_args(shlex.split(without_brackets))
    assert callable(options.run)


@pytest.mark.parametrize("command", named(r"^python -m reports (.+)", ALONE))
def test_every_report_that_stands_alone_is_understood(command):
    options = reports_parser().parse_args(shlex.split(command))
    assert callable(options.command.run)


@pytest.mark.parametrize("command", named(r"^python -m store (.+)", ALONE))
def test_every_command_on_the_store_is_understood(command):
    assert callable(store_parser().parse_args(shlex.split(command)).run)


@pytest.mark.parametrize("command", named(r"^python -m ingest (.+)", INLINE))
def test_every_option_named_in_a_line_exists(command, capsys):
    name, *options = shlex.split(command)
    with pytest.raises(SystemExit):
        _parser().parse_args([name, "--help"])
    helped = re.findall(r"--\w+", capsys.readouterr().out)
    assert {option for option in options if option.startswith("--")} <= set(helped)


def test_every_command_of_ingest_is_named():
    commands = {command.split()[0] for command in named(r"^python -m ingest (.+)")}
    assert commands == {"build", "forecast", "publish", "sample", "demo"}


@pytest.mark.parametrize("module", sorted(set(named(r"python -m (\w[\w.]*)")) - {"ingest", "pytest"}))
def test_every_module_that_is_run_exists(module):
    place = ROOT / module.replace(".", "/")
    assert place.with_suffix(".py").exists() or (place / "__main__.py").exists()


def test_the_dashboards_server_knows_its_options():
    told = {
        option for line in named(r"python -m dashboards\.serve (.+)") for option in re.findall(r"--\w+", line)
    }
    helped = subprocess.run(
        [sys.executable, "-m", "dashboards.serve", "--help"], capture_output=True, text=True, cwd=ROOT
    )
    assert told and told <= set(re.findall(r"--\w+", helped.stdout))


def test_statuses_are_those_of_the_errors():
    rows = next(rows for rows in tables_of(text_of(ROOT / "README.md")) if "status" in rows[0])
    told = {int(row["status"]): row["meaning"] for row in rows}
    assert list(told) == [0, 1, 2, 3]
    for error, word in (
        (PolicyRefusedError, "policy"),
        (BadInputError, "bad input"),
        (MaatwerkError, "else"),
    ):
        assert word in told[error.status]
