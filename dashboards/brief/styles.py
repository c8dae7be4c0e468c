"""How large the words of the brief are: two pages hold all of it."""

from dashboards.paper.styles import BASE

_WORDS = """
body { font-size: 7.6pt; line-height: 1.28; }
h1 { font-size: 15pt; } h2 { font-size: 9.5pt; } h3 { font-size: 8pt; }
.mw-question { font-size: 9pt; } .mw-status { font-size: 7.5pt; }
.panel { margin-top: 3mm; } .sheet > .panel:first-child { margin-top: 0; }
.mw-subtitle, .mw-quiet { font-size: 6.6pt; } .from { font-size: 5.8pt; }
.mw-figures dt { font-size: 7.5pt; } .mw-figures .mw-value { font-size: 15pt; }
.mw-figures .mw-unit { font-size: 8pt; } .mw-figures .mw-note { font-size: 7pt; }
"""
_TABLES = """
.mw-offices > [role=row] > div, .mw-offices > [role=row] > [role=columnheader] { font-size: 7pt; }
caption { display: none; }
table { font-size: 7pt; } thead th { font-size: 6.8pt; }
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
"""
STYLES = BASE + _WORDS + _TABLES + _METHOD
