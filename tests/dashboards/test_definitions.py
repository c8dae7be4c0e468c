"""What a table shows is defined: each column, under its heading, in the language of the page."""

import re
from collections.abc import Callable, Hashable, Iterator
from functools import partial
from html import escape
from importlib import import_module
from pathlib import Path

import pytest

from dashboards import WAREHOUSE_VARIABLE, languages, panels, queries
from dashboards.app_pages import PAGES
from dashboards.filters.settling import settled_further
from dashboards.page import MoreFilters, panels_of, steps
from dashboards.panels.pressure import thresholds
from dashboards.panels.terms import Term, quoting_html, terms_html, terms_of
from dashboards.reader import Reader
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import changed_copy
from tests.dashboards.shown import is_new
from tests.dashboards.test_about_versions import CHANGED, TWO_SOURCES
from tests.dashboards.viewing import published_reader, view_of
from tests.sharing import made_once

FOLDER = Path(panels.__file__).parent
NAMED = {
    mart
    for file in FOLDER.rglob("*.py")
    for listed in re.findall(r"marts=\(([^)]*)\)", file.read_text(encoding="utf-8"))
    for mart in re.findall(r'"(\w+)"', listed)
}
# Columns of which the marts say the same in other words, or with a remark that holds of one of them.
ALIKE = {
    "counted_on",
    "entity",
    "note",
    "supervision_type",
    "uncovered_cases",
    "wait_days_max",
    "waiting_cases",
}
VIEWS = ({}, {"office": "ANT", "weights": "now"}, {"office": "GEN", "threshold_set": "caseload"})


def terms_shown(reader: Reader) -> Iterator[Term]:
    """The terms of every panel of every page: of all offices and of one, of officers and of every list."""
    seen: set[Hashable] = set()
    for page in (import_module(f"dashboards.app_pages.{name}").PAGE for name in PAGES):
        for values in VIEWS if page.filters else VIEWS[:1]:
            view = view_of(page, reader, **values)
            for place in (0, 1, 2, 3):
                if page.is_empty(view):
                    break
                for part, part_view in steps(page, view, partial(chosen, place)):
                    if not is_new(seen, page, part, part_view):
                        continue
                    for panel in panels_of(part(part_view)):
                        yield from terms_of(panel, part_view)


def chosen(place: int, view: View, asked: MoreFilters) -> View:
    """What filters between the parts of a page choose at that place of their lists, or the last."""

    def pick(one, context, _) -> str:
        ids = one.options(context)
        return ids[min(place, len(ids) - 1)]

    return view.choosing(settled_further(view.reader, view.status, view.choice, asked.names, pick))


@pytest.fixture(params=["sample", "large", "published", "sources"])
def reading(
    request, sample_warehouse, warehouse_large, warehouse_without_cases, tmp_path_factory, monkeypatch
) -> Callable[[str], Reader]:
    """A reader of the sample, of more people, of published figures, and of sources after another build."""
    folder = {
        "sample": lambda: sample_warehouse,
        "large": lambda: warehouse_large,
        "published": lambda: warehouse_without_cases,
        "sources": lambda: (
            made_once(
                tmp_path_factory,
                "two-sources",
                lambda home: changed_copy(sample_warehouse, home / "changed", TWO_SOURCES + CHANGED),
            )
            / "changed"
        ),
    }[request.param]()
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    return published_reader


@pytest.mark.parametrize("code", languages.codes())
def test_every_column_that_a_page_shows_or_explains_is_defined_in_its_language(reading, code) -> None:
    with speaking(code):
        terms = set(terms_shown(reading(code)))
    assert len(terms) > 20
    undefined = {(term.heading, term.name, term.source) for term in terms if not term.said}
    assert undefined == set()
    assert {(term.name, term.source) for term in terms if term.spoken != code} == set()


