"""Capacity meets demand: a waiting list that follows from who comes, who can be carried and who leaves."""
