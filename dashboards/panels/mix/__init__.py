"""The panels of the page Case mix: what cases are carried, and how cases end."""
