"""What those who write a warehouse and those who read it agree on: where it is, and what is published."""
