"""What axe finds on a page that stands in a browser: barriers for whoever cannot see, hear or point."""

import json
from importlib import resources

from playwright.sync_api import Page

# What WCAG asks for, levels A and AA, of all but the menu of a phone: Streamlit writes that one, with
# headings of groups among the items of a list. It is among the known limits of docs/accessibility.md.
_OF_STREAMLIT = '[data-testid="stSidebarNav"]'
_ASKS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
_GRAVE = {"serious", "critical"}
_AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def barriers(page: Page) -> list[str]:
    """Each serious or critical finding of axe as one line: its rule, how often, and the first place."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(_AXE)
    where = json.dumps({"exclude": [_OF_STREAMLIT]})
    found = page.evaluate(f"axe.run({where}, {json.dumps(_ASKS)})")["violations"]
    return [
        f"{one['impact']} {one['id']} x{len(one['nodes'])}: {one['nodes'][0]['html'][:160]}"
        for one in found
        if one["impact"] in _GRAVE
    ]
