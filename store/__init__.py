"""What people write, and who looked at what: kept apart from the warehouse, whose versions come and go."""
