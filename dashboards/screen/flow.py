"""What stands on a page between two widgets goes to the browser at once, as one message.

A browser places each message by itself, which takes it longer than what is in it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

import streamlit as st

Given = ParamSpec("Given")
Result = TypeVar("Result")


class _Written(str):
    """HTML that Streamlit takes as it is; in other strings it looks for an indentation to take off."""

    def _repr_html_(self) -> str:
        return str(self)


class Flow:
    """HTML in the order of the page, which waits until something else comes: see `send`."""

    def __init__(self) -> None:
        self._waiting: list[str] = []

    def add(self, html: str) -> None:
        """Let HTML stand after what waits already; empty is nothing."""
        if html:
            self._waiting.append(html)

    def send(self) -> None:
        """Put what waits on the page: before each widget, and at the end."""
        if self._waiting:
            st.html(_Written(f'<div class="mw-flow">{"".join(self._waiting)}</div>'))
            self._waiting.clear()

    def sent_before(self, draw: Callable[Given, Result]) -> Callable[Given, Result]:
        """The same, for what draws by itself: what waits is sent before it."""

        def drawing(*given: Given.args, **more: Given.kwargs) -> Result:
            self.send()
            return draw(*given, **more)

        return drawing

    @contextmanager
    def in_order(self) -> Iterator[None]:
        """What fails inside is told of after what waits, as it stands on the page."""
        try:
            yield
        except Exception:
            self.send()
            raise
