"""The pages that `app.py` navigates: one question each, written as tables of contents."""

# In the order of the navigation; the first is where a visit begins.
PAGES = ("overview", "offices", "backlog", "pressure", "outlook", "certainty", "about")
