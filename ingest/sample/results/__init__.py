"""What is beside load in the synthetic service: contacts, outcomes, quality and staff. All invented."""
