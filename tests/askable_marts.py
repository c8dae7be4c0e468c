"""Every name that is askable in schema marts, as the properties of the models tell it."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from warehouse.places import DBT_PROJECT


@dataclass(frozen=True)
class Askable:
    """A mart, or a view of one: its columns with their types, and whether `_now` is askable too.

    `of_entity`: the entity without which the mart is not there.
    """

    name: str
    columns: dict[str, str]
    view_of: str | None = None
    is_weighed_again: bool = False
    of_entity: str | None = None


def askable_marts() -> dict[str, Askable]:
    """By name: the marts with a file of their own, the views of them, and both by the weights of today."""
    found = {}
    for folder in ("marts", "contract"):
        for file in sorted((DBT_PROJECT / "models" / folder).glob("*.yml")):
            (mart,) = yaml.safe_load(file.read_text(encoding="utf-8"))["models"]
            for askable in _of_mart(mart):
                assert askable.name not in found, f"two marts are called {askable.name}"
                found[askable.name] = askable
    return found


def _of_mart(mart: dict) -> Iterator[Askable]:
    columns = {column["name"]: column["data_type"] for column in mart["columns"]}
    meta = mart.get("config", {}).get("meta", {})
    again, entity = meta.get("weighed_again", False), meta.get("of_entity")
    yield from _with_now(Askable(mart["name"], columns, None, again, entity))
    for view in meta.get("views", []):
        yield from _with_now(_view(mart["name"], columns, view))


def _view(mart: str, columns: dict[str, str], view: dict) -> Askable:
    renamed, without = view.get("renamed", {}), view.get("without", [])
    missing = {*renamed, *without} - columns.keys()
    assert not missing, f"{view['name']} names columns that {mart} does not have: {missing}"
    kept = {renamed.get(name, name): kind for name, kind in columns.items() if name not in without}
    return Askable(view["name"], kept, mart, view.get("weighed_again", False))


def _with_now(askable: Askable) -> Iterator[Askable]:
    yield askable
    if askable.is_weighed_again:
        kept = {name: kind for name, kind in askable.columns.items() if not is_now(name)}
        yield Askable(f"{askable.name}_now", kept, askable.name)


def is_now(column: str) -> bool:
    """Whether a column holds an amount by the weights of today."""
    return column.removesuffix("_avg").endswith("_now")
