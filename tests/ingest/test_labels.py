"""What policy and mapping call their codes: gathered out of every table, in every language given."""

from pathlib import Path

import polars as pl
import pytest

from ingest.errors import BadInputError
from ingest.policy import copy_policy
from warehouse.places import SEEDS


def labels(home: Path, **tables: str) -> list[tuple]:
    """The rows of the table of labels that a build makes out of these tables."""
    seeds = home / "seeds"
    seeds.mkdir()
    for name, text in tables.items():
        (seeds / f"{name}.csv").write_text(text, encoding="utf-8")
    copy_policy(seeds, SEEDS, home / "copy")
    return pl.read_csv(home / "copy" / "labels.csv", infer_schema=False).rows()


def own(found: list[tuple]) -> list[tuple]:
    """Without those of the horizons, which come with the build."""
    return [row for row in found if row[0] != "horizon"]


def test_every_label_column_is_a_language(tmp_path: Path) -> None:
    phases = "phase,from_month,to_month,label,label_nl,label_fr,source\nstart,0,1,Start,Begin,Départ,x\n"
    assert own(labels(tmp_path, phases=phases)) == [
        ("phase", "start", "en", "Start"),
        ("phase", "start", "fr", "Départ"),
        ("phase", "start", "nl", "Begin"),
    ]


def test_english_stands_under_either_name_and_an_empty_cell_is_no_label(tmp_path: Path) -> None:
    drivers = "driver,kind,label_en,label_nl\nreform,law,Reform,\n"
    lines = "service_line,label,position\nvictims, Victims ,1\n"
    assert own(labels(tmp_path, drivers=drivers, service_lines=lines)) == [
        ("event", "reform", "en", "Reform"),
        ("service_line", "victims", "en", "Victims"),
    ]


def test_a_threshold_is_known_by_its_set_and_its_value(tmp_path: Path) -> None:
    sets = "threshold_set,measure,threshold,label\ncaseload,active_cases,25,Many\n"
    assert own(labels(tmp_path, threshold_sets=sets)) == [("threshold", "caseload_25", "en", "Many")]


def test_the_tables_themselves_lose_their_labels(tmp_path: Path) -> None:
    phases = "phase,from_month,to_month,label,label_fr,source\nstart,0,1,Start,Départ,x\n"
    labels(tmp_path, phases=phases)
    copied = pl.read_csv(tmp_path / "copy" / "phases.csv", infer_schema=False)
    assert copied.columns == ["phase", "from_month", "to_month", "source"]
    assert copied.rows() == [("start", "0", "1", "x")]


def test_an_agencys_table_of_labels_goes_before_the_others(tmp_path: Path) -> None:
    phases = "phase,label,label_nl\nstart,Start,Begin\n"
    more = "kind,code,language,label\nphase,start,en,Beginning\nphase,start,de,Anfang\n"
    assert own(labels(tmp_path, phases=phases, labels=more)) == [
        ("phase", "start", "de", "Anfang"),
        ("phase", "start", "en", "Beginning"),
        ("phase", "start", "nl", "Begin"),
    ]


def test_a_table_of_labels_without_its_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="language"):
        labels(tmp_path, labels="kind,code,label\nphase,start,Start\n")


def test_the_shipped_policy_calls_everything_in_english_and_dutch(tmp_path: Path) -> None:
    copy_policy(SEEDS, SEEDS, tmp_path / "copy")
    found = pl.read_csv(tmp_path / "copy" / "labels.csv", infer_schema=False)
    said = {
        language: set(rows.select("kind", "code").rows()) for (language,), rows in found.group_by("language")
    }
    assert said.keys() == {"en", "nl"}
    assert said["en"] == said["nl"]
    assert len(found.unique(("kind", "code", "language"))) == len(found) > 100
