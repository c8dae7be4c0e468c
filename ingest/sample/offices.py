"""The fifteen offices, how mandates are spread over them, and copies of them for larger services.

A *team* is a place where officers sit. Every team is an office, except that the team of Halle was an
antenna of Brussel until it became an office of its own.
"""

import math
from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import day
from ingest.sample.parameters import GROWTH_OF_INFLOW, HALLE_OPENS_ON
from ingest.sample.stated import Stated, derived
from ingest.sample.volumes import FULL_SIZE, TYPES

# code, name, region, latitude, longitude, share of all mandates in % (assumptions; names of ten: unchecked)
PLACES = (
    ("ANT", "Antwerpen", "Antwerpen", 51.22, 4.40, 18.5),
    ("MEC", "Mechelen", "Antwerpen", 51.03, 4.48, 5.5),
    ("TUR", "Turnhout", "Antwerpen", 51.32, 4.94, 6.5),
    ("HAS", "Hasselt", "Limburg", 50.93, 5.34, 6.5),
    ("TON", "Tongeren", "Limburg", 50.78, 5.46, 5.5),
    ("LEU", "Leuven", "Vlaams-Brabant", 50.88, 4.70, 7.0),
    ("BRU", "Brussel", "Brussel", 50.85, 4.35, 6.5),
    ("HAL", "Halle", "Vlaams-Brabant", 50.73, 4.24, 5.0),
    ("GEN", "Gent", "Oost-Vlaanderen", 51.05, 3.72, 11.5),
    ("DEN", "Dendermonde", "Oost-Vlaanderen", 51.03, 4.10, 8.5),
    ("OUD", "Oudenaarde", "Oost-Vlaanderen", 50.85, 3.61, 2.5),
    ("BRG", "Brugge", "West-Vlaanderen", 51.21, 3.22, 7.0),
    ("KOR", "Kortrijk", "West-Vlaanderen", 50.83, 3.26, 6.0),
    ("IEP", "Ieper", "West-Vlaanderen", 50.85, 2.89, 1.5),
    ("VEU", "Veurne", "West-Vlaanderen", 51.07, 2.66, 2.0),
)


def _of_2015(share_pct: float, of_all_pct: float) -> Stated:
    return derived(
        share_pct / of_all_pct, "share of the new work penalties of 2015 (F6) over the office's share"
    )


# shares by type against the share of all mandates; Antwerpen, Dendermonde and Brussel had 21.6, 13.9 and
# 12.0 % of the new work penalties of 2015 (derived from F6), the rest are assumptions
TYPE_SHARES: dict[str, dict[str, float]] = {
    "work_penalty": {
        "ANT": _of_2015(21.6, 18.5),
        "DEN": _of_2015(13.9, 8.5),
        "BRU": _of_2015(12.0, 11.5),
        "HAL": _of_2015(12.0, 11.5),
    },
    "probation": {"ANT": 0.95, "GEN": 1.15, "TUR": 1.10},
    "pretrial_conditions": {"ANT": 1.15, "BRU": 1.30, "LEU": 0.80},
    "electronic_monitoring": {"ANT": 1.10, "BRU": 1.15, "VEU": 0.70},
    "internment": {"GEN": 1.50, "TUR": 1.40, "IEP": 0.60},
    "mediation_and_measures": {"HAL": 1.30, "BRU": 0.90, "BRG": 1.25},
    "victim_reception": {"HAS": 1.20, "TON": 1.15, "ANT": 0.92},
    "family_enquiry": {"KOR": 1.25, "MEC": 1.15},
    "chain_case": dict.fromkeys(("OUD", "IEP", "VEU", "KOR", "DEN", "BRU"), 0.0) | {"ANT": 1.5, "HAS": 1.6},
}
BRUSSEL, HALLE = 6, 7


@dataclass(frozen=True)
class Teams:
    """Teams in order: office id, name and place; ``template`` is the position in `PLACES` it copies."""

    ids: np.ndarray
    template: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    def office_on(self, team: np.ndarray, on: np.ndarray | int) -> np.ndarray:
        """Position of the office a team belongs to on a day: Halle was Brussel before it opened."""
        return np.where((team == HALLE) & (np.asarray(on) < day(HALLE_OPENS_ON)), BRUSSEL, team)


def drawn_teams(cases: int) -> Teams:
    """The teams of a service with ``cases`` mandates: fifteen, and copies above the calibrated size."""
    count = max(len(PLACES), round(len(PLACES) * cases / FULL_SIZE))
    copies = [f"S{number:03d}" for number in range(len(PLACES) + 1, count + 1)]
    return Teams(
        np.array([place[0] for place in PLACES] + copies, dtype=object), np.arange(count) % len(PLACES)
    )


def team_shares(teams: Teams, kind: int, middle_of_year: int) -> np.ndarray:
    """Share of each team in the new mandates of one type in one year (by its middle day); sums to 1."""
    shares = np.empty(len(PLACES))
    for position, (code, *_, share) in enumerate(PLACES):
        growth = GROWTH_OF_INFLOW[code].on(middle_of_year) if code in GROWTH_OF_INFLOW else 1.0
        shares[position] = share * growth * TYPE_SHARES.get(TYPES[kind], {}).get(code, 1.0)
    copies = np.bincount(teams.template, minlength=len(PLACES))
    spread = (shares / copies)[teams.template]
    return spread / spread.sum()


def offices_frame(teams: Teams) -> pl.DataFrame:
    """One row per office, as the contract's entity ``offices``; copies beside their template on the map."""
    rows = []
    # copies stand in regions of their own, about as many as there are offices in each
    together = math.isqrt(len(teams))
    for position, office_id in enumerate(teams.ids):
        code, name, region, latitude, longitude, _ = PLACES[teams.template[position]]
        is_copy = position >= len(PLACES)
        round_number = position // len(PLACES)
        if is_copy:
            region = f"Regio {1 + (position - len(PLACES)) // together} (synthetic)"
        rows.append(
            {
                "office_id": office_id,
                "office_name": f"{name} {round_number + 1} (synthetic)" if is_copy else name,
                "region": region,
                "latitude": round(latitude + 0.03 * round_number, 4),
                "longitude": round(longitude + 0.05 * round_number, 4),
                "opened_on": HALLE_OPENS_ON if code == "HAL" and not is_copy else None,
                "closed_on": None,
                "predecessor_office_id": "BRU" if code == "HAL" and not is_copy else None,
            }
        )
    frame = pl.DataFrame(rows, infer_schema_length=None)
    return frame.with_columns(pl.col("opened_on", "closed_on").cast(pl.String).str.to_date())
