"""How the filters of a page become a choice, picked by a widget, a report or a test."""

from collections.abc import Callable, Mapping

from dashboards.choice import ALL, SERVICE, Choice
from dashboards.filters import areas
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context, Filter
from dashboards.filters.periods import first_month
from dashboards.reader import Reader
from dashboards.status import Status
from dashboards.text import speaking, t


def settled(
    reader: Reader,
    status: Status,
    names: tuple[str, ...],
    pick: Callable[[Filter, Context, str], str],
    defaults: Mapping[str, str] | None = None,
) -> Choice:
    """The choice on a page with the filters `names`; every other filter has its default.

    `pick` gives the id of one filter, given its default: a widget draws it, a report or a test states it.
    `defaults` are ids that replace the usual default, also of filters that the page does not name.
    """
    values: dict[str, str] = {}
    context = Context(reader, status, values)
    others = (name for name, other in FILTERS.items() if name not in names and not other.is_of_parts)
    for name in [*names, *others]:
        one = FILTERS[name]
        usual = one.default_of(context, (defaults or {}).get(name))
        values[name] = pick(one, context, usual) if name in names and one.is_offered(context) else usual
    return choice(context, names)


def settled_further(
    reader: Reader,
    status: Status,
    found: Choice,
    names: tuple[str, ...],
    pick: Callable[[Filter, Context, str], str],
) -> Choice:
    """The choice with filters between the parts of a page added; one that is not offered adds nothing."""
    values = dict(found.values)
    context = Context(reader, status, values)
    for one in (FILTERS[name] for name in names):
        if one.is_offered(context):
            usual = one.default_of(context)
            values[one.name] = usual if one.is_settled(context) else pick(one, context, usual)
            if one.stands_for:
                values[one.stands_for] = values[one.name]
    return choice(context, (*found.names, *(name for name in names if FILTERS[name].address)))


def choice(context: Context, names: tuple[str, ...]) -> Choice:
    """The choice that these values make, with its words; `names` are the filters said in words.

    What the address may not hold, such as an officer, is not said either: it would go into every file.
    """
    values = context.values
    labels = Labels(context)
    among, has_regions = context.among, areas.has_regions(context.reader)
    labels["among"] = _all_words(context, among, has_regions=has_regions)
    # One name says where: the office's, else the region's, else that it is all of them.
    labels["office"] = labels["among"] if values["office"] == ALL else labels["office"]
    shown = [FILTERS[name] for name in names if name != "region" and FILTERS[name].is_offered(context)]
    said = (t(one.said_key, what=labels[one.name]) if one.said_key else labels[one.name] for one in shown)
    since = first_month(context.status, values["period"])
    return Choice(names, dict(values), labels, ", ".join(said), since, among, has_regions)


def _all_words(context: Context, among: str, *, has_regions: bool) -> str:
    """What all parts that are compared are called; where there is one office, its name."""
    if only := areas.only_office(context.reader, among):
        return FILTERS["office"].words(context, only)
    if among != SERVICE:
        return FILTERS["region"].words(context, among)
    return t("common.all_region" if has_regions else "common.all_office")


class Labels(dict[str, str]):
    """The words of each value, looked up when first asked for: most pages say few of them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, name: str) -> str:
        # Asked for later too, when nothing says the reader's language.
        with speaking(self._context.reader.language):
            self[name] = FILTERS[name].words(self._context, self._context.values[name])
        return self[name]
