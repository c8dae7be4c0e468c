"""HTML with drawings in it, on its way to the browser: it travels in an attribute, and a script lays it open.

`st.html` strips SVG, and markdown, which keeps it, makes a component of each of its elements, which takes the
browser longer than all the rest of a page. So what holds a drawing is carried where nobody reads it, and set
down in one go before it is painted. Every value inside must be escaped already, as in all HTML here.
"""

# The three signs that an attribute or the sanitiser would not let through, and what stands for them; what
# stood there by itself becomes a reference. The script turns them back.
_SIGNS = {'"': "`", "<": "{", ">": "}"}
_CARRIED = {"&": "&amp;"} | {sign: f"&amp;#{ord(sign)};" for sign in _SIGNS.values()} | _SIGNS


def carried(body: str) -> str:
    """A place on the page that holds this HTML, inline SVG included."""
    for sign, stands_for in _CARRIED.items():
        body = body.replace(sign, stands_for)
    return f'<div class="mw-drawn" data-drawn="{body}"></div>'


# What runs code is never among what is drawn here; should a value ever bring it along, it is left out.
SCRIPT = """
<script>
if (!window.mwDrawn) {
  window.mwDrawn = true;
  const signs = {"`": '"', "{": "<", "}": ">"};
  const foreign = "script, iframe, object, embed, foreignObject, use, image, animate, set, link, meta, base";
  const drawn = (written) => {
    const made = document.createElement("template");
    made.innerHTML = written.replace(/[`{}]/g, (sign) => signs[sign]);
    for (const one of made.content.querySelectorAll(foreign)) one.remove();
    for (const one of made.content.querySelectorAll("*"))
      for (const name of one.getAttributeNames()) if (name.startsWith("on")) one.removeAttribute(name);
    return made.content;
  };
  const opened = new Set();
  const named = (fold) => `${location.pathname} ${fold.dataset.fold}`;
  const settle = (piece) => {
    for (const place of piece.querySelectorAll("[data-drawn]")) {
      place.replaceChildren(drawn(place.dataset.drawn));
      delete place.dataset.drawn;
    }
    // A fold that the reader opened stays so when its words change.
    for (const fold of piece.querySelectorAll("details[data-fold]"))
      if (opened.has(named(fold))) fold.open = true;
  };
  new MutationObserver((changes) => {
    for (const change of changes)
      for (const piece of change.addedNodes)
        if (piece.nodeType === 1)
          settle(piece.matches("[data-drawn], [data-fold]") ? piece.parentElement : piece);
  }).observe(document.body, {childList: true, subtree: true});
  document.addEventListener("toggle", (event) => {
    const fold = event.target;
    if (fold.dataset?.fold && fold.isConnected) opened[fold.open ? "add" : "delete"](named(fold));
  }, {capture: true});
  settle(document);
}
</script>
"""
