"""What the browser does by itself: a heading sorts its rows, a link opens its page, charts fit the paper."""

import streamlit as st

from dashboards.screen import drawings, pointing, styles

# Listeners of the whole page: its pieces come and go with every run. A third click on a heading gives the
# first order back. A chart is drawn for the screen's width: with a view box styles can fit it to the paper.
# Without the script headings do nothing, a name is a plain link, and paper cuts charts.
_SCRIPT = """
<script>
if (!window.mwTables) {
  window.mwTables = true;
  const orders = ["ascending", "descending", "none"];
  const valueOf = (row, place) => {
    const cell = row.children[place];
    if (cell.querySelector(".mw-missing")) return null;
    return cell.dataset.value ?? cell.textContent;
  };
  const compared = (one, other) => {
    const numbers = [Number(one), Number(other)];
    if (!numbers.some(Number.isNaN)) return numbers[0] - numbers[1];
    return one.localeCompare(other, document.documentElement.lang, {numeric: true});
  };
  const sort = (heading) => {
    const body = heading.closest("table").tBodies[0];
    const rows = [...body.rows];
    rows.forEach((row, place) => { row.dataset.place ??= place; });
    const order = orders[(orders.indexOf(heading.ariaSort ?? "none") + 1) % 3];
    for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
    if (order !== "none") heading.ariaSort = order;
    const sign = order === "descending" ? -1 : 1;
    const place = heading.cellIndex;
    rows.sort((one, other) => {
      const fixed = one.dataset.place - other.dataset.place;
      if (order === "none") return fixed;
      const [left, right] = [valueOf(one, place), valueOf(other, place)];
      if (left === null || right === null) return (left === null) - (right === null) || fixed;
      return sign * compared(left, right) || fixed;
    });
    body.append(...rows);
  };
  document.addEventListener("click", (event) => {
    const heading = event.target.closest(".mw-table th button")?.closest("th");
    if (heading) sort(heading);
    const part = event.target.closest(".mw-contents a");
    if (part) {
      const place = document.getElementById(part.hash.slice(1));
      event.preventDefault();
      place.tabIndex = -1;
      place.focus({preventScroll: true});
      place.scrollIntoView();
    }
    if (innerWidth <= 768 && event.target.closest("[data-testid=stSidebarNavLink]"))
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
    const opens = event.target.closest("a.mw-opens, a.mw-to");
    if (!opens || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState({}, "", opens.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  });
  addEventListener("beforeprint", () => {
    for (const drawn of document.querySelectorAll(".js-plotly-plot .main-svg"))
      drawn.setAttribute("viewBox", `0 0 ${drawn.width.baseVal.value} ${drawn.height.baseVal.value}`);
    for (const fold of document.querySelectorAll(":is(.stExpander details, .mw-fold):not([open])"))
      if (!fold.querySelector(".mw-table")) fold.dataset.mwOpened = fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const drawn of document.querySelectorAll(".js-plotly-plot .main-svg"))
      drawn.removeAttribute("viewBox");
    for (const fold of document.querySelectorAll("details[data-mw-opened]")) {
      delete fold.dataset.mwOpened;
      fold.open = false;
    }
  });
}
</script>
"""


def lay() -> None:
    """Send the scripts, and with them the styles where they are not there yet; they take no place."""
    whole = drawings.SCRIPT + styles.script() + _SCRIPT + pointing.SCRIPT
    st.html(whole, unsafe_allow_javascript=True)
