"""A case carried by more than one whole officer is a finding, with how far it moves the percentage."""

import shutil
from pathlib import Path

import pytest

from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from tests.ingest.mapping_cases import case_folder
from tests.inputs.published import asking

FOUND = "select record_id from marts.fct_findings where finding = 'carried_above_whole' order by 1"
EFFECT = """
    select office_id, concerned_cases, workload_units, workload_lower_units, workload_upper_units
    from marts.fct_area_finding_effects join marts.dim_offices on area_id = office_id
    where finding = 'carried_above_whole' and weight_scheme = 'count' and concerned_cases > 0
"""


@pytest.fixture
def asked(tmp_path: Path):
    """Build the small delivery, with its shares changed first, and ask the published file."""

    def run(**shares: str):
        folder = shutil.copytree(case_folder("two-officers-each-carry-the-whole-case"), tmp_path / "extracts")
        file = folder / "case_assignments.csv"
        rows = file.read_text(encoding="utf-8").splitlines()
        for number, row in enumerate(rows):
            case_id = row.split(",")[0]
            rows[number] = f"{row.rsplit(',', 1)[0]},{shares[case_id]}" if case_id in shares else row
        file.write_text("\n".join([*rows, ""]), encoding="utf-8")
        order = Order(folder, warehouse=tmp_path / "warehouse", key=tmp_path / "key")
        build(order, Progress(is_silent=True))
        return asking(tmp_path / "warehouse")

    return run


def test_two_officers_who_each_carry_the_whole_case_are_a_finding_with_its_effect(asked) -> None:
    ask = asked()
    assert ask(FOUND) == [("C1",), ("C3",), ("C5",)]
    assert ask(EFFECT) == [("ANT", 3, 8.0, 5.0, 8.0)]
    findings = ask(
        "select findings from marts.fct_open_cases where case_id = 'C1' and weight_scheme = 'count'"
    )
    assert findings == [("carried_above_whole",)]


@pytest.mark.deep
def test_shares_that_add_up_to_the_whole_are_none_and_those_above_it_are(asked) -> None:
    ask = asked(C1="0.5", C3="0.6", C5="0.333333333")
    assert ask(FOUND) == [("C3",)]
    [(office, cases, work, lower, upper)] = ask(EFFECT)
    assert (office, cases) == ("ANT", 1)
    assert lower - work == pytest.approx(-0.2)
    assert upper == work
