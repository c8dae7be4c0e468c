"""Values are made once, shared, weighed, and dropped: the oldest, and all of a file that nobody reads now."""

import threading
from concurrent.futures import ThreadPoolExecutor

import polars as pl
import pytest

from dashboards.memory import Memory, weighed
from dashboards.panel import Panel, Table

ROOM = 10_000


@pytest.fixture
def memory() -> Memory[str]:
    return Memory(ROOM)


def kept(memory: Memory[str], key: str, file: str = "one", value: str = "") -> bool:
    """Whether a value was there already; it is made where it was not."""
    made = []
    memory.once(file, key, lambda: made.append(key) or value or key)
    return not made


def test_a_value_is_made_once_and_counted(memory: Memory[str]) -> None:
    assert not kept(memory, "a")
    assert kept(memory, "a")
    assert (memory.counted.asked, memory.counted.found, memory.counted.values) == (2, 1, 1)
    assert memory.counted.bytes == weighed("a")


def test_the_same_key_of_another_file_is_another_value(memory: Memory[str]) -> None:
    assert memory.once("one", "a", lambda: "of one") == "of one"
    assert memory.once("two", "a", lambda: "of two") == "of two"
    assert memory.once("one", "a", lambda: "anew") == "of one"


def test_those_who_ask_for_what_is_being_made_wait_for_it(memory: Memory[str]) -> None:
    made, asked = [], threading.Barrier(8)

    def slowly() -> str:
        made.append(1)
        threading.Event().wait(0.05)
        return "value"

    def ask(_: int) -> str:
        asked.wait()
        return memory.once("one", "a", slowly)

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(ask, range(8))) == {"value"}
    assert made == [1]


def test_others_are_not_held_up_by_what_is_being_made(memory: Memory[str]) -> None:
    assert memory.once("one", "a", lambda: memory.once("one", "b", lambda: "inner")) == "inner"


def test_what_fails_is_not_kept_and_holds_nobody_up(memory: Memory[str]) -> None:
    def failing() -> str:
        raise LookupError("no such thing")

    for _ in range(2):
        with pytest.raises(LookupError):
            memory.once("one", "a", failing)
    assert not kept(memory, "a")


def test_beyond_its_room_what_nobody_asked_for_longest_goes_first(memory) -> None:
    values = {key: key * 3000 for key in "abc"}
    for key, value in values.items():
        assert not kept(memory, key, value=value)
    assert kept(memory, "a")
    assert not kept(memory, "d", value="d" * 3000)
    assert kept(memory, "a") and kept(memory, "c") and kept(memory, "d")
    assert memory.counted.bytes <= ROOM
    assert not kept(memory, "b")


def test_what_is_larger_than_the_room_pushes_nothing_out(memory) -> None:
    assert not kept(memory, "a")
    assert not kept(memory, "b", value="b" * ROOM)
    assert not kept(memory, "b", value="b" * ROOM)
    assert kept(memory, "a")
    assert memory.counted.values == 1


def test_with_a_third_file_all_of_the_first_goes(memory) -> None:
    for file in ("one", "two"):
        kept(memory, "a", file, value=f"of {file}")
    kept(memory, "a", "three")
    assert kept(memory, "a", "two"), "who still reads the version before is not held up"
    assert not kept(memory, "a", "one")


def test_what_is_ready_when_its_file_has_gone_is_not_kept(memory) -> None:
    def slowly() -> str:
        for file in ("two", "three"):
            kept(memory, "b", file)
        return "too late"

    assert memory.once("one", "a", slowly) == "too late"
    assert memory.counted.values == 2
    assert not kept(memory, "a")


def test_forgetting_drops_everything(memory) -> None:
    kept(memory, "a")
    memory.forget()
    assert memory.counted.bytes == 0
    assert not kept(memory, "a")


def test_a_value_weighs_what_is_in_it_each_thing_once() -> None:
    rows = pl.DataFrame({"amount": [0.5] * 10_000})
    assert weighed(rows) > 80_000
    assert weighed((rows, rows)) < 1.1 * weighed(rows)
    words = [f"word {number}" for number in range(1000)]
    assert weighed({"x": words}) > 50_000
    panel = Panel("name", chart={"data": [{"x": words}]}, table=Table(rows, {}))
    assert weighed(panel) > weighed(words) + weighed(rows)
