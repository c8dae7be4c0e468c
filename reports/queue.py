"""`python -m reports queue`: what comes of a scenario, month by month, as one long table."""

import argparse
from collections.abc import Iterable
from pathlib import Path

import polars as pl

from analysis.scenario import BadScenarioError, Scenario, read
from dashboards import queries, scenarios
from dashboards.filters.levers import months_ahead
from dashboards.filters.periods import last_whole_month
from dashboards.filters.settling import settled
from dashboards.panels.scenarios import frames, tables, words
from dashboards.panels.staff.answer import refused
from dashboards.reader import Reader
from dashboards.text import day, speaking, t
from dashboards.view import View
from reports import asking
from reports.command import RefusedError, following, said, written_whole

NAME = "queue"
HELP = "what comes of a scenario: waiting cases, waits, workload, cases carried and staff, with bands"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    asking.add_arguments(parser)
    parser.add_argument("--scenario", type=Path, required=True, metavar="FILE.toml")
    parser.add_argument("--into", type=Path, required=True, metavar="FILE.csv")


def run(given: argparse.Namespace) -> Iterable[Path]:
    """Write the table; what is overdue, moves nothing or may not be shown is said."""
    reader = asking.reader_of(given, "scenarios")
    with speaking(reader.language):
        scenario = _read(given.scenario, reader)
        status = queries.status(reader)
        view = View(status, settled(reader, status, (), lambda *_: ""), reader)
        for one in scenario.assumptions:
            if one.is_overdue(status.as_of):
                said(t("scenarios.overdue", name=words.name_of(one), day=day(one.review_on), owner=one.owner))
        lines = following(list(scenario.service_lines), "simulating")
        table = pl.concat([_of_line(view, scenario, line) for line in lines])
    return written_whole({given.into: table.write_csv().encode("utf-8")})


def _read(file: Path, reader: Reader) -> Scenario:
    """The scenario of a file; RefusedError with the one sentence that says what is wrong with it."""
    try:
        text = file.read_bytes()
        if len(text) > scenarios.MOST_BYTES:
            raise RefusedError(f"{file}: more than {scenarios.MOST_BYTES:,} bytes")
        found = read(text.decode("utf-8"), file.name)
        scenarios.check_in(reader, found, file.name)
    except OSError as error:
        raise RefusedError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise RefusedError(f"{file}: not a text in UTF-8") from None
    except BadScenarioError as error:
        raise RefusedError(scenarios.refusal(error)) from None
    return found


def _of_line(view: View, scenario: Scenario, line: str) -> pl.DataFrame:
    """The rows of one service line, without figures where it cannot be simulated or shown."""
    seen = frames.looked_at(view, scenario, line, scenario.weight_scheme)
    if why := refused(seen):
        said(f"{line}: {why.said}")
        months = tuple(months_ahead(last_whole_month(view.status), scenario.months))
        rows = tables.without_figures(seen.choice.area, months, why.said)
        return rows.with_columns(service_line=pl.lit(line)).select(list(tables.COLUMNS)).cast(tables.COLUMNS)
    found = frames.result(seen, scenario)
    for one, reason in found.left_out:
        said(f"{line}: {words.left_out_said(one, reason, view.reader)}")
    if found.hidden:
        said(f"{line}: no figures of {', '.join(found.hidden)}; why_empty says why")
    return tables.every_row(found, seen)
