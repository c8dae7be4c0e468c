"""Forecasts on real figures, run backwards: what docs/forecast.md shows."""
