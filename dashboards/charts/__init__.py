"""Figures: pure functions from a frame to a Plotly figure (a dict), without Streamlit and without SQL.

``palette`` and ``style`` hold what all share, ``readings`` what a figure says in numbers (for titles,
summaries and text alternatives), every other module one family of marks.
"""
