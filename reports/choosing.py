"""The view that the options of a command describe: the filters of a page, each by its id or its words."""

from collections.abc import Callable, Mapping

from dashboards import queries
from dashboards.choice import ALL, SERVICE
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context, Filter
from dashboards.filters.settling import settled
from dashboards.reader import Reader
from dashboards.view import View
from reports.command import RefusedError


def view_of(
    reader: Reader, filters: tuple[str, ...], defaults: Mapping[str, str], stated: Mapping[str, str]
) -> View:
    """The view of a page with these filters (name -> id, or its words), all others as the page begins.

    Raises RefusedError for an id that a filter does not offer.
    """
    status = queries.status(reader)
    found = settled(reader, status, filters, picking(stated), defaults)
    for name, asked in stated.items():
        one, context = FILTERS[name], Context(reader, status, found.values)
        if not one.is_offered(context) and asked != found.values[name]:
            raise RefusedError(f"no {one.address} can be chosen in these data")
    return View(status, found, reader)


def picking(stated: Mapping[str, str]) -> Callable[[Filter, Context, str], str]:
    """What chooses by a filter: what is stated by its id or its words, else what is usual.

    Raises RefusedError for an id that the filter does not offer.
    """

    def pick(one: Filter, context: Context, usual: str) -> str:
        return _offered(one, context, stated[one.name]) if one.name in stated else usual

    return pick


def area_of(reader: Reader, asked: str) -> dict[str, str]:
    """Region and office that an area names, by its id or its name; neither for `service`.

    Raises RefusedError for an area that these data do not hold.
    """
    if asked.lower() in (SERVICE, ALL):
        return {"region": ALL, "office": ALL}
    offered = {kind: queries.choices(reader, kind) for kind in ("office", "region")}
    for kind, rows in offered.items():
        for row in rows:
            if asked.lower() in (row["id"].lower(), queries.called(reader, row).lower()):
                return {"region": ALL, "office": ALL} | {kind: row["id"]}
    known = [row["id"] for rows in offered.values() for row in rows]
    raise RefusedError(f"no area {asked!r}; there are {', '.join([SERVICE, *known])}")


def _offered(one: Filter, context: Context, asked: str) -> str:
    wording = one.wording(context)
    for found, words in wording.items():
        if asked.lower() in (found.lower(), words.lower()):
            return found
    raise RefusedError(f"no {one.address} {asked!r}; there are {', '.join(wording)}")
