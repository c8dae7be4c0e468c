"""What a person sees while a build runs: bars on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichBars

from warehouse.national_numbers import without_national_numbers


@dataclass
class Step:
    """One piece of work under way; ``done`` counts its parts."""

    done: int = 0
    bars: RichBars | None = None
    bar: int | None = None

    def expect(self, total: int) -> None:
        """Say how many parts there are in all, once that is known."""
        if self.bars is not None:
            self.bars.update(self.bar, total=total)

    def advance(self, parts: int = 1) -> None:
        """Count ``parts`` more as done."""
        self.done += parts
        if self.bars is not None:
            self.bars.update(self.bar, completed=self.done)


class Progress:
    """Shows named steps and notes on one stream, by default standard error."""

    def __init__(self, stream: TextIO | None = None, is_silent: bool = False) -> None:
        self.console = Console(file=stream or sys.stderr, quiet=is_silent, highlight=False, soft_wrap=True)

    def note(self, text: str) -> None:
        """Write one line that stays; a national number in it is masked."""
        self.console.print(without_national_numbers(text), markup=False)

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[Step]:
        """Show ``name`` as running; on a normal end write one line with the seconds it took."""
        started = time.perf_counter()
        if self.console.is_terminal and not self.console.quiet:
            with self._bars() as bars:
                yield Step(bars=bars, bar=bars.add_task(name, total=total))
        else:
            yield Step()
        self.note(f"{name}: {time.perf_counter() - started:.1f} s")

    def _bars(self) -> RichBars:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return RichBars(*columns, console=self.console, transient=True)
