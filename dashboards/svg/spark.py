"""A line of one hand's height beside words: from zero to its own highest, stretched over its cell."""

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT, _EDGE = 100, 26, 3
_UNSTRETCHED = 'vector-effect="non-scaling-stroke"'


def spark(amounts: Sequence[float], words: str, level: float | None = None) -> str:
    """The amounts in order, evenly spaced; `words` say what is seen.

    The scale runs from zero to the highest of them, or to `level`, a dashed line across. Empty without any.
    """
    if not amounts:
        return ""
    top = max([*amounts, level or 0, 1e-9])
    step = _WIDTH / max(len(amounts) - 1, 1)
    points = " ".join(f"{place * step:.1f},{_y(amount, top):.1f}" for place, amount in enumerate(amounts))
    said = escape(words, quote=True)
    return (
        f'<svg class="mw-marks mw-spark" role="img" aria-label="{said}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="none" width="100%" height="{_HEIGHT}"><title>{said}</title>'
        f"{_across(0, top, '')}{_across(level, top, '3 3') if level else ''}"
        f'<polyline fill="none" style="stroke:var(--mw-1)" stroke-width="1.75" stroke-linejoin="round" '
        f'{_UNSTRETCHED} points="{points}"/></svg>'
    )


def _y(amount: float, top: float) -> float:
    return _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * amount / top


def _across(amount: float, top: float, dashes: str) -> str:
    y = f"{_y(amount, top):.1f}"
    return (
        f'<line x1="0" x2="{_WIDTH}" y1="{y}" y2="{y}" style="stroke:var(--mw-muted)" stroke-width="0.75" '
        f'stroke-dasharray="{dashes}" {_UNSTRETCHED}/>'
    )
