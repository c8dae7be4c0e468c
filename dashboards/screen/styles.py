"""The house style of the pieces that are plain HTML and SVG: one sheet, which comes with the first answer.

Sent as a message it would come after the words it is for. It stands in the body, because what Streamlit adds
to the head for its widgets gives way to it.
"""

import json
from functools import cache

import streamlit as st

from dashboards.svg.figure.rulers import SPARE_BELOW

# light-dark() follows the theme: Streamlit sets color-scheme on the app. The four categorical colours are
# the Analysis Function's, lightened where the dark ground would swallow them.
_SHEET = """
.stApp {
  --mw-1: light-dark(#12436D, #8CBBE8); --mw-2: light-dark(#1B7F77, #4FC4B9);
  --mw-3: light-dark(#801650, #E692BF); --mw-4: light-dark(#C2500F, #F68E58);
  --mw-ink: light-dark(#1B1F24, #ECEAE4); --mw-muted: light-dark(#565C63, #A9ADB1);
  --mw-rule: light-dark(#DFE0DC, #353B41); --mw-wash: light-dark(#F4F4F1, #1F2428);
  --mw-edge: light-dark(#D5D6D2, #3B4147);
  --mw-soft: light-dark(#8FA1B3, #66798B); --mw-ground: light-dark(#FFFFFF, #14171A);
}
.stMainBlockContainer { max-width: 1360px; padding: 4.6rem 2rem 5rem; position: relative; }
.st-key-demonstration, .st-key-signed_in { padding-right: 7rem; }
.st-key-language { position: absolute; top: 4.9rem; right: 2rem; z-index: 2; width: auto; }
.mw-flow { display: flex; flex-direction: column; gap: 1rem; }
.mw-drawn { margin-bottom: -1rem; overflow-wrap: break-word; }
.mw-drawn h3 { font-size: 1.1rem; font-weight: 600; line-height: 1.2; margin: 0; }
.mw-link { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; margin: 0; }
.mw-link a { display: flex; align-items: center; gap: .5rem; color: inherit; text-decoration: none;
  font-size: .875rem; line-height: 28px; margin: -4px 0; padding: 0 .5rem; border-radius: .3rem; }
.mw-link a::before { content: "→" / ""; font-size: 1rem; }
.mw-link a:hover { background: var(--mw-wash); }
.mw-fold { border: 1px solid var(--mw-edge); border-radius: .3rem; }
.mw-fold > summary { display: flex; align-items: center; gap: .5rem; min-height: 38px; cursor: pointer;
  padding: .25rem .75rem; font-size: .875rem; list-style: none; border-radius: .3rem; }
.mw-fold > summary::-webkit-details-marker { display: none; }
.mw-fold > summary::before { content: "" / ""; width: 6px; height: 6px; margin: 0 6px 0 4px; flex: none;
  border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
.mw-fold[open] > summary::before { transform: rotate(45deg); }
.mw-fold > summary:hover { background: var(--mw-wash); }
.mw-fold > div { padding: 1rem; }
.stHtml, .stMarkdown { font-variant-numeric: tabular-nums lining-nums; }
.mw-opening h1 { padding: 0 0 .4rem; margin: 0; letter-spacing: -.01em; line-height: 1.15; max-width: 40rem; }
.mw-opening h1, .mw-heading h2, .mw-state h2, .mw-lead { font-family: "Source Serif", Georgia, serif; }
.mw-question { font-size: 1.15rem; color: var(--mw-muted); margin: 0; max-width: 52rem; line-height: 1.45; }
.mw-status { font-size: .88rem; color: var(--mw-muted); margin: 0; line-height: 1.7; overflow: hidden;
  border-top: 1px solid var(--mw-rule); padding-top: .6rem; }
/* each part follows its dot, and the dot of the first on a line lies beyond the edge */
.mw-status span { display: inline-block; position: relative; left: -1.1em; padding-left: 1.1em; }
.mw-status span::before { content: "·"; position: absolute; left: .35em; }
.mw-synthetic { color: var(--mw-3); font-weight: 600; }
.mw-old { color: var(--mw-4); font-weight: 600; }
.stHtml p.mw-lead { font-size: 1.35rem; line-height: 1.5; max-width: 50rem; margin: .6rem 0 .2rem; }
.mw-lead b { font-weight: 600; color: var(--mw-1); }
.mw-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 0 2rem;
  margin: .8rem 0 -1rem; }
.stHtml dl.mw-figures, .stHtml dl.mw-definitions { padding-left: 0; }
.mw-figures > div { border-top: 2px solid var(--mw-ink); padding-top: .55rem; min-width: 0; display: grid;
  grid-row: span 2; grid-template-rows: subgrid; row-gap: 0; }
.mw-figures dt { font-size: .9rem; font-weight: 400; color: var(--mw-muted); line-height: 1.3; }
.mw-figures dd { margin: 0; padding-bottom: 1.2rem; }
.mw-figures dd p { margin: 0; line-height: 1.4; }
.mw-figures dd .mw-value { font-size: 2.1rem; font-weight: 600; line-height: 1.2;
  letter-spacing: -.015em; display: flex; flex-wrap: wrap; align-items: baseline; column-gap: .3em;
  padding-bottom: .15rem; }
.mw-figures .mw-unit { font-size: .95rem; font-weight: 400; letter-spacing: 0; color: var(--mw-muted); }
.mw-figures dd .mw-missing { font-size: 1.1rem; font-weight: 400; font-style: italic; padding: .55rem 0;
  color: var(--mw-muted); }
.mw-figures dd .mw-hidden { font-size: 1.1rem; font-weight: 400; padding: .55rem 0;
  text-decoration: underline dotted; }
.mw-figures dd .mw-change { font-size: .9rem; }
.mw-figures dd .mw-note { font-size: .82rem; color: var(--mw-muted); }
.mw-heading { margin-top: 2.2rem; scroll-margin-top: 4rem; } .mw-heading:focus { outline: none; }
.mw-heading h2 { padding: 0 0 .25rem; line-height: 1.25; max-width: 52rem; margin: 0; }
.mw-subtitle { font-size: .92rem; color: var(--mw-muted); margin: 0; }
.stApp [data-testid="stCaptionContainer"] { opacity: 1; } /* the theme's own is too pale to read */
.stApp [data-testid="stCaptionContainer"] p { color: var(--mw-muted); }
.st-key-filters [data-testid="stButtonGroup"] button { min-height: 2.5rem; }
.stApp a:focus-visible, .stApp summary:focus-visible, .stApp [role=region]:focus-visible {
  outline: 2px solid var(--mw-1) !important; outline-offset: 2px; }
.st-key-saved_views { margin-top: auto; }
/* under a pointer the theme's own are too dark to read on dark */
.stApp [data-testid="stBaseButton-tertiary"]:is(:hover, :focus, :active),
.stApp [data-testid="stPopoverButton"]:is(:hover, :focus, :active),
.stApp [data-testid="stPopoverButton"]:is(:hover, :focus, :active) * { color: var(--mw-1) !important; }
.mw-summary { font-size: 1rem; margin: 0; max-width: 46rem; }
.mw-quiet { font-size: .88rem; color: var(--mw-muted); margin: 0; max-width: 46rem;
  overflow-wrap: anywhere; }
.mw-prose { max-width: 48rem; line-height: 1.55; } .mw-prose p { margin: .2rem 0 .8rem; }
.mw-prose ul { margin: .2rem 0 .8rem; padding-left: 1.1rem; } .mw-prose li { margin: 0 0 .5rem; padding: 0; }
.mw-prose h3, .mw-prose h4 { padding: .6rem 0 .1rem; }
.mw-definitions dt { margin-top: .5rem; font-weight: 600; overflow-wrap: anywhere; }
.mw-definitions dt code { font-weight: 400; color: var(--mw-muted); }
.mw-definitions dd { margin: 0 0 0 1rem; }
.mw-words details { border-top: 1px solid var(--mw-rule); padding: .35rem 0; }
.mw-words summary { cursor: pointer; overflow-wrap: anywhere; } .mw-words p { margin: .2rem 0 0; }
.mw-state { border-left: 3px solid var(--mw-muted); padding: .2rem 0 .2rem 1rem; margin: .5rem 0;
  max-width: 46rem; }
.mw-empty { border-left-style: dotted; } .mw-failed { border-left-color: var(--mw-4); }
.mw-not-delivered { border-left-style: dashed; } .mw-not-shown { border-left-style: double; }
.mw-offices { display: grid; grid-template-columns: max-content minmax(9rem, 1fr) max-content minmax(0,
  17rem);
  column-gap: 1.2rem; align-items: center; margin: .4rem 0; }
.mw-offices > [role=row] { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1;
  align-items: center; border-top: 1px solid var(--mw-rule); padding: .18rem 0; }
.mw-offices > [role=row]:first-child { border-top: 0; font-size: .82rem; color: var(--mw-muted); }
.mw-offices .mw-whole { font-weight: 600; border-top: 2px solid var(--mw-ink); }
.mw-offices [role=cell]:nth-child(3) { text-align: right; }
.mw-offices [role=cell]:nth-child(4) { font-size: .88rem; color: var(--mw-muted); line-height: 1.3; }
.mw-offices .mw-apart { color: var(--mw-ink); }
.mw-pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .8rem; }
.mw-team [role=cell]:first-child { overflow-wrap: anywhere; } .mw-team .mw-spark { display: block; }
.st-key-crumbs { font-size: .92rem; row-gap: 0; } .st-key-crumbs :is(p, [data-testid="stText"]) {
  font-size: .92rem; font-family: inherit; }
.st-key-crumbs > * + *::before { content: "›"; color: var(--mw-muted); padding-right: .35rem; }
.st-key-crumbs :is(a, button) { padding: 0; min-height: 2.2rem; }
.st-key-crumbs > * { display: flex; align-items: center; width: auto; }
.mw-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
  gap: 1.2rem 2rem; margin: .6rem 0; }
.mw-cards article { border-top: 2px solid var(--mw-ink); padding-top: .5rem; }
.mw-cards h3 { font-size: 1rem; font-weight: 600; line-height: 1.35; padding: 0 0 .4rem; }
.mw-cards dl { margin: 0; padding: 0; font-size: .88rem; line-height: 1.35; }
.mw-cards dl > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); column-gap: .8rem;
  padding: .12rem 0; }
.mw-cards dt { font-weight: 400; color: var(--mw-muted); }
.mw-cards dd { margin: 0; overflow-wrap: anywhere; }
.mw-table { overflow: auto; max-height: 60rem; margin: .2rem 0; }
.mw-table table { border-collapse: separate; border-spacing: 0; min-width: min(100%, 34rem); font-size: .9rem;
  line-height: 1.35; }
.mw-table { container-type: inline-size; }
.mw-table caption { max-width: 100cqw; text-align: left; font-size: .88rem; color: var(--mw-muted);
  padding: 0 0 .4rem; }
.mw-table :is(th, td) { padding: .34rem .8rem .34rem 0; border: 0; border-bottom: 1px solid var(--mw-rule);
  text-align: left; vertical-align: top; max-width: 24rem; overflow-wrap: anywhere; }
.mw-table :is(th, td).mw-number { text-align: right; } .mw-table td.mw-number { white-space: nowrap; }
.mw-table thead th { position: sticky; top: 0; z-index: 1; background: var(--mw-ground); font-weight: 400;
  color: var(--mw-muted); vertical-align: bottom; border-bottom: 1px solid var(--mw-muted);
  min-width: 5.5rem; max-width: 8rem; overflow-wrap: normal; }
.mw-table tbody th, .mw-table thead th:first-child { position: sticky; left: 0; background: var(--mw-ground);
  font-weight: 400; min-width: 7rem; }
.mw-table thead th:first-child { z-index: 2; }
.mw-table button { all: unset; cursor: pointer; } .mw-table button:hover { text-decoration: underline; }
.mw-table button:focus-visible { outline: 2px solid var(--mw-1); outline-offset: 2px; }
.mw-table [aria-sort=ascending] button::after { content: " ↑"; }
.mw-table [aria-sort=descending] button::after { content: " ↓"; }
.mw-table td:not(.mw-number) { min-width: 8rem; }
.mw-table .mw-number + :is(th, td):not(.mw-number) { padding-left: .7rem; }
.mw-table a { color: var(--mw-1); text-decoration-thickness: 1px; text-underline-offset: .15em; }
.mw-table .mw-marked :is(th, td) { background: var(--mw-wash); font-weight: 600; }
.mw-table .mw-missing { font-style: italic; color: var(--mw-muted); white-space: normal; }
.mw-every { display: none; }
.mw-marks { display: block; overflow: visible; }
.mw-marks text { font-size: .8rem; fill: var(--mw-muted); }
.mw-chart { container-type: inline-size; margin: .4rem 0; }
SPARE
.mw-figure { display: block; overflow: visible; }
.mw-figure path { vector-effect: non-scaling-stroke; }
/* words over lines stay clear of them */
.mw-figure .note { paint-order: stroke; stroke: var(--mw-ground); stroke-width: 2px; stroke-linejoin: round; }
.mw-tip, .mw-tip-at { position: fixed; left: 0; top: 0; z-index: 1000; pointer-events: none; }
.mw-tip { background: var(--mw-ground); color: var(--mw-ink); border: 1px solid var(--mw-muted);
  padding: .25rem .5rem; font-size: .82rem; line-height: 1.35; max-width: min(22rem, 90vw);
  border-radius: .2rem; }
.mw-tip-at { width: 9px; height: 9px; margin: -4.5px 0 0 -4.5px; border: 2px solid var(--mw-ink);
  border-radius: 50%; }
.mw-tip[hidden], .mw-tip-at[hidden] { display: none; }
.mw-lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.6rem 2.4rem; }
.mw-lines:not(:has(h3)) { align-items: end; } /* pictures alone stand on one line */
.mw-lines h3 { padding: 0 0 .1rem; } .mw-lines p { margin: 0 0 .4rem; font-size: .95rem; }
.mw-trend { margin: .3rem 0 0; max-width: 26rem; } .mw-trend figcaption { display: flex; justify-content:
  space-between;
  font-size: .82rem; color: var(--mw-muted); }
.mw-years figure { display: grid; grid-template-columns: 3.4rem minmax(0, 1fr) 4.4rem; column-gap: .6rem;
  margin: 0; font-size: .82rem; color: var(--mw-muted); }
.mw-years figcaption { grid-column: 1 / -1; padding: .7rem 0 .15rem; font-size: .88rem; line-height: 1.3; }
.mw-years figcaption b { font-weight: 600; color: var(--mw-ink); margin-right: .7em; }
.mw-years figcaption span { display: inline-block; margin-right: .9em; }
.mw-years { padding-bottom: .8rem; }
.mw-years .mw-watermark { font-size: .72rem; line-height: 1rem; white-space: nowrap; justify-self: end; }
.mw-scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right;
  line-height: 1; }
.mw-last { display: flex; flex-direction: column; justify-content: center; font-weight: 600;
  line-height: 1.35; }
@media (max-width: 640px) {
  .mw-years figure { grid-template-columns: 2.9rem minmax(0, 1fr) 3.4rem; column-gap: .4rem; }
  .stMainBlockContainer { padding: 4.2rem 1rem 4rem; }
  .mw-opening h1 { font-size: 1.8rem; padding-right: 6.5rem; }
  .mw-lead { font-size: 1.15rem; }
  .st-key-language { right: 1rem; top: 4.4rem; }
  .mw-offices { display: block; }
  .mw-offices > [role=row] { grid-template-columns: minmax(0, 1fr) max-content; padding: .45rem 0; }
  .mw-offices [role=cell]:nth-child(2) { grid-column: 1 / -1; grid-row: 2; }
  .mw-offices [role=cell]:nth-child(4) { grid-column: 1 / -1; grid-row: 3; }
  .mw-offices [role=columnheader] { grid-column: 1 / -1; }
  .mw-offices [role=columnheader]:not(:nth-child(2)) { position: absolute; clip-path: inset(50%);
    width: 1px; height: 1px; overflow: hidden; }
  .mw-figures { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 1.2rem; }
  .mw-figures dd .mw-value { font-size: 1.6rem; }
}
@media screen and (min-width: 641px) { .mw-table tbody th { overflow-wrap: break-word; } }
@media screen and (max-width: 640px) {
  .mw-every { display: inline-flex; align-items: center; gap: .5em; min-height: 2.75rem; font-size: .88rem; }
  .mw-table table { min-width: 100%; }
  .mw-table :is(th, td) { padding-right: .5rem; }
  .mw-few:not(:has(.mw-every :checked)) :is(thead th, td:not(.mw-number)) { min-width: 4.8rem; }
  .mw-few:not(:has(.mw-every :checked)) :is(thead th:first-child, tbody th) { min-width: 6.4rem; }
  .mw-few:not(:has(.mw-every :checked)) { LEFT_OUT { display: none; } }
}
.mw-contents { font-size: .88rem; line-height: 1.4; color: var(--mw-muted); }
.mw-contents summary { cursor: pointer; } .mw-contents ol { margin: .3rem 0 0; padding-left: 1.3rem; }
.mw-contents li { margin: 0 0 .35rem; padding: 0; font-size: inherit; }
.mw-contents a { color: var(--mw-1); text-decoration: none; }
.mw-contents a:hover { text-decoration: underline; }
@media (min-width: 1720px) {
  .mw-contents { position: fixed; top: 9rem; left: calc(50% + 690px); width: min(15rem, calc(50vw - 710px));
    max-height: calc(100vh - 11rem); overflow: auto; }
  .mw-contents::details-content { content-visibility: visible; block-size: auto; }
  .mw-contents summary { list-style: none; pointer-events: none; }
}
.mw-paper { display: none; }
@page { margin: 14mm; }
@media print {
  .mw-paper { display: block; }
  .mw-table { max-height: none; overflow: visible; } .mw-table table { font-size: .62rem; min-width: 0; }
  .mw-table :is(th, td, td:not(.mw-number)) { min-width: 0; padding-right: .5rem; position: static;
    overflow-wrap: break-word; }
  .mw-table tr, .mw-offices > [role=row], .mw-figures > div, .mw-lines > *, .mw-years figure {
    break-inside: avoid; }
  /* in a flex box Chromium keeps nothing together; as blocks a title goes with its chart */
  .mw-flow, .stVerticalBlock { display: block !important; }
  .mw-flow > * + *, .stVerticalBlock > * + * { margin-top: .9rem; }
  .mw-heading, .mw-table caption, .mw-table thead { break-after: avoid; break-inside: avoid; }
  .mw-table tbody tr:first-child { break-before: avoid; }
  .mw-flow > :has(svg) { break-inside: avoid; }
  .stPlotlyChart, .stElementContainer:has(> * .js-plotly-plot), .stFullScreenFrame, .js-plotly-plot,
  .plot-container, .svg-container { width: 100% !important; height: auto !important; break-inside: avoid; }
  .svg-container > .main-svg:first-child { position: static !important; }
  .main-svg { width: 100% !important; height: auto !important; }
  .stExpander:has(.mw-table), [class*=st-key-filters], .st-key-language, [class*=st-key-downloads_],
  [data-testid=stHeader], .stPageLink, .mw-to, .mw-contents { display: none !important; }
  .stMainBlockContainer { padding: 0; max-width: none; }
}
"""

