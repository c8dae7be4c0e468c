"""Parts of the page Who looked."""
