"""What every figure shares: size, margins, axes, the reader's number marks and the word "synthetic"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from babel.dates import format_date

from dashboards.charts import palette
from dashboards.formats import Formats

Figure = dict[str, object]
Points = list[tuple[date, float | None]]
SMALL = 12
TINY = 11
LINE = 16  # pixels of a line of a key
CHARACTER = 7  # pixels of a bold character of small print, at most


@dataclass(frozen=True)
class Look:
    """How a figure addresses its reader: the code of the language and the word that marks invented rows.

    ``synthetic_word`` is empty for real data; otherwise it stands inside every figure, so that it
    survives being copied into a slide.
    """

    language: str = "en"
    synthetic_word: str = ""

    def percentage(self, amount: float) -> str:
        """A whole percentage as the reader writes it."""
        return Formats.of(self.language).percentage(amount)

    def number(self, amount: float, digits: int = 0) -> str:
        """An amount with that many decimals as the reader writes it."""
        return Formats.of(self.language).number(amount, digits)

    @property
    def percent_sign(self) -> str:
        """What follows a percentage on an axis, its space included."""
        return Formats.of(self.language).percent_sign

    @property
    def separators(self) -> str:
        """Decimal mark and thousands mark, as Plotly wants them."""
        return Formats.of(self.language).separators


@lru_cache(maxsize=4096)
def month_name(day: date, language: str) -> str:
    """A month in words, short: ``Sep 2023``, ``sep 2023``."""
    return format_date(day, "MMM yyyy", locale=Formats.of(language).locale).replace(".", "")


@lru_cache(maxsize=4096)
def day_name(day: date, language: str) -> str:
    """A day in words, short: ``5 Jan 2026``."""
    return Formats.of(language).brief_day(day)


def watermark(look: Look, lift: int = 0) -> list[dict[str, object]]:
    """The word "synthetic" as an annotation above the upper right corner; empty for real data."""
    if not look.synthetic_word:
        return []
    place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom", "yshift": lift}
    return [note(look.synthetic_word, 1, 1, **place)]


def note(text: str, x: object, y: object, **more: object) -> dict[str, object]:
    """A small text without arrow at ``x``, ``y`` of the axes (or of the paper)."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "font": {"size": TINY, "color": palette.NOTE},
    } | more


def beside(texts: Iterable[str]) -> int:
    """Pixels that the longest of these small bold texts takes beside its bar, on any screen."""
    return 12 + CHARACTER * max(map(len, texts), default=0)


def key(named: Sequence[tuple[str, str, str]], also: str = "") -> dict[str, object]:
    """What the marks of a figure stand for, above it: (colour, sign, words), one on a line of `LINE` pixels.

    Two on a line would be cut on a telephone.
    """
    lines = [f'<span style="color:{colour}">{sign} <b>{words}</b></span>' for colour, sign, words in named]
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    text = "<br>".join([*lines, also] if also else lines)
    return note(text, 0, 1.0, yshift=6, font={"size": SMALL, "color": palette.NOTE}, **place)


def figure(
    traces: Sequence[dict[str, object]],
    look: Look,
    height: int,
    *,
    annotations: Sequence[dict[str, object]] = (),
    shapes: Sequence[dict[str, object]] = (),
    margin: dict[str, int] | None = None,
    mark_lift: int = 0,
    **layout: object,
) -> Figure:
    """A figure of these traces, ``height`` in pixels, without legend, title or room to drag in.

    Titles are page text, where a screen reader and a translator find them. ``mark_lift``: pixels by which the
    word "synthetic" stands above what else is written over the figure.
    """
    room = {"l": 8, "r": 8, "t": 8, "b": 8} | (margin or {})
    marked = TINY + 6 if look.synthetic_word else 0
    return {
        "data": [{"showlegend": False} | trace for trace in traces],
        "layout": {
            "height": height + max(0, marked - room["t"]),
            "margin": room | {"t": max(room["t"], marked)},
            "separators": look.separators,
            "hovermode": "closest",
            "dragmode": False,
            "showlegend": False,
            "annotations": [*annotations, *watermark(look, mark_lift)],
            "shapes": list(shapes),
        }
        | {name: _readable(part) if "axis" in name else part for name, part in layout.items()},
    }


def _readable(axis: dict[str, object]) -> dict[str, object]:
    """The axis with its labels in the colour of notes: the theme's own are too pale to read."""
    return axis | {"tickfont": {"color": palette.NOTE} | axis.get("tickfont", {})}


def is_explored(drawn: Figure) -> bool:
    """Whether a reader drags in a figure, to zoom or to move: only then it needs an engine in the browser."""
    return bool(drawn["layout"].get("dragmode"))


def years_axis(first: date, last: date, **more: object) -> dict[str, object]:
    """A time axis whose ticks are years (digits, so the same in every language)."""
    years = last.year - first.year
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickformat": "%Y",
        "dtick": "M12" if years <= 9 else "M60",
        "tick0": "2000-01-01",
        "showgrid": False,
        "fixedrange": True,
        "ticks": "outside",
        "ticklen": 4,
    } | more


def time_axis(days: Sequence[date], language: str, **more: object) -> dict[str, object]:
    """A time axis over these days: years when long, else at most six months named in the language."""
    first, last = min(days), max(days)
    if (last - first).days > 3 * 366:
        return years_axis(first, last, **more)
    months = sorted({day.replace(day=1) for day in days if day.replace(day=1) >= first} or {first})
    shown = months[:: max(1, -(-len(months) // 5))]
    return (
        years_axis(first, last)
        | {
            "tickmode": "array",
            "tickvals": [month.isoformat() for month in shown],
            "ticktext": [month_name(month, language).replace(" ", "<br>") for month in shown],
            "dtick": None,
        }
        | more
    )


def value_axis(**more: object) -> dict[str, object]:
    """A quiet axis of amounts that starts at zero and labels itself inside the margin."""
    return {
        "rangemode": "tozero",
        "showgrid": True,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
        "nticks": 5,
        "separatethousands": True,
        "exponentformat": "none",  # 40,000 or 40.000, not 40k
    } | more


def gaps_shown(points: Points) -> Points:
    """The points of one series in order of time, with an empty one wherever a step is missing.

    A month without a row is a month about which nothing is known; a line drawn across it would say otherwise.
    """
    steps = sorted((later[0] - earlier[0]).days for earlier, later in pairwise(points))
    usual = steps[len(steps) // 2] if steps else 0
    shown: Points = points[:1]
    for earlier, later in pairwise(points):
        if (later[0] - earlier[0]).days > 1.5 * usual:
            shown = [*shown, (earlier[0] + timedelta(days=usual), None)]
        shown.append(later)
    return shown
