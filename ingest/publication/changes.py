"""How a new version differs from the one it replaces: refused beyond the bounds of the policy, else said."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.errors import BadInputError

_ACCEPTED = "accepted.log"
_MOST_SAID = 12
_MOST_REFUSED = 4
# In the order in which they are said.
_WORDS = {
    "sources": "sources",
    "as_of": "as_of of {part}",
    "rows": "rows of {part}",
    "quarantine_pct": "share of {part} in quarantine",
    "open_cases": "open cases",
    "cases_without_officer_pct": "share of open cases without officer",
    "kinds_without_weight": "kinds of open cases without weight",
    "closed_months_pct": "share of closed months with another {part}",
}


@dataclass(frozen=True)
class Change:
    """One figure of the new version beside that of the version before."""

    figure: str
    part: str
    unit: str
    before: float | None
    now: float | None
    change_pct: float | None
    direction: str
    bound: float | None
    bound_unit: str
    version_before: str
    is_beyond: bool
    is_accepted: bool

    def __str__(self) -> str:
        """What changed from what to what: ``rows of cases 1,434 -> 717 (-50.0 %)``."""
        name = _WORDS.get(self.figure, self.figure).format(part=self.part)
        share = f" ({self.change_pct:+.1f} %)" if self.unit in ("rows", "cases") and self.change_pct else ""
        return f"{name} {in_words(self.before, self.unit)} -> {in_words(self.now, self.unit)}{share}"

    @property
    def bound_in_words(self) -> str:
        """How far it may differ."""
        if self.bound == 0:
            return f"may not {self.direction}"
        unit = "%" if self.bound_unit == "percent" else self.bound_unit
        return f"may {self.direction} by at most {self.bound:g} {unit}"


def in_words(amount: float | None, unit: str) -> str:
    """A figure as people write it; days are dates."""
    if amount is None:
        return "none"
    if unit == "days":
        return str(dt.date(1970, 1, 1) + dt.timedelta(days=round(amount)))
    return f"{amount:,.1f} %" if unit == "percent" else f"{amount:,.0f}"


def changes_in(finished: Path) -> list[Change]:
    """What differs from the version before, that beyond its bound first, then the largest."""
    with duckdb.connect(finished, read_only=True) as connection:
        rows = connection.execute(
            "select figure, part, unit, amount_before, amount_now, change_pct, direction, bound, bound_unit,"
            " version_before, is_beyond, is_accepted from marts.fct_version_changes"
            " order by is_beyond desc, array_position($figures, figure),"
            " abs(change_pct) desc nulls last, part",
            {"figures": list(_WORDS)},
        ).fetchall()
    return [Change(*row) for row in rows]


def refuse_beyond(changes: list[Change]) -> None:
    """BadInputError with both figures where a version differs beyond a bound and nobody said it is right."""
    beyond = [change for change in changes if change.is_beyond and not change.is_accepted]
    if not beyond:
        return
    found = "; ".join(f"{change} ({change.bound_in_words})" for change in beyond[:_MOST_REFUSED])
    more = len(beyond) - _MOST_REFUSED
    found += f"; and {more} more" if more > 0 else ""
    rule = (
        f"the new version differs too much from {beyond[0].version_before}, which it would replace: {found}"
    )
    way_out = (
        "Deliver again if something is missing; if this is right, build once more with --yes-really."
        " The bounds are in version_bounds.csv of the policy."
    )
    raise BadInputError(rule, way_out)


def said_of_changes(changes: list[Change]) -> list[str]:
    """What changed, in lines for the end of a build."""
    if not changes:
        return []
    said = [f"what changed since {changes[0].version_before}:"]
    said += [f"  {change}{', accepted' if change.is_accepted else ''}" for change in changes[:_MOST_SAID]]
    more = len(changes) - _MOST_SAID
    return [*said, f"  and {more} more, in the table fct_version_changes"] if more > 0 else said


def log_accepted(changes: list[Change], warehouse: Path, published: Path) -> None:
    """Write down, for good, which differences were accepted for which version."""
    accepted = [change for change in changes if change.is_accepted]
    if not accepted:
        return
    with (warehouse / _ACCEPTED).open("a", encoding="utf-8") as log:
        log.writelines(
            f"{published.name} instead of {change.version_before}: {change} ({change.bound_in_words})\n"
            for change in accepted
        )
