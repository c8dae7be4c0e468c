"""The parts of the page My team."""
