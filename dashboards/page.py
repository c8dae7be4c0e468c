"""What a page is: a name, filters and parts. How its parts become panels, to be drawn or printed."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from dashboards import use
from dashboards.access.narrowing import NotShownError
from dashboards.form import Form
from dashboards.panel import Panel, not_shown, nothing
from dashboards.text import t
from dashboards.view import View

Made = Panel | None | tuple[Panel | None, ...]
MakesPanels = Callable[[View], Made]


@dataclass(frozen=True)
class MoreFilters:
    """Filters between the parts of a page, under a heading; they count for the parts after them."""

    names: tuple[str, ...]
    title: str = ""  # key of the sentence


def _no_forms(_: View) -> tuple[Form, ...]:
    return ()


@dataclass(frozen=True)
class Written:
    """What people wrote, and forms to write more: read from the store in every run, and never remembered.

    `title` is the key of the sentence above it. `is_for` tells whether it is for the reader; else nothing of
    it is there. `panels` and `forms` are asked only where a store is kept. As a part it comes to its panels
    alone, on paper too; forms are on the screen.
    """

    name: str
    title: str
    is_for: Callable[[View], bool]
    panels: MakesPanels
    forms: Callable[[View], tuple[Form, ...]] = _no_forms

    @property
    def __name__(self) -> str:  # parts are told apart by it, and others are functions
        return self.name

    def __call__(self, view: View) -> Made:
        """What was written; where no store is kept a sentence that says so."""
        if not self.is_for(view):
            return None
        return self.panels(view) if use.is_kept() else nothing(self.name, t("common.no_store"), t(self.title))

    def forms_of(self, view: View) -> tuple[Form, ...]:
        """The forms for this reader: none where no store is kept."""
        return self.forms(view) if use.is_kept() and self.is_for(view) else ()


Part = MakesPanels | Written | MoreFilters
Parts = tuple[Part, ...]


def _never(_: View) -> bool:
    return False


def _nothing(_: View) -> Hashable:
    return None


@dataclass(frozen=True)
class Crumb:
    """A step of the way down to what a page shows: a way back to a page, or out of what is looked at.

    `chosen`: filter -> the id that the page opens with, never that of a person or a case. `leaves`: filters
    that only the session knows, set back to all; then the page stays.
    """

    label: str
    page: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    leaves: tuple[str, ...] = ()


def _no_crumbs(_: View) -> tuple[Crumb, ...]:
    return ()


@dataclass(frozen=True)
class Page:
    """One page: its filters, and the parts that are made from what they choose.

    `parts` may depend on the view, as where one office shows other parts than all of them. `defaults`: filter
    -> the id this page begins with. `is_empty`: whether the filters leave nothing. `without_cases` is shown,
    without filters, where the delivery held no cases; None: the page needs none. `beside`: what the parts are
    made from besides the view, such as files that may change; else they are made from the view alone.
    `is_remembered`: False where what is shown changes while people look; then it is made anew for each.
    `crumbs` is the way down to what is shown, on the screen alone.
    """

    name: str
    parts: Parts | Callable[[View], Parts]
    filters: tuple[str, ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)
    is_empty: Callable[[View], bool] = _never
    without_cases: Parts | None = None
    beside: Callable[[View], Hashable] = _nothing
    is_remembered: bool = True
    crumbs: Callable[[View], tuple[Crumb, ...]] = _no_crumbs

    def leaves_nothing(self, view: View) -> bool:
        """Whether the filters leave nothing; what is not for the reader is not nothing."""
        try:
            return self.is_empty(view)
        except NotShownError:
            return False

    def parts_of(self, view: View) -> Parts:
        """The parts shown in this view, in order."""
        if self.without_cases is not None and not view.status.has_cases:
            return self.without_cases
        return self.parts(view) if callable(self.parts) else self.parts


Asks = Callable[[View, MoreFilters], View]


def steps(page: Page, view: View, ask: Asks) -> Iterator[tuple[MakesPanels, View]]:
    """Each part with the view that it is made from; `ask` adds what filters between the parts choose."""
    for part in page.parts_of(view):
        if isinstance(part, MoreFilters):
            view = ask(view, part)
        else:
            yield part, view


def panels_of(made: Made) -> tuple[Panel, ...]:
    """What a part came to, as panels: none, one or several."""
    several = made if isinstance(made, tuple) else (made,)
    return tuple(panel for panel in several if panel is not None)


def panels_for(part: MakesPanels, view: View) -> tuple[Panel, ...]:
    """What a part comes to for its reader: its panels, or that it is not for that reader."""
    return panels_of(or_not_shown(part.__name__, lambda: part(view)))


def or_not_shown(name: str, make: Callable[[], Made]) -> Made:
    """What is made, or that it is not for the reader: for a part, and for one panel among those of a part."""
    try:
        return make()
    except NotShownError as refused:
        return not_shown(name, why_not_shown(refused))


def why_not_shown(refused: NotShownError) -> str:
    """What a reader is told in the place of what is not for them."""
    return t(f"common.not_shown_{refused.why}", smallest=refused.smallest)
