"""Deliveries with something broken at random: by a hand, a disk, a program or a browser."""

import random
import zipfile
from pathlib import Path

import polars as pl

from tests.ingest.small_delivery import SMALL, write_files

SIGNS = ('"', '""', "\n", "\r", ",", ";", "\t", "\0", "\ufeff", "\u200b", "\u00a0")
WORDS = """
#N/A #DIV/0! NULL 9999-12-31 0000-00-00 2025-02-30 99999-01-01 1e308 -1 NaN inf 1e400 0,5 1.000,5 0.1.2
true =1/0
is_deleted case_id person_id C1 ANT O1 2.02605E+11 85073003328
"""
PIECES = (*SIGNS, *WORDS.split())
VALUES = (
    "",
    *PIECES,
    "9" * 30,
    "x" * 5000,
    "2025-01-01T00:00:00Z",
    "2025-01-01 12:00:00",
    "01/02/2025",
    "\n\n",
)
NAMES = (
    "cases (1).csv",
    "x.csv",
    "~$a.xlsx",
    "offices.CSV",
    "cases.xlsx",
    "tasks.parquet",
    "cases.txt",
    "a.sav",
)


def mutated_delivery(folder: Path, seed: int) -> Path:
    """The small delivery in formats drawn by ``seed``, with one or two things broken."""
    chance = random.Random(seed)
    delivery = write_files(folder, SMALL)
    _mutate(delivery, chance)
    return delivery


def _mutate(delivery: Path, chance: random.Random) -> None:
    for path in sorted(delivery.glob("*.csv")):
        _as_another_kind(path, chance)
    for _ in range(chance.choice((1, 1, 2))):
        path = chance.choice(sorted(delivery.iterdir()))
        chance.choice((_bytes, _bytes, _archived, _value, _value, _name))(path, chance)


def _as_another_kind(path: Path, chance: random.Random) -> None:
    frame = pl.read_csv(path, infer_schema=chance.random() < 0.5, try_parse_dates=chance.random() < 0.5)
    kind = chance.choice((".csv", ".csv", ".parquet", ".xlsx"))
    if kind == ".parquet":
        frame.write_parquet(path.with_suffix(kind))
    elif kind == ".xlsx":
        frame.write_excel(path.with_suffix(kind))
    if kind != ".csv":
        path.unlink()


def _bytes(path: Path, chance: random.Random) -> None:
    path.write_bytes(_broken(path.read_bytes(), chance))


def _archived(path: Path, chance: random.Random) -> None:
    """One part of a workbook, broken within a sound archive."""
    if path.suffix != ".xlsx" or not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = _broken(parts[name], chance)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _value(path: Path, chance: random.Random) -> None:
    """One cell of a readable file, replaced by a text that some program or person might write."""
    if path.suffix not in (".csv", ".parquet") or not path.is_file():
        return
    try:
        frame = pl.read_csv(path, infer_schema=False) if path.suffix == ".csv" else pl.read_parquet(path)
    except pl.exceptions.PolarsError:
        return
    frame = frame.cast(pl.String)
    if not frame.height or not frame.width:
        return
    frame[chance.randrange(frame.height), chance.randrange(frame.width)] = chance.choice(VALUES)
    frame.write_csv(path) if path.suffix == ".csv" else frame.write_parquet(path)


def _name(path: Path, chance: random.Random) -> None:
    path.rename(path.with_name(chance.choice(NAMES)))


def _broken(content: bytes, chance: random.Random) -> bytes:
    broken = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5))):
        place = chance.randrange(len(broken)) if broken else 0
        length = chance.choice((1, 3, 20, 200))
        kind = chance.random()
        if kind < 0.2 and broken:
            broken[place] = chance.randrange(256)
        elif kind < 0.4:
            del broken[place : place + length]
        elif kind < 0.8:
            broken[place:place] = chance.choice(PIECES).encode()
        elif kind < 0.9:
            broken[place:place] = broken[:length]
        else:
            del broken[place:]
    return bytes(broken)
