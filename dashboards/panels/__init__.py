"""Parts of the pages, a folder per page: each asks a question and makes a panel of the answer.

View in, panel out: no SQL, no drawing on a screen. What several pages share is in `parts` and `weights`.
"""
