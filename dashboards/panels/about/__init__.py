"""Parts of the page About the data."""
