"""Parts of the page Forecast: what is expected, with bands, and how earlier forecasts did."""
