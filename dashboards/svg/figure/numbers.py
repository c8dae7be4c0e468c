"""Numbers and days as a figure writes them: by its separators, and by the formats that charts name."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from dashboards.svg.figure.vocabulary import UnknownInFigureError
from dashboards.svg.figure.words import plain

_AMOUNT = re.compile(r"(,?)(?:\.(\d)f)?")
_PLACE = re.compile(r"%\{(\w+)(?:\[(\d+)\])?(?:([:|])([^}]+))?\}")


def amount(value: float, digits: int, separators: str, *, grouped: bool = True) -> str:
    """An amount with that many decimals; `separators`: decimal mark, then thousands mark."""
    said = f"{abs(value):,.{digits}f}" if grouped else f"{abs(value):.{digits}f}"
    whole, _, rest = said.partition(".")
    sign = "−" if value < 0 and any(digit in "123456789" for digit in said) else ""
    return sign + whole.replace(",", separators[1:]) + (separators[:1] + rest if rest else "")


def by_format(value: object, wanted: str, separators: str) -> str:
    """A number by a format such as `,.1f` or `,`. Raises UnknownInFigureError for another format."""
    found = _AMOUNT.fullmatch(wanted)
    if not found:
        raise UnknownInFigureError(f"no number can be written by the format {wanted!r}")
    grouped, digits = found.groups()
    if digits is None:
        shown = float(value)
        digits = 0 if shown == int(shown) else len(repr(shown).partition(".")[2])
    return amount(float(value), int(digits), separators, grouped=bool(grouped))


def hovered(trace: Mapping, point: Mapping[str, object], separators: str) -> str:
    """What the pointer is told of a mark, in plain words; empty where the chart says nothing.

    `point` holds what a template may name: `x`, `y`, `z`, `text`, `customdata`.
    """
    if template := trace.get("hovertemplate"):
        said, *rest = _pieces(template)
        for found, words in rest:
            said += _filled(found, point, separators) + words
        return plain(said)
    if trace.get("hoverinfo") == "skip":
        return ""
    if trace.get("hoverinfo") == "text":
        return plain(str(point.get("text") or ""))
    raise UnknownInFigureError("a trace says neither what the pointer is told nor that it is told nothing")


@lru_cache(maxsize=256)
def _pieces(template: str) -> tuple[str, *tuple[tuple[re.Match, str], ...]]:
    """The words before the first place of a template, then each place with the words after it."""
    found = list(_PLACE.finditer(template))
    ends = [one.start() for one in found[1:]] + [len(template)]
    after = [template[one.end() : end] for one, end in zip(found, ends, strict=True)]
    return (template[: found[0].start()] if found else template, *zip(found, after, strict=True))


def _filled(found: re.Match, point: Mapping[str, object], separators: str) -> str:
    name, index, kind, wanted = found.groups()
    if name not in point:
        raise UnknownInFigureError(f"no {name!r} for what the pointer is told")
    value = point[name] if index is None else point[name][int(index)]
    if kind == "|":
        return date.fromisoformat(str(value)[:10]).strftime(wanted)
    if kind == ":":
        return "" if value is None else by_format(value, wanted, separators)
    if not isinstance(value, str):
        raise UnknownInFigureError(f"{found.group()}: a number needs a format")
    return value
