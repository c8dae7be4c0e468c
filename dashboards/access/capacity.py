"""Which columns are capacity, or come from it: what they say of few people says who of them is away."""

import re

_OF_CAPACITY = re.compile(
    r"""
    .*capacity.*_units.*  # what can be given, in units
    | (?!eur_).*_fte(_.*)?  # posts: under contract, available, reduced, not counted; no price of one
    | workload_((lower|upper|before|after)_)?pct(_.+)?  # the workload as a percentage of capacity
    | moved_points  # by how much such a percentage moved
    """,
    re.VERBOSE,
)


def is_of_capacity(column: str) -> bool:
    """Whether a column holds capacity or posts, or a percentage of them."""
    return bool(_OF_CAPACITY.fullmatch(column))


def without(columns: list[str]) -> str:
    """All columns but those of capacity, for a select."""
    return ", ".join(column for column in columns if not is_of_capacity(column))
