"""What a filter is, and the three kinds that most filters are: fixed ids, rows of the warehouse, codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dashboards import queries
from dashboards.choice import ALL, parameters_of
from dashboards.filters import areas
from dashboards.reader import Reader
from dashboards.status import Status
from dashboards.text import sentences, t


@dataclass(frozen=True)
class Context:
    """What a filter may look at: who asks, of which data, and the filters settled before it."""

    reader: Reader
    status: Status
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def among(self) -> str:
        """The area whose parts are compared."""
        return areas.among(self.reader, self.values["region"], self.values["office"])

    @property
    def parameters(self) -> dict[str, object]:
        """What a question may name, as of a choice: the filters settled so far."""
        return parameters_of(self.values, self.among)


@dataclass(frozen=True)
class Filter:
    """One filter. `address` is its key in the address; empty: known to the session only, never in a link.

    `options` are ids in order, `words` says one of them; `label_key` and `help_key` are sentences beside it.
    `said_key` is the sentence that names it among the filters of a page, where its words alone would not do.
    `is_of_parts`: it stands between the parts of its page alone, and elsewhere is neither asked nor settled.
    `is_typed`: the reader types what is chosen, which no list holds; it has no address.
    `labels` gives every id with its words at once, where looking up each alone would take long. What it
    chooses is chosen by the filter `stands_for` too, for questions that name that one. `is_settled` tells
    whether there is nothing to choose: then it has its default, and no widget.
    """

    name: str
    address: str
    options: Callable[[Context], list[str]]
    words: Callable[[Context, str], str]
    default: Callable[[Context], str] | None = None
    is_offered: Callable[[Context], bool] = lambda _: True
    is_side_by_side: bool = False
    is_of_parts: bool = False
    is_typed: bool = False
    labels: Callable[[Context], Mapping[str, str]] | None = None
    said_key: str = ""
    label_key: str = ""
    help_key: str = ""
    width_px: int = 280
    stands_for: str = ""
    is_settled: Callable[[Context], bool] = lambda _: False

    @property
    def label(self) -> str:
        """What stands above the filter."""
        return t(self.label_key or f"common.filter_{self.name}")

    def wording(self, context: Context) -> Mapping[str, str]:
        """Every id that is offered, in order, with its words."""
        if self.labels:
            return self.labels(context)
        return {value: self.words(context, value) for value in self.options(context)}

    def session_key(self, context: Context) -> str:
        """Where the session keeps what the address may not hold: per office, as ids differ."""
        return self.key_in(context.values.get("office", ALL))

    def key_in(self, office: str) -> str:
        """That place, of one office."""
        return f"{self.name} of {office}"

    def default_of(self, context: Context, wanted: str | None = None) -> str:
        """The id chosen where the reader chose nothing: the one `wanted` by the page where it is offered."""
        options = self.options(context)
        for found in (wanted, self.default and self.default(context)):
            if found in options:
                return found
        return options[0] if options else ALL


def fixed(name: str, address: str, *ids: str, default: str = "", **more: object) -> Filter:
    """A filter whose choices are the same on every warehouse, side by side unless said otherwise."""
    return Filter(
        name,
        address,
        lambda _: list(ids),
        lambda _, value: t(f"common.{name}_{value}"),
        (lambda _: default) if default else None,
        **({"is_side_by_side": True} | more),
    )


def of_rows(name: str, address: str, kind: str, *, has_all: bool = False, **more: object) -> Filter:
    """A filter over what the warehouse names (see `queries.choices`), with a choice of all where wanted."""

    def options(context: Context) -> list[str]:
        rows = queries.choices(context.reader, kind)
        if kind == "office" and context.values.get("region", ALL) != ALL:
            rows = [row for row in rows if row["parent_id"] == context.values["region"]]
        # A line of which these data hold nothing would only lead to an empty page.
        ids = [row["id"] for row in rows if row.get("has_months")] or [row["id"] for row in rows]
        return [ALL, *ids] if has_all else ids

    def words(context: Context, value: str) -> str:
        if value == ALL:
            return t(f"common.all_{name}") if has_all else ""
        row = next((row for row in queries.choices(context.reader, kind) if row["id"] == value), None)
        return value if row is None else queries.called(context.reader, row) or t("common.no_region")

    return Filter(name, address, options, words, **more)


def of_codes(name: str, address: str, *, has_all: bool = False, **more: object) -> Filter:
    """A filter over ids that the catalogue names, in its order, unless policy or mapping name them."""

    def options(context: Context) -> list[str]:
        ids = (row["id"] for row in queries.choices(context.reader, name))
        return [ALL] * has_all + sorted(ids, key=lambda found: known_rank(name, found))

    def words(context: Context, value: str) -> str:
        return t(f"common.all_{name}") if value == ALL else queries.label_of(context.reader, name, value)

    def is_offered(context: Context) -> bool:
        return len(queries.choices(context.reader, name)) > 1

    return Filter(name, address, options, words, is_offered=is_offered, **more)


def known_rank(name: str, value: str) -> tuple[int, str]:
    """Where a code comes in the catalogue's order; codes that it does not know come last, by name."""
    known = list(sentences("common"))
    key = f"{name}_{value}"
    return (known.index(key) if key in known else len(known), value)
