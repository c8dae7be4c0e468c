"""The worked example of docs/method.md as a delivery: its tables are the extracts."""

import csv
import re
from pathlib import Path

from ingest.contract import ENTITIES
from tests.docs.documents import ROOT, tables_of, text_of

METHOD = ROOT / "docs" / "method.md"


def example() -> str:
    """The chapter of the example."""
    return text_of(METHOD).split("## A worked example", 1)[1].split("## What happens at the borders", 1)[0]


def delivered() -> dict[str, list[dict[str, str]]]:
    """The tables of the delivery: an entity in backquotes begins the text above each."""
    told = example().split("### The work of Anke")[0]
    parts = re.split(rf"(?:^|\s)`({'|'.join(ENTITIES)})`:", told)
    return {name: tables_of(text)[0] for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def write_example(extracts: Path) -> Path:
    """Write the example as a folder of extracts."""
    extracts.mkdir()
    for entity, rows in delivered().items():
        with (extracts / f"{entity}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    (extracts / "delivery.toml").write_text("as_of = 2025-07-15\nis_synthetic = true\n", encoding="utf-8")
    return extracts
