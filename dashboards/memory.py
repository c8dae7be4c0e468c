"""Values that were made once, up to so many bytes of them, for everybody who asks for the same."""

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from types import NoneType
from typing import Generic, TypeVar

import polars as pl

# The version that is read, and the one that takes its place.
FILES_AT_ONCE = 2
# Most of what is weighed, so it is asked first.
_WITHOUT_PARTS = frozenset({str, int, float, bool, NoneType, date})
V = TypeVar("V")
_Place = tuple[str, Hashable]


@dataclass
class Counted:
    """How often a memory was asked and had the value already, and what it holds."""

    asked: int = 0
    found: int = 0
    values: int = 0
    bytes: int = 0


class Memory(Generic[V]):
    """Values by the published file that they came from, and a key.

    At most `most_bytes` of them are kept, as `weighed` counts; what nobody asked for longest goes first, and
    with the file that nobody asked for longest all that came from it. Those who ask for what is being made
    wait for it. What fails is not kept, and is made anew for each who waited.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.counted = Counted()
        self._values: OrderedDict[_Place, tuple[V, int]] = OrderedDict()
        self._files: OrderedDict[str, None] = OrderedDict()
        self._being_made: set[_Place] = set()
        self._changed = threading.Condition()

    def once(self, file: str, key: Hashable, make: Callable[[], V]) -> V:
        """The value of that key: the one that is kept, else what `make` gives."""
        place = (file, key)
        with self._changed:
            self.counted.asked += 1
            self._changed.wait_for(lambda: place not in self._being_made)
            self._enter(file)
            if kept := self._values.get(place):
                self._values.move_to_end(place)
                self.counted.found += 1
                return kept[0]
            self._being_made.add(place)
        try:
            value = make()
            size = weighed(value)
            with self._changed:
                self._keep(place, value, size)
            return value
        finally:
            with self._changed:
                self._being_made.discard(place)
                self._changed.notify_all()

    def forget(self) -> None:
        """Drop everything, and count from nothing."""
        with self._changed:
            for place in list(self._values):
                self._drop(place)
            self._files.clear()
            self.counted = Counted()

    def _enter(self, file: str) -> None:
        self._files[file] = None
        self._files.move_to_end(file)
        while len(self._files) > FILES_AT_ONCE:
            old, _ = self._files.popitem(last=False)
            for place in [place for place in self._values if place[0] == old]:
                self._drop(place)

    def _keep(self, place: _Place, value: V, size: int) -> None:
        # Of a file that has gone meanwhile nothing is kept, nor what would push out all the rest.
        if size > self.most_bytes or place[0] not in self._files:
            return
        self._values[place] = (value, size)
        self.counted.values += 1
        self.counted.bytes += size
        while self.counted.bytes > self.most_bytes:
            self._drop(next(iter(self._values)))

    def _drop(self, place: _Place) -> None:
        _, size = self._values.pop(place)
        self.counted.values -= 1
        self.counted.bytes -= size


def weighed(value: object) -> int:
    """Bytes that a value takes with all that is in it, each thing once; of a function, nothing.

    Things of Python as it gives their size, a frame as its columns are laid out.
    """
    total, seen, left = 0, set(), [value]
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        if type(one) in _WITHOUT_PARTS:
            continue
        if isinstance(one, pl.DataFrame):
            total += int(one.estimated_size())
        elif isinstance(one, Mapping):
            left += [*one.keys(), *one.values()]
        elif is_dataclass(one):
            left += [getattr(one, field.name) for field in fields(one)]
        elif isinstance(one, (list, tuple, set, frozenset)):
            left += one
    return total
