"""Parts of the page What more staff buys: a waiting list that follows from staff and demand."""
