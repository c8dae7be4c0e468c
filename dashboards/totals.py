"""The id of what adds up: of the row of all parts, grades, kinds or reasons beside those of each."""

TOTAL = ""
