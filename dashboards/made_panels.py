"""Panels, each made once: what a part of a page came to, remembered for every reader who may see the same.

A panel is made from a view and what its page names beside it, and from nothing else: no clock, no address. So
whoever has the same view, of the same published file and in the same language, gets the same panels.
"""

import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import count

from dashboards.memory import Counted, Memory
from dashboards.page import MakesPanels, panels_for
from dashboards.panel import Panel
from dashboards.view import View

MEMORY_VARIABLE = "MAATWERK_PANELS_MB"
_USUAL_MB = 48
_MB = 1024 * 1024
_numbers = count()


@dataclass
class Made:
    """What a part came to; no other making has its `number`. `is_kept` until it is remembered no more.

    What is made for one reader alone has no number, and nothing of it is remembered.
    """

    number: int | None
    panels: tuple[Panel, ...]
    is_kept: bool = True


def of(part: MakesPanels, view: View, beside: Hashable = None) -> Made:
    """The panels of a part, made at most once for a view and what the page names `beside` it.

    Nobody may change them. A part that fails is made anew for each who asks.
    """
    key = (part, view.key, beside)
    return _memory.once(view.reader.file, key, lambda: Made(next(_numbers), panels_for(part, view)))


def fresh(part: MakesPanels, view: View) -> Made:
    """The panels of a part, made now for this reader alone."""
    return Made(None, panels_for(part, view), is_kept=False)


def html_of(view: View, key: Hashable, make: Callable[[], str]) -> str:
    """HTML that follows from a view and a key, written at most once, such as the table of a panel.

    The key names all that it takes besides the view: the `number` of what it is about, and what the address
    adds.
    """
    return _memory.once(view.reader.file, (view.key, key), make)


def when_dropped(tell: Callable[[Made], None]) -> None:
    """Have `tell` called with everything that is not remembered any more; it must not ask for panels."""
    _told.append(tell)


def counted() -> Counted:
    """How often panels were asked for and were there already, and how many bytes are kept."""
    return _memory.counted


def forget() -> None:
    """Every panel is made anew: for tests and measurements."""
    _memory.forget()


def _drop(made: Made | str) -> None:
    if isinstance(made, str):
        return
    made.is_kept = False
    for tell in _told:
        tell(made)


_told: list[Callable[[Made], None]] = []
_memory: Memory[Made | str] = Memory(int(float(os.environ.get(MEMORY_VARIABLE, _USUAL_MB)) * _MB), _drop)
