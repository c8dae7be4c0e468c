"""Parts of the page Why it grew: what each cause has in the change between two months."""
