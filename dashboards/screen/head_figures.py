"""The row of three to five head figures: value, unit, change with its comparison named, basis."""

from collections.abc import Sequence
from html import escape

from dashboards.panel import HeadFigure


def row(figures: Sequence[HeadFigure]) -> str:
    """The figures beside each other, under each other on a narrow screen."""
    return f'<dl class="mw-figures">{"".join(map(figure_html, figures))}</dl>'


def figure_html(figure: HeadFigure) -> str:
    """One figure as a term and its descriptions; everything escaped."""
    unit = f' <span class="mw-unit">{escape(figure.unit)}</span>' if figure.unit else ""
    state = figure.state or "known"
    parts = [f'<p class="mw-value mw-{state}">{escape(figure.value)}{unit}</p>']
    parts += [f'<p class="mw-change">{escape(figure.change)}</p>'] if figure.change else []
    parts += [f'<p class="mw-note">{escape(figure.note)}</p>'] if figure.note else []
    return f"<div><dt>{escape(figure.label)}</dt><dd>{''.join(parts)}</dd></div>"
