"""Pages and packs by command: whole or not at all, what cannot be given is one sentence, nobody is named."""

import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboards.paper import printing
from reports import __main__ as command
from reports import pack
from tests.dashboards.conftest import SMALL_OFFICE

PRINTED = b"%PDF of nothing"


def run(warehouse: Path, name: str, *given: str) -> int:
    return command.main([name, "--warehouse", str(warehouse), *given])


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given to print, in order; nothing is printed."""
    given: list[str] = []

    def prints(document: str) -> bytes:
        given.append(document)
        return PRINTED

    @contextmanager
    def held():
        yield prints

    monkeypatch.setattr(printing, "printer", lambda: prints)
    monkeypatch.setattr(printing, "held", held)
    return given


@pytest.fixture
def two_offices(monkeypatch: pytest.MonkeyPatch) -> None:
    every = pack.offices_of
    monkeypatch.setattr(
        pack,
        "offices_of",
        lambda reader: [row for row in every(reader) if row["id"] in ("GEN", SMALL_OFFICE)],
    )
    monkeypatch.setattr(pack, "PAGES_OF_AN_OFFICE", ("offices", "pressure"))


def test_a_page_is_written_as_html_and_as_what_was_printed_of_it(
    warehouse_large: Path, tmp_path: Path, capsys, printed: list[str]
) -> None:
    asked = ("backlog", "--address", "?office=GEN&lang=nl", "--into", str(tmp_path / "new"))
    assert run(warehouse_large, "page", *asked) == 0
    html, pdf = tmp_path / "new" / "backlog.html", tmp_path / "new" / "backlog.pdf"
    assert capsys.readouterr().out.splitlines() == [f"wrote {html}", f"wrote {pdf}"]
    assert (html.read_text(encoding="utf-8"), pdf.read_bytes()) == (printed[0], PRINTED)
    assert '<html lang="nl">' in printed[0] and "Gent" in printed[0]


def test_the_language_of_the_command_goes_before_that_of_the_address(
    warehouse_large: Path, tmp_path: Path, printed: list[str]
) -> None:
    asked = ("about", "--address", "lang=nl", "--language", "en", "--into", str(tmp_path))
    assert run(warehouse_large, "page", *asked) == 0
    assert '<html lang="en">' in printed[0]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("prison",), "no page 'prison'; there are overview, offices, "),
        (
            ("offices", "--address", "officer=O1"),
            "no filter 'officer' on the page offices; there are region, office, line, scheme, ",
        ),
        (("about", "--address", "office=GEN"), "no filter 'office' on the page about; there are none"),
        (("offices", "--address", "office=PRI"), "no office 'PRI'; there are all, "),
        (("offices", "--address", "region=north"), "no region can be chosen in these data"),
        (("pressure", "--address", "list=people"), "no list 'people'; there are cover, "),
        (("offices", "--address", "lang=xx"), "no language 'xx'; there are en, nl"),
        (("offices", "--address", "words"), "no filter 'words' on the page offices; "),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence_and_nothing_is_written(
    warehouse_large: Path, tmp_path: Path, capsys, printed: list[str], asked: tuple[str, ...], said: str
) -> None:
    into = tmp_path / "into"
    assert run(warehouse_large, "page", *asked, "--into", str(into)) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"refused: {said}") and error.count("\n") == 1
    assert not into.exists() and printed == []


def test_where_nothing_prints_it_is_said_once_and_the_rest_is_written(
    warehouse_large: Path, tmp_path: Path, monkeypatch, capsys, two_offices
) -> None:
    monkeypatch.setattr(printing, "printer", lambda: None)
    assert run(warehouse_large, "page", "mix", "--into", str(tmp_path / "page")) == 0
    assert "no mix.pdf: no Chromium and no WeasyPrint" in capsys.readouterr().err
    assert [file.name for file in (tmp_path / "page").iterdir()] == ["mix.html"]
    assert run(warehouse_large, "pack", "--into", str(tmp_path / "pack")) == 0
    assert capsys.readouterr().err.count("no PDF: no Chromium and no WeasyPrint") == 1
    assert sorted(file.name for file in (tmp_path / "pack").iterdir()) == [
        "index.html",
        "office_GEN.html",
        f"office_{SMALL_OFFICE}.html",
    ]


def test_a_pack_has_a_report_of_each_office_and_a_list_of_them(
    warehouse_large: Path, tmp_path: Path, capsys, printed: list[str], two_offices
) -> None:
    assert run(warehouse_large, "pack", "--language", "nl", "--into", str(tmp_path / "new")) == 0
    told = capsys.readouterr()
    assert told.err.splitlines() == ["office 1 of 2", "office 2 of 2"]
    names = sorted(file.name for file in (tmp_path / "new").iterdir())
    assert [Path(line.removeprefix("wrote ")).name for line in told.out.splitlines()] == names
    index = (tmp_path / "new" / "index.html").read_text(encoding="utf-8")
    assert {f'href="{name}"' for name in names if name != "index.html"} <= set(
        index.replace(">", " ").split()
    )
    assert '<html lang="nl">' in index and "Synthetische gegevens" in index
    for office, called in (("GEN", "Gent"), (SMALL_OFFICE, "Halle")):
        document = (tmp_path / "new" / f"office_{office}.html").read_text(encoding="utf-8")
        assert document in printed and f"<title>Rapport over {called}</title>" in document
        assert document.count('<article class="sheet') == 2
        foot = document.split("@bottom-left{content:")[1].split("}")[0]
        assert called in foot and "synthetisch" in foot


def test_a_pack_that_fails_leaves_nothing(
    warehouse_large: Path, tmp_path: Path, capsys, monkeypatch, two_offices
) -> None:
    @contextmanager
    def held():
        def prints(document: str) -> bytes:
            raise RuntimeError("the browser ended")

        yield prints

    monkeypatch.setattr(printing, "held", held)
    monkeypatch.setattr(printing, "printer", lambda: None)
    (tmp_path / "office_GEN.pdf").write_text("mine", encoding="utf-8")
    for into in (tmp_path, tmp_path / "new"):
        assert run(warehouse_large, "pack", "--into", str(into)) == 3
    assert "the browser ended" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["office_GEN.pdf"]
    assert (tmp_path / "office_GEN.pdf").read_text(encoding="utf-8") == "mine"
    assert [one for one in threading.enumerate() if one.name.startswith("ThreadPool")] == []


def test_names_of_files_are_taken_by_any_file_system() -> None:
    names = pack._file_names(["GEN", "gen", "a/b", "a b", "é"])
    assert list(names.values()) == ["office_GEN", "office_gen-2", "office_a-b", "office_a-b-2", "office_-"]


def test_a_folder_that_cannot_be_written_to_is_said(warehouse_large: Path, tmp_path: Path, capsys) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert run(warehouse_large, "pack", "--into", str(tmp_path / "file" / "new")) == 2
    error = capsys.readouterr().err
    assert "cannot be written: " in error and error.count("\n") == 1
