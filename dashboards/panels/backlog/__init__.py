"""Parts of the page Backlog."""
