"""The pages: a name, filters and panels each, grouped by what people come for."""

# In the order of the navigation; the first page is where a visit begins.
GROUPS = {
    "now": ("overview", "offices", "backlog", "pressure"),
    "mine": ("my_work", "my_team"),
    "why": ("growth", "mix"),
    "ahead": ("outlook", "forecast", "staff", "scenarios"),
    "case": ("funding",),
    "beside": ("outcomes", "wellbeing", "feedback"),
    "behind": ("certainty", "about", "looked"),
}
PAGES = tuple(name for names in GROUPS.values() for name in names)
