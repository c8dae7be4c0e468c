"""The panels of the page Feedback and incidents: what came in and was answered, and what happened."""
