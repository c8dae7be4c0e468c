"""A panel as HTML, but for what takes a widget: its table in a fold, and what is taken away of it.

Pure: a value in, a string out, every value escaped. `flow` sends what stands between two widgets at once.
"""

from collections.abc import Sequence
from html import escape

from dashboards.charts import palette
from dashboards.charts.style import is_explored
from dashboards.panel import Panel, State
from dashboards.panels.terms import quoting_html
from dashboards.screen import drawings, head_figures, links, source
from dashboards.svg.figure import Drawing, svg_of
from dashboards.view import View

_KINDS = {State.NOT_DELIVERED: "mw-not-delivered", State.NOT_SHOWN: "mw-not-shown"}


def above_table(panel: Panel, view: View) -> str:
    """What a reader sees of a panel before its table, in its order: all that no reader changes."""
    return before_chart(panel, view) + _chart(panel, view) + after_chart(panel)


def before_chart(panel: Panel, view: View) -> str:
    """Heading, lead, state, head figures and introduction."""
    synthetic = view.synthetic if panel.is_of_data else ""
    return "".join(
        (
            heading(panel.title, panel.subtitle, synthetic, panel.name) if panel.title else "",
            f'<p class="mw-lead">{panel.lead}</p>' if panel.lead else "",
            state(panel.state, panel.said) if panel.said else "",
            head_figures.row(panel.head_figures) if panel.head_figures else "",
            _summary(panel.intro),
        )
    )


def after_chart(panel: Panel) -> str:
    """Picture, summary, sentences, and those that are folded away."""
    folded = panel.fold
    return "".join(
        (
            _picture(panel.picture),
            _summary(panel.summary),
            items(panel.items) if panel.items else "",
            fold(panel.name, folded.title, items(folded.items, is_numbered=folded.is_numbered))
            if folded
            else "",
        )
    )


def below_table(panel: Panel, view: View) -> str:
    """Notes, and links to the pages that are for this reader."""
    return "".join(
        [
            *(note(said, panel.quotes) for said in panel.notes),
            *(links.html_of(link, view.reader.scope) for link in panel.links),
        ]
    )


def alternative(panel: Panel, view: View) -> str:
    """What the chart says to a reader who cannot see it."""
    return f"{panel.alternative} ({source.note(view)})"


def heading(title: str, subtitle: str = "", synthetic: str = "", name: str = "") -> str:
    """A panel's heading: the title says what is seen, the subtitle measure, unit, area and period.

    `name` is the panel's, for links that open the page at it.
    """
    # A full stop before the dot that parts the two would be a mark too many.
    said = subtitle.removesuffix(".") if synthetic else subtitle
    below = " · ".join(part for part in (said, synthetic) if part)
    small = f'<p class="mw-subtitle">{escape(below)}</p>' if below else ""
    place = f' id="{links.place_of(name)}"' if name else ""
    return f'<div class="mw-heading"{place}><h2>{escape(title)}</h2>{small}</div>'


def state(kind: State, said: str) -> str:
    """Why there is nothing to see: not delivered and not for this reader look different from a remark."""
    if kind not in _KINDS:
        return note(said)
    return f'<p class="mw-state {_KINDS[kind]}">{escape(said)}</p>'


def note(said: str, quotes: Sequence[str] = ()) -> str:
    """A quiet remark that belongs to what stands above it; `quotes` are sources in it, which are English."""
    return f'<p class="mw-quiet">{quoting_html(said, quotes)}</p>'


def items(sentences: Sequence[str], *, is_numbered: bool = False) -> str:
    """A list of sentences, numbered where a picture refers to them; a line break in one stays."""
    rows = "".join(f"<li>{escape(said).replace(chr(10), '<br>')}</li>" for said in sentences)
    if is_numbered:
        return f'<ol class="mw-quiet">{rows}</ol>'
    return f'<div class="mw-prose"><ul>{rows}</ul></div>'


def fold(name: str, title: str, inside: str) -> str:
    """What is read on demand, already HTML; `name` tells it from the other folds of the page."""
    return (
        f'<details class="mw-fold" data-fold="{escape(name)}"><summary>{escape(title)}</summary>'
        f"<div>{inside}</div></details>"
    )


def _chart(panel: Panel, view: View) -> str:
    if panel.chart is None or is_explored(panel.chart):
        return ""
    drawn = svg_of(panel.chart, Drawing(panel.name, palette.on_screen()), alternative(panel, view))
    return drawings.carried(drawn)


def _picture(picture: str) -> str:
    if "<svg" in picture:
        return drawings.carried(picture)
    return f"<div>{picture}</div>" if picture else ""  # its pieces are nearer to each other than those here


def _summary(said: str) -> str:
    return f'<p class="mw-summary">{escape(said)}</p>' if said else ""
