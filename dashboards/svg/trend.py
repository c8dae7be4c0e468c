"""A small line over months: from zero, its last point marked, gaps left open."""

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT, _MARGIN = 240, 64, 6


def trend_line(
    amounts: list[float | None],
    words: str,
    watermark: str = "",
    reference: float | None = None,
    marks: Sequence[float] = (),
) -> str:
    """The amounts in order, evenly spaced, on a scale from zero; None is a gap, never a zero.

    `words` say what is seen; `reference` is a dashed level such as 100 per cent; `marks` are places between
    the amounts (1.5 = midway from the second to the third) that get an upright line. Empty string without any
    amount.
    """
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return ""
    top = max([*known, reference or 0, 1e-9])
    points = _points(amounts, top)
    lines = "".join(f'<polyline points="{" ".join(run)}"/>' for run in _runs(points) if len(run) > 1)
    said = escape(words, quote=True)
    return (
        f'<svg class="mw-marks" role="img" aria-label="{said}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="100%"><title>{said}</title>{_level(0, top, "")}'
        f"{_level(reference, top, '3 3') if reference else ''}"
        f"{''.join(_upright(_across(place, amounts)) for place in marks)}"
        f'<g fill="none" style="stroke:var(--mw-1)" stroke-width="2" stroke-linejoin="round">{lines}</g>'
        f"{_last_point(points)}{_mark(watermark)}</svg>"
    )


def _points(amounts: list[float | None], top: float) -> list[str | None]:
    return [
        None if amount is None else f"{_across(index, amounts):.1f},{_height(amount, top):.1f}"
        for index, amount in enumerate(amounts)
    ]


def _across(place: float, amounts: list[float | None]) -> float:
    return _MARGIN + place * (_WIDTH - 2 * _MARGIN) / max(len(amounts) - 1, 1)


def _height(amount: float, top: float) -> float:
    return _HEIGHT - _MARGIN - (_HEIGHT - 2 * _MARGIN) * amount / top


def _runs(points: list[str | None]) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return runs


def _level(amount: float, top: float, dashes: str) -> str:
    y = f"{_height(amount, top):.1f}"
    return (
        f'<line x1="0" x2="{_WIDTH}" y1="{y}" y2="{y}" style="stroke:var(--mw-muted)" stroke-width="0.75" '
        f'stroke-dasharray="{dashes}"/>'
    )


def _upright(x: float) -> str:
    return (
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{_HEIGHT}" style="stroke:var(--mw-muted)" '
        'stroke-width="0.75" stroke-dasharray="6 2 1 2"/>'
    )


def _last_point(points: list[str | None]) -> str:
    last = next(point for point in reversed(points) if point is not None)
    x, y = last.split(",")
    return f'<circle cx="{x}" cy="{y}" r="3.5" style="fill:var(--mw-1)"/>'


def _mark(watermark: str) -> str:
    if not watermark:
        return ""
    return (
        f'<text x="{_WIDTH - _MARGIN}" y="{_HEIGHT - _MARGIN - 4}" text-anchor="end" '
        f'style="font-size:8px">{escape(watermark)}</text>'
    )