# Of a table a narrow screen keeps the columns that the table names (`html_table`), whatever their number.
_MOST_COLUMNS = 40
_LEFT_OUT = ", ".join(f"&:not(.mw-keep-{n}) :is(th, td):nth-child({n})" for n in range(2, _MOST_COLUMNS + 1))

# What the axes of a chart leave out where there is no room for it.
_SPARE = "\n".join(
    f"@container (max-width: {room}px) {{ .mw-from-{room} {{ display: none; }} }}" for room in SPARE_BELOW
)


_ID = "mw-sheet"


def sheet() -> str:
    """The sheet as an element of the body."""
    return f'<style id="{_ID}">{_written()}</style>'


def script() -> str:
    """What lays the sheet where the page came without it, as at an address that is no page."""
    return f"""
<script>
{{
  const own = document.getElementById("{_ID}") ?? document.createElement("style");
  const written = {json.dumps(_written())};
  if (own.textContent !== written) own.textContent = written;
  own.id = "{_ID}";
  if (!own.isConnected) document.body.prepend(own);
}}
</script>
"""


@cache
def _written() -> str:
    return _SHEET.replace("LEFT_OUT", _LEFT_OUT).replace("SPARE", _SPARE)


def tell_language(code: str) -> None:
    """Tell the browser (and so a screen reader) the language of the page; `code` is of the catalogue."""
    st.html(
        f"<script>document.documentElement.lang = '{code}'</script><span lang='{code}'></span>",
        unsafe_allow_javascript=True,
    )
