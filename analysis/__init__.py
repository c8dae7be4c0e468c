"""What if, and what then: pure functions from frames of the marts to frames.

They know neither files nor screens nor the warehouse: polars in, polars out, and no day but the one given.
"""