@pytest.mark.usefixtures("sample_shown")
def test_every_mart_named_beside_a_table_has_definitions() -> None:
    assert len(NAMED) > 15
    described = {
        row["mart"] for row in queries.described(published_reader(), *NAMED) if row["column_name"] == ""
    }
    assert NAMED - described == set()


@pytest.mark.usefixtures("sample_shown")
@pytest.mark.parametrize("code", languages.codes())
def test_every_definition_is_of_a_column_that_there_is(code) -> None:
    described = {(row["mart"], row["column_name"]) for row in queries.described(published_reader())}
    there = {column for _, column in described} | {mart for mart, _ in described}
    there |= {f"{mart}.{column}" for mart, column in described}
    assert set(languages.of(code).definitions) - there == set()
    source = "".join(file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py"))
    for more in ("downloads.py", "looked.py"):
        source += (FOLDER.parent / more).read_text(encoding="utf-8")
    shaped = languages.of(code).own["columns"]
    assert [name for name in shaped if f'"{name}"' not in source and f"{name}=" not in source] == []


@pytest.mark.usefixtures("sample_shown")
@pytest.mark.parametrize("code", languages.codes()[1:])
def test_a_definition_by_the_column_alone_is_of_one_meaning(code) -> None:
    """Where the marts say different things of a column, each has a key of its own, or is named as alike."""
    own = languages.of(code).definitions
    comments: dict[str, set[str]] = {}
    for row in queries.described(published_reader()):
        if row["column_name"] in own and f"{row['mart']}.{row['column_name']}" not in own:
            comments.setdefault(row["column_name"], set()).add(row["comment"])
    assert {column for column, said in comments.items() if len(said) > 1} == ALIKE


def test_a_definition_stands_under_the_heading_with_the_column_in_small() -> None:
    terms = [
        Term("Workload %", "workload_pct_13", "fct_x.workload_pct", "Work by capacity.", "en"),
        Term("In a year", "workload_pct_52", "fct_x.workload_pct", "Work by capacity.", "en"),
        Term("Gent", "Gent", "fct_x.workload_pct", "Work by capacity.", "en"),
        Term("", "as_of", "dim_status.as_of", "Last day.", "en"),
    ]
    with speaking("en"):
        assert terms_html(terms) == (
            '<dl class="mw-definitions">'
            "<dt>Workload % · In a year <small><code>workload_pct</code></small></dt>"
            "<dd>Work by capacity.</dd>"
            "<dt><small><code>as_of</code></small></dt><dd>Last day.</dd></dl>"
        )
    with speaking("nl"):
        english = terms_html(terms[-1:])
        dutch = terms_html([Term("Tot", "as_of", "", "De laatste dag.", "nl")])
    assert '<dd lang="en">Last day.</dd>' in english
    assert "<dt>Tot " in dutch and "<dd>De laatste dag.</dd>" in dutch


def test_a_source_of_the_policy_is_marked_as_english_on_a_dutch_page() -> None:
    said, quotes = "Bron: a <law>; en: a <law> of 2021.", ["a <law>", "a <law> of 2021", ""]
    with speaking("nl"):
        assert quoting_html(said, quotes) == (
            'Bron: <span lang="en">a &lt;law&gt;</span>; en: <span lang="en">a &lt;law&gt; of 2021</span>.'
        )
        assert quoting_html(said, []) == "Bron: a &lt;law&gt;; en: a &lt;law&gt; of 2021."
    with speaking("en"):
        assert "<span" not in quoting_html(said, quotes)


def test_dutch_pages_quote_weights_and_thresholds_as_english(sample_warehouse, reader) -> None:
    html = reader(sample_warehouse, "nl").opens("pressure").html()
    view = view_of(import_module("dashboards.app_pages.pressure").PAGE, published_reader("nl"))
    sources = [*thresholds.quotes(view), queries.weight_scheme(view.reader, "fl_type_phase")["source"]]
    assert len(sources) > 1
    assert [one for one in sources if f'<span lang="en">{escape(one)}</span>' not in html] == []
