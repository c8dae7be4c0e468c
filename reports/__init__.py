"""Reports by command: `python -m reports NAME`, from a published warehouse into files.

A report shows what a page shows: the same questions, the same rules for small groups, the same figures.
"""
