"""What a delivery holds: its folder, its files as text, persons kept out, values parsed."""
