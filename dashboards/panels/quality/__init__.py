"""The panels of the page Quality: contacts planned and held, audits, and what was agreed after them."""
