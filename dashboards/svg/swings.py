"""A swing to both sides of nought: how an outcome changes with an assumption low, and with it high."""

from dataclasses import dataclass
from html import escape

_HEIGHT = 26


@dataclass(frozen=True)
class SwingScale:
    """A scale that holds nought and every change, laid over the full width of the picture."""

    low: float
    high: float

    @staticmethod
    def over(changes: list[float]) -> "SwingScale":
        """From the lowest change to the highest, with some room at both ends."""
        low, high = min(0.0, *changes), max(0.0, *changes)
        room = (high - low or 1) / 25
        return SwingScale(low - room, high + room)

    def place(self, change: float) -> float:
        """Where a change stands, in per cent of the width."""
        return 100 * (change - self.low) / (self.high - self.low)


def swing(at_low: float, at_high: float, scale: SwingScale, words: str) -> str:
    """One row: the low value as a pale bar from nought, the high value as a full one below it."""
    nought = scale.place(0)
    return (
        f"{_opened(words, _HEIGHT)}"
        f"{_bar(at_low, scale, 3, 'var(--mw-soft)')}{_bar(at_high, scale, 14, 'var(--mw-4)')}"
        f'<line x1="{nought:.2f}%" x2="{nought:.2f}%" y1="-4" y2="{_HEIGHT + 4}" '
        'style="stroke:var(--mw-ink)" stroke-width="1"/></svg>'
    )


def swing_marks(scale: SwingScale, words: str, ends: tuple[str, str], watermark: str = "") -> str:
    """The head of the rows: both ends of the scale and nought, and "synthetic" where data are so."""
    nought = scale.place(0)
    places = [(0.0, "start", ends[0]), (100.0, "end", ends[1])]
    ticks = "".join(
        f'<text x="{at:.2f}%" y="14" text-anchor="{anchor}">{escape(said)}</text>'
        for at, anchor, said in places
        if abs(at - nought) > 12
    )
    mark = f'<text x="100%" y="-3" text-anchor="end">{escape(watermark)}</text>' if watermark else ""
    return (
        f'{_opened(words, 18)}{ticks}<text x="{nought:.2f}%" y="14" text-anchor="middle">0</text>{mark}</svg>'
    )


def _bar(change: float, scale: SwingScale, top: int, ink: str) -> str:
    first, last = sorted((scale.place(0), scale.place(change)))
    return f'<rect x="{first:.2f}%" width="{last - first:.2f}%" y="{top}" height="9" style="fill:{ink}"/>'


def _opened(words: str, height: int) -> str:
    said = escape(words, quote=True)
    return (
        f'<svg class="mw-marks" role="img" aria-label="{said}" width="100%" height="{height}">'
        f"<title>{said}</title>"
    )
