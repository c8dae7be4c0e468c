"""What may be seen: by whom (`scope`), and of how few people. Settled before a page gets an answer."""
