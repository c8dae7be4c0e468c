"""Small inline pictures for the page without charts: pure functions to a string, everything escaped."""
