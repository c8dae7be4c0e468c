"""Full-timers on one scale from nought: what there is as a bar, what is needed as a dot with its range."""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

_HEIGHT = 22


@dataclass(frozen=True)
class FteScale:
    """A scale from nought to `high` full-timers, laid over the full width of the picture."""

    high: float

    @staticmethod
    def over(amounts: list[float]) -> "FteScale":
        """A scale that ends at the next fifth of the power of ten below: 20, 120, 600."""
        most = max(amounts, default=1) or 1
        step = 10 ** floor(log10(most)) / 5
        return FteScale(ceil(most / step) * step)

    def place(self, amount: float) -> str:
        """Where an amount stands, as a share of the width."""
        return f"{100 * amount / self.high:.2f}%"


def need_beside_staff(staff: float, need: float, low: float, high: float, scale: FteScale, words: str) -> str:
    """One row: staff as a bar, need as a dot, its range over the schemes as a line; `words` say the same."""
    return (
        f"{_opened(words, _HEIGHT)}"
        f'<rect x="0" width="{scale.place(staff)}" y="6" height="10" style="fill:var(--mw-soft)"/>'
        f'<line x1="{scale.place(low)}" x2="{scale.place(high)}" y1="11" y2="11" '
        'style="stroke:var(--mw-ink)" stroke-width="2"/>'
        f"{_dot(scale.place(need), 'var(--mw-1)')}</svg>"
    )


def two_rules(by_case: float, by_work: float, scale: FteScale, words: str) -> str:
    """One row: staff by case as a ring, by work as a dot, and a line from one to the other."""
    return (
        f"{_opened(words, _HEIGHT)}"
        f'<line x1="{scale.place(by_case)}" x2="{scale.place(by_work)}" y1="11" y2="11" '
        'style="stroke:var(--mw-soft)" stroke-width="4"/>'
        f'<circle cx="{scale.place(by_case)}" cy="11" r="5" '
        'style="fill:var(--mw-ground);stroke:var(--mw-ink)" stroke-width="2"/>'
        f"{_dot(scale.place(by_work), 'var(--mw-1)')}</svg>"
    )


def fte_marks(scale: FteScale, words: str, ends: tuple[str, str], watermark: str = "") -> str:
    """The head of the rows: nought, the end of the scale, and the word "synthetic" where data are so."""
    places = (("0", "start", ends[0]), ("100%", "end", ends[1]))
    if watermark:
        places = (*places, ("50%", "middle", watermark))
    # The size and colour here are for what prints without the styles of the page.
    ticks = "".join(
        f'<text x="{at}" y="14" text-anchor="{anchor}" font-size="9" style="fill:var(--mw-muted)">'
        f"{escape(said)}</text>"
        for at, anchor, said in places
    )
    return f"{_opened(words, 18)}{ticks}</svg>"


def _dot(at: str, ink: str) -> str:
    return f'<circle cx="{at}" cy="11" r="5" style="fill:{ink};stroke:var(--mw-ground)" stroke-width="1"/>'


def _opened(words: str, height: int) -> str:
    said = escape(words, quote=True)
    return (
        f'<svg class="mw-marks" role="img" aria-label="{said}" width="100%" height="{height}">'
        f"<title>{said}</title>"
    )
