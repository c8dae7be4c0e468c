"""A finished file becomes the published one; what each publication said is kept."""
