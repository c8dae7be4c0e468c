"""The panels of the page Outcomes: how cases end, and what became of what was imposed or needed."""
