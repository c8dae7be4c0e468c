"""The parts of the page about the people who do the work."""
