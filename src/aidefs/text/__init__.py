"""Words and characters: tokens with offsets and keys, languages, wording patterns, text made visible."""
