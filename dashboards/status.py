"""What a published file says of itself."""

from dataclasses import dataclass
from datetime import date, datetime


class OtherMarts(Exception):
    """The published file was built by another version of the product: it lacks what every page asks."""


@dataclass(frozen=True)
class Status:
    """The one row of the mart `dim_status`: up to which day, what was delivered, which version.

    `as_of` is the last day of the data, `built_at` UTC without a zone, `first_month_on` the first month of
    which all cases are known (None without cases), `quarter_weeks` and `year_weeks` the horizons; rows are
    counts over all delivered files.
    """

    build_id: str
    version: str
    source_systems: str
    default_weight_scheme: str
    is_synthetic: bool
    is_as_of_stated: bool
    has_offices: bool
    has_cases: bool
    has_assignments: bool
    has_contracts: bool
    has_published_figures: bool
    as_of: date
    first_month_on: date | None
    quarter_weeks: int
    year_weeks: int
    built_at: datetime
    deliveries: int
    open_cases: int | None  # None: too few for the reader
    rows_delivered: int
    rows_loaded: int
    rows_quarantined: int
    rows_left_out: int

    @property
    def horizons(self) -> dict[str, int]:
        """How many weeks policy calls a quarter and a year, for sentences that name them."""
        return {"quarter": self.quarter_weeks, "year": self.year_weeks}
