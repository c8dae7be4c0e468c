"""The two-page brief of Funding: its panels on paper, with filters, version and sources as on the screen.

`python -m reports brief` writes it; the page offers it. Its figures are those of the panels: none is
computed here.
"""
