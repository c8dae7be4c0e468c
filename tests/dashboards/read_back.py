"""The values of a drawn figure, read off its pixels: by its ticks and its edges, not by how it was drawn."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

from dashboards.charts import palette
from dashboards.svg.figure import Drawing, svg_of
from tests.dashboards.laid_out import laid_out

WIDTH = 695
_PIXELS = 0.011  # coordinates are written to a hundredth
_TONES = 4  # of 255: a screen has a hundred colours of a scale
_TAGS = re.compile(r"</?(?:b|i|br|span)[^>]*>")
_NUMBER = re.compile(r"-?[\d.]+")


def drawn(figure: dict) -> str:
    """A figure as it is printed."""
    return svg_of(figure, Drawing("figure", palette.on_paper(), WIDTH), "what is seen")


def on_screen(figure: dict) -> str:
    """A figure as a page shows it."""
    return svg_of(figure, Drawing("figure", palette.on_screen()), "what is seen")


def assert_is_read_back(figure: dict, width: int | None = None) -> None:
    """Every value of every trace, and every word, is where a reader of the drawing would look for it.

    Of the drawing for a screen at that width; without one, of that for paper.
    """
    # Places across are written to a hundredth of a per cent of the screen.
    pixels = _PIXELS + (width or 0) / 10_000
    root = ET.fromstring(drawn(figure) if width is None else laid_out(on_screen(figure), figure, width))
    for place, trace in enumerate(figure["data"]):
        group = root.find(f"g[@data-trace='{place}']")
        known = _known(trace)
        assert (group is not None) or not known, f"trace {place} is not drawn"
        if known:
            _READ[trace["type"]](trace, group, _Scales(root, figure, trace, pixels), figure)
            _assert_titles(trace, group, known)
    said = " ".join("".join(text.itertext()) for text in root.iter("text")).replace("\u00a0", " ")
    for note in figure["layout"]["annotations"]:
        if not _is_beyond(note, root, figure, pixels):
            for line in note["text"].split("<br>"):
                assert _TAGS.sub("", line) in said, line


def _is_beyond(note: dict, root: ET.Element, figure: dict, pixels: float) -> bool:
    """Whether a note is of an amount that its axis does not reach: it would lie over what is below."""
    key = note.get("yref", "y")
    trace = next((one for one in figure["data"] if one.get("yaxis", "y") == key), None)
    if trace is None or not isinstance(note["y"], int | float):
        return False
    scales = _Scales(root, figure, trace, pixels)
    low, high = sorted(scales.value("y", end) for end in scales.ends["y"])
    room = scales.close("y") * 50
    return not low - room <= note["y"] <= high + room


class _Scales:
    """Pixels back to values of the axes of one trace."""

    def __init__(self, root: ET.Element, figure: dict, trace: dict, pixels: float):
        self.root, self.figure, self.pixels = root, figure, pixels
        self.keys = {"x": trace.get("xaxis", "x"), "y": trace.get("yaxis", "y")}
        rect = root.find(f".//clipPath[@id='figure-{self.keys['x']}-{self.keys['y']}']/rect")
        left, top, width, height = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        self.ends = {"x": (left, left + width), "y": (top + height, top)}

    def axis(self, letter: str) -> dict:
        return self.figure["layout"].get(f"{letter}axis{self.keys[letter][1:]}", {})

    def value(self, letter: str, pixels: float) -> float:
        """The value at a pixel, as a number: an amount, a day, or the place of a category from the first."""
        (at_one, one), (at_other, other) = self._known(letter)
        return one + (pixels - at_one) / (at_other - at_one) * (other - one)

    def number(self, letter: str, value: object) -> float:
        kind = self.axis(letter).get("type", "linear")
        if kind == "date":
            return date.fromisoformat(value).toordinal()
        return self.axis(letter)["categoryarray"].index(value) if kind == "category" else value

    def close(self, letter: str) -> float:
        """How much of a value the last digit of a coordinate may hide."""
        (at_one, one), (at_other, other) = self._known(letter)
        return abs((other - one) / (at_other - at_one)) * self.pixels

    def _known(self, letter: str) -> list[tuple[float, float]]:
        """Two pixels of which the value is known."""
        axis, ends = self.axis(letter), self.ends[letter]
        if "range" in axis:
            is_day = axis.get("type") == "date"
            values = [self.number(letter, end) if is_day else end for end in axis["range"]]
        elif axis.get("type") == "category":
            values = [-0.5, len(axis["categoryarray"]) - 0.5]
        else:
            return self._ticks(letter)
        return list(zip(ends, values, strict=True))

    def _ticks(self, letter: str) -> list[tuple[float, float]]:
        """The lines to read along, and the amounts written beside them."""
        decimal, thousands = self.figure["layout"]["separators"][0], self.figure["layout"]["separators"][1:]
        texts = self.root.findall(f".//g[@class='ticks-{self.keys[letter]}']/text")
        suffix = self.axis(letter).get("ticksuffix", "")
        amounts = [
            float(
                "".join(text.itertext())
                .removesuffix(suffix)
                .replace(thousands, "")
                .replace(decimal, ".")
                .replace("−", "-")
            )
            for text in texts
        ]
        name = f"{letter}1"
        lines = sorted(
            {
                float(line.get(name))
                for line in self.root.findall(f".//g[@stroke='{palette.RULE_LIGHT}']/line")
                if line.get(name) == line.get(f"{letter}2")
                and min(self.ends[letter]) - 1 <= float(line.get(name)) <= max(self.ends[letter]) + 1
            },
            reverse=letter == "y",
        )
        assert len(lines) == len(amounts) > 1, "a line for each amount"
        return [(lines[0], amounts[0]), (lines[-1], amounts[-1])]


def _known(trace: dict) -> list[int]:
    """The places of points that have both values; of a heat map every cell that has one."""
    if trace["type"] == "heatmap":
        return [1 for row in trace["z"] for value in row if value is not None]
    return [
        place
        for place, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True))
        if x is not None and y is not None
    ]


def _assert_points(trace: dict, found: list[tuple[float, float]], scales: _Scales) -> None:
    known = _known(trace)
    assert len(found) == len(known)
    for place, pixels in zip(known, found, strict=True):
        for letter, at in zip("xy", pixels, strict=True):
            expected = scales.number(letter, trace[letter][place])
            assert abs(scales.value(letter, at) - expected) <= scales.close(letter), (letter, expected)


def _read_scatter(trace: dict, group: ET.Element, scales: _Scales, figure: dict) -> None:
    paths = {path.get("class"): path.get("d") for path in group.findall("path") if path.get("class")}
    if trace.get("fill"):
        _assert_points(trace, _pairs(paths["area"]), scales)
        assert group.get("opacity") == f"{trace['opacity']}"
    elif "lines" in trace["mode"]:
        _assert_points(trace, _pairs(paths["line"]), scales)
        gaps = [place in _known(trace) for place in range(len(trace["x"]))]
        runs = sum(now and not before for before, now in zip([False, *gaps], gaps, strict=False))
        assert paths["line"].count("M") == runs, "a gap is drawn across"
    if "markers" in trace["mode"]:
        marks = [path.get("transform") for path in group.findall("path") if path.get("transform")]
        _assert_points(trace, [tuple(map(float, _NUMBER.findall(mark))) for mark in marks], scales)


def _pairs(path: str) -> list[tuple[float, float]]:
    pairs = re.findall(r"-?[\d.]+,-?[\d.]+", path.replace("h0", ""))
    return [tuple(map(float, pair.split(","))) for pair in pairs]


def _read_bars(trace: dict, group: ET.Element, scales: _Scales, figure: dict) -> None:
    """The length of each bar and where it stands; stacked, that it begins where those before it end."""
    along, across = ("x", "y") if trace.get("orientation") == "h" else ("y", "x")
    is_stacked = figure["layout"].get("barmode") in ("stack", "relative")
    before = figure["data"][: figure["data"].index(trace)] if is_stacked else []
    rects = group.findall("rect")
    known = _known(trace)
    assert len(rects) == len(known)

    # Bars of one colour come together; those of a place differ by what stands below them.
    def sides_of(rect: ET.Element) -> dict[str, tuple[float, float]]:
        x, y, width, height = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        return {"x": (x, x + width), "y": (y + height, y)}

    def far(rect: ET.Element, where: object) -> float:
        middle = scales.value(across, sum(sides_of(rect)[across]) / 2)
        return abs(middle - scales.number(across, where))

    for place in known:
        rect = min(rects, key=lambda one: far(one, trace[across][place]))
        rects.remove(rect)
        sides = sides_of(rect)
        length, where = trace[along][place], trace[across][place]
        start = trace["base"][place] if trace.get("base") else 0
        start += sum(_lengths(before, along, across, where, length < 0))
        ends = sorted(scales.value(along, side) for side in sides[along])
        for found, expected in zip(ends, sorted((start, start + length)), strict=True):
            assert abs(found - expected) <= 2 * scales.close(along), (place, found, expected)
        middle = scales.value(across, sum(sides[across]) / 2)
        if figure["layout"].get("barmode"):
            assert abs(middle - scales.number(across, where)) <= 2 * scales.close(across)


def _lengths(traces: list[dict], along: str, across: str, where: object, is_below: bool) -> Iterator[float]:
    for trace in traces:
        for length, place in zip(trace[along], trace[across], strict=True):
            if trace["type"] == "bar" and place == where and length is not None and (length < 0) == is_below:
                yield length


def _read_heat(trace: dict, group: ET.Element, scales: _Scales, figure: dict) -> None:
    """The colour of each cell, mixed of both colours beside it, and that the cell lies over its month."""
    cells = group.findall("g/rect") or group.findall("rect")
    rects = iter(sorted(cells, key=lambda one: (float(one.get("y")), float(one.get("x")))))
    tones = 1 if group.find("g/rect") is not None else _TONES
    low, high = trace["zmin"], trace["zmax"]
    stops = [palette.on_paper()[0][colour] for _, colour in trace["colorscale"]]
    for row, values in enumerate(trace["z"]):
        for column, value in enumerate(values):
            if value is None:
                continue
            rect = next(rects)
            x, y, width, height = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
            first, last = scales.value("x", x), scales.value("x", x + width)
            assert first < scales.number("x", trace["x"][column]) < last
            middle = scales.value("y", y + height / 2)
            assert abs(middle - scales.number("y", trace["y"][row])) <= 2 * scales.close("y")
            at = min(max((value - low) / (high - low), 0), 1) * (len(stops) - 1)
            below, above = stops[int(at)], stops[min(int(at) + 1, len(stops) - 1)]
            for part in (1, 3, 5):
                ends = [int(colour[part : part + 2], 16) for colour in (below, above)]
                mixed = ends[0] + (at - int(at)) * (ends[1] - ends[0])
                assert abs(int(rect.get("fill")[part : part + 2], 16) - mixed) <= tones
    assert next(rects, None) is None


def _assert_titles(trace: dict, group: ET.Element, known: list[int]) -> None:
    """A title per mark that the pointer is told of, with the amount where the chart writes it out."""
    titles = [title.text for title in group.iter("title")]
    if trace.get("hoverinfo") == "skip":
        assert titles == []
    elif trace.get("hoverinfo") == "text":
        assert sorted(titles) == sorted(_plain(trace["text"][at]) for at in known if trace["text"][at])
    else:
        assert len(titles) == len(known)
        assert not any("%{" in said or "<" in said for said in titles)


def _plain(said: str) -> str:
    return _TAGS.sub("", said.replace("<br>", ", "))


_READ = {"scatter": _read_scatter, "bar": _read_bars, "heatmap": _read_heat}
