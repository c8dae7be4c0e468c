"""Services unlike the sample: what a desk of incidents and three small new offices hand in."""

from datetime import date, timedelta
from pathlib import Path

from tests.ingest.small_delivery import write_files

DAY = timedelta(days=1)
NAMES = {"A": "Ardooie", "B": "Beveren", "C": "Ciney"}
# One desk, two people, cases that no weight fits, and words of its own for everything.
INCIDENTS = """
title = "A desk for incidents"
[delivery]
source_system = "desk"
is_synthetic = true
as_of = 2026-06-18
[[categories]]
category = "supervision_type"
value = "outage"
label_en = "Power cut"
label_nl = "Stroomuitval"
service_line = "incidents"
[[categories]]
category = "service_line"
value = "incidents"
label_en = "Incidents"
label_nl = "Meldingen"
[[categories]]
category = "risk_level"
value = "red"
label_en = "Code red"
label_nl = "Code rood"
[[categories]]
category = "grade"
value = "operator"
label_en = "Operator"
label_nl = "Operator"
"""
TABLES = ("offices", "staff_contracts", "cases", "case_assignments", "case_assessments")


def incidents(folder: Path) -> tuple[Path, Path]:
    """A delivery and its mapping: 105 cases of one month, of which 100 lost their officer and none waits."""
    cases = [f"I{number:03}" for number in range(105)]
    delivery = write_files(
        folder / "incidents",
        {
            "offices.csv": "office_id,office_name\nDESK,The desk\n",
            "staff_contracts.csv": "officer_id,office_id,valid_from,valid_to,grade,fte,service_line\n"
            + "".join(f"P{one},DESK,2026-01-01,,operator,0.75,incidents\n" for one in (1, 2)),
            "cases.csv": "case_id,office_id,supervision_type,received_on\n"
            + "".join(f"{case},DESK,outage,2026-06-0{1 + place % 9}\n" for place, case in enumerate(cases)),
            "case_assignments.csv": "case_id,officer_id,valid_from,valid_to\n"
            + "".join(
                f"{case},P{1 + place % 2},2026-06-10,{'' if place < 5 else '2026-06-12'}\n"
                for place, case in enumerate(cases)
            ),
            "case_assessments.csv": "case_id,assessed_on,risk_level\n"
            + "".join(f"{case},2026-06-10,red\n" for case in cases),
        },
    )
    write_files(folder, {"incidents.toml": INCIDENTS + _own_tables()})
    return delivery, folder / "incidents.toml"


def _own_tables() -> str:
    return "".join(
        f'[[tables]]\nentity = "{name}"\nfile = "{name}.csv"\nall_columns_but = []\n[tables.columns]\n'
        for name in TABLES
    )


HALF = """
title = "Probation, and beside it work that no weight fits"
[delivery]
source_system = "half"
is_synthetic = true
as_of = 2026-06-18
[[categories]]
category = "supervision_type"
value = "unheard"
label_en = "Unheard of"
label_nl = "Onbekend werk"
service_line = "offender_supervision"
[[categories]]
category = "supervision_type"
value = "outage"
label_en = "Power cut"
label_nl = "Stroomuitval"
service_line = "incidents"
[[categories]]
category = "service_line"
value = "incidents"
label_en = "Incidents"
label_nl = "Meldingen"
"""


