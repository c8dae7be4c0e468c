"""Who asks, and of which published file: what every question takes first."""

from dataclasses import dataclass

from dashboards.access.scope import EVERYTHING, Scope


@dataclass(frozen=True)
class Reader:
    """Somebody who looks at one published file, in one language, with what they may see of it.

    ``file`` is the published file by its path: a page that holds on to its reader reads one version from top
    to bottom, whatever is published meanwhile. ``brought`` are scenarios that the reader uploaded, file name
    and text: they last as long as the session.
    """

    file: str
    language: str = "en"
    scope: Scope = EVERYTHING
    brought: tuple[tuple[str, str], ...] = ()
