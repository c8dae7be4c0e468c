"""The few shared bits of screen: they draw, they do not compute."""
