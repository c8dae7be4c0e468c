"""From a folder of extracts to the raw schema of a database, or a refusal."""
