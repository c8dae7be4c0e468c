"""Every rule of the contract over the merged state, and the verdict on each row."""
