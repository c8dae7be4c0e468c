"""The pages that `app.py` navigates: one question each, written as tables of contents."""
