"""Reconviction in a window of months after supervision: who was, who was not, and for whom it is too early.

A window ends so many months after its start, that day included, as does the time for a court to decide; what
is published does not say on which side an anniversary falls. Until that time is over nothing is known of a
person, not even of one who was reconvicted early: else a share would hold the early ones only. Rates over
other windows, starts or events are other measures. Sources: Ministry of Justice, Guide to proven reoffending
statistics (2017, 2019); WODC, Recidive onder justitiabelen in Nederland (Cahier 2019-10). No window of the
Flemish houses of justice is published: an agency names its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import polars as pl


@dataclass(frozen=True)
class Window:
    """What counts: events that happen in ``months`` and are decided ``waiting_months`` after these at most.

    starts: what starts the clock. event: what counts, and by which of its dates.
    """

    months: int
    waiting_months: int
    starts: str
    event: str

    def __post_init__(self) -> None:
        if self.months < 1 or self.waiting_months < 0:
            raise ValueError("A window lasts a month or more, and waiting not less than none.")


ENGLAND_AND_WALES = Window(
    12, 6, "release from custody, sentence or caution", "offence in the window, then convicted or cautioned"
)
# That cases get six months to be settled follows from the cohorts published, not from a rule that is.
NETHERLANDS = Window(
    24, 6, "end of the work penalty or supervision", "new criminal case disposed of by court or prosecutor"
)


def comparable(windows: Iterable[Window]) -> bool:
    """Whether rates over these windows may stand on one axis: only where all of them count the same."""
    return len(set(windows)) <= 1


def window_ends(started: date, window: Window) -> tuple[date, date]:
    """The last day of the window, and of the time to decide, of those who start on this day."""
    ends = pl.select(
        pl.lit(started).dt.offset_by(f"{months}mo").alias(str(months))
        for months in (window.months, window.months + window.waiting_months)
    )
    return ends.row(0)[0], ends.row(0)[-1]


def reconvicted(starts: pl.DataFrame, events: pl.DataFrame, window: Window, as_of: date) -> pl.DataFrame:
    """``starts`` with ``reoffences``, events that count, and ``is_reconvicted``; null where it is too early.

    Args:
        starts: one row per person and start of a window: ``subject``, ``started`` (date).
        events: one row each: ``subject``, ``happened`` and ``decided`` (dates); null where it was not.
        window: what counts.
        as_of: the last day that the data know.

    An event on the first day counts, one before it never does, however late it is decided.
    """
    if starts["started"].null_count():
        raise ValueError("Each window has a day on which it starts.")
    ends, decided_by = (
        pl.col("started").dt.offset_by(f"{months}mo")
        for months in (window.months, window.months + window.waiting_months)
    )
    counted = (
        starts.with_row_index("row")
        .join(events.select("subject", "happened", "decided"), on="subject")
        .filter(pl.col("happened").is_between(pl.col("started"), ends), pl.col("decided") <= decided_by)
        .group_by("row")
        .agg(pl.len().cast(pl.Int64).alias("reoffences"))
    )
    known = decided_by <= as_of
    return (
        starts.with_row_index("row")
        .join(counted, on="row", how="left", maintain_order="left")
        .with_columns(pl.when(known).then(pl.col("reoffences").fill_null(0)).alias("reoffences"))
        .with_columns((pl.col("reoffences") > 0).alias("is_reconvicted"))
        .drop("row")
    )


@dataclass(frozen=True)
class Reconviction:
    """Of the people whose window is over; ``unfinished`` are left out of all other figures.

    share: 0..1, reconvicted people over people. frequency: events per reconvicted person. None of nobody.
    """

    people: int
    reconvicted: int
    reoffences: int
    unfinished: int = 0

    @property
    def share(self) -> float | None:
        """Of people, never of cases."""
        return self.reconvicted / self.people if self.people else None

    @property
    def frequency(self) -> float | None:
        """How often those who were reconvicted offended."""
        return self.reoffences / self.reconvicted if self.reconvicted else None


def measured(found: pl.DataFrame) -> Reconviction:
    """The two measures of what ``reconvicted`` gives; ValueError where a person is in it more than once."""
    if found["subject"].is_duplicated().any():
        raise ValueError("A rate counts people: each of them once.")
    known = found.drop_nulls("is_reconvicted")
    return Reconviction(
        people=known.height,
        reconvicted=int(known["is_reconvicted"].sum()),
        reoffences=int(known["reoffences"].sum()),
        unfinished=found.height - known.height,
    )
