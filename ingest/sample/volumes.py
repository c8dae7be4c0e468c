"""Mandates received and open per year and type: the published numbers, and ours where none were published.

New: 2018 to 2025 and the first half of 2026. Open: on 31 December 2017 to 2025 and on 30 June 2026.
Totals of 2018 to 2021 are the restated published ones (F1, F2); the parts of the group "penitentiary"
add up to the published group. Plain numbers are assumptions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ingest.sample.stated import Stated, assumed, derived, sourced

YEARS = (2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026)
LINES = ("offender_supervision", "victims", "civil", "coordination")


def _f1(amount: float) -> Stated:
    return sourced(amount, "annual report 2020, houses of justice (F1)")


def _f2(amount: float) -> Stated:
    return sourced(amount, "figures 2021, houses of justice (F2)")


def _et(amount: float) -> Stated:
    return derived(amount, "new of 2020 x 1.6, the growth of activations to 2023 (F20, F26)")


def _part(amount: float) -> Stated:
    return derived(amount, "rest or part of a published total (F1, F2)")


@dataclass(frozen=True)
class Volume:
    """Yearly flow of one type: received in each of `YEARS`, open at the end of 2017 and of each."""

    new: tuple[float, ...]
    open: tuple[float, ...]
    line: str = "offender_supervision"


VOLUMES: dict[str, Volume] = {
    "probation": Volume(
        (4100, 4150, _f1(3813), _f2(4937), 4950, 5000, 5100, 5150, 2600),
        (10450, 10950, 11650, _f1(12067), _f2(12726), 13000, 13250, 13500, 13600, 13640),
    ),
    "autonomous_probation": Volume(
        (200, 220, _f1(219), _f2(301), 320, 335, 345, 350, 177),
        (230, 300, 350, _f1(384), _f2(425), 445, 460, 470, 475, 478),
    ),
    "work_penalty": Volume(
        (4150, 4300, _f1(3850), _f2(5847), 5900, 5900, 6000, 6100, 3090),
        (3750, 3800, 4000, _f1(4037), _f2(5620), 6000, 6200, 6350, 6450, 6470),
    ),
    "pretrial_conditions": Volume(
        (2500, 2620, _f1(2746), _part(2790), 2900, 2950, 3000, 3030, 1530),
        (1330, 1380, 1430, _f1(1491), _f2(1502), 1545, 1570, 1590, 1600, 1605),
    ),
    "electronic_monitoring": Volume(
        (1370, 1470, _part(1587), _part(1884), 2185, _et(2540), 2400, 2340, 1180),
        (698, 783, 878, _part(950), _part(1222), 1340, 1420, 1400, 1380, 1375),
    ),
    "conditional_release": Volume(
        (360, 360, _part(350), _part(350), 345, 340, 340, 340, 170),
        (1000, 1010, 1030, _part(1060), _part(1080), 1085, 1080, 1075, 1070, 1070),
    ),
    "limited_detention": Volume(
        (150, 150, _part(150), _part(150), 150, 150, 150, 150, 75),
        (72, 73, 74, _part(75), _part(78), 78, 78, 78, 78, 78),
    ),
    "placement_at_disposal": Volume(
        (20, 20, _part(20), _part(20), 20, 20, 20, 20, 10),
        (60, 64, 68, _part(72), _part(75), 77, 79, 81, 83, 84),
    ),
    "internment": Volume(
        (270, 280, _f1(286), _f2(322), 330, 335, 340, 345, 174),
        (960, 1030, 1100, _f1(1167), _f2(1241), 1290, 1330, 1360, 1385, 1400),
    ),
    "autonomous_monitoring": Volume(
        (20, 18, _f1(14), _f2(19), 20, 22, 22, 23, 12),
        (7, 6, 5, _f1(3), _f2(5), 6, 6, 6, 6, 6),
    ),
    "mediation_and_measures": Volume(
        (3410, 3250, _f1(3354), _part(3650), 3580, 3646, 3983, 4122, 2062),
        (2843, 2954, 3285, _part(3637), _f2(3655), 3824, 3997, 4155, 4235, 4254),
    ),
    "home_ban": Volume(
        (0, 162, _f1(217), _part(356), 500, 662, 700, 730, 370),
        (0, 0, 30, _part(40), _f2(94), 110, 130, 135, 138, 140),
    ),
    "brief_report": Volume(
        (1360, 1370, _part(1355), _part(1320), 1250, 1150, 1080, 1000, 490),
        (100, 100, 103, _part(100), _part(130), 125, 110, 100, 95, 95),
    ),
    "social_enquiry": Volume(
        (1500, 1460, _part(1400), _part(1330), 1200, 1050, 960, 900, 440),
        (215, 210, 200, _part(190), _part(230), 215, 185, 160, 150, 150),
    ),
    "victim_reception": Volume(
        (
            *(6350, 6680, _part(6530), _part(8180), sourced(10403, "annual report 2022 (F18)")),
            *(sourced(11108, "figures 2023 (F19)"), 11150, 11200, 5600),
        ),
        (4120, 4250, 4580, _part(4890), _part(6310), 6465, 6700, 6800, 6850, 6850),
        "victims",
    ),
    "family_enquiry": Volume(
        (1700, 1720, _part(1649), _part(1652), 1640, 1630, 1620, 1610, 805),
        (856, 847, 870, _part(839), _part(813), 755, 740, 735, 730, 730),
        "civil",
    ),
    "chain_case": Volume(
        (119, 138, 120, 160, 250, 420, 480, 500, 250),
        (75, 85, 95, 100, 130, 170, 270, 310, 325, 330),
        "coordination",
    ),
}
TYPES = tuple(VOLUMES)
LINE_OF_TYPE = np.array([LINES.index(volume.line) for volume in VOLUMES.values()])
FULL_SIZE = int(sum(sum(volume.new) + volume.open[0] for volume in VOLUMES.values()))


def type_number(name: str) -> int:
    """Position of a supervision type in `TYPES`."""
    return TYPES.index(name)


def is_of_type(kind: np.ndarray, *names: str) -> np.ndarray:
    """Whether each case (by type number) is of one of the named types."""
    return np.isin(kind, [type_number(name) for name in names])


def scaled_volumes(cases: int) -> tuple[np.ndarray, np.ndarray]:
    """New [type, year] and open [type, 1 + year] for a service with ``cases`` mandates in all.

    The parts of ``cases`` are rounded to whole mandates by largest remainder; every type that exists
    keeps at least one mandate, so that small samples show them all.
    """
    new = np.array([volume.new for volume in VOLUMES.values()], dtype=float)
    open_ = np.array([volume.open for volume in VOLUMES.values()], dtype=float)
    scale = cases / FULL_SIZE
    received = _rounded_to_total(np.column_stack([open_[:, 0], new]) * scale, cases)
    received[received.sum(axis=1) == 0, -1] = 1
    left_open = np.rint(open_ * scale).astype(np.int64)
    left_open[:, 0] = received[:, 0]
    for year in range(len(YEARS)):
        most = left_open[:, year] + received[:, year + 1]
        left_open[:, year + 1] = np.minimum(left_open[:, year + 1], most)
    return received[:, 1:], left_open


def _rounded_to_total(parts: np.ndarray, total: int) -> np.ndarray:
    """Parts as whole numbers that add up to ``total``: the largest remainders are rounded up."""
    whole = np.floor(parts).astype(np.int64)
    missing = total - int(whole.sum())
    largest = np.argsort(-(parts - whole), axis=None, kind="stable")[: max(missing, 0)]
    np.add.at(whole.reshape(-1), largest, 1)
    return whole


def stated_volumes() -> Iterator[tuple[str, Stated]]:
    """Every yearly number with its name and tag; the plain ones as assumptions."""
    for name, volume in VOLUMES.items():
        for year, amount in zip(YEARS, volume.new, strict=True):
            yield f"new {name} {year}", _tagged(amount)
        for year, amount in zip((2017, *YEARS), volume.open, strict=True):
            yield f"open {name} end of {year}", _tagged(amount)


def _tagged(amount: float) -> Stated:
    return amount if isinstance(amount, Stated) else assumed(amount)
