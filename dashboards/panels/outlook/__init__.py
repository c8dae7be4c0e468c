"""Parts of the page Outlook: of offices, and of one officer."""
