"""From case extracts to a published warehouse."""
