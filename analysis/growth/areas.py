"""Areas and the offices they have: what is split by office is told of every area."""

import numpy as np
import polars as pl

from analysis.growth.coding import PAIR, Coding, Groups, rows_of
from analysis.growth.months import OFFICE_LINE

KEYS = ("area_id", *OFFICE_LINE, *PAIR)


class Areas:
    """Which offices each area has: ``area_id`` and ``office_id``."""

    def __init__(self, areas: pl.DataFrame, coding: Coding) -> None:
        ids = areas["area_id"].unique().sort()
        self._coding, self._ids, self._count = coding, pl.Enum(ids), len(ids)
        rows = areas.select(
            area=pl.col("area_id").cast(self._ids).to_physical().cast(pl.Int64),
            office=pl.col("office_id").cast(coding.texts["office_id"], strict=False).to_physical(),
        ).drop_nulls()
        self._area, self._office = (rows[column].to_numpy() for column in ("area", "office"))

    def of(self, offices: Groups) -> tuple[np.ndarray, np.ndarray]:
        """A row for each area that an office is in: the number of its group, and that of the area."""
        row, group = rows_of(self._office, offices.keys["office_id"])
        return group, self._area[row]

    def code(self, of_area: np.ndarray, offices: Groups, of_office: np.ndarray) -> np.ndarray:
        """One number for each pair, line and area."""
        whole = self._coding.code(offices.keys, ("service_line",))[of_office]
        return whole * self._count + of_area

    def table(
        self, rows: tuple[np.ndarray, np.ndarray], offices: Groups, columns: dict[str, np.ndarray]
    ) -> pl.DataFrame:
        """Columns by area, office, line and pair; ``rows`` as of ``of``."""
        of_office, of_area = rows
        keys = {key: numbers[of_office] for key, numbers in offices.keys.items()}
        texts = {"area_id": self._ids} | {key: self._coding.texts[key] for key in OFFICE_LINE}
        sides = {side: self._coding.pairs[side].to_numpy()[keys["pair"]] for side in PAIR}
        numbers = {"area_id": of_area} | {key: keys[key] for key in OFFICE_LINE}
        return pl.DataFrame(numbers | sides | columns).with_columns(
            pl.lit(known.categories).gather(pl.col(key)).alias(key) for key, known in texts.items()
        )
