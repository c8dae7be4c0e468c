"""The page as it is shown now, to come back to: a link to share, and views saved under a name of one's own.

A link holds what the address may hold. An officer or a case that is chosen is saved as the mark that stands
for it in the log, found again among those that the reader may see then; the address holds the number of the
view for a moment, which is nothing to anybody else.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from dashboards import use, written
from dashboards.access.pages import is_offered
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context, Filter
from dashboards.form import Answers, Asks, Field, Form
from dashboards.page import MoreFilters, Page, Written
from dashboards.panel import Panel
from dashboards.screen import links, logged, opening, pieces, session, states, writing
from dashboards.screen.flow import Flow
from dashboards.text import t
from dashboards.view import View

VIEW = "view"
_MARKED = "~"  # before the name of a filter that has no address
_ASKED, _REMOVED = "marks of a view", "view removed"
_MENU = Panel("saved_views")
_NOT_SAVED = frozenset({"lang", VIEW, links.PANEL, links.ROW})


@st.fragment
def menu(page: Page, view: View) -> None:
    """The menu; what is in it is made when it is opened."""
    with opening.alone(_MENU, view):
        place = st.popover(
            t("saved.menu"), key="saved_views", on_change="rerun", type="tertiary", icon=":material/bookmark:"
        )
        if opening.is_open(place):
            with place:
                _share(page, view)
                if use.is_kept():
                    _own(view)
                    writing.draw(_forms(page), page.name, view, Flow())
                else:
                    st.html(pieces.note(t("saved.no_store")))


def choose(one: Filter, context: Context) -> None:
    """Set a filter without an address to what a saved view asks of it, where the reader may see that."""
    asked = _asked()
    if one.name not in asked or not one.is_offered(context):
        return
    mark = asked.pop(one.name)
    offered = (mark,) if one.is_typed else one.options(context)
    found = next((id_ for id_ in offered if logged.marked(id_) == mark), None)
    if found is None:
        states.told(t("saved.not_found"))
    else:
        st.session_state[one.session_key(context)] = found


def _asked() -> dict[str, str]:
    """Filter -> mark of the view that the address names, once; of somebody else's view nothing."""
    number = st.query_params.get(VIEW)
    if number is not None and use.is_kept():
        del st.query_params[VIEW]
        held = {str(one["id"]): one["filters"] for one in written.views(session.who().identity)}
        if number not in held:
            states.told(t("saved.not_yours"))
        st.session_state[_ASKED] = _marks(held.get(number, {}))
    return st.session_state.get(_ASKED, {})


def _marks(filters: Mapping[str, str]) -> dict[str, str]:
    return {name.removeprefix(_MARKED): mark for name, mark in filters.items() if name.startswith(_MARKED)}


def _share(page: Page, view: View) -> None:
    """The address, with a button that copies it."""
    st.caption(t("saved.share"))
    query = urlencode({name: one for name, one in st.query_params.to_dict().items() if name != VIEW})
    st.code(f"{st.context.url or ''}?{query}".removesuffix("?"), language=None, wrap_lines=True)
    if _known_here_alone(page, view):
        st.html(pieces.note(t("saved.share_without")))


def _own(view: View) -> None:
    """A link to each view of the reader."""
    for one in written.views(session.who().identity):
        marks = _marks(one["filters"])
        query = {name: value for name, value in one["filters"].items() if not name.startswith(_MARKED)}
        query |= {VIEW: str(one["id"])} if marks else {}
        label = t("saved.view", name=one["name"], page=t(f"app.{one['page']}"))
        if is_offered(view.reader.scope, one["page"]):
            st.page_link(f"app_pages/{one['page']}.py", label=label, query_params=query)
        else:
            st.html(pieces.note(t("saved.not_for_you", view=label)))


def _forms(page: Page) -> Written:
    """To save this view, to remove each of one's own, and to put back what was just removed."""

    def forms(view: View) -> tuple[Form, ...]:
        mine = written.views(session.who().identity)
        removed = st.session_state.get(_REMOVED)
        back = (_putting_back(removed),) if removed else ()
        return (_saving(page, view), *back, *(_removing(one) for one in mine))

    return Written("saved_views", "saved.menu", lambda _: True, lambda _: None, forms)


def _saving(page: Page, view: View) -> Form:
    def write(answers: Answers) -> None:
        written.save_view(view.reader, page.name, _filters(page, view), answers)
        st.session_state.pop(_REMOVED, None)

    name = Field("name", t("saved.name"), Asks.NAME, help=t("saved.name_help"))
    return Form("save_view", t("saved.save_title"), t("saved.save"), t("saved.saved"), write, (name,))


def _removing(one: Mapping) -> Form:
    def write(answers: Answers) -> None:
        written.remove_view(answers.who.identity, one["id"])
        st.session_state[_REMOVED] = one

    said = {"name": one["name"]}
    return Form(f"remove_view.{one['id']}", "", t("saved.remove", **said), t("saved.removed", **said), write)


def _putting_back(one: Mapping) -> Form:
    def write(answers: Answers) -> None:
        written.put_view_back(answers.who.identity, one)
        st.session_state.pop(_REMOVED, None)

    said = {"name": one["name"]}
    return Form("put_view_back", "", t("saved.put_back", **said), t("saved.is_back", **said), write)


def _filters(page: Page, view: View) -> dict[str, str]:
    """What is chosen: of the address as it stands there, of the session as marks."""
    brought = logged.brought(view)
    held = {name: value for name, value in st.query_params.to_dict().items() if name not in _NOT_SAVED}
    plain = {name: value for name, value in held.items() if value not in brought}
    return plain | {
        f"{_MARKED}{name}": logged.marked(value) for name, value in _known_here_alone(page, view).items()
    }


def _known_here_alone(page: Page, view: View) -> dict[str, str]:
    """Filter -> id of what is chosen on this page and stands in no address."""
    names = [name for part in page.parts_of(view) if isinstance(part, MoreFilters) for name in part.names]
    values = dict(view.choice.values)
    for one in (FILTERS[name] for name in names if FILTERS[name].stands_for and FILTERS[name].address):
        values[one.stands_for] = st.session_state.get(one.address, ALL)
    context = Context(view.reader, view.status, values)
    found = {
        name: st.session_state.get(FILTERS[name].session_key(context))
        for name in names
        if not FILTERS[name].address and name not in logged.OF_NOBODY
    }
    return {name: value for name, value in found.items() if value not in (None, "", ALL)}
