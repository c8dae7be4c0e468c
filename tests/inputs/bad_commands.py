"""Commands that cannot work: what a tired person types, and what a full or foreign folder does to them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CALIFORNIA = SEEDS.parent / "ingest" / "mappings" / "california.toml"

TARIFF = (
    b"service_line,valid_from,valid_to,eur_per_fte_year,covers,source\n"
    b"victims,2026-01-01,,82.000,wages,budget of 2026\n"
)


@dataclass(frozen=True)
class BadCommand:
    """One kind: the options that differ from a good command, made in an empty folder, and the status."""

    kind: str
    options: Callable[[Path], dict[str, Path]]
    status: int


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def seeds_with(table: bytes, name: str = "case_weights") -> Callable[[Path], dict[str, Path]]:
    """The shipped policy with another table, of weights unless named."""

    def options(folder: Path) -> dict[str, Path]:
        shutil.copytree(SEEDS, folder / "seeds")
        written(folder / "seeds", f"{name}.csv", table)
        return {"seeds": folder / "seeds"}

    return options


BAD_COMMANDS = [
    BadCommand("extracts that are not there", lambda folder: {"extracts": folder / "juni"}, 2),
    BadCommand(
        "extracts that are a file", lambda folder: {"extracts": written(folder, "cases.csv", b"case_id\n")}, 2
    ),
    BadCommand("extracts in an empty folder", lambda folder: {"extracts": folder}, 2),
    BadCommand("mapping that is not there", lambda folder: {"mapping": folder / "layout.toml"}, 2),
    BadCommand("mapping that is a folder", lambda folder: {"mapping": folder}, 2),
    BadCommand(
        "typo in the mapping",
        lambda folder: {"mapping": written(folder, "layout.toml", b"[[tabels]]\n")},
        2,
    ),
    BadCommand("mapping of another layout", lambda _: {"mapping": CALIFORNIA}, 2),
    BadCommand("policy that is not there", lambda folder: {"seeds": folder / "seeds"}, 2),
    BadCommand("policy without a table", lambda folder: {"seeds": folder}, 2),
    BadCommand("policy table in another encoding", seeds_with(b"weight_scheme,label\nx,Li\xe8ge\n"), 2),
    BadCommand("policy table without a row", seeds_with(b""), 2),
    BadCommand("tariff that cannot be used", seeds_with(TARIFF, "tariffs"), 2),
    BadCommand(
        "warehouse that is a file", lambda folder: {"warehouse": written(folder, "warehouse", b"x")}, 3
    ),
    BadCommand(
        "warehouse where nothing can be made",
        lambda folder: {"warehouse": written(folder, "notes.txt", b"x") / "warehouse"},
        3,
    ),
    BadCommand("hashing key that is a folder", lambda folder: {"key": folder}, 3),
    BadCommand("damaged hashing key", lambda folder: {"key": written(folder, "hashing.key", b"short")}, 3),
]
