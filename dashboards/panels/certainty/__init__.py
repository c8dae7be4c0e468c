"""Parts of the page How sure: what a percentage rests on."""
