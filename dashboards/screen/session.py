"""Who is in front of the screen: what they may see, the language they chose, and the file published now."""

import logging
from dataclasses import dataclass

import streamlit as st
from streamlit import config

from dashboards import database, languages, sign_in
from dashboards.access.access_file import BadAccessFileError, grants_in, scope_claimed, scope_on
from dashboards.access.scope import Role, Scope
from dashboards.reader import Reader
from dashboards.screen import clock, demonstration
from dashboards.sign_in import Way
from store.lines import Who

LANGUAGE_KEY = "lang"
_BROUGHT = "scenarios brought"
MOST_BROUGHT = 10
_DEMONSTRATION = "demo"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """What a reader may see (`scope`), else None and `why`; `name` is the identity of who signed in.

    `signed_out`, `expired`, `no_role`, `closed` (access cannot be checked) or `unguarded` (a demonstration
    that others could reach).
    """

    scope: Scope | None
    why: str = ""
    name: str = ""


def standing() -> Standing:
    """Where the reader stands now: settled anew in every run, for roles begin and end, and so do sign-ins."""
    if sign_in.way() is Way.DEMONSTRATION:
        if not sign_in.is_loopback(config.get_option("server.address")):
            return Standing(None, "unguarded")
        return Standing(demonstration.scope(), name=_DEMONSTRATION)
    of_proxy = sign_in.way() is Way.PROXY
    who = sign_in.of_proxy(st.context.headers) if of_proxy else sign_in.of_provider(st.user.to_dict())
    if who is None:
        return Standing(None, "no_role" if not of_proxy and st.user.is_logged_in else "signed_out")
    if who.is_expired:
        return Standing(None, "expired")
    try:
        grants, today = grants_in(sign_in.access_file()), clock.now().date()
    except BadAccessFileError:
        # what is wrong names people; the server says it when it is started
        _log.error("nobody is let in: the access file cannot be used")
        return Standing(None, "closed")
    if who.roles is None:
        found = scope_on(grants, who.name, today)
    else:
        found = scope_claimed(grants, who.name, today, who.roles)
    return Standing(found, "" if found else "no_role", who.name)


def reader() -> Reader | None:
    """The reader of this session and the file published now; None where nothing is published.

    Nobody is a reader without a scope: then nothing of the run comes after this.
    """
    scope = standing().scope
    if scope is None:
        st.stop()
    file = database.published_file()
    if file is None:
        return None
    return Reader(str(file), language(), scope, st.session_state.get(_BROUGHT, ()))


def who() -> Who:
    """Who looks, as the access log says it: identity and role of who signed in, else the demonstration."""
    stands = standing()
    role = stands.scope.role if stands.scope else ""
    return Who(stands.name, _DEMONSTRATION if role is Role.WHOLE else str(role))


def bring(file: str, text: str) -> None:
    """Keep a scenario in this session, in the place of one of the same name; the latest of them are kept."""
    others = [one for one in st.session_state.get(_BROUGHT, ()) if one[0] != file]
    st.session_state[_BROUGHT] = (*others[1 - MOST_BROUGHT :], (file, text))


def language() -> str:
    """The language of this session: the one chosen, else that of the address, else the browser's."""
    if chosen := st.session_state.get(LANGUAGE_KEY):
        return chosen
    address = st.query_params.get(LANGUAGE_KEY)
    return address if address in languages.codes() else browser_language()


def browser_language() -> str:
    """The language the reader's browser asks for; English when there is no file of it."""
    asked = (st.context.locale or "").lower().replace("_", "-")
    fitting = (code for code in (asked, asked.partition("-")[0]) if code in languages.codes())
    return next(fitting, languages.FALLBACK)
