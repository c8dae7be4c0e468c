"""Every panel of the sample in every language, as it was when somebody last looked at it.

What a page says is kept in `tests/dashboards/panels/<page>.<language>.txt`. After a change on purpose write
them anew with `MAATWERK_KEEP_PANELS=1 pytest tests/dashboards/test_panels.py`, and read the difference.
Every chart of these panels is drawn without a browser too, and its values are read off the drawing; no table
shows a code or an id that has a name.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path

import polars as pl
import pytest

from dashboards import languages, queries
from dashboards.app_pages import PAGES
from dashboards.filters.settling import settled_further
from dashboards.page import MoreFilters, Page, panels_of, steps
from dashboards.panel import Panel, Table
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.codes_shown import codes_shown
from tests.dashboards.read_back import assert_is_read_back
from tests.dashboards.viewing import published_reader, view_of

KEPT = Path(__file__).parent / "panels"
VIEWS = (
    {},
    {"office": "GEN"},
    {"service_line": "victims", "weight_scheme": "count", "horizon": "52", "time_window": "month"},
)


def made(page: Page, view: View) -> Iterator[Panel]:
    """The panels of a page, filters between its parts at their first choice that is not nothing."""
    for part, part_view in steps(page, view, answered):
        yield from panels_of(part(part_view))


def answered(view: View, asked: MoreFilters) -> View:
    """What the filters between parts choose where nobody touches them."""
    found = settled_further(view.reader, view.status, view.choice, asked.names, lambda _, __, usual: usual)
    return view.choosing(found)


def written(panel: Panel) -> list[str]:
    """A panel in lines: its words, what is in its chart, and the size and headings of its table."""
    lines = [f"== {panel.name} [{panel.state}]"]
    lines += [
        f"{name}: {getattr(panel, name)}"
        for name in ("title", "subtitle", "lead", "said")
        if getattr(panel, name)
    ]
    lines += [
        " | ".join(
            part
            for part in (f"figure: {one.label}", one.value, one.unit, one.change, one.note, one.state)
            if part
        )
        for one in panel.head_figures
    ]
    lines += [f"{name}: {getattr(panel, name)}" for name in ("intro", "summary") if getattr(panel, name)]
    if panel.chart:
        traces = panel.chart["data"]
        lines.append(f"chart: {len(traces)} traces, {sorted({str(trace.get('type')) for trace in traces})}")
    if panel.picture:
        lines.append(f"picture: {panel.picture.count('<svg')} drawings")
    lines += [f"item: {item}" for item in panel.items]
    if panel.fold:
        lines += [f"fold: {panel.fold.title}", *(f"  {item}" for item in panel.fold.items)]
    if panel.table:
        lines.append(f"table: {panel.table.rows.height} rows; {' | '.join(panel.table.columns.values())}")
        lines += [f"missing: {panel.table.missing}"] if panel.table.missing else []
    lines += [f"note: {note}" for note in panel.notes]
    lines += [f"link: {link.page} {link.sentence}".rstrip() for link in panel.links]
    return [*lines, f"marts: {', '.join(panel.marts)}"]


# The offices of the small sample have few people: kept is what the panels say of figures.
@pytest.mark.usefixtures("nobody_is_few")
@pytest.mark.parametrize("language", languages.codes())
@pytest.mark.parametrize("page_name", PAGES)
def test_every_panel_is_as_it_was_kept(sample_shown, page_name: str, language: str) -> None:
    page = import_module(f"dashboards.app_pages.{page_name}").PAGE
    reader, lines = published_reader(language), []
    # What differs from build to build is the same here.
    status = replace(
        queries.status(reader), build_id="build", version="version", built_at=datetime(2026, 7, 1, 6)
    )
    with speaking(language):
        for values in VIEWS if page.filters else VIEWS[:1]:
            view = replace(view_of(page, reader, **values), status=status)
            lines += [f"# {view.choice.said or page_name}", ""]
            if page.is_empty(view):
                lines += ["nothing", ""]
                continue
            for panel in made(page, view):
                lines += [*written(panel), ""]
                if panel.chart:
                    assert_is_read_back(panel.chart)
                assert codes_shown(panel, reader) == set(), panel.name
    kept = KEPT / f"{page_name}.{language}.txt"
    if os.environ.get("MAATWERK_KEEP_PANELS"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("\n".join(lines), encoding="utf-8")
    assert "\n".join(lines) == kept.read_text(encoding="utf-8")


def test_a_code_in_a_table_or_in_its_files_is_found(sample_shown) -> None:
    reader = published_reader("nl")
    rows = pl.DataFrame({"a": ["service", "Gent"], "b": ["waiting_cases", None], "c": ["GEN", "probation"]})
    table = Table(rows, {"a": "A", "b": "B"}, every_row=lambda: rows.with_columns(a=pl.col("c")))
    assert codes_shown(Panel("name", table=table), reader) == {
        *(("a", code) for code in ("service", "GEN", "probation")),
        ("b", "waiting_cases"),
    }
    assert codes_shown(Panel("name"), reader) == set()


def test_what_is_kept_is_what_there_is() -> None:
    kept = {file.name for file in KEPT.iterdir()}
    assert kept == {f"{page}.{language}.txt" for page in PAGES for language in languages.codes()}
