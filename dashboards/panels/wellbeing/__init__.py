"""The panels of the page People who do the work: what they say, posts, grades, training, who is away."""
