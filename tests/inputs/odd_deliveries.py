"""Deliveries that look wrong and are not: everything in them comes in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

LONG_ID = "9" * 60


@dataclass(frozen=True)
class OddDelivery:
    """One kind: how the small valid delivery is turned into it."""

    kind: str
    turn: Callable[[Path], object]


def rewritten(name: str, turned: Callable[[str], str]) -> Callable[[Path], object]:
    def turn(folder: Path) -> None:
        content = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(turned(content).encode("utf-8"))

    return turn


def second_sheet(folder: Path) -> None:
    """The sheet named after the entity stands behind one with explanations."""
    rows = [line.split(",") for line in (folder / "offices.csv").read_text(encoding="utf-8").splitlines()]
    (folder / "offices.csv").unlink()
    with xlsxwriter.Workbook(folder / "offices.xlsx") as book:
        book.add_worksheet("Uitleg").write(0, 0, "lees dit eerst")
        sheet = book.add_worksheet("offices")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


ODD_DELIVERIES = [
    OddDelivery(
        "byte-order mark, semicolons, Windows line ends",
        rewritten("cases.csv", lambda text: "\ufeff" + text.replace(",", ";").replace("\n", "\r\n")),
    ),
    OddDelivery(
        "quotes, tabs and line ends inside a name",
        rewritten("offices.csv", lambda text: text.replace("Antwerpen", '"Ant ""x"",\n\twerpen"')),
    ),
    OddDelivery(
        "id of sixty digits",
        rewritten("tasks.csv", lambda text: re.sub(r"\w*T2", LONG_ID, text)),
    ),
    OddDelivery("workbook with two sheets, one named after the entity", second_sheet),
    OddDelivery(
        "capitals in the extension", lambda folder: (folder / "tasks.csv").rename(folder / "tasks.CSV")
    ),
    OddDelivery(
        "file of the agency's own", lambda folder: (folder / "lees mij.txt").write_text("x", encoding="utf-8")
    ),
    OddDelivery(
        "line that states the separator",
        rewritten("offices.csv", lambda text: "sep=;\n" + text.replace(",", ";")),
    ),
    OddDelivery(
        "notes and blank lines above the header",
        rewritten("cases.csv", lambda text: "Opgemaakt op 30/06/2026, dienst A\n\n" + text),
    ),
    OddDelivery(
        "decimal comma that can be nothing else",
        rewritten("staff_contracts.csv", lambda text: text.replace(",", ";").replace("0.5", "0,5")),
    ),
    OddDelivery(
        "signs that nobody sees, and accents in two parts",
        rewritten("tasks.csv", lambda text: re.sub(r"(\w*GEN),", "\u200b\\1\u00a0,", text)),
    ),
    OddDelivery(
        "lock file of an open workbook",
        lambda folder: (folder / "~$cases.xlsx").write_bytes(b"\x04user"),
    ),
    OddDelivery(
        "header without rows",
        lambda folder: (folder / "posts.csv").write_text("post_id,office_id,grade,fte,status\n"),
    ),
]
