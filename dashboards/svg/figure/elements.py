"""Elements of SVG as text: names, attributes and numbers, everything escaped."""

from html import escape


def number(amount: float) -> str:
    """A coordinate, to a hundredth of a pixel."""
    said = f"{amount:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def element(name: str, inner: str = "", **attributes: object) -> str:
    """An element; `inner` is SVG already. An attribute that is None is left out, `_` in its name is `-`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>"


def title(said: str) -> str:
    """What is said of a mark under the pointer; nothing without words."""
    return f"<title>{escape(said)}</title>" if said else ""


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)
