"""How the brief looks: A4, two pages, dark on white; the same classes as the screen."""

# The light colours of the screen, see `screen/styles.py`.
COLOURS = {
    "mw-1": "#12436D",
    "mw-3": "#801650",
    "mw-4": "#C2500F",
    "mw-ink": "#1B1F24",
    "mw-muted": "#565C63",
    "mw-rule": "#DFE0DC",
    "mw-soft": "#8FA1B3",
    "mw-ground": "#FFFFFF",
}
_SANS = '"Source Sans 3", "Segoe UI", "Helvetica Neue", "DejaVu Sans Condensed", Arial, sans-serif'
_SERIF = '"Source Serif 4", Georgia, "DejaVu Serif Condensed", serif'
# The foot of a page is set in `document`, which knows what it says.
_PAGE = f"""
@page {{ size: A4; margin: 11mm 13mm 13mm; font-family: {_SANS};
  @bottom-left {{ font-size: 7pt; color: #565C63; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font-size: 7pt; color: #565C63; }} }}
body {{ font: 7.6pt/1.28 {_SANS}; }}
h1, h2 {{ font-family: {_SERIF}; }}
"""
_WORDS = """
* { box-sizing: border-box; }
body { margin: 0; color: var(--mw-ink); background: #fff; font-variant-numeric: tabular-nums lining-nums; }
h1, h2 { line-height: 1.2; margin: 0; }
h1 { font-size: 15pt; } h2 { font-size: 9.5pt; } h3 { font-size: 8pt; margin: 0; }
p { margin: 0; }
.mw-question { font-size: 9pt; color: var(--mw-muted); }
.mw-status { font-size: 7.5pt; color: var(--mw-muted); border-top: .3mm solid var(--mw-rule);
  margin-top: 1mm; padding-top: 1mm; }
.mw-status span:not(:last-child)::after { content: " · "; }
.mw-synthetic { color: var(--mw-3); } .mw-old { color: var(--mw-4); }
.panel { margin-top: 3mm; } .sheet > .panel:first-child { margin-top: 0; }
.mw-subtitle, .mw-quiet { font-size: 6.6pt; color: var(--mw-muted); }
.mw-summary { margin: .6mm 0; }
.mw-state { border-left: .6mm solid var(--mw-muted); padding-left: 2mm; margin: 1mm 0; }
.from { font-size: 5.8pt; color: var(--mw-muted); }
.mw-figures { display: flex; margin: 1.5mm 0; }
.mw-figures > div { flex: 1; border-top: .4mm solid var(--mw-ink); padding-top: .8mm; margin-right: 5mm; }
.mw-figures dt { font-size: 7.5pt; color: var(--mw-muted); } .mw-figures dd { margin: 0; }
.mw-figures .mw-value { font-size: 15pt; font-weight: 600; line-height: 1.15; }
.mw-figures .mw-unit { font-size: 8pt; font-weight: 400; color: var(--mw-muted); }
.mw-figures .mw-note { font-size: 7pt; color: var(--mw-muted); }
"""
_TABLES = """
.mw-offices { display: table; width: 100%; border-collapse: collapse; margin: .6mm 0; }
.mw-offices > [role=row] { display: table-row; }
.mw-offices > [role=row] > div { display: table-cell; padding: 0 2mm 0 0; vertical-align: middle;
  border-top: .2mm solid var(--mw-rule); line-height: 3.55mm; white-space: nowrap; font-size: 7pt; }
.mw-offices > [role=row] > div:nth-child(2) { width: 100%; line-height: 0; }
.mw-offices > [role=row] > div:nth-child(3) { text-align: right; }
.mw-offices > [role=row] > div:nth-child(4) { color: var(--mw-muted); padding-right: 0; }
.mw-offices > [role=row] > [role=columnheader] { color: var(--mw-muted); font-size: 7pt; }
.mw-marks { display: block; overflow: visible; margin: -4px 0; }
.mw-marks text { font-size: 7pt; fill: var(--mw-muted); }
.mw-every, caption { display: none; }
table { border-collapse: collapse; width: 100%; font-size: 7pt; line-height: 1.2; margin: .5mm 0; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: .4mm 2mm .4mm 0;
  border-bottom: .2mm solid var(--mw-rule); }
thead th { color: var(--mw-muted); vertical-align: bottom; border-bottom-color: var(--mw-muted);
  font-size: 6.8pt; }
th.mw-number, td.mw-number { text-align: right; }
td.mw-number:not(:has(.mw-missing)) { white-space: nowrap; }
.mw-missing { font-style: italic; color: var(--mw-muted); }
.studies table { font-size: 6pt; line-height: 1.16; table-layout: fixed; }
.studies :is(th, td) { padding: .25mm 1.5mm .25mm 0; }
.studies th:nth-child(1) { width: 27%; } .studies th:nth-child(2) { width: 17%; }
.studies th:nth-child(3) { width: 12%; } .studies th:nth-child(4) { width: 9%; }
.studies th:nth-child(5) { width: 17%; }
"""
_METHOD = """
.method { margin-top: 2.5mm; font-size: 5.9pt; line-height: 1.22; color: var(--mw-muted); columns: 2;
  column-gap: 6mm; }
.method h2 { font-size: 8pt; color: var(--mw-ink); column-span: all; }
.method h3 { font-size: 5.9pt; } .method p { margin-bottom: .6mm; }
.method dl { margin: 0; } .method :is(dt, dd) { display: inline; margin: 0; }
.method dt { font-weight: 600; color: var(--mw-ink); }
.method dt::after { content: ": "; } .method dd::after { content: " "; }
.method small { font-weight: 400; font-size: 5.5pt; }
@media print { .sheet + .sheet { break-before: page; } .panel { break-inside: avoid; } }
@media screen { body { background: #F4F4F1; } main { padding: 1rem; }
  .sheet { background: #fff; max-width: 210mm; margin: 0 auto 1rem; padding: 11mm 13mm; overflow-x: auto; } }
"""
STYLES = _PAGE + _WORDS + _TABLES + _METHOD
