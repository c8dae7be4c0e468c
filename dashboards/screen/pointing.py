"""What is told of the mark of a chart that the pointer is at, or that a finger taps."""

from dashboards.svg.figure.drawing import PART

# A line is told by its points, boxes by their edges, a mark alone by its place. The nearest within reach
# wins, and a box that holds the pointer before a point that is farther than `inBox` pixels.
SCRIPT = """
<script>
if (!window.mwPointing) {
  window.mwPointing = true;
  const reach = 20, inBox = 6, read = new WeakMap();
  const numbers = (said) => (said.match(/-?[\\d.]+/g) ?? []).map(Number);
  const shape = (mark) => {
    if (!read.has(mark)) read.set(mark, {
      d: mark.getAttribute("d"), said: mark.dataset.said.split("PART"),
      parts: (mark.getAttribute("d").match(/M[^M]+/g) ?? []).map(numbers)});
    const known = read.get(mark);
    if (known.d === mark.getAttribute("d")) return known;
    read.delete(mark);
    return shape(mark);
  };
  const ofLine = (mark, x, y, at) => {
    const {said, parts} = shape(mark);
    let found = {far: reach}, place = 0;
    for (const part of parts) for (let i = 0; i + 1 < part.length - part.length % 2; i += 2, place++) {
      const [left, top] = [at.a * part[i] + at.e, at.d * part[i + 1] + at.f];
      const far = Math.hypot(left - x, top - y);
      if (far < found.far) found = {far, left, top, said: said[place]};
    }
    return found;
  };
  const ofBoxes = (mark, x, y, at) => {
    const {said, parts} = shape(mark);
    for (const [place, [left, top, width, height]] of parts.entries()) {
      const [from, to] = [at.a * left + at.e - 1, at.a * (left + width) + at.e + 1];
      const [above, below] = [at.d * top + at.f - 1, at.d * (top + height) + at.f + 1];
      if (x >= from && x <= to && y >= above && y <= below) return {far: inBox, said: said[place]};
    }
    return {far: reach};
  };
  const ofMark = (mark, x, y) => {
    const box = mark.getBoundingClientRect();
    const [left, top] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return {far: Math.hypot(left - x, top - y), left, top, said: mark.dataset.said};
  };
  const nearest = (figure, x, y) => {
    let found = {far: reach};
    for (const mark of figure.querySelectorAll("[data-said]")) {
      const kind = mark.getAttribute("class");
      const of = kind === "line" ? ofLine : kind === "boxes" ? ofBoxes : ofMark;
      const one = of(mark, x, y, mark.getScreenCTM());
      if (one.said && one.far < found.far) found = one;
    }
    return found.said && found;
  };
  const piece = (name) => {
    let one = document.querySelector(`.${name}`);
    if (!one) {
      one = document.createElement("div");
      one.className = name;
      one.ariaHidden = "true";
      document.querySelector(".stApp").append(one);
    }
    return one;
  };
  const hide = () => {
    for (const one of document.querySelectorAll(".mw-tip, .mw-tip-at")) one.hidden = true;
  };
  const tell = (event) => {
    const figure = event.target.closest?.(".mw-chart");
    const found = figure && nearest(figure, event.clientX, event.clientY);
    if (!found) return hide();
    const tip = piece("mw-tip"), dot = piece("mw-tip-at");
    tip.textContent = found.said;
    tip.hidden = false;
    const {width, height} = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, innerWidth - width - 8);
    const top = event.clientY - height - 12 < 4 ? event.clientY + 18 : event.clientY - height - 12;
    tip.style.transform = `translate(${Math.max(left, 8)}px, ${top}px)`;
    dot.hidden = found.left === undefined;
    dot.style.transform = `translate(${found.left}px, ${found.top}px)`;
  };
  let asked = 0;
  const soon = (event) => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => tell(event));
  };
  document.addEventListener("pointermove", soon, {passive: true});
  document.addEventListener("pointerdown", soon, {passive: true});
  document.addEventListener("scroll", hide, {capture: true, passive: true});
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  // A finger leaves when it is lifted; what it was told stays until the next tap.
  document.documentElement.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") hide();
  });
}
</script>
""".replace("PART", PART)
