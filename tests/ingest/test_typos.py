"""Names that were probably meant to be another name."""

import pytest

from ingest.extracts.typos import letters_apart, probably_meant


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("", "ab", 2), ("cases", "cases", 0), ("case", "cases", 1), ("post", "tasks", 4)],
)
def test_letters_apart(one: str, other: str, letters: int) -> None:
    assert letters_apart(one, other) == letters_apart(other, one) == letters


def test_a_known_name_misses_nothing_and_a_far_one_means_nothing() -> None:
    known = ("cases", "tasks", "posts")
    assert probably_meant("cases", known) is None
    assert probably_meant("post", known) == "posts"
    assert probably_meant("budget", known) is None
    assert probably_meant("CASES", known) == "cases"
