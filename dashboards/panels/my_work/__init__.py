"""The panels of My work: everything about one officer, and what the officer says of it."""
