"""A row per office or kind with its picture: the accessible table that the pictures of Funding are."""

from collections.abc import Iterable, Mapping
from html import escape

from dashboards.svg.staff import FteScale, fte_marks
from dashboards.text import number, t


def strip(heads: Mapping[str, str], scale: FteScale, rows: Iterable[tuple[str, ...]], watermark: str) -> str:
    """`heads`: what stands above `name`, `amount` and `said`; `rows`: name, picture, amount and words."""
    end = number(scale.high, 0 if scale.high >= 1 else 1)
    words = t("funding.scale_words", end=end)
    marks = fte_marks(scale, words, ("0", t("funding.scale_end", end=end)), watermark)
    head = _row(
        [escape(heads["name"]), marks, escape(heads["amount"]), escape(heads["said"])], "columnheader"
    )
    body = "".join(
        _row([escape(name), picture, escape(amount), escape(said)], "cell")
        for name, picture, amount, said in rows
    )
    return f'<div class="mw-offices" role="table">{head}{body}</div>'


def _row(cells: list[str], role: str) -> str:
    drawn = "".join(f'<div role="{role}">{cell}</div>' for cell in cells)
    return f'<div role="row">{drawn}</div>'
