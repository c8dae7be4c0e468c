"""Says of every number of the generator where it comes from: its tag is printed with it."""

from itertools import chain

from rich.console import Console

from ingest.sample.parameters import stated_parameters
from ingest.sample.stated import Stated
from ingest.sample.volumes import stated_volumes

TAGS = ("sourced", "derived", "assumption")


def provenance_lines() -> list[str]:
    """One line per sourced or derived number; assumptions with one line per parameter."""
    stated = list(chain(stated_volumes(), stated_parameters()))
    lines = [_line(name, number) for tag in TAGS[:2] for name, number in stated if number.tag == tag]
    assumed: dict[str, list[float]] = {}
    for name, number in stated:
        if number.tag == "assumption":
            assumed.setdefault(_parameter(name), []).append(float(number))
    return lines + [_summary(name, numbers) for name, numbers in assumed.items()]


def _parameter(name: str) -> str:
    """The parameter a number belongs to: of yearly numbers flow and type, of others the first word."""
    words = name.split()
    return " ".join(words[:2]) if words[0] in ("new", "open") else words[0]


def _line(name: str, number: Stated) -> str:
    return f"[{number.tag}] {name} = {float(number):g} ({number.source})"


def _summary(name: str, numbers: list[float]) -> str:
    return f"[assumption] {name} = {', '.join(f'{number:g}' for number in numbers)}"


def show(lines: list[str]) -> None:
    """Print the lines; everything the sample holds is invented, also where a total is sourced."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.print("synthetic service: invented data, drawn from these numbers")
    for line in lines:
        console.print(line)
