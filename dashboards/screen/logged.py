"""Each page shown and each file taken away becomes a line of the access log, where one is kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeVar

import streamlit as st

from dashboards import scenarios, use
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.made_panels import Made
from dashboards.page import Page
from dashboards.screen import session
from dashboards.view import View
from store.errors import LogUnavailableError
from store.lines import Line, is_mark

_PAGE = "page logged"
# What is in no address, and names no person all the same.
OF_NOBODY = frozenset({"log_page"})
Content = TypeVar("Content", bytes, str)


@dataclass
class Run:
    """One run of a page: the view that it came to, and what was drawn of its parts."""

    view: View
    made: list[Made] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows the tables of the page hold, those in closed folds too."""
        panels = (panel for made in self.made for panel in made.panels)
        return sum(panel.table.rows.height for panel in panels if panel.table)


@contextmanager
def page_run(page: Page, view: View) -> Iterator[Run]:
    """A line for what is drawn inside, also when it is cut short by the next change of a filter.

    The page does not wait for it to be written. Raises LogUnavailableError before anything is drawn where
    the log takes no lines.
    """
    run, log = Run(view), use.log()
    if log is None:
        yield run
        return
    st.session_state[_PAGE] = page.name
    log.refuse_if_full()
    try:
        yield run
    finally:
        log.put(Line(session.who(), page.name, _chosen(log, run.view), rows=run.rows))


def refuse_if_full() -> None:
    """Raises LogUnavailableError where a log is kept and takes no line: then nothing may be written."""
    if (log := use.log()) is not None:
        log.refuse_if_full()


def written(page: str, form: str, view: View) -> None:
    """A line for what was written with a form; nobody waits for it, as the store has who wrote and when."""
    if (log := use.log()) is not None:
        with suppress(LogUnavailableError):
            log.put(Line(session.who(), f"write {page}", {"form": form} | _chosen(log, view)))


def taken(
    kind: str,
    what: str,
    view: View,
    make: Callable[[], Content],
    rows: Callable[[], int | None] = lambda: None,
) -> Callable[[], Content]:
    """The making of a file that is handed over once its line is safe.

    `kind` is that of the file, `what` the panel or document, `rows` counts what is in it. It runs on another
    thread, so who asks is looked up before.
    """
    log = use.log()
    if log is None:
        return make
    page = st.session_state.get(_PAGE, "")
    filters, who = {"file": what} | _chosen(log, view), session.who()

    def made() -> Content:
        content = make()
        log.write(Line(who, page, filters, rows=rows(), export=kind))
        return content

    return made


def brought(view: View) -> set[str]:
    """The ids of scenarios that the reader brought along: a name of one's own may be in them."""
    return {scenarios.id_of_brought(name) for name, _ in view.reader.brought}


def marked(of_id: str) -> str:
    """What stands in the log for the id of a person or case; a mark stays as it is."""
    return of_id if is_mark(of_id) else use.log().opaque(of_id)


def _chosen(log: "use.AccessLog", view: View) -> dict[str, str]:
    """The filters that choose something; what the address may not hold is an opaque mark here too."""
    own = brought(view)
    # once, by the name they stand for
    said = {name for name in view.choice.values if FILTERS[name].is_of_parts}
    return {
        name: value if _may_be_said(name, value, own) else log.opaque(value)
        for name, value in view.choice.values.items()
        if value != ALL
        and (name in view.choice.names or FILTERS[name].is_of_parts)
        and FILTERS[name].stands_for not in said
    }


def _may_be_said(name: str, value: str, own: set[str]) -> bool:
    """Whether a value stands in the log as it is: it names no person, or is a mark already."""
    is_of_nobody = bool(FILTERS[name].address) or name in OF_NOBODY
    return (is_of_nobody and value not in own) or is_mark(value)
