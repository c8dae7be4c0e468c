"""The documents hold together: links, pictures, places and lines."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dashboards import languages
from tests.docs.documents import DOCUMENTS, ROOT, anchors_of, links_of, prose_of, text_of

LONGEST_LINE, LARGEST_PICTURE = 120, 300_000
TOP_FOLDERS = (
    "ingest",
    "dbt_project",
    "dashboards",
    "analysis",
    "reports",
    "store",
    "scenarios",
    "warehouse",
    "seeds",
    "docs",
    "tests",
    "benchmarks",
)
PICTURES = sorted((ROOT / "docs" / "images").glob("*"))


@pytest.fixture(params=DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def document(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_every_relative_link_resolves(document):
    for link in links_of(document):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (document.parent / parts.path).resolve() if parts.path else document
        assert target.exists() and target.is_relative_to(ROOT), link
        assert not parts.fragment or parts.fragment in anchors_of(target), link


def test_every_place_that_is_named_exists(document):
    named = re.findall(r"`([\w.]+/[\w./-]*)`", prose_of(document))
    for place in named:
        if place.split("/")[0] in TOP_FOLDERS:
            assert (ROOT / place).exists(), place


def test_lines_can_be_read_without_scrolling(document):
    # the page on the policy keeps the width of the tables beside it
    longest = 130 if document == ROOT / "seeds" / "README.md" else LONGEST_LINE
    lines = text_of(document).splitlines()
    # a row of a table cannot be broken
    assert not [line for line in lines if len(line) > longest and not line.startswith("|")]


def test_pictures_are_shown_small_and_described():
    readme = text_of(ROOT / "README.md")
    described = dict(re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", readme))
    described |= {alt: src for src, alt in re.findall(r"<img src=\"([^\"]+)\" alt=\"([^\"]+)\"", readme)}
    assert {ROOT / picture for picture in described.values()} == set(PICTURES)
    assert all("synthetic" in alt for alt in described)
    for picture in PICTURES:
        assert picture.read_bytes().startswith(b"\x89PNG"), picture.name
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name


def test_every_document_can_be_reached_from_the_readme():
    reached, to_read = set(), [ROOT / "README.md"]
    while to_read:
        document = to_read.pop()
        reached.add(document)
        linked = {
            (document.parent / link.split("#")[0]).resolve()
            for link in links_of(document)
            if not urlsplit(link).scheme and link.split("#")[0].endswith(".md")
        }
        to_read += linked - reached
    assert set(DOCUMENTS) <= reached


def test_each_folder_of_tests_says_what_it_proves():
    contributing = text_of(ROOT / "CONTRIBUTING.md").split("## What each folder of tests proves")[1]
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    assert folders == set(re.findall(r"^\| `tests/(\w+)` \|", contributing, re.MULTILINE))


# Foreign idiom, or what is read twice before it is understood.
FOREIGN = re.compile(
    r"\b(stands?(?! out| apart| for)|whoever|mend(s|ed|ing)?|(is|are|was|were) told|held against|hangs? on"
    r"|that is none|of few people|read over|what came to)\b",
    re.IGNORECASE,
)


def test_what_people_read_is_plain_english():
    found = []
    for file in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        found += [f"{file.name}: {one[0]}" for one in FOREIGN.finditer(prose_of(file))]
    said = languages.of("en")
    sentences = [sentence for page in said.own.values() for sentence in page.values()]
    found += [one for one in [*sentences, *said.definitions.values()] if FOREIGN.search(one)]
    assert found == []


IN_SQL = re.compile(
    r"\bmax_by\b|\bmin_by\b|\blist_\w+\(|struct_pack|isodow|search_path|adapter='duckdb'| & |\bduckdb_\w+\("
    r"|target\.type|comment on |type: duckdb"
)
IN_PYTHON = re.compile(
    r"^import duckdb|DUCKDB_TYPES|\bduckdb_\w+\b|[\"']duckdb[\"']|\w\.duckdb\"|\bdbt-duckdb\b", re.MULTILINE
)
DUCKDBS_OWN = {".sql": IN_SQL, ".yml": IN_SQL, ".py": IN_PYTHON}


def test_every_place_that_is_duckdbs_own_is_named_for_another_engine():
    text = text_of(ROOT / "docs" / "architecture.md")
    table = text[text.index("What is DuckDB's own") :]
    table = table[: table.index("\n\nA new file")]
    found = [
        file
        for folder in ("dbt_project", "ingest", "dashboards", "reports", "analysis", "warehouse")
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in DUCKDBS_OWN
        and not {"target", "logs"} & set(file.parts)
        and DUCKDBS_OWN[file.suffix].search(file.read_text(encoding="utf-8"))
    ]
    unnamed = [
        str(file.relative_to(ROOT))
        for file in found
        if f"`{file.name}`" not in table
        and f"`{file.relative_to(ROOT)}`" not in table
        and f"`{file.parent.relative_to(ROOT)}/`" not in table
    ]
    assert len(found) > 20 and unnamed == []
