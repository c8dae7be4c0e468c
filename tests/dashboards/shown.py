"""All that a page shows of one view, as an attacker would collect it: words, cells, charts and downloads."""

import json
from collections.abc import Hashable, Iterator
from importlib import import_module

from dashboards.filters.settling import settled_further
from dashboards.page import MakesPanels, MoreFilters, Page, panels_of, steps
from dashboards.panel import Panel
from dashboards.reader import Reader
from dashboards.view import View
from tests.dashboards.test_panels import written
from tests.dashboards.viewing import view_of


def page_named(name: str) -> Page:
    """The page of that name."""
    return import_module(f"dashboards.app_pages.{name}").PAGE


def shown(name: str, reader: Reader, seen: set[Hashable] | None = None, **values: str) -> list[str]:
    """Everything on a page with these filters, those between its parts too; one line for each thing.

    A part that is in `seen` by what it was made from is left out, and one that is not comes in.
    """
    page = page_named(name)
    view = view_of(page, reader, **values)
    if page.is_empty(view):
        return ["nothing"]
    return [line for panel in panels_with(page, view, values, seen) for line in lines(panel)]


def panels_with(
    page: Page, view: View, values: dict[str, str], seen: set[Hashable] | None = None
) -> Iterator[Panel]:
    """The panels of a page, where its filters between the parts are set to `values` too."""

    def ask(found: View, asked: MoreFilters) -> View:
        return found.choosing(
            settled_further(
                found.reader,
                found.status,
                found.choice,
                asked.names,
                lambda one, context, usual: _picked(one.options(context), values.get(one.name), usual),
            )
        )

    for part, part_view in steps(page, view, ask):
        if is_new(seen, page, part, part_view):
            yield from panels_of(part(part_view))


def is_new(seen: set[Hashable] | None, page: Page, part: MakesPanels, view: View) -> bool:
    """Whether a part was not made from such a view yet, by `seen`, where it now is; always without one."""
    key = page.name, part, view.reader, view.choice.key
    if seen is None:
        return True
    is_there = key in seen
    seen.add(key)
    return not is_there


def _picked(options: list[str], wanted: str | None, usual: str) -> str:
    return wanted if wanted in options else usual


def lines(panel: Panel) -> list[str]:
    """One panel: its words, its chart with hovers, every cell of its table and of its downloads."""
    found = written(panel) + [panel.picture] + ([json.dumps(panel.chart, default=str)] if panel.chart else [])
    if panel.table:
        every = panel.table.every_row() if panel.table.every_row else panel.table.rows
        for rows in (panel.table.rows, every):
            columns = [name for name in panel.table.columns if name in rows.columns]
            found += [str(row) for row in rows.select(columns).rows()]
    return found
