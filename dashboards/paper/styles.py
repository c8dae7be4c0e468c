"""How paper looks, whatever is printed: A4, dark on white, the same classes as the screen.

How large words are is for the brief (`brief/styles.py`) and the report (`REPORT` here) to say.
"""

# The light colours of the screen, see `screen/styles.py`.
COLOURS = {
    "mw-1": "#12436D",
    "mw-2": "#1B7F77",
    "mw-3": "#801650",
    "mw-4": "#C2500F",
    "mw-ink": "#1B1F24",
    "mw-muted": "#565C63",
    "mw-rule": "#DFE0DC",
    "mw-wash": "#F4F4F1",
    "mw-soft": "#8FA1B3",
    "mw-ground": "#FFFFFF",
}
SANS = '"Source Sans 3", "Segoe UI", "Helvetica Neue", "DejaVu Sans Condensed", Arial, sans-serif'
SERIF = '"Source Serif 4", Georgia, "DejaVu Serif Condensed", serif'
# What the foot says is set by `document.foot`, which knows it.
_PAGE = f"""
@page {{ size: A4; margin: 11mm 13mm 13mm; font-family: {SANS};
  @bottom-left {{ font-size: 7pt; color: #565C63; width: 88%; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font-size: 7pt; color: #565C63;
    white-space: nowrap; }} }}
body {{ font-family: {SANS}; }}
h1, h2 {{ font-family: {SERIF}; }}
"""
_WORDS = """
* { box-sizing: border-box; }
body { margin: 0; color: var(--mw-ink); background: #fff; font-variant-numeric: tabular-nums lining-nums; }
h1, h2 { line-height: 1.2; margin: 0; } h3 { margin: 0; }
p { margin: 0; }
.mw-question, .mw-status, .mw-subtitle, .mw-quiet, .from { color: var(--mw-muted); }
.mw-status { border-top: .3mm solid var(--mw-rule); margin-top: 1mm; padding-top: 1mm; }
.mw-status span:not(:last-child)::after { content: " · "; }
.mw-synthetic { color: var(--mw-3); } .mw-old { color: var(--mw-4); }
.mw-summary { margin: .6mm 0; }
.mw-state { border-left: .6mm solid var(--mw-muted); padding-left: 2mm; margin: 1mm 0; }
.mw-figures { display: flex; margin: 1.5mm 0; }
.mw-figures > div { flex: 1; border-top: .4mm solid var(--mw-ink); padding-top: .8mm; margin-right: 5mm; }
.mw-figures dt { color: var(--mw-muted); } .mw-figures dd { margin: 0; }
.mw-figures .mw-value { font-weight: 600; line-height: 1.15; }
.mw-figures .mw-unit { font-weight: 400; color: var(--mw-muted); }
.mw-figures .mw-note { color: var(--mw-muted); }
"""
_TABLES = """
.mw-offices { display: table; width: 100%; border-collapse: collapse; margin: .6mm 0; }
.mw-offices > [role=row] { display: table-row; }
.mw-offices > [role=row] > div { display: table-cell; padding: 0 2mm 0 0; vertical-align: middle;
  border-top: .2mm solid var(--mw-rule); line-height: 3.55mm; white-space: nowrap; }
.mw-offices > [role=row] > div:nth-child(2) { width: 100%; line-height: 0; }
.mw-offices > [role=row] > div:nth-child(3) { text-align: right; }
.mw-offices > [role=row] > div:nth-child(4) { color: var(--mw-muted); padding-right: 0; }
.mw-offices > [role=row] > [role=columnheader] { color: var(--mw-muted); }
.mw-pair { display: flex; gap: 3mm; } .mw-pair .mw-marks { flex: 1; height: 4mm; }
.mw-marks { display: block; overflow: visible; margin: -4px 0; }
.mw-marks text { font-size: 7pt; fill: var(--mw-muted); }
.mw-every { display: none; }
table { border-collapse: collapse; width: 100%; line-height: 1.2; margin: .5mm 0; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: .4mm 2mm .4mm 0;
  border-bottom: .2mm solid var(--mw-rule); }
thead th { color: var(--mw-muted); vertical-align: bottom; border-bottom-color: var(--mw-muted); }
th.mw-number, td.mw-number { text-align: right; }
td.mw-number:not(:has(.mw-missing)) { white-space: nowrap; }
.mw-missing { font-style: italic; color: var(--mw-muted); }
"""
_SHEETS = """
@media screen { body { background: #F4F4F1; } main { padding: 1rem; }
  .sheet { background: #fff; max-width: 210mm; margin: 0 auto 1rem; padding: 11mm 13mm; overflow-x: auto; } }
"""
BASE = _PAGE + _WORDS + _TABLES + _SHEETS
REPORT = (
    BASE
    + """
body { font-size: 9pt; line-height: 1.4; }
h1 { font-size: 19pt; } h2 { font-size: 12.5pt; } h3 { font-size: 9.5pt; }
.mw-question { font-size: 11pt; } .mw-status { font-size: 8pt; }
.mw-lead { font-size: 12pt; line-height: 1.45; margin: 2mm 0; } .mw-lead b { color: var(--mw-1); }
.mw-subtitle, .mw-quiet, .chosen { font-size: 8pt; color: var(--mw-muted); } .from { font-size: 6.5pt; }
.mw-quiet { margin: .8mm 0; }
.panel { margin-top: 6mm; }
.panel ul, .panel ol { margin: 1mm 0; padding-left: 5mm; } .panel li { margin: 0 0 .6mm; }
.fold { font-size: 8pt; margin: 1.5mm 0; }
.mw-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(28mm, 1fr)); gap: 2mm 5mm; }
.mw-figures > div { margin-right: 0; display: grid; grid-row: span 2; grid-template-rows: subgrid;
  row-gap: 0; }
.mw-figures .mw-unit { white-space: nowrap; }
.mw-figures dt, .mw-figures .mw-change { font-size: 8pt; }
.mw-figures .mw-value { font-size: 17pt; } .mw-figures .mw-unit { font-size: 8.5pt; }
.mw-figures .mw-note { font-size: 7.5pt; line-height: 1.3; }
.mw-figures :is(.mw-missing, .mw-hidden) { font-size: 10pt; font-weight: 400; }
.mw-figure { display: block; overflow: visible; width: 100%; height: auto; margin: 2mm 0; }
.mw-figure .note { paint-order: stroke; stroke: #fff; stroke-width: 2px; stroke-linejoin: round; }
.mw-offices { margin-top: 3mm; } /* the word "synthetic" stands above its scale */
.mw-offices > [role=row] > div { font-size: 8pt; line-height: 4.4mm; }
.mw-offices .mw-marks { margin: 0; }
.mw-offices .mw-whole > div { font-weight: 600; border-top: .4mm solid var(--mw-ink); }
.mw-lines { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 8mm; }
.mw-trend { margin: 1mm 0 0; }
.mw-trend figcaption { display: flex; justify-content: space-between; font-size: 7.5pt;
  color: var(--mw-muted); }
.mw-years figure { display: grid; grid-template-columns: 13mm minmax(0, 1fr) 17mm; column-gap: 2mm; margin: 0;
  font-size: 7.5pt; color: var(--mw-muted); }
.mw-years .mw-marks { margin: 0; }
.mw-years figcaption { grid-column: 1 / -1; padding: 2mm 0 .5mm; }
.mw-years figcaption b { font-weight: 600; color: var(--mw-ink); margin-right: 2mm; }
.mw-years figcaption span { margin-right: 2mm; }
.mw-years .mw-watermark { justify-self: end; }
.mw-scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right;
  line-height: 1; }
.mw-last { display: flex; flex-direction: column; justify-content: center; font-weight: 600; }
.mw-cards { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 8mm; margin: 1.5mm 0; }
.mw-cards article { border-top: .4mm solid var(--mw-ink); padding-top: 1mm; }
.mw-cards dl { margin: 0; font-size: 8pt; line-height: 1.3; }
.mw-cards dl > div { display: grid; grid-template-columns: 25mm minmax(0, 1fr); column-gap: 2mm; }
.mw-cards dt { color: var(--mw-muted); } .mw-cards dd { margin: 0; overflow-wrap: anywhere; }
.mw-words details { border-top: .2mm solid var(--mw-rule); padding: .8mm 0; font-size: 7.5pt; }
.mw-matrix-caption { font-size: 7.5pt; color: var(--mw-muted); }
main .mw-matrix { margin: 1mm 0; overflow: visible; break-inside: avoid; }
main .mw-matrix table { font-size: 7pt; } main .mw-matrix thead th { font-size: 6.6pt; padding-right: 0; }
main .mw-matrix :is(td, tbody th) { padding: .5mm .6mm; } main .mw-matrix td small { margin-left: .3mm; }
table { font-size: 7.5pt; } thead { display: table-header-group; }
caption { text-align: left; font-size: 7.5pt; color: var(--mw-muted); padding: 0 0 .8mm; }
:is(th, td) { overflow-wrap: break-word; }
.chosen { margin-top: 6mm; } .chosen h2 { color: var(--mw-ink); }
.whole { margin-top: 5mm; } .whole h3 { margin-bottom: .6mm; } .whole caption { display: none; }
:is(th, td)[data-value] { white-space: nowrap; }
.long { columns: 2; column-gap: 8mm; } .long table { font-size: 6.8pt; }
.many table { font-size: 6.5pt; } .many :is(th, td) { padding-right: 1.2mm; }
.method { margin-top: 7mm; font-size: 7.5pt; line-height: 1.35; color: var(--mw-muted); }
.method h2, .method h3 { color: var(--mw-ink); margin-top: 2mm; }
.method p { margin-bottom: 1mm; } .method dl { margin: 0; columns: 2; column-gap: 8mm; }
.method dt { font-weight: 600; color: var(--mw-ink); break-after: avoid; }
.method dd { margin: 0 0 1mm; } .method small { font-weight: 400; }
.opening { margin-bottom: 6mm; }
.contents { columns: 2; margin: 2mm 0 0; } a { color: var(--mw-1); text-decoration-thickness: .2mm; }
h1, h2, h3, .mw-subtitle, caption { break-after: avoid; }
.kept, .mw-subtitle, .mw-figure, .mw-figures > div, .mw-years, .mw-lines > *, .mw-cards article, tr,
  .mw-offices > [role=row], .mw-state, .mw-quiet, .mw-summary, li { break-inside: avoid; }
@media print { .sheet + .sheet, .tables { break-before: page; } }
"""
)
