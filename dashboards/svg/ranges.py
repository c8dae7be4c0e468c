"""A range with a dot on a shared percentage scale: how far one figure moves over the weight schemes."""

from dataclasses import dataclass
from html import escape
from math import ceil, floor

_HEIGHT = 22


@dataclass(frozen=True)
class Scale:
    """A scale from `low` to `high` per cent, laid over the full width of the picture."""

    low: float
    high: float

    @staticmethod
    def over(amounts: list[float]) -> "Scale":
        """A scale in whole tens that holds all the amounts, and 100."""
        held = [*amounts, 100.0]
        return Scale(floor((min(held) - 2) / 10) * 10, ceil((max(held) + 2) / 10) * 10)

    def place(self, amount: float) -> str:
        """Where an amount stands, as a share of the width."""
        return f"{100 * (amount - self.low) / (self.high - self.low):.2f}%"


def range_dot(
    low: float, high: float, amount: float, scale: Scale, words: str, is_apart: bool, alike: float = 0
) -> str:
    """One row of the strip: the range as a bar, the amount as a dot; `words` say the same.

    A range that stands apart from the whole is drawn full, one that does not is drawn soft. Where neither is
    more than `alike` % above the other lies a pale band: what touches it is not apart.
    """
    ink = "var(--mw-1)" if is_apart else "var(--mw-soft)"
    return (
        f"{_opened(words, _HEIGHT)}{_band(scale, alike)}{_hundred(scale, _HEIGHT)}"
        f'<line x1="{scale.place(low)}" x2="{scale.place(high)}" y1="11" y2="11" style="stroke:{ink}" '
        'stroke-width="6" stroke-linecap="round"/>'
        f'<circle cx="{scale.place(amount)}" cy="11" r="5" style="fill:var(--mw-ink)"/></svg>'
    )


def scale_marks(scale: Scale, words: str, watermark: str = "", hundred: str = "100") -> str:
    """The head of the strip: its ends, what 100 stands for, and the word "synthetic" where data are so."""
    low, high = f"{scale.low:.0f}", f"{scale.high:.0f}"
    ends = [(scale.low, "start", low), (100, "middle", hundred), (scale.high, "end", high)]
    ticks = "".join(
        f'<text x="{scale.place(at)}" y="14" text-anchor="{anchor}">{escape(said)}</text>'
        for at, anchor, said in ends
        if at == 100 or abs(at - 100) >= (scale.high - scale.low) / 4
    )
    mark = f'<text x="100%" y="-3" text-anchor="end">{escape(watermark)}</text>' if watermark else ""
    return f"{_opened(words, 18)}{ticks}{mark}</svg>"


def _opened(words: str, height: int) -> str:
    said = escape(words, quote=True)
    return (
        f'<svg class="mw-marks" role="img" aria-label="{said}" width="100%" height="{height}">'
        f"<title>{said}</title>"
    )


def _band(scale: Scale, alike: float) -> str:
    if not alike:
        return ""
    first, last = 100 / (1 + alike / 100), 100 + alike
    width = f"{100 * (last - first) / (scale.high - scale.low):.2f}%"
    return (
        f'<rect x="{scale.place(first)}" width="{width}" y="-4" height="{_HEIGHT + 8}" '
        'style="fill:var(--mw-wash)"/>'
    )


def _hundred(scale: Scale, height: int) -> str:
    at = scale.place(100)
    return (
        f'<line x1="{at}" x2="{at}" y1="-4" y2="{height + 4}" style="stroke:var(--mw-muted)" '
        'stroke-width="1" stroke-dasharray="2 3"/>'
    )
