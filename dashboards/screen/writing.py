"""What people write on a page: what was written, and the forms to write more.

A form is sent in a callback, before the page is drawn: so what is shown is what the store holds now. What the
store confirms is said and the form is empty again; else the words stay where they are, with the reason.
"""

import logging
import secrets
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboards import made_panels
from dashboards.access.narrowing import NotShownError
from dashboards.form import Answers, Asks, Field, Form
from dashboards.made_panels import Made
from dashboards.page import Written, why_not_shown
from dashboards.screen import logged, panels, session, states
from dashboards.screen.flow import Flow
from dashboards.text import speaking, t
from dashboards.view import View
from store.errors import ChangedMeanwhileError, LogUnavailableError, RefusedTextError, WarnedTextError
from store.texts import LONGEST_NAME, LONGEST_TEXT

_TOLD, _KEPT = "forms told", "forms kept"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Told:
    """What came of a form that was sent, and the warnings that its writer may accept."""

    sentence: str
    is_kept: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Place:
    """Where a form stands: what came of it is said there, also when the form itself is gone."""

    page: str
    part: str
    form: str

    @property
    def key(self) -> str:
        """The key of its widgets: another one each time it was kept, so that it begins empty again."""
        times = st.session_state.setdefault(_KEPT, {}).get(self, 0)
        return f"{self.page} {self.part} {self.form} {times}"


def draw(part: Written, page: str, view: View, flow: Flow) -> Made:
    """What was written, read now, and below it the forms of this reader."""
    made = made_panels.fresh(part, view)
    panels.draw(made, view, flow)
    flow.send()
    forms = part.forms_of(view)
    _say_of_others(part, page, {form.name for form in forms})
    for form in forms:
        with states.guarded(f"{page} {form.name}"):
            _draw(form, _Place(page, part.name, form.name), view)
    return made


def _told() -> dict[_Place, _Told]:
    return st.session_state.setdefault(_TOLD, {})


def _say_of_others(part: Written, page: str, names: set[str]) -> None:
    """What came of forms that are there no more, such as one that takes back what now is gone."""
    for place in [one for one in _told() if (one.page, one.part) == (page, part.name)]:
        if place.form not in names:
            states.told(_told().pop(place).sentence)


def _draw(form: Form, place: _Place, view: View) -> None:
    told, key = _told().get(place), place.key
    sent = {"on_click": _send, "args": (form, place, view)}
    if not form.fields:
        st.button(form.send, key=key, type="tertiary", **sent)
    else:
        with st.form(key, enter_to_submit=False):
            st.html(f"<h3>{escape(form.title)}</h3>")
            for field in form.fields:
                _field(field, f"{key} {field.name}")
            if told and told.warnings:
                states.told(told.sentence)
                st.checkbox(t("writing.keep_anyway"), key=_accepting(key, told))
            st.form_submit_button(form.send, **sent)
    if told and not told.warnings:
        states.told(told.sentence)
        _told().pop(place)


def _field(field: Field, key: str) -> None:
    more = {"key": key, "help": field.help or None}
    match field.asks:
        case Asks.CHOICE:
            words, choose = dict(field.options), t("writing.choose")
            st.selectbox(
                field.label, list(words), index=None, format_func=words.get, placeholder=choose, **more
            )
        case Asks.DAY:
            st.date_input(field.label, None, min_value=field.day, format="DD/MM/YYYY", **more)
        case Asks.NAME:
            st.text_input(field.label, max_chars=LONGEST_NAME, autocomplete="off", **more)
        case Asks.TEXT:
            st.text_area(field.label, max_chars=LONGEST_TEXT, height=90, **more)


def _accepting(key: str, told: _Told) -> str:
    """The key of the tick that accepts these warnings, and no others."""
    return " ".join([key, "accepts", *told.warnings])


def _send(form: Form, place: _Place, view: View) -> None:
    """Keep what was filled in, and note what came of it; before the page is drawn anew."""
    key, before = place.key, _told().get(place)
    values = {field.name: st.session_state.get(f"{key} {field.name}") for field in form.fields}
    is_accepted = before is not None and bool(st.session_state.get(_accepting(key, before)))
    accepted = before.warnings if before and is_accepted else ()
    with speaking(view.reader.language):
        _told()[place] = told = _kept(form, place.page, view, values, accepted)
    if told.is_kept:
        st.session_state[_KEPT][place] = st.session_state[_KEPT].get(place, 0) + 1


def _kept(form: Form, page: str, view: View, values: dict, accepted: tuple[str, ...]) -> _Told:
    """Write what was filled in, for whoever the reader still is; what to tell them."""
    if session.standing().scope != view.reader.scope:
        return _Told(t("writing.another_role"))
    for field in form.fields:
        if field.asks not in (Asks.TEXT, Asks.NAME) and values[field.name] is None:
            return _Told(t("writing.unanswered", field=field.label))
    answers = Answers({name: str(value or "") for name, value in values.items()}, session.who(), accepted)
    try:
        logged.refuse_if_full()
        form.write(answers)
    except WarnedTextError as warned:
        words = [t(f"writing.warned_{one}") for one in warned.warnings]
        every = tuple(dict.fromkeys((*accepted, *warned.warnings)))
        return _Told(" ".join([t("writing.look_again"), *words]), warnings=every)
    except Exception as error:
        return _Told(_why_not(error))
    logged.written(page, form.name.partition(".")[0], view)
    return _Told(form.done, is_kept=True)


def _why_not(error: Exception) -> str:
    """Why something was not kept. Of what nobody foresaw the log has the kind alone: a text may be in it."""
    match error:
        case RefusedTextError():
            return t(f"writing.refused_{error.why}", longest=LONGEST_TEXT)
        case ChangedMeanwhileError():
            return t("writing.changed_meanwhile")
        case LogUnavailableError():
            return t("writing.log_unavailable")
        case NotShownError():
            return why_not_shown(error)
    failure_id = secrets.token_hex(4)
    _log.error("failure %s while writing: %s", failure_id, type(error).__name__)
    return t("writing.failed", id=failure_id)
