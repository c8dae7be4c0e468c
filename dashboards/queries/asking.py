"""How a question is put: by a reader, about what is chosen."""

import re
from functools import lru_cache

import polars as pl

from dashboards import database
from dashboards.choice import Chosen
from dashboards.reader import Reader


def ask(reader: Reader, choice: Chosen, sql: str, **more: object) -> pl.DataFrame:
    """The rows of one question; each `$name` in it is one of the choice's `parameters` or of `more`.

    A filter more is so a parameter more: no signature changes.
    """
    values = choice.parameters | more
    return database.frame(reader, sql, **{name: values[name] for name in _places(sql)})


@lru_cache(maxsize=256)
def _places(sql: str) -> tuple[str, ...]:
    return tuple(sorted(set(re.findall(r"\$([a-z]\w*)", sql))))
