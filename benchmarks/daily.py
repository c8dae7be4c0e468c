"""What a service of the sample's size costs every day: the delivery, and the pages people open."""

from pathlib import Path

from benchmarks.commands import Account
from benchmarks.delivering import building, drawing
from benchmarks.document import table
from benchmarks.pages import PageTimes, rerun_times

_A_MILLION = 1_000_000
_STEPS = (
    ("reading", "reading"),
    ("rules", "checking rules"),
    ("writing raw rows", "writing"),
    ("models and tests", "models"),
)


def measured(home: Path) -> str:
    """Draw, build and open pages at the sample's full size."""
    drawn = drawing(home / "sample")
    built = building(home / "sample", home)
    million = drawing(home / "million", _A_MILLION)
    jobs = [
        ("draw the sample service", drawn, ""),
        ("draw 1 million cases", million, "20 s"),
        ("delivery to published warehouse, data tests included", built, "45 s, 2,000 MB"),
    ]
    steps = ", ".join(f"{name} {built.seconds_of(prefix):.1f} s" for name, prefix in _STEPS)
    pages = _page_table(rerun_times(home / "warehouse"))
    return "\n\n".join([_job_table(jobs), f"Of the build: {steps}.", pages])


def _job_table(jobs: list[tuple[str, Account, str]]) -> str:
    return table(
        ("job", "bound", "seconds", "processor seconds", "peak memory MB"),
        [
            (name, bound, f"{a.wall_seconds:.1f}", f"{a.cpu_seconds:.1f}", f"{a.peak_mb:,.0f}")
            for name, a, bound in jobs
        ],
        words=2,
    )


def _page_table(pages: list[PageTimes]) -> str:
    return table(
        ("page", "p50 ms", "p95 ms", "most questions in a rerun", "cold ms", "cold questions"),
        [
            (
                p.page,
                f"{p.p50_ms:.0f}",
                f"{p.p95_ms:.0f}",
                f"{p.most_questions}",
                f"{p.cold_ms:.0f}",
                f"{p.cold_questions}",
            )
            for p in pages
        ],
    )
