"""Every mart figure a second time: slow, day by day, in plain Python, from the written rules alone."""