def half_weighed(folder: Path) -> tuple[Path, Path]:
    """Two offices of eight: no weight fits the work of the north, nor a second line of the south.

    Nobody is too few here to be shown. Cases came in from 2025 on, and a third of them ended.
    """
    kinds = (("NORTH", "unheard"), ("SOUTH", "probation"), ("SOUTH", "outage"))
    start = date(2025, 1, 6)
    cases = [
        (f"H{place:03}", *kinds[place % 3], start + 3 * place * DAY, place % 9 < 3, place)
        for place in range(150)
    ]
    lines = {"unheard": "N", "probation": "S", "outage": "I"}
    people = [("N", "NORTH", ""), ("S", "SOUTH", ""), ("I", "SOUTH", "incidents")]
    delivery = write_files(
        folder / "half",
        {
            "offices.csv": "office_id,office_name\nNORTH,North\nSOUTH,South\n",
            "staff_contracts.csv": "officer_id,office_id,valid_from,valid_to,grade,fte,service_line\n"
            + "".join(
                f"{letter}{one},{office},2025-01-01,,officer,1,{line}\n"
                for letter, office, line in people
                for one in range(8)
            ),
            "cases.csv": "case_id,office_id,supervision_type,received_on,ended_on\n"
            + "".join(
                f"{case},{office},{kind},{on},{on + 60 * DAY if has_ended else ''}\n"
                for case, office, kind, on, has_ended, _ in cases
                if not has_ended or on + 60 * DAY < date(2026, 6, 18)
            ),
            "case_assignments.csv": "case_id,officer_id,valid_from,valid_to\n"
            + "".join(
                f"{case},{lines[kind]}{place % 8},{on + 5 * DAY},\n"
                for case, _, kind, on, has_ended, place in cases
                if place < 140 and (not has_ended or on + 60 * DAY < date(2026, 6, 18))
            ),
            "case_assessments.csv": "case_id,assessed_on,risk_level\n",
        },
    )
    write_files(folder, {"half.toml": HALF + _own_tables()})
    return delivery, folder / "half.toml"


def three_small_offices(folder: Path, offices: str = "ABC") -> Path:
    """A service of nine months: two people an office, nobody waits, the first case ended in its eighth.

    `offices`: which of the three there are; all cases are shared by these.
    """
    first = date(2025, 10, 1)
    cases = [
        (f"N{number:03}", offices[number % len(offices)], first + 4 * number * DAY) for number in range(60)
    ]
    return write_files(
        folder / "three",
        {
            "offices.csv": "office_id,office_name\n"
            + "".join(f"{office},{NAMES[office]}\n" for office in offices),
            "staff_contracts.csv": "officer_id,office_id,valid_from,valid_to,grade,fte\n"
            + "".join(
                f"{office}{one},{office},2025-10-01,,officer,1\n" for office in offices for one in (1, 2)
            ),
            "cases.csv": "case_id,office_id,supervision_type,received_on,ended_on,expected_end_on\n"
            + "".join(
                f"{case},{office},probation,{day},{'2026-05-20' if place < 6 else ''},2027-01-01\n"
                for place, (case, office, day) in enumerate(cases)
            ),
            "case_assignments.csv": "case_id,officer_id,valid_from,valid_to\n"
            + "".join(f"{case},{office}1,{day},\n" for case, office, day in cases),
            "delivery.toml": 'as_of = 2026-06-30\nsource_system = "three"\nis_synthetic = true\n',
        },
    )


def dead_records(folder: Path) -> Path:
    """Cases whose end passed 181 days ago or more: waiting, uncovered, carried; and one at the bound"
    " that waits."""
    return write_files(
        folder / "dead",
        {
            "offices.csv": "office_id,office_name\nA,Ardooie\nB,Beveren\n",
            "staff_contracts.csv": "officer_id,office_id,valid_from,valid_to,grade,fte\n"
            "O1,A,2018-01-01,,officer,1\n",
            "cases.csv": "case_id,office_id,supervision_type,received_on,ended_on,expected_end_on\n"
            "DEAD,A,probation,2018-03-01,,2025-12-31\nLOST,A,probation,2018-03-01,,2019-06-01\n"
            "HELD,A,probation,2018-03-01,,2019-06-01\nREAL,B,probation,2026-05-31,,2026-05-01\n"
            "OVER,B,probation,2018-03-01,2018-06-01,\n",
            "case_assignments.csv": "case_id,officer_id,valid_from,valid_to\n"
            "LOST,O1,2018-04-01,2019-06-01\nHELD,O1,2018-04-01,\nOVER,O1,2018-03-01,\n",
            "delivery.toml": 'as_of = 2026-06-30\nsource_system = "dead"\nis_synthetic = true\n',
        },
    )
