"""Tariffs: good ones are taken over as they are, bad ones refuse the build in one sentence."""

import polars as pl
import pytest

from ingest.errors import BadInputError
from ingest.policy import copy_policy
from warehouse.places import SEEDS

HEADER = "service_line,valid_from,valid_to,eur_per_fte_year,covers,source\n"
GOOD = (
    "victims,2025-01-01,2026-01-01,80000,wages,budget 2025\nvictims,2026-01-01,,82000.50,wages,budget 2026\n"
)


def copied(tmp_path, rows: str, header: str = HEADER) -> pl.DataFrame:
    own = tmp_path / "own"
    own.mkdir()
    for name in ("service_lines", "phases"):
        (own / f"{name}.csv").write_bytes((SEEDS / f"{name}.csv").read_bytes())
    (own / "tariffs.csv").write_text(header + rows, encoding="utf-8")
    copy_policy(own, SEEDS, tmp_path / "copied")
    return pl.read_csv(tmp_path / "copied" / "tariffs.csv", infer_schema=False)


def test_good_tariffs_are_taken_over(tmp_path):
    table = copied(tmp_path, GOOD)
    assert table["eur_per_fte_year"].to_list() == ["80000", "82000.50"]
    assert table["valid_to"].to_list() == ["2026-01-01", None]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "prisons,2026-01-01,,1,x,y\n",
            "row 2, column 'service_line', value 'prisons', no such line; there are",
        ),
        ("victims,2026-01-01,,1,x, \n", "row 2, column 'source', value '', the source is empty"),
        ("victims,2026-01-01,,0,x,y\n", "value '0', not an amount in euro above zero"),
        ("victims,2026-01-01,,-5,x,y\n", "value '-5', not an amount in euro above zero"),
        ("victims,2026-01-01,,nan,x,y\n", "value 'nan', not an amount"),
        ("victims,2026-01-01,,82.000,00,x,y\n", "cannot be read"),
        ("victims,2026-01-01,,82.000,x,y\n", "value '82.000', not an amount in euro above zero"),
        ("victims,2026-01-01,,1e5,x,y\n", "value '1e5', not an amount"),
        ("victims,2026-01-01,,a lot,x,y\n", "value 'a lot', not an amount"),
        ("victims,1/1/2026,,1,x,y\n", "column 'valid_from', value '1/1/2026', not a day such as 2026-01-01"),
        ("victims,,,1,x,y\n", "column 'valid_from', value '', not a day"),
        ("victims,2026-01-01,2026-01-01,1,x,y\n", "ends on or before its first day"),
        (
            GOOD + "victims,2026-06-01,,1,x,y\n",
            "row 4, column 'valid_from', value '2026-06-01', a period that",
        ),
    ],
)
def test_a_bad_tariff_refuses_the_build_in_one_sentence_and_copies_nothing(tmp_path, rows, said):
    with pytest.raises(BadInputError) as refused:
        copied(tmp_path, rows)
    assert said in str(refused.value)
    assert "tariffs.csv" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.status == 2
    assert not (tmp_path / "copied").exists()


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(BadInputError, match="no column 'source'"):
        copied(tmp_path, "victims,2026-01-01,,1,x\n", HEADER.replace(",source", ""))
