"""What an attacker of small groups sees, and what can be worked out from it, by linear algebra."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb
import numpy as np

from dashboards import database
from dashboards.access.capacity import is_of_capacity
from dashboards.reader import Reader

DAY = timedelta(days=1)
PERIODS = {
    "fct_area_line_months": ("month_start_on", "last_day(month_start_on)"),
    "fct_area_line_months_now": ("month_start_on", "last_day(month_start_on)"),
    "fct_area_line_weeks": ("week_start_on", "week_start_on + 6"),
    "fct_area_line_outlook_weeks": ("week_start_on", "week_start_on + 6"),
    "fct_area_line_windows": ("window_start_on", "window_end_on"),
    "fct_area_line_windows_now": ("window_start_on", "window_end_on"),
    "fct_office_line_months": ("month_start_on", "last_day(month_start_on)"),
    "fct_office_line_weeks": ("week_start_on", "week_start_on + 6"),
    "fct_office_line_outlook_weeks": ("week_start_on", "week_start_on + 6"),
    "fct_office_line_windows": ("window_start_on", "window_end_on"),
    "fct_area_sensitivity": ("as_of - 27", "as_of"),
    "fct_area_finding_effects": ("on_day", "on_day"),
    "fct_area_weight_changes": ("changed_on", "changed_on"),
}


@dataclass(frozen=True)
class Figure:
    """Something of capacity, of an area in a service line, over these days."""

    area: str
    line: str
    first_on: date
    last_on: date


def seen(asking: Reader) -> set[Figure]:
    """Every figure of capacity that any question can get, whatever is chosen, as if all were on the screen.

    One percentage, staff figure or capacity gives the others away: the work beside them is shown.
    """
    found: set[Figure] = set()
    for mart, (first, last) in PERIODS.items():
        columns = database.frame(asking, f"select * from {mart} limit 0").columns  # noqa: S608 (fixed names)
        own = [name for name in columns if is_of_capacity(name)]
        assert own, mart
        area = "office_id" if "office_id" in columns else "area_id"
        if "part_id" in columns:
            area = "if(part_id = '', area_id, part_id)"
        rows = database.frame(
            asking,
            f"select distinct {area}, service_line, ({first})::date, ({last})::date "  # noqa: S608
            f"from {mart} cross join (select as_of from dim_status) "
            f"where coalesce({', '.join(own)}) is not null",
        )
        found |= {Figure(*row) for row in rows.iter_rows()}
    return found


def small(published: str) -> set[Figure]:
    """Every group and period with some posts and fewer than five, asked of the marts themselves."""
    found = set()
    with duckdb.connect(published, read_only=True) as connection:
        for mart, (first, last) in PERIODS.items():
            if mart.startswith("fct_area_line") and not mart.endswith("_now"):
                rows = connection.execute(
                    f"select area_id, service_line, ({first})::date, ({last})::date from marts.{mart} "  # noqa: S608
                    "where part_id = '' group by all "
                    "having max(contract_fte_avg) > 0 and max(contract_fte_avg) < 5"
                ).fetchall()
                found |= {Figure(*row) for row in rows}
    return found


def offices_by_area(published: str) -> dict[str, list[str]]:
    """The offices of every area."""
    with duckdb.connect(published, read_only=True) as connection:
        rows = connection.execute(
            "select area_id, area_kind, parent_id from marts.dim_areas order by position"
        ).fetchall()
    parents = {area: parent for area, _, parent in rows}
    found: dict[str, list[str]] = {area: [] for area in parents}
    for area, kind, _ in rows:
        place = area if kind == "office" else ""
        while place:
            found[place].append(area)
            place = parents[place]
    return found


def told(figures: set[Figure], targets: set[Figure], offices: dict[str, list[str]]) -> list[Figure]:
    """The targets that follow from all figures together: sums over offices, and over stretches of days."""
    found = []
    for line in {one.line for one in targets}:
        everything = {one for one in (*figures, *targets) if one.line == line}
        for stretch in _apart(everything):
            known = sorted(stretch & figures, key=_order)
            wanted = sorted(stretch & targets, key=_order)
            if known and wanted:
                found += _told_of_stretch(known, wanted, offices)
    return found


def _order(one: Figure) -> tuple:
    return one.area, one.first_on, one.last_on


def _apart(figures: set[Figure]) -> Iterator[set[Figure]]:
    """The figures by stretches of days over which none of them reaches: these tell nothing of each other."""
    stretch: set[Figure] = set()
    last_on = date.min
    for one in sorted(figures, key=lambda one: one.first_on):
        if one.first_on > last_on and stretch:
            yield stretch
            stretch = set()
        stretch.add(one)
        last_on = max(last_on, one.last_on)
    yield stretch


def _told_of_stretch(
    known: list[Figure], wanted: list[Figure], offices: dict[str, list[str]]
) -> Iterator[Figure]:
    # An office whose every figure is shown is known, and takes no part.
    every = {(one.first_on, one.last_on) for one in (*known, *wanted)}
    seen_of = {
        office: {(one.first_on, one.last_on) for one in known if one.area == office} for office in offices
    }
    open_ones = [office for office in offices["service"] if seen_of[office] != every]
    borders = sorted({day for one in (*known, *wanted) for day in (one.first_on, one.last_on + DAY)})
    places = {office: place for place, office in enumerate(open_ones)}
    starts = {day: place for place, day in enumerate(borders)}

    def row(one: Figure) -> np.ndarray:
        made = np.zeros((len(open_ones), len(borders) - 1))
        own = [places[office] for office in offices[one.area] if office in places]
        made[own, starts[one.first_on] : starts[one.last_on + DAY]] = 1
        return made.ravel()

    if not open_ones:
        yield from wanted
        return
    # What no figure tells apart is one unknown: a target that takes a part of it does not follow.
    rows = np.array([row(one) for one in known])
    kinds, kind_of = np.unique(rows, axis=1, return_inverse=True)
    sizes = np.bincount(kind_of)
    basis = _orthonormal(kinds)
    for one in wanted:
        target = row(one)
        parts = np.bincount(kind_of, weights=target)
        if ((parts == 0) | (parts == sizes)).all():
            own = (parts > 0).astype(float)
            rest = own - basis.T @ (basis @ own)
            # nothing is left of a figure of offices that are known
            if np.linalg.norm(rest) <= 1e-6 * np.linalg.norm(own):
                yield one


def _orthonormal(rows: np.ndarray) -> np.ndarray:
    """An orthonormal basis of all sums and differences of the rows."""
    _, sizes, axes = np.linalg.svd(rows, full_matrices=False)
    return axes[sizes > 1e-9 * max(sizes.max(initial=0), 1)]
