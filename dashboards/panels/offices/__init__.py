"""Parts of the page Offices."""
