"""A third language is one file: English with accents, and everything a reader meets is said in it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest

from dashboards import languages, queries, text
from dashboards.app_pages import PAGES
from dashboards.charts.style import Look
from dashboards.database import frame
from dashboards.text import page_has, plural, speaking, t
from ingest.policy import copy_policy
from tests.analysis.scenario_texts import GOOD
from tests.dashboards import charts_shown
from tests.dashboards.viewing import published_reader
from warehouse.places import SCENARIOS_VARIABLE, SEEDS

CODE = "xx"
HEAD = '[language]\nname = "Áççént"\nlocale = "de_DE"\npercent_sign = "\\u00a0%"\n'
ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
# Choices that open parts of a page which its first sight does not show.
ELSEWHERE = (
    ("offices", {"office": "ANT"}),
    ("backlog", {"office": "ANT"}),
    ("pressure", {"office": "ANT"}),
    ("outlook", {"office": "ANT"}),
    ("certainty", {"office": "ANT"}),
)


def accented(sentence: str) -> str:
    """The words with accents, the places as they are."""
    return "".join(
        piece if piece.startswith("{") else piece.translate(ACCENTS)
        for piece in re.split(r"(\{\w+\})", sentence)
    )


def written(sentences: dict[str, str]) -> str:
    """One table of a language file; a sentence of JSON is one of TOML."""
    return "\n".join(f"{name} = {json.dumps(accented(said))}" for name, said in sentences.items()) + "\n"


@cache
def policy_labels() -> dict[str, dict[str, str]]:
    """What the policy supplied says in English: kind -> code -> label."""
    with TemporaryDirectory() as home:
        copy_policy(SEEDS, SEEDS, Path(home) / "copy")
        rows = pl.read_csv(Path(home) / "copy" / "labels.csv", infer_schema=False)
    said: dict[str, dict[str, str]] = {}
    for kind, code, label in rows.filter(language="en").select("kind", "code", "label").iter_rows():
        said.setdefault(kind, {})[code] = label
    return said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with English and one file more."""
    english = languages.of("en")
    tables = {f"parts.{kind}": words for kind, words in english.parts.items()} | english.own
    tables |= {f"labels.{kind}": labels for kind, labels in policy_labels().items()}
    pages = "\n".join(f"[{name}]\n{written(table)}" for name, table in tables.items())
    (tmp_path / f"{CODE}.toml").write_text(f"{HEAD}\n{pages}", encoding="utf-8")
    shipped = Path(languages.FOLDER) / "en.toml"
    (tmp_path / "en.toml").write_bytes(shipped.read_bytes())
    monkeypatch.setattr(languages, "FOLDER", str(tmp_path))
    return tmp_path


def phrases() -> set[str]:
    """What English says in two words or more, between places and anything that HTML or JSON would escape."""
    said = [
        sentence
        for pages in languages.of("en").said.values()
        for named in pages.values()
        for sentence in named.values()
    ]
    pieces = [piece.strip(" ,.;:") for one in said for piece in re.split(r"\{\w+\}|[^A-Za-z ,.;:-]", one)]
    return {piece for piece in pieces if piece.count(" ") and piece.translate(ACCENTS) != piece}


def single_words() -> set[str]:
    """What English says in one word: headings of columns, names of choices, states."""
    said = languages.of("en").said["office"].values()
    return {one for named in said for one in named.values() if one.isalpha() and accented(one) != one}


def sources() -> list[str]:
    """What the marts quote, in the words of those who wrote or published it: the longest first."""
    reader = published_reader()
    columns = frame(
        reader,
        """
        select table_name, column_name from information_schema.columns
        where table_schema = 'marts'
            -- studies are told in the languages of the policy
            and (column_name in ('source', 'note') or table_name = 'dim_evidence' and data_type = 'VARCHAR')
        """,
    )
    asked = [f"select {column} from {mart}" for mart, column in columns.iter_rows()]  # noqa: S608
    # tests of the build are called as in the models
    asked.append("select replace(test, '_', ' ') as test from fct_test_results")
    said = {
        one for question in asked for one in frame(reader, question).to_series().drop_nulls() if " " in one
    }
    return sorted(said, key=len, reverse=True)


def own_words(html: str) -> str:
    """HTML, plain or escaped, without what is marked as English: the models' own words."""
    return re.sub(r'<(dd|p|code) lang=\\?"en\\?">.*?</\1>', "", html)


def sent(someone) -> str:
    """Everything that reaches the browser, as text; without sources and the models' own words."""
    nodes = _nodes(someone.app.main)
    # HTML as it is: printed as a message it would hold accents and quotes in another form.
    sent_alone = (
        getattr(node.proto, "body", "") or str(node.proto) for node in nodes if hasattr(node, "proto")
    )
    # comments in styles are read by nobody
    everything = re.sub(r"/\*.*?\*/", "", own_words("\n".join(sent_alone)))
    for said in sources():
        everything = everything.replace(escape(said), "").replace(said, "")
    return everything


def _nodes(block) -> Iterator:
    yield block
    for child in getattr(block, "children", {}).values():
        yield from _nodes(child)


