"""Colours, once for every figure.

A figure names a colour by the placeholder that Streamlit's chart theme replaces in the browser, so the
same figure is right in the light and in the dark theme and the server need not know which one is on.
The lists below are what ``.streamlit/config.toml`` must hold; a test compares the two. The four light
categorical colours are those of the UK Analysis Function, two of them darker: told apart by colour-blind
readers, and with a contrast of at least 4.5 : 1 to the ground, because names and figures are written in them.
"""

BLUE = "#000001"
TEAL = "#000002"
PLUM = "#000003"
ORANGE = "#000004"
REST = "#000005"  # everything that is context: the other offices, the period before
NOTE = "#000006"  # reference lines, notes, the word "synthetic"
INK = "#000007"  # direct labels
GROUND = "#000038"  # the page's own background, behind a label that lies over lines

CATEGORICAL_LIGHT = ("#12436D", "#1B7F77", "#801650", "#C2500F", "#A3ACB5", "#565C63", "#1B1F24")
CATEGORICAL_DARK = ("#8CBBE8", "#4FC4B9", "#E692BF", "#F68E58", "#5C656D", "#A9ADB1", "#ECEAE4")

# Below 100 % blue, above orange, never green and red; the middle is the page's own ground.
DIVERGING_LIGHT = (
    "#12436D", "#3E6C95", "#6E95B8", "#A2BDD4", "#D6E2EC",
    "#FBE3D5", "#F7BE9C", "#F1935F", "#D9602A", "#A63E0B",
)  # fmt: skip
DIVERGING_DARK = (
    "#A6CDF0", "#7FB0DD", "#5687B4", "#3D6388", "#2B4054",
    "#4A372E", "#7D4E34", "#B1663B", "#E5803F", "#F9A878",
)  # fmt: skip

# Lines to read along and the page's ground, as in `screen/styles.py`.
RULE_LIGHT, RULE_DARK = "#DFE0DC", "#353B41"
_GROUND_LIGHT, _GROUND_DARK = "#FFFFFF", "#14171A"

_DIVERGING = tuple(f"#0000{number}" for number in range(21, 31))


def diverging_scale() -> list[list[float | str]]:
    """The ten diverging colours as a Plotly colour scale: pairs of position (0..1) and colour."""
    return [[step / 9, colour] for step, colour in enumerate(_DIVERGING)]


def placeholders() -> dict[str, tuple[str, str]]:
    """Placeholder -> (light colour, dark colour), for use outside the browser."""
    categorical = (BLUE, TEAL, PLUM, ORANGE, REST, NOTE, INK)
    return dict(
        zip(
            categorical + _DIVERGING,
            zip(CATEGORICAL_LIGHT + DIVERGING_LIGHT, CATEGORICAL_DARK + DIVERGING_DARK, strict=True),
            strict=True,
        )
    )


def on_paper() -> tuple[dict[str, str]]:
    """The theme of what is printed: the light one."""
    return (_theme(0, RULE_LIGHT, _GROUND_LIGHT),)


def on_screen() -> tuple[dict[str, str], dict[str, str]]:
    """The light theme and the dark one."""
    return _theme(0, RULE_LIGHT, _GROUND_LIGHT), _theme(1, RULE_DARK, _GROUND_DARK)


def _theme(place: int, rule: str, ground: str) -> dict[str, str]:
    """Placeholder -> colour, and what a drawing needs besides: `rule`, and `words` without a colour."""
    colours = {placeholder: pair[place] for placeholder, pair in placeholders().items()}
    return colours | {GROUND: ground, "rule": rule, "words": colours[NOTE]}
