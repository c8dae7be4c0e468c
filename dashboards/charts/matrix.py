"""Office by kind of mandate as a shaded table: exact counts, read by eye and by a screen reader alike."""

from html import escape

import polars as pl

_STYLE = """<style>
.mw-matrix{overflow-x:auto;max-width:100%}
.mw-matrix table{border-collapse:separate;border-spacing:2px;font-variant-numeric:tabular-nums;
 font-size:.875rem}
.mw-matrix th{font-weight:500;text-align:left;padding:.2rem .5rem .2rem 0;border:0}
.mw-matrix thead th{vertical-align:bottom;font-size:.78rem;line-height:1.2;padding:0 .35rem .3rem 0}
.mw-matrix thead span{display:block;writing-mode:vertical-rl;transform:rotate(180deg);margin-left:auto;
 max-height:10rem;min-width:1.2rem}
.mw-matrix tbody th{position:sticky;left:0;white-space:nowrap;z-index:1;background:inherit}
.mw-matrix tbody tr{background:light-dark(#fff,#14171a)}
.mw-matrix td{text-align:right;padding:.28rem .35rem;border:0;border-radius:2px}
.mw-matrix td small{margin-left:.25rem}
.mw-matrix .total{font-weight:600}
.mw-matrix-caption{font-size:.8rem;opacity:.8;margin:.4rem 0 0}
</style>"""


def backlog_matrix(
    frame: pl.DataFrame, offices: dict[str, str], types: dict[str, str], words: dict[str, str], number
) -> str:
    """Waiting cases per office and kind, with uncovered cases as ``+n`` behind them, and sums.

    ``frame``: ``part_id``, ``supervision_type``, ``waiting_cases``, ``uncovered_cases``; ``offices`` and
    ``types``: id -> words, in the fixed order; ``words``: ``caption``, ``office``, ``total``, ``none``;
    ``number``: count -> text. Returns HTML, everything escaped. The shade is the square root of the share of
    the largest count, so that small offices do not all look empty; a zero has no shade and reads ``none``.
    """
    counts = {(row[0], row[1]): (row[2], row[3]) for row in _rows(frame)}
    largest = max([waiting for waiting, _ in counts.values()] or [0])
    heads = [*types.values(), words["total"]]
    head = "".join(f'<th scope="col"><span>{escape(name)}</span></th>' for name in heads)
    body = []
    for office, name in offices.items():
        cells = [counts.get((office, kind), (0, 0)) for kind in types]
        shaded = "".join(_cell(waiting, uncovered, largest, words, number) for waiting, uncovered in cells)
        body.append(f'<tr><th scope="row">{escape(name)}</th>{shaded}{_total(cells, words, number)}</tr>')
    if len(offices) > 1:  # one row is its own sum
        sums = [_sum(counts, kind) for kind in types]
        last = "".join(_total([cell], words, number) for cell in sums) + _total(sums, words, number)
        body.append(f'<tr><th scope="row">{escape(words["total"])}</th>{last}</tr>')
    return (
        f'{_STYLE}<div class="mw-matrix" tabindex="0" role="region" aria-label="{escape(words["caption"])}">'
        f"<table>"
        f'<thead><tr><th scope="col">{escape(words["office"])}</th>{head}</tr></thead><tbody>{"".join(body)}'
        f"</tbody></table></div>"
        f'<p class="mw-matrix-caption">{escape(words["caption"])}</p>'
    )


def _rows(frame: pl.DataFrame):
    return frame.select("part_id", "supervision_type", "waiting_cases", "uncovered_cases").iter_rows()


def _sum(counts, kind: str) -> tuple[int, int]:
    cells = [cell for (_, found), cell in counts.items() if found == kind]
    return sum(cell[0] for cell in cells), sum(cell[1] for cell in cells)


def _cell(waiting: int, uncovered: int, largest: int, words: dict[str, str], number) -> str:
    strength = (waiting / largest) ** 0.5 if largest else 0
    light, dark = 0.42 * strength, 0.55 * strength
    shade = (
        f"light-dark(rgba(18,67,109,{light:.2f}),rgba(111,168,220,{dark:.2f}))" if waiting else "transparent"
    )
    return f'<td style="background:{shade}">{_said(waiting, uncovered, words, number)}</td>'


def _total(cells: list[tuple[int, int]], words: dict[str, str], number) -> str:
    waiting, uncovered = sum(cell[0] for cell in cells), sum(cell[1] for cell in cells)
    return f'<td class="total">{_said(waiting, uncovered, words, number)}</td>'


def _said(waiting: int, uncovered: int, words: dict[str, str], number) -> str:
    behind = f"<small>+{escape(number(uncovered))}</small>" if uncovered else ""
    return escape(number(waiting) if waiting else words["none"]) + behind
