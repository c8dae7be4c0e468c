"""The filters of the pages: what each offers, in which words, and the choice that they settle into.

`filter` says what a filter is, `all_filters` which there are, `settling` how they become a choice.
"""
