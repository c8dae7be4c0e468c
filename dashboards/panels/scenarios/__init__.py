"""Parts of the page Scenarios: files of assumptions, run side by side."""
