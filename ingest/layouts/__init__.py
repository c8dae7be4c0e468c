"""Another layout mapped to the contract by a TOML file, without code."""
