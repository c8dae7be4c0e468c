"""The project's documents as data: their tables, links, headings and code blocks."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "seeds" / "README.md")
)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def prose_of(document: Path) -> str:
    """The text without its code blocks."""
    return _FENCE.sub("", text_of(document))


def code_blocks(document: Path, language: str) -> list[str]:
    """The blocks fenced under a language, without the fences."""
    return [block for name, block in _FENCE.findall(text_of(document)) if name == language]


def anchors_of(document: Path) -> set[str]:
    """What a link may name after ``#``: the headings, in lower case, spaces as dashes."""
    headings = re.findall(r"^#+ (.*)$", prose_of(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links_of(document: Path) -> list[str]:
    """Targets of links and pictures."""
    prose = prose_of(document)
    return re.findall(r"\]\(([^)\s]+)\)", prose) + re.findall(r"<img[^>]+src=\"([^\"]+)\"", prose)


def tables_of(text: str) -> list[list[dict[str, str]]]:
    """Every table of a Markdown text as rows: heading -> cell."""
    lines = [line if line.startswith("|") else "" for line in text.splitlines()]
    blocks = "\n".join(lines).split("\n\n")
    return [_rows(block.strip().splitlines()) for block in blocks if block.strip()]


def _rows(lines: list[str]) -> list[dict[str, str]]:
    heading, rule, *rows = (_cells(line) for line in lines)
    assert all(set(cell) <= set("-: ") for cell in rule), f"no rule under {heading}"
    return [dict(zip(heading, row, strict=True)) for row in rows]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
