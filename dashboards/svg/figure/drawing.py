"""How a figure is drawn: how wide it is, in which colours, and how its marks tell what they stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboards.svg.figure.elements import title

# Between what is told of one mark and of the next; the script of the page parts them here.
PART = "\u241e"
_NARROW = 0.8  # of Source Sans, which the screen's program brings with it


@dataclass(frozen=True)
class Drawing:
    """How a figure is drawn: its name (for ids), its colours, and pixels across.

    `themes`: of each theme, placeholder of a figure -> colour in six digits; also `rule` (lines to read
    along) and `words` (what has no colour of its own). One on paper, light and dark on a screen. Without a
    `width` it is as wide as its place: lines and bars stretch, words and marks do not.
    """

    name: str
    themes: tuple[Mapping[str, str], ...]
    width: int | None = None

    @property
    def is_stretched(self) -> bool:
        """Whether it is as wide as its place."""
        return self.width is None

    @property
    def letters(self) -> float:
        """How wide words are, of what is estimated for any family: the screen has a narrow one."""
        return _NARROW if self.is_stretched else 1

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """What each placeholder is written as."""
        first = self.themes[0]
        return {name: self.of_themes([theme[name] for theme in self.themes]) for name in first}

    def of_themes(self, colours: Sequence[str]) -> str:
        """One colour of each theme as one that follows the theme."""
        return colours[0] if len(set(colours)) == 1 else f"light-dark({', '.join(colours)})"

    def paint(self, colour: str | None) -> str | None:
        """The colour that a placeholder stands for."""
        return colour and self.colours.get(colour, colour)

    def told(self, said: str) -> tuple[str, dict[str, str]]:
        """What the pointer is told of a mark: as what is in the mark, or as an attribute of it.

        A browser takes several times as long over a mark with a title in it as over one without.
        """
        if not self.is_stretched:
            return title(said), {}
        return "", self.told_in_turn([said])

    def told_in_turn(self, said: Sequence[str]) -> dict[str, str]:
        """The same of marks that are drawn as one, in order."""
        return {"data_said": PART.join(one.replace(PART, " ") for one in said)} if any(said) else {}
