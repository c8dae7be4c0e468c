"""Words in a figure: the few tags that charts write them with, as SVG; and how much room they take."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from dashboards.svg.figure.elements import element, number

LINE_HEIGHT = 1.3  # of the size
_TAG = re.compile(r'<(/?)(b|i|br|span)(?: style="color:(#[0-9A-Fa-f]{6})")?\s*/?>')
_EXTRA = re.compile(r"<extra>.*?</extra>")
# Of the size: of a letter by its kind, a little more than most families take, so that nothing is cut.
_NARROW, _WIDE, _USUAL = 0.36, 0.95, 0.62
_BOLD = 1.08


@dataclass(frozen=True)
class _Run:
    """Words in one style."""

    said: str
    is_bold: bool = False
    is_italic: bool = False
    colour: str = ""


@dataclass(frozen=True)
class Ink:
    """How words are written: size in pixels, colour, and where of them the place is: start, middle, end."""

    size: float
    colour: str
    anchor: str = "start"


def plain(text: str) -> str:
    """The words without their tags, for a title: lines become parts of one."""
    said = _EXTRA.sub("", text).replace("<br>", ", ")
    return _TAG.sub("", said).strip(" ,")


def width_of(text: str, size: float) -> float:
    """Pixels that the longest line takes, about."""
    return max((sum(_run_width(run, size) for run in line) for line in _lines(text)), default=0)


def height_of(text: str, size: float) -> float:
    """Pixels that all lines take."""
    return len(_lines(text)) * LINE_HEIGHT * size


def written(
    text: str, x: Mapping[str, float | str], y: float, ink: Ink, colours: Mapping[str, str], **more: object
) -> str:
    """The words with the first baseline at `y`, one line below the other; `x` as `Frame.beside` gives it."""
    lines = []
    for place, runs in enumerate(_lines(text)):
        said = "".join(_run(run, colours) for run in runs)
        down = number(LINE_HEIGHT * ink.size)
        lines.append(said if place == 0 else element("tspan", said, **x, dy=down))
    anchor = None if ink.anchor == "start" else ink.anchor
    return element(
        "text",
        "".join(lines),
        **x,
        y=float(y),
        font_size=ink.size,
        fill=colours.get(ink.colour, ink.colour),
        text_anchor=anchor,
        **more,
    )


def _lines(text: str) -> list[list[_Run]]:
    """The runs of each line; a tag that is not known is a word like any other."""
    lines: list[list[_Run]] = [[]]
    style, before = _Run(""), []
    reached = 0
    for tag in _TAG.finditer(text):
        _add(lines, style, text[reached : tag.start()])
        reached = tag.end()
        closes, name, colour = tag.groups()
        if name == "br":
            lines.append([])
        elif closes:
            style = before.pop() if before else _Run("")
        else:
            before.append(style)
            style = _styled(style, name, colour)
    _add(lines, style, text[reached:])
    return lines


def _styled(style: _Run, name: str, colour: str | None) -> _Run:
    return replace(
        style,
        is_bold=style.is_bold or name == "b",
        is_italic=style.is_italic or name == "i",
        colour=colour or style.colour,
    )


def _add(lines: list[list[_Run]], style: _Run, said: str) -> None:
    if said:
        lines[-1].append(replace(style, said=said))


def _run(run: _Run, colours: Mapping[str, str]) -> str:
    # Two spaces part words on purpose.
    said = escape(run.said.replace("  ", " \u00a0"), quote=False)
    styled = {
        "font-weight": "600" if run.is_bold else None,
        "font-style": "italic" if run.is_italic else None,
        "fill": colours.get(run.colour, run.colour) or None,
    }
    attributes = "".join(f' {name}="{value}"' for name, value in styled.items() if value)
    return f"<tspan{attributes}>{said}</tspan>" if attributes else said


def _run_width(run: _Run, size: float) -> float:
    width = sum(_letter(letter) for letter in run.said) * size
    return width * _BOLD if run.is_bold else width


def _letter(letter: str) -> float:
    if letter in " .,:;'|!iljtf()[]·-":
        return _NARROW
    return _WIDE if letter in "mwMW%@━▓░" else _USUAL + 0.1 * letter.isupper()