def read_alone(someone) -> set[str]:
    """Words that stand by themselves: labels and choices, headings and cells of tables, texts of figures."""
    app = someone.app
    boxes = [*app.selectbox, *app.button_group, *app.get("segmented_control")]
    alone = {str(box.label) for box in boxes} | {str(choice) for box in boxes for choice in box.options}
    for table in (found.value for found in someone.tables()):
        alone |= set(map(str, table.columns)) | {
            cell for row in table.to_numpy() for cell in row if isinstance(cell, str)
        }
    alone |= {piece.strip() for piece in re.split(r"<[^>]+>", own_words(someone.html()))}
    return alone | {said for chart in charts_shown.charts(app) for said in _strings(chart)}


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield from (piece.strip() for piece in re.split(r"<[^>]+>", value))
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in inside:
        if name != "exponentformat":  # a setting that looks like a word
            yield from _strings(inner)


def assert_no_english(someone) -> None:
    everything = sent(someone)
    labels = [label for said in policy_labels().values() for label in said.values()]
    assert [label for label in labels if label in everything or escape(label) in everything] == []
    occurring = [phrase for phrase in phrases() if phrase in everything]  # a search for each takes seconds
    assert [phrase for phrase in occurring if re.search(rf"\b{re.escape(phrase)}\b", everything)] == []
    entities = set(
        frame(published_reader(), "select entity from fct_loads")["entity"]
    )  # called as in the contract of extracts
    assert single_words() & read_alone(someone) - entities == set()


def test_the_file_is_offered_and_its_conventions_hold(folder: Path) -> None:
    assert languages.codes() == ("en", CODE)
    assert languages.names() == {"en": "EN", CODE: "Áççént"}
    with speaking(CODE):
        assert text.number(12345.678, 1) == "12.345,7"
        assert text.percentage(104) == "104\u00a0%"
        assert text.month(date(2026, 3, 1)) == "März 2026"
    assert (Look(CODE).separators, Look(CODE).percent_sign) == (",.", "\u00a0%")


@pytest.fixture
def own_scenarios(tmp_path_factory, monkeypatch) -> None:
    """A folder with a scenario in no language: what a file says is the agency's own words."""
    place = tmp_path_factory.mktemp("scenarios")
    text = GOOD
    for words in ("Ten more", "head of staff", "assumption"):
        text = text.replace(f'"{words}"', '"Žđć"')
    (place / "own.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(SCENARIOS_VARIABLE, str(place))


@pytest.mark.usefixtures("own_scenarios")
def test_the_pages_speak_it(folder: Path, sample_warehouse: Path, reader) -> None:
    for page in PAGES:
        someone = reader(sample_warehouse, CODE).opens(page)
        assert accented(languages.of("en").own[page]["title"]) in someone.html()
        assert_no_english(someone)


def test_the_pages_of_one_office_speak_it(folder: Path, sample_warehouse: Path, reader) -> None:
    for page, choices in ELSEWHERE:
        someone = reader(sample_warehouse, CODE)
        for name, choice in choices.items():
            someone.app.query_params[name] = choice
        assert_no_english(someone.opens(page))


def test_labels_are_those_of_the_policy_then_of_the_file_then_english(
    folder: Path, sample_warehouse: Path, reader
) -> None:
    reader(sample_warehouse)
    labels = '[labels.work_type]\nprobation = "Bewährung"\nown_kind = "Eigenes"\n'
    (folder / "yy.toml").write_text(f"{HEAD}{labels}", encoding="utf-8")
    (folder / "nl.toml").write_text(f"{HEAD}{labels}", encoding="utf-8")
    said = {
        code: partial(queries.label_of, published_reader(code), "work_type") for code in ("yy", "nl", "en")
    }
    assert [said[code]("probation") for code in said] == ["Bewährung", "Probatie", "Probation"]
    assert said["yy"]("work_penalty") == "Work penalty"
    assert [said[code]("own_kind") for code in said] == ["Eigenes", "Eigenes", "own kind"]


def test_what_a_language_does_not_say_is_said_in_english(folder: Path) -> None:
    (folder / "yy.toml").write_text(f'{HEAD}[common]\nproduct = "Eigen"\n', encoding="utf-8")
    with speaking("yy"):
        assert t("common.product") == "Eigen"
        assert t("common.language") == "Language"
        assert t("offices.figure_over") == "Offices above 100%"
        assert plural("common.cases", 2000) == "2.000 cases"
        assert page_has("common", "grade_officer")


def test_a_language_with_more_plurals_has_more_forms(folder: Path) -> None:
    polish = {"one": "sprawa", "few": "sprawy", "many": "spraw", "other": "sprawy"}
    forms = "\n".join(f'cases.{form} = "{{count}} {word}"' for form, word in polish.items())
    head = HEAD.replace("de_DE", "pl_PL")
    (folder / "zz.toml").write_text(f"{head}[common]\n{forms}", encoding="utf-8")
    with speaking("zz"):
        said = [plural("common.cases", count) for count in (1, 2, 5, 22)]
        assert said == ["1 sprawa", "2 sprawy", "5 spraw", "22 sprawy"]
        assert plural("common.open_cases", 5) == "5 open cases in all services"
        assert plural("common.open_cases", 1) == "1 open case in all services"
