"""What happens as a service grows: 10 thousand to 10 million cases, officers and offices with them."""

import math
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.commands import Account
from benchmarks.delivering import building, drawing
from benchmarks.document import paragraph, table
from benchmarks.questions import asked_on, question_times

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
# Pages are compared between these two.
USUAL, LARGEST = 250_000, SIZES[-1]
_HEADINGS = (
    "cases",
    "officers",
    "offices",
    "ingest s",
    "models and tests s",
    "exponent since the size before",
    "ingest peak MB",
    "models peak MB",
    "published MB",
)


@dataclass(frozen=True)
class Grown:
    """One size: what was built, and what it cost."""

    cases: int
    officers: int
    offices: int
    published_mb: float
    build: Account

    @property
    def models_seconds(self) -> float:
        """Models and tests; the rest of the build is ingest."""
        return self.build.seconds_of("models")


def measured(home: Path) -> str:
    """Build every size, and ask the questions of the pages at the usual and at the largest."""
    sizes = [_grown(home, cases) for cases in SIZES]
    _grown(home, USUAL)
    return "\n\n".join([_size_table(sizes), _question_table(home)])


def _grown(home: Path, cases: int) -> Grown:
    place = home / str(cases)
    drawing(place / "sample", cases)
    build = building(place / "sample", place)
    shutil.rmtree(place / "sample")
    current = (place / "warehouse" / "current").resolve()
    with duckdb.connect(str(current), read_only=True) as connection:
        officers, offices = connection.execute(
            "select (select count(*) from marts.dim_officers), (select count(*) from marts.dim_offices)"
        ).fetchone()
    published_mb = current.stat().st_size / 2**20
    if cases not in (USUAL, LARGEST):
        shutil.rmtree(place)
    return Grown(cases, officers, offices, published_mb, build)


def exponent(small: Grown, large: Grown) -> float:
    """How model time grows with cases between two sizes: 1 is in proportion."""
    return math.log(large.models_seconds / small.models_seconds) / math.log(large.cases / small.cases)


def _size_table(sizes: list[Grown]) -> str:
    before = [None, *sizes]
    return table(
        _HEADINGS,
        [
            (
                f"{one.cases:,}",
                f"{one.officers:,}",
                f"{one.offices:,}",
                f"{one.build.wall_seconds - one.models_seconds:.1f}",
                f"{one.models_seconds:.1f}",
                f"{exponent(smaller, one):.2f}" if smaller else "",
                f"{one.build.own_peak_mb:,.0f}",
                f"{one.build.children_peak_mb:,.0f}",
                f"{one.published_mb:,.0f}",
            )
            for smaller, one in zip(before, sizes, strict=False)
        ],
        words=0,
    )


def _question_table(home: Path) -> str:
    usual, largest = (home / str(cases) / "warehouse" for cases in (USUAL, LARGEST))
    times = question_times(asked_on(usual), asked_on(largest))
    said = (
        "A view of the whole shows regions at the largest size and offices at the usual one, which has none; "
        "one region is compared with that same whole. Of each view everything counts that it asks."
    )
    rows = [
        (page, str(asked), f"{small:.1f}", f"{large:.1f}", f"{large / small:.2f}")
        for page, asked, small, large in times
    ]
    headings = ("page", "questions", f"ms at {USUAL:,}", f"ms at {LARGEST:,}", "ratio")
    return "\n\n".join([table(headings, rows), paragraph(said)])
