"""Lines over many years, a row below the other on one clock: each row has its own scale, its ends written.

HTML with inline SVG: lines stretch with the page, words and marks do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

_HEIGHT, _EDGE = 76, 6  # pixels: of a row, and kept free above and below its lines
_ACROSS = 1000  # of the stretched drawing
_YEARS = 9  # as many as a narrow screen has room for
# As `charts.events.DASHES`, in the dashes of SVG.
_DASHES = {"series_break": "7 5", "weights": "7 3 1 3"}
_DOTS = "1.5 3"
_STRETCHED = f' viewBox="0 0 {_ACROSS} {_HEIGHT}" preserveAspectRatio="none"'
_UNSTRETCHED = 'vector-effect="non-scaling-stroke"'


@dataclass(frozen=True)
class Line:
    """A named line: an amount per month (None = unknown, a gap), `last` the latest of them in words."""

    name: str
    amounts: Sequence[float | None]
    last: str
    ink: str = "var(--mw-1)"
    is_dashed: bool = False


@dataclass(frozen=True)
class Row:
    """Lines on one scale from `low` to `high`, with these ends in words; `said` tells what is seen.

    `level`: a dashed line across, such as 100 per cent.
    """

    heading: str
    said: str
    lines: Sequence[Line]
    low: float
    high: float
    low_said: str
    high_said: str
    level: float | None = None


@dataclass(frozen=True)
class Mark:
    """A day on every row; `number` stands above the first of those close together, else empty."""

    on: date
    kind: str
    number: str = ""


@dataclass(frozen=True)
class Clock:
    """The months of every row, in order, and the days marked; `compared` are the months with a dot."""

    months: Sequence[date]
    marks: Sequence[Mark] = ()
    compared: Sequence[date] = ()

    def place(self, day: date) -> float:
        """Where a day stands, from 0 to 1; what lies beyond the last month stands on the edge."""
        first, last = self.months[0], self.months[-1]
        return min(max((day - first).days / max((last - first).days, 1), 0), 1)


def rows_over_years(
    rows: Sequence[Row], clock: Clock, marks_said: str, years_said: str, watermark: str = ""
) -> str:
    """The rows, the numbers of the marks and `watermark` above them, the years below; all is escaped here."""
    drawn = "".join(_row(row, clock) for row in rows)
    above, below = _band(_numbers(clock), marks_said, watermark), _band(_years(clock), years_said)
    return f'<div class="mw-years">{above}{drawn}{below}</div>'


def _row(row: Row, clock: Clock) -> str:
    names = " ".join(_name(line) for line in row.lines) if len(row.lines) > 1 else ""
    ends = sorted((line for line in row.lines if line.last), key=_latest, reverse=True)  # as the lines end
    last = "".join(f'<span style="color:{line.ink}">{escape(line.last)}</span>' for line in ends)
    scale = f"<span>{escape(row.high_said)}</span><span>{escape(row.low_said)}</span>"
    return (
        f"<figure><figcaption><b>{escape(row.heading)}</b> {names}</figcaption>"
        f'<div class="mw-scale">{scale}</div>{_drawing(row, clock)}<div class="mw-last">{last}</div></figure>'
    )


def _latest(line: Line) -> float:
    return next((amount for amount in reversed(line.amounts) if amount is not None), 0)


def _name(line: Line) -> str:
    return f'<span style="color:{line.ink}">{"╍" if line.is_dashed else "━"} {escape(line.name)}</span>'


def _drawing(row: Row, clock: Clock) -> str:
    base = _line((0, _HEIGHT - _EDGE), (_ACROSS, _HEIGHT - _EDGE), "stroke:var(--mw-muted)", 0.75)
    lines = "".join(_polylines(line, row, clock) + _dots(line, row, clock) for line in row.lines)
    uprights = "".join(_upright(mark, clock) for mark in clock.marks)
    return (
        f"{_opened(row.said, _HEIGHT, _STRETCHED)}{base}{_level(row)}{uprights}"
        f'<g fill="none" stroke-width="2" stroke-linejoin="round">{lines}</g></svg>'
    )


def _level(row: Row) -> str:
    if row.level is None:
        return ""
    y = _height(row.level, row)
    return _line((0, y), (_ACROSS, y), "stroke:var(--mw-muted)", 0.75, "4 3")


def _upright(mark: Mark, clock: Clock) -> str:
    x = _ACROSS * clock.place(mark.on)
    return _line((x, 0), (x, _HEIGHT), "stroke:var(--mw-muted)", 0.9, _DASHES.get(mark.kind, _DOTS))


def _line(
    start: tuple[float, float], end: tuple[float, float], style: str, width: float, dashes: str = ""
) -> str:
    """A straight line that is as wide however far the drawing is stretched."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" style="{style}" '
        f'stroke-width="{width}"{dashed} {_UNSTRETCHED}/>'
    )


def _polylines(line: Line, row: Row, clock: Clock) -> str:
    dashes = ' stroke-dasharray="5 3"' if line.is_dashed else ""
    return "".join(
        f'<polyline {_UNSTRETCHED} style="stroke:{line.ink}"{dashes} points="{" ".join(run)}"/>'
        for run in _runs(line, row, clock)
        if len(run) > 1
    )


def _runs(line: Line, row: Row, clock: Clock) -> list[list[str]]:
    """The points of stretches without a gap: a month that is unknown, or that has no row."""
    runs: list[list[str]] = [[]]
    before = None
    for month, amount in zip(clock.months, line.amounts, strict=True):
        if amount is None or (before and _months_between(before, month) > 1):
            runs.append([])
        if amount is not None:
            runs[-1].append(f"{_ACROSS * clock.place(month):.1f},{_height(amount, row):.1f}")
        before = month
    return runs


def _months_between(one: date, other: date) -> int:
    return 12 * (other.year - one.year) + other.month - one.month


def _dots(line: Line, row: Row, clock: Clock) -> str:
    """A dot is a line of no length with round ends: a circle would be stretched."""
    style = f"stroke:{line.ink};stroke-linecap:round"
    places = [
        (_ACROSS * clock.place(month), _height(amount, row))
        for month, amount in zip(clock.months, line.amounts, strict=True)
        if amount is not None and month in clock.compared
    ]
    return "".join(_line(place, place, style, 7) for place in places)


def _height(amount: float, row: Row) -> float:
    share = (amount - row.low) / ((row.high - row.low) or 1)
    return _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * share


def _numbers(clock: Clock) -> str:
    return "".join(_text(clock.place(mark.on), mark.number) for mark in clock.marks if mark.number)


def _years(clock: Clock) -> str:
    """Every year that begins here, or every second, fifth, ... where they would be too many."""
    starts = [date(year, 1, 1) for year in range(clock.months[0].year, clock.months[-1].year + 1)]
    starts = [start for start in starts if clock.months[0] <= start <= clock.months[-1]]
    return "".join(
        _text(clock.place(start), str(start.year)) for start in starts[:: -(-len(starts) // _YEARS) or 1]
    )


def _text(place: float, words: str) -> str:
    return f'<text x="{100 * place:.2f}%" y="12" text-anchor="middle">{escape(words)}</text>'


def _band(texts: str, said: str, beside: str = "") -> str:
    return (
        f'<figure><div class="mw-scale"></div>{_opened(said, 16)}{texts}</svg>'
        f'<div class="mw-watermark">{escape(beside)}</div></figure>'
    )


def _opened(words: str, height: int, more: str = "") -> str:
    said = escape(words, quote=True)
    return (
        f'<svg class="mw-marks" role="img" aria-label="{said}" width="100%" height="{height}"{more}>'
        f"<title>{said}</title>"
    )
