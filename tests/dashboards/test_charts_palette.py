"""The colours of the figures are those of the theme, and can be read on its ground."""

import tomllib
from pathlib import Path

import pytest
from streamlit.elements.lib import streamlit_plotly_theme as theme

from dashboards.charts import palette
from dashboards.charts.style import Look, figure, value_axis
from dashboards.screen import styles

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def settings() -> dict:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_theme_holds_the_lists_that_figures_name_by_placeholder(settings: dict) -> None:
    assert tuple(settings["light"]["chartCategoricalColors"]) == palette.CATEGORICAL_LIGHT
    assert tuple(settings["dark"]["chartCategoricalColors"]) == palette.CATEGORICAL_DARK
    assert tuple(settings["light"]["chartDivergingColors"]) == palette.DIVERGING_LIGHT
    assert tuple(settings["dark"]["chartDivergingColors"]) == palette.DIVERGING_DARK


def test_placeholders_are_those_the_installed_streamlit_replaces() -> None:
    named = (
        palette.BLUE,
        palette.TEAL,
        palette.PLUM,
        palette.ORANGE,
        palette.REST,
        palette.NOTE,
        palette.INK,
    )
    assert named == tuple(getattr(theme, f"CATEGORY_{place}") for place in range(7))
    assert palette.GROUND == theme.BG_COLOR
    scale = [colour for _, colour in palette.diverging_scale()]
    assert scale == [getattr(theme, f"DIVERGING_{place}") for place in range(10)]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_lines_and_words_stand_out_from_the_ground(settings: dict, name: str) -> None:
    ground = settings[name]["backgroundColor"]
    colours = {placeholder: pair[name == "dark"] for placeholder, pair in palette.placeholders().items()}
    written = (palette.BLUE, palette.TEAL, palette.PLUM, palette.ORANGE, palette.NOTE, palette.INK)
    for words in written:
        assert _contrast(colours[words], ground) >= 4.5


def test_the_labels_of_every_axis_are_in_the_colour_of_notes() -> None:
    drawn = figure([], Look(), 100, xaxis={"tickfont": {"size": 10}}, yaxis2=value_axis())["layout"]
    assert drawn["xaxis"]["tickfont"] == {"color": palette.NOTE, "size": 10}
    assert drawn["yaxis2"]["tickfont"] == {"color": palette.NOTE}


def test_more_and_less_than_capacity_are_never_green_and_red() -> None:
    for low, high in (
        (palette.DIVERGING_LIGHT[0], palette.DIVERGING_LIGHT[-1]),
        (palette.DIVERGING_DARK[0], palette.DIVERGING_DARK[-1]),
    ):
        assert int(low[5:7], 16) > int(low[3:5], 16) and int(low[5:7], 16) > int(low[1:3], 16), "less is blue"
        assert int(high[1:3], 16) > int(high[3:5], 16) > int(high[5:7], 16), "more is orange"


def test_drawings_have_the_lines_and_the_ground_of_the_page(settings: dict) -> None:
    light, dark = palette.on_screen()
    assert f"--mw-rule: light-dark({light['rule']}, {dark['rule']})" in styles._SHEET
    grounds = [settings[name]["backgroundColor"] for name in ("light", "dark")]
    assert [theme[palette.GROUND] for theme in (light, dark)] == grounds
    assert palette.on_paper() == (light,)
