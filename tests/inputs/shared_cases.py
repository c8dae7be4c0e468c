"""Small deliveries as case systems and offices really make them, in ``../shared/cases``: what each gives.

A folder stands for a kind of fault. Where ``shared`` is not beside the checkout, its tests skip.
"""

from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"


@dataclass(frozen=True)
class Right:
    """What is right for one folder: a fragment of the refusal, or what is loaded and what is set aside.

    ``cases``, ``open_cases`` and ``assignments`` count loaded rows, ``rules`` the rows in quarantine;
    ``said`` must be in what the build says while it runs.
    """

    folder: str
    refused: str = ""
    cases: int = 12
    open_cases: int = 10
    assignments: int = 11
    rules: dict[str, int] = field(default_factory=dict)
    said: str = ""


RIGHT = [
    Right("two-stray-quotes-person", "file 'cases.csv', row 4, a closing quote with text behind it"),
    Right("a-quote-that-swallows-much", "file 'cases.csv', row 2, a quote that is never closed"),
    Right("sep-line", cases=3, open_cases=2, assignments=3),
    Right("notes-above-the-header", said="cases.csv: not loaded: rows above the header: 2"),
    Right(
        "formulas-never-calculated", "row 3, column 'ended_on', sheet 'Sheet', cell F3, a formula that was"
    ),
    Right("merged-cells", "file 'cases.xlsx', sheet 'Sheet1', merged cells B2:B7. Unmerge them"),
    Right("long-ids", "row 2, column 'case_id', a number with more digits than a spreadsheet keeps"),
    Right("note-beside-table", "file 'cases.xlsx', row 3, a value in column J, which has no name"),
    Right(
        "sheets-per-office", "file 'cases.xlsx', sheets with the same header (ANT, GEN). Put all rows on one"
    ),
    Right("a-hidden-sheet-is-read", said="not loaded: hidden sheets: 1"),
    Right("chart-sheet-first", cases=3, open_cases=2, assignments=3, said="not loaded: charts: 1"),
    Right(
        "a-damaged-sheet-in-a-workbook", "'offices.xlsx', not readable as an Excel workbook (.xlsx), sheet"
    ),
    Right("xlsx-with-password", "file 'cases.xlsx', a workbook with a password"),
    Right(
        "xlsx-that-is-ods", "file 'cases.xlsx', an OpenDocument spreadsheet (.ods), although its name ends in"
    ),
    Right("parquet-by-adbc", "'staff_contracts.parquet', column 'fte', a column of a type that only its own"),
    Right(
        "parquet-duration", cases=3, open_cases=2, assignments=3, said="not loaded: columns of durations: 1"
    ),
    Right("a-file-that-the-browser-renamed", "file 'case_assignments (1).csv', a misspelt file name"),
    Right("cases-as-ods", "file 'cases.ods', cases in a format that is not read (.ods). Open it in a spread"),
    Right("cases-as-xlsm", cases=3, open_cases=2, assignments=3),
    Right("cases-as-csv-gz", "file 'cases.csv.gz', cases in a format that is not read (.gz). Unpack it"),
    Right("cases-as-sav", "file 'cases.sav', cases in a format that is not read (.sav). Export it as CSV"),
    Right("an-excel-lock-file", said="cases.xlsx is open in a spreadsheet program"),
    Right("an-optional-column-misspelt", "column 'Ended_on', a misspelt column (is ended_on meant?)"),
    Right("a-row-twice"),
    Right("a-delta-with-fewer-columns"),
    Right("a-bad-correction-removes-the-good-row", rules={"not_a_date": 1}),
    Right("contract-above-full-time", rules={"share_outside_0_1": 1}),
    Right(
        "old-contract-not-closed",
        rules={"overlapping_period": 1},
        said='overlapping_contracts = "close_earlier"',
    ),
    Right("ids-that-became-floats"),
    Right(
        "leading-zeros-of-a-number-format",
        assignments=0,
        rules={"unknown_case": 11},
        said="11 rows name a case_id that is unknown as it is written and known with other zeros in front",
    ),
    Right(
        "case-numbers-that-became-dates",
        assignments=0,
        rules={"unknown_case": 11},
        said="(row 2: '2025-01-01' is known as '1-2025'). Format the column as text before ids are typed in.",
    ),
    Right("accents-composed-and-decomposed", cases=13, open_cases=11),
    Right("an-invisible-character-in-an-id"),
    Right("decimal-comma-without-mapping"),
    Right(
        "published-total-row-and-marks",
        cases=0,
        open_cases=0,
        assignments=0,
        rules={"not_a_number": 8},
        said="office_id 'Total' (row 4, 1 in all) reads as a total and counts as an office",
    ),
    Right(
        "workbook-error-cells",
        cases=10,
        assignments=9,
        rules={"spreadsheet_error": 2, "hangs_on_quarantined": 4},
    ),
    Right(
        "blank-lines-in-a-csv",
        cases=11,
        open_cases=9,
        assignments=10,
        rules={"not_a_date": 1, "hangs_on_quarantined": 2},
    ),
    Right(
        "blank-rows-above-the-header",
        cases=11,
        open_cases=9,
        assignments=10,
        rules={"not_a_date": 1, "hangs_on_quarantined": 2},
    ),
]
