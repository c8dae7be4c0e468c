"""The columns that say where a row came from: its row in the file, its line of the ledger, its own number."""

# The row as a person finds it in the file.
ROW_NUMBER = "row_number"
# The number of the ledger's line that brought the row.
LINE = "_line"
# Every row has a number of its own over all deliveries, in the order in which they came.
UID = "_uid"
