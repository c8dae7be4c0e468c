#!/usr/bin/env bash
# fastexcel 0.21 (calamine): a cell that shows #N/A reads as null, like a cell in which nothing was ever written, also
# when every column is asked for as text; and a formula that no program has calculated yet reads as 0, a number that
# nobody wrote. One would guess an error, or the text "#N/A". In a list of cases the first means "has not ended".
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" -q --disable-pip-version-check install fastexcel==0.21.0 polars==2.1.0 pyarrow==26.0.1 xlsxwriter==3.3.1
"$home/venv/bin/python" - "$home/cases.xlsx" <<'PY'
import sys

import fastexcel
import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet("cases")
sheet.write_row(0, 0, ["case_id", "ended_on", "hours"])
sheet.write_row(1, 0, ["A", "2025-01-01", 1.5])
sheet.write(2, 0, "B")  # nothing in the other two
sheet.write(3, 0, "C")
sheet.write_formula(3, 1, "=NA()", None, "#N/A")
sheet.write_formula(3, 2, "=1.5+1")  # a file that no spreadsheet program has opened
book.close()

reader = fastexcel.read_excel(sys.argv[1])
plain = reader.load_sheet("cases").to_polars().rows()
texts = reader.load_sheet("cases", dtypes="string").to_polars().rows()
print(plain, texts, sep="\n")
assert plain == [("A", "2025-01-01", 1.5), ("B", None, None), ("C", None, 0.0)]
assert [row[1] for row in texts] == ["2025-01-01", None, None]
PY
