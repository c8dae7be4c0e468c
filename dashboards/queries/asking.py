"""How a question is put: by a reader, about what is chosen."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

import polars as pl

from dashboards import database
from dashboards.access.narrowing import NotShownError
from dashboards.choice import Chosen
from dashboards.reader import Reader

T = TypeVar("T")
_BY_WEIGHTS = "{by_weights}"
# What a mart's name ends in; naming one of both, instead of asking each, halves the work of planning.
_MARTS_BY_WEIGHTS = {"then": "", "now": "_now"}


def ask(reader: Reader, choice: Chosen, sql: str, **more: object) -> pl.DataFrame:
    """The rows of one question; each `$name` in it is one of the choice's `parameters` or of `more`.

    A filter more is so a parameter more: no signature changes. A mart named with `{by_weights}` after it is
    the one by the weights that are chosen: those of each day, or those of the last day for every day.
    """
    values = choice.parameters | more
    if _BY_WEIGHTS in sql:
        sql = sql.replace(_BY_WEIGHTS, _MARTS_BY_WEIGHTS[values["weights"]])
    return database.frame(reader, sql, **{name: values[name] for name in _places(sql)})


def first_shown(questions: Sequence[Callable[[], T]]) -> T:
    """The answer to the first question that is not refused: the widest first, so that most readers ask one.

    Raises NotShownError where all are.
    """
    for question in questions[:-1]:
        try:
            return question()
        except NotShownError:
            continue
    return questions[-1]()


@lru_cache(maxsize=256)
def _places(sql: str) -> tuple[str, ...]:
    return tuple(sorted(set(re.findall(r"\$([a-z]\w*)", sql))))
