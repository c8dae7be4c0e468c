"""Pages on paper: panels as HTML that needs nothing else, and what prints it.

The brief and the reports are both put together of this. No figure is computed here, and only the panels
ask the warehouse: what a page shows its reader is what stands on paper.
"""
