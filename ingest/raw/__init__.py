"""Merged deliveries as the raw schema of a work file, with ledger and quarantine."""
