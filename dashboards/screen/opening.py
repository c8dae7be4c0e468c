"""What a reader opens: until then nothing of it is made, and then it runs alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.delta_generator import DeltaGenerator

from dashboards.panel import Panel
from dashboards.screen import states, version
from dashboards.text import speaking
from dashboards.view import View


@contextmanager
def alone(panel: Panel, view: View) -> Iterator[None]:
    """Run a fragment of a panel by itself: it says in which language, and of which version."""
    parts = "region" if view.choice.compares_regions else "office"
    with speaking(view.reader.language, parts), version.held(view.reader), states.guarded(panel.name):
        yield


def is_open(place: DeltaGenerator) -> bool:
    """Whether the reader has opened a fold or a menu."""
    return bool(place.open)
