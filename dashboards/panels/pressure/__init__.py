"""Parts of the page Pressure and cover."""
