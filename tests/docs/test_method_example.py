"""The worked example of docs/method.md, built for real: its tables are the delivery and the answers."""

import ast
import datetime as dt
import operator
import re
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboards import WAREHOUSE_VARIABLE
from tests.docs.documents import ROOT, tables_of, text_of
from tests.docs.worked_example import METHOD, delivered, example
from warehouse.current import published_file

SCHEME, JUNE, DAYS = "fl_type_phase", dt.date(2025, 6, 1), 30
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def table(first_heading: str) -> list[dict[str, str]]:
    """The one table of the example whose first column has this heading."""
    [found] = [rows for rows in tables_of(example()) if next(iter(rows[0])) == first_heading]
    return found


def worth(arithmetic: str) -> Fraction:
    """What a line of arithmetic comes to, exactly: numbers, + - x / and brackets, nothing else."""
    return _worth(ast.parse(arithmetic.replace(" x ", " * "), mode="eval").body)


def _worth(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp):
        return Fraction(_OPERATORS[type(node.op)](_worth(node.left), _worth(node.right)))
    assert isinstance(node, ast.Constant), ast.dump(node)
    return Fraction(str(node.value))


def days(row: dict[str, str]) -> range:
    return range(int(row["from"]), int(row["to"]) + 1)


@pytest.fixture(scope="module")
def marts(worked_example: Path) -> Path:
    """The file of the example that the main job published."""
    return published_file(worked_example / "warehouse")


def rows_of(marts: Path, query: str, *values: object) -> list[dict]:
    with duckdb.connect(str(marts), read_only=True) as connection:
        answer = connection.execute(query, list(values))
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def test_the_example_is_delivered_whole_and_loaded_whole(marts):
    assert set(delivered()) == {
        *("offices", "staff_contracts", "staff_reductions", "cases"),
        *("case_assignments", "case_assessments", "case_flags", "tasks"),
    }
    assert rows_of(marts, "select * from marts.fct_quarantine") == []
    [status] = rows_of(marts, "select rows_loaded from marts.dim_status")
    assert status["rows_loaded"] == sum(len(rows) for rows in delivered().values())


@pytest.mark.parametrize("heading", ["work of Anke", "capacity of Anke"])
def test_every_line_of_the_arithmetic_is_right(heading):
    *lines, total = table(heading)
    for line in lines:
        assert int(line["days"]) == len(days(line)), line
        assert worth(line["days x hours"]) == len(days(line)) * worth(line["hours a month"]), line
    assert worth(total["days x hours"]) == sum(worth(line["days x hours"]) for line in lines)


@pytest.mark.parametrize("heading", ["figure of Anke", "figure of the office", "room of the office"])
def test_every_result_is_what_its_arithmetic_comes_to(heading):
    for line in table(heading):
        assert f"{float(worth(line['arithmetic'])):.6f}".rstrip("0").rstrip(".") == line["result"], line


@pytest.mark.parametrize(
    ("heading", "mart", "keys"),
    [
        ("figure of Anke", "fct_officer_months", {"office_id": "EX", "officer_id": "A"}),
        ("figure of the office", "fct_office_months", {"office_id": "EX"}),
    ],
)
def test_the_marts_say_what_the_text_says(marts, heading, mart, keys):
    keys = keys | {"weight_scheme": SCHEME, "month_start_on": JUNE}
    where = " and ".join(f"{key} = ?" for key in keys)
    [row] = rows_of(marts, f"select * from marts.{mart} where {where}", *keys.values())  # noqa: S608
    assert row["days"] == DAYS
    for line in table(heading):
        figure = line[heading].strip("`")
        assert row[figure] == pytest.approx(float(worth(line["arithmetic"])), abs=1e-9), figure


def test_the_room_in_the_text_is_that_of_the_mart(marts):
    [row] = rows_of(
        marts,
        """select room_fte_avg from marts.fct_area_line_windows
           where area_id = 'EX' and part_id = ''
               and weight_scheme = ? and window_start_on = ? and days = ?""",
        *(SCHEME, JUNE, DAYS),
    )
    [line] = table("room of the office")
    assert row["room_fte_avg"] == pytest.approx(float(worth(line["arithmetic"])), abs=1e-9)


def test_stretches_are_those_of_the_mart_and_of_the_lines_above(marts):
    spans = rows_of(
        marts,
        """select greatest(valid_from, date '2025-06-01') as first_on,
               least(valid_to, date '2025-07-01') - 1 as last_on,
               active_cases, workload_units, capacity_units
           from marts.fct_officer_spans
           where officer_id = 'A' and weight_scheme = ?
               and valid_from < date '2025-07-01' and valid_to > date '2025-06-01'
           order by valid_from""",
        SCHEME,
    )
    told = table("stretch of Anke")
    assert [(row["first_on"].day, row["last_on"].day) for row in spans] == [
        (int(line["from"]), int(line["to"])) for line in told
    ]
    for row, line in zip(spans, told, strict=True):
        assert row["active_cases"] == int(line["cases"])
        for lines, heading, column in (
            (table("work of Anke"), "work on each day", "workload_units"),
            (table("capacity of Anke"), "capacity on each day", "capacity_units"),
        ):
            running = [one for one in lines[:-1] if days(one).start <= days(line).start < days(one).stop]
            assert row[column] == pytest.approx(float(worth(line[heading])), abs=1e-9), line
            assert sum(worth(one["hours a month"]) for one in running) == worth(line[heading]), line


def test_the_sentence_on_the_office_quotes_the_marts(marts):
    officers = rows_of(
        marts,
        "select workload_pct from marts.fct_officer_months"
        " where weight_scheme = ? and month_start_on = ? order by officer_id",
        *(SCHEME, JUNE),
    )
    anke, bo = (row["workload_pct"] for row in officers)
    said = re.findall(r"\d\.\d\d(?= %)", example().split("### The office")[1])
    office = table("figure of the office")[3]["result"]
    assert [float(number) for number in said] == [
        round(value, 2) for value in (float(office), anke, bo, (anke + bo) / 2)
    ]


def test_the_month_of_anke_stands_on_the_screen(marts, monkeypatch):
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(marts.parent))
    app = AppTest.from_file(str(ROOT / "dashboards" / "app.py"), default_timeout=60)
    app.query_params["lang"] = "en"
    app.run().switch_page("app_pages/outlook.py").run()
    app.selectbox(key="office").set_value("EX").run()
    app.selectbox(key="officer of EX").set_value("A").run()
    shown = " ".join(part.proto.body for part in app.get("html"))
    results = [float(line["result"]) for line in table("figure of Anke")]
    [scheme] = rows_of(marts, "select * from marts.dim_weight_schemes where weight_scheme = ?", SCHEME)
    cases, work, of_capacity = results[0], results[1], results[3]
    of_full_time = 100 * work / scheme["full_time_capacity"]
    assert f"= {of_full_time:.2f} %" in example()
    for figure in (f"{cases:.2f}", f"{work:.2f}", f"{of_full_time:.2f}%"):
        assert f'mw-known">{figure}' in shown, figure
    assert f"{of_capacity:.2f}%" not in shown, "she was in training for ten days"


def test_full_time_capacity_and_units_of_the_schemes_are_those_of_the_policy(marts):
    told = {
        re.match(r"`(\w+)`", row["scheme"])[1]: float(row["a full-timer gives"])
        for row in next(rows for rows in tables_of(text_of(METHOD)) if "scheme" in rows[0])
    }
    shipped = rows_of(marts, "select weight_scheme, full_time_capacity from marts.dim_weight_schemes")
    assert told == {row["weight_scheme"]: float(row["full_time_capacity"]) for row in shipped}
